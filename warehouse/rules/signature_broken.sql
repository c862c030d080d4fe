-- id: signature_broken
-- version: 1
-- suite: submissions
-- severity: warning
-- owner: agency
-- about: Chữ ký số của báo cáo còn nguyên vẹn
-- message: Chữ ký số{signer} không còn khớp với nội dung tệp «{file}».
-- advice: Đề nghị gửi lại tệp gốc đã ký số.
-- unjudged: Tệp không có chữ ký số hoặc chưa kiểm tra được chữ ký.
-- example: Tệp bị sửa sau khi ký.
WITH signed AS (
  SELECT sub.*, file.file_name, j.value AS signature
  FROM current_submission AS sub
  JOIN submission AS file ON file.submission_id = sub.submission_id
  JOIN document ON document.submission_id = sub.submission_id,
  json_each(coalesce(document.signatures, '[]')) AS j
)
SELECT campaign_id, agency_code, submission_id, NULL AS outline_path, NULL AS section_id,
  CASE json_extract_string(signature, '$.intact') WHEN 'true' THEN 'pass' WHEN 'false' THEN 'fail' ELSE 'unjudged' END AS verdict,
  json_extract_string(signature, '$.signer') AS evidence, NULL AS page,
  {'file': file_name, 'signer': coalesce(' của ' || json_extract_string(signature, '$.signer'), ''),
   'key': json_extract_string(signature, '$.signer')} AS params
FROM signed
