-- id: secret_marking
-- version: 1
-- suite: submissions
-- severity: blocker
-- owner: officer
-- about: Không có tệp mang dấu mật trong hộp nhận
-- message: Tệp «{file}» có dấu hiệu độ mật; phần mềm dừng lại, không lưu và không trích nội dung.
-- advice: Đề nghị xử lý tệp theo quy định về bảo vệ bí mật nhà nước, đưa tệp ra khỏi máy này nếu là tài liệu mật.
-- unjudged: Không có.
-- example: Trang đầu có chữ MẬT.
SELECT campaign_id, agency_code, submission_id, NULL AS outline_path, NULL AS section_id,
  CASE WHEN status = 'secret' THEN 'fail' ELSE 'pass' END AS verdict,
  NULL AS evidence, NULL AS page, {'file': file_name, 'key': file_name} AS params
FROM submission
