-- id: missing_section
-- version: 1
-- suite: coverage
-- severity: error
-- owner: agency
-- about: Mọi mục bắt buộc của đề cương đều có trong báo cáo
-- message: Chưa thấy mục «{item}» trong báo cáo.
-- advice: Đề nghị bổ sung nội dung của mục này theo đề cương.
-- hidden_under: missing_section
-- unjudged: Báo cáo là bản quét; không kết luận thiếu mục chỉ dựa vào chữ nhận dạng.
-- example: Báo cáo có mục A.I.1 và A.I.3 nhưng không có nội dung nào trả lời mục A.I.2 của đề cương.
SELECT cover.campaign_id, cover.agency_code, cover.submission_id, cover.outline_path, cover.section_id,
  CASE
    WHEN cover.status = 'missing' THEN 'fail'
    WHEN cover.status IS NULL AND cover.section_id IS NULL THEN 'unjudged'
    ELSE 'pass'
  END AS verdict,
  NULL AS evidence, NULL AS page, NULL AS params
FROM coverage AS cover
WHERE cover.required
