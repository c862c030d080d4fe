-- id: ocr_unverified
-- version: 1
-- suite: coverage
-- severity: warning
-- owner: officer
-- about: Mục của bản quét được người xem lại trước khi kết luận
-- message: Mục «{item}»: {what}. Báo cáo có trang là bản quét nên phần mềm không kết luận.
-- advice: Đề nghị xem bản gốc{where}; cơ quan gửi có thể gửi thêm tệp Word hoặc PDF có chữ để đối chiếu.
-- hidden_under: ocr_unverified
-- hidden_over: ocr_unverified
-- unjudged: Không có.
-- example: Bản quét không nhận dạng được mục A.II.
WITH counted AS (
  SELECT ls.submission_id, ls.outline_path, count(DISTINCT figure.figure_id) AS figures,
    count(DISTINCT citation.citation_id) AS citations
  FROM item_section AS ls
  LEFT JOIN figure ON figure.section_id = ls.section_id
  LEFT JOIN citation ON citation.section_id = ls.section_id AND coalesce(citation.place, '') <> 'title'
  GROUP BY ALL
),
seen AS (
  SELECT cover.*, item.expects, sub.is_scan, coalesce(s.scan, false) AS on_scan, s.text, s.confidence,
    CASE
      WHEN cover.status IS NULL AND cover.section_id IS NULL THEN 'chưa thấy trong phần chữ nhận dạng được'
      WHEN cover.status IS NULL AND cover.words = 0 THEN 'chưa nhận dạng được nội dung dưới tên mục'
      WHEN cover.status IS NULL THEN 'phần nhận dạng được còn ngắn (' || cover.words || ' tiếng)'
      WHEN contains(coalesce(item.expects, ''), 'figures') AND coalesce(counted.figures, 0) = 0 AND coalesce(s.scan, false)
        THEN 'chưa thấy số liệu trong phần chữ nhận dạng được'
      WHEN contains(coalesce(item.expects, ''), 'citations') AND coalesce(counted.citations, 0) = 0 AND coalesce(s.scan, false)
        THEN 'chưa thấy văn bản được nêu trong phần chữ nhận dạng được'
    END AS what
  FROM coverage AS cover
  JOIN current_submission AS sub ON sub.submission_id = cover.submission_id
  JOIN outline_item AS item ON item.campaign_id = cover.campaign_id AND item.outline_path = cover.outline_path
  LEFT JOIN section AS s ON s.section_id = cover.section_id
  LEFT JOIN counted ON counted.submission_id = cover.submission_id AND counted.outline_path = cover.outline_path
  WHERE sub.is_scan AND cover.required
)
SELECT campaign_id, agency_code, submission_id, outline_path, section_id,
  CASE WHEN what IS NULL THEN 'pass' ELSE 'fail' END AS verdict,
  trich(text) AS evidence, page,
  {'what': what, 'where': coalesce(' từ trang ' || page, '')} AS params
FROM seen
