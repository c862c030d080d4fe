-- id: no_citations
-- version: 1
-- suite: content
-- severity: warning
-- owner: agency
-- about: Mục mà đề cương cần nêu văn bản có viện dẫn ít nhất một văn bản
-- message: Chưa thấy văn bản nào được nêu trong mục «{item}».
-- advice: Đề nghị nêu các văn bản đã ban hành hoặc đã thực hiện, kèm số, ký hiệu và ngày.
-- hidden_by: missing_section empty_section thin_section
-- hidden_over: no_citations
-- unjudged: Báo cáo ghi không phát sinh, hoặc mục nằm trên trang quét; chữ nhận dạng có thể sót số, ký hiệu nên không kết luận.
-- example: “Đơn vị đã ban hành nhiều văn bản chỉ đạo, triển khai thực hiện.”
WITH counted AS (
  SELECT ls.submission_id, ls.outline_path, count(*) AS citations
  FROM item_section AS ls JOIN citation ON citation.section_id = ls.section_id
  WHERE coalesce(citation.place, '') <> 'title'
  GROUP BY ALL
)
SELECT t.campaign_id, t.agency_code, t.submission_id, t.outline_path, t.section_id,
  CASE
    WHEN counted.citations > 0 THEN 'pass'
    WHEN t.on_scan OR khong_phat_sinh(t.body) THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  trich(t.body) AS evidence, t.page, NULL AS params
FROM item_text AS t
LEFT JOIN counted ON counted.submission_id = t.submission_id AND counted.outline_path = t.outline_path
WHERE contains(t.expects, 'citations') AND t.body <> '' AND t.status IN ('present', 'merged', 'thin')
