-- id: thin_section
-- version: 2
-- suite: coverage
-- severity: warning
-- owner: agency
-- about: Mỗi mục có nội dung cụ thể, đủ số tiếng tối thiểu của đề cương
-- message: Mục «{item}» {state}: {why}.
-- advice: {todo}
-- unjudged: Mục nằm trên trang quét; không đánh giá độ dài chỉ dựa vào chữ nhận dạng.
-- example: “Công tác hòa giải luôn được quan tâm, thực hiện thường xuyên và đạt hiệu quả.”
WITH said AS (
  SELECT ls.submission_id, ls.outline_path, string_agg(s.text, chr(10) ORDER BY s.seq) AS text
  FROM coverage AS c
  JOIN item_section AS ls ON ls.submission_id = c.submission_id AND ls.outline_path = c.outline_path
  JOIN section AS s ON s.section_id = ls.section_id
  WHERE c.status = 'thin' AND s.text <> ''
  GROUP BY ALL
)
SELECT cover.campaign_id, cover.agency_code, cover.submission_id, cover.outline_path, cover.section_id,
  CASE
    WHEN cover.status = 'thin' THEN 'fail'
    WHEN cover.status IS NULL AND cover.words > 0 THEN 'unjudged'
    ELSE 'pass'
  END AS verdict,
  CASE WHEN cover.status = 'thin' THEN trich(said.text) END AS evidence,
  cover.page,
  CASE WHEN cover.required AND cover.reason IS DISTINCT FROM 'nothing' THEN NULL ELSE 'info' END AS severity,
  CASE WHEN cover.status = 'thin' THEN {
    'state': CASE WHEN cover.reason = 'nothing' THEN 'được trả lời ngắn' ELSE 'còn sơ lược' END,
    'why': CASE cover.reason
      WHEN 'nothing' THEN 'báo cáo ghi không có nội dung'
      WHEN 'short' THEN 'có ' || cover.words || ' tiếng, đề cương đề nghị ít nhất ' || cover.min_words || ' tiếng'
      WHEN 'restates' THEN 'nội dung chủ yếu nhắc lại tên mục'
      ELSE 'chỉ có một câu nhận định chung'
    END,
    'todo': CASE WHEN cover.reason = 'nothing' THEN 'Nếu có nội dung liên quan, đề nghị bổ sung.'
      ELSE 'Đề nghị bổ sung kết quả cụ thể của cơ quan, đơn vị' ||
        CASE WHEN coalesce(item.expects, '') = '' THEN '' ELSE ' (' || concat_ws(', ',
      CASE WHEN contains(item.expects, 'figures') THEN 'số liệu' END,
      CASE WHEN contains(item.expects, 'citations') THEN 'văn bản đã ban hành' END,
      CASE WHEN contains(item.expects, 'models') THEN 'tên mô hình, điển hình' END,
      CASE WHEN contains(item.expects, 'causes') THEN 'nguyên nhân' END,
      CASE WHEN contains(item.expects, 'addressee') THEN 'cơ quan được kiến nghị' END) || ')' END || '.' END
  } END AS params
FROM coverage AS cover
JOIN outline_item AS item ON item.campaign_id = cover.campaign_id AND item.outline_path = cover.outline_path
LEFT JOIN said ON said.submission_id = cover.submission_id AND said.outline_path = cover.outline_path
WHERE cover.section_id IS NOT NULL AND cover.is_leaf
