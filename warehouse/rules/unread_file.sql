-- id: unread_file
-- version: 1
-- suite: submissions
-- severity: blocker
-- owner: agency
-- about: Mọi tệp gửi đến đều đọc được
-- message: Chưa đọc được tệp «{file}»: {why}
-- advice: {what}
-- unjudged: Không có.
-- example: Tệp có mật khẩu, tệp rỗng, tệp hỏng.
SELECT campaign_id, agency_code, submission_id, NULL AS outline_path, NULL AS section_id,
  CASE WHEN status = 'unread' THEN 'fail' ELSE 'pass' END AS verdict,
  NULL AS evidence, NULL AS page,
  {'file': file_name, 'why': coalesce(nullif(reason, ''), 'không rõ nguyên nhân.'),
   'what': coalesce(nullif(advice, ''), 'Đề nghị gửi lại tệp Word (.docx) hoặc PDF mở được.'), 'key': file_name} AS params
FROM submission
