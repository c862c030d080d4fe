-- id: letterhead_missing
-- version: 1
-- suite: submissions
-- severity: info
-- owner: agency
-- about: Tệp có đủ các phần thể thức chính (Nghị định 30/2020/NĐ-CP, Điều 8)
-- message: Không thấy trong tệp: {parts}.
-- advice: Đề nghị kiểm tra lại tệp, gửi bản đã ban hành có đủ thể thức nếu tệp là bản thảo.
-- unjudged: Báo cáo là bản quét; phần đầu trang nhận dạng có thể sót.
-- example: Tệp không có số, ký hiệu và ngày ban hành.
WITH part AS (
  SELECT sub.*, concat_ws(', ',
    CASE WHEN coalesce(document.agency_name, '') = '' THEN 'tên cơ quan ban hành' END,
    CASE WHEN coalesce(document.number, '') = '' THEN 'số, ký hiệu' END,
    CASE WHEN document.date IS NULL THEN 'ngày ban hành' END,
    CASE WHEN coalesce(document.doc_type, '') = '' AND coalesce(document.subject, '') = ''
      THEN 'tên loại và trích yếu' END,
    CASE WHEN coalesce(document.signer, '') = '' THEN 'họ tên người ký' END) AS parts
  FROM current_submission AS sub JOIN document ON document.submission_id = sub.submission_id
)
SELECT campaign_id, agency_code, submission_id, NULL AS outline_path, NULL AS section_id,
  CASE WHEN parts = '' THEN 'pass' WHEN is_scan THEN 'unjudged' ELSE 'fail' END AS verdict,
  NULL AS evidence, NULL AS page, {'parts': parts} AS params
FROM part
