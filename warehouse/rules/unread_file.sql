-- id: unread_file
-- version: 2
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
  -- the sentence goes to the agency: what this machine lacks is told to the officer (submission.advice)
  {'file': regexp_extract(file_name, '[^/]+$'),
   'why': CASE
      WHEN reason_code = 'needs_tesseract' THEN 'tệp là bản quét (ảnh), chưa nhận dạng được chữ.'
      WHEN reason_code = 'needs_libreoffice' THEN 'tệp ở định dạng cũ (.doc, .rtf hoặc .odt).'
      WHEN reason_code IN ('time_limit', 'memory_limit', 'reader_crashed', 'unreadable')
        THEN 'phần mềm chưa mở được nội dung của tệp.'
      ELSE coalesce(lower(left(nullif(reason, ''), 1)) || substr(reason, 2), 'không rõ nguyên nhân.')
    END,
   'what': CASE
      WHEN reason_code IN ('needs_tesseract', 'needs_libreoffice', 'time_limit', 'memory_limit', 'reader_crashed', 'unreadable')
        THEN 'Đề nghị gửi kèm bản Word (.docx), hoặc PDF có lớp chữ.'
      ELSE coalesce(nullif(advice, ''), 'Đề nghị gửi lại tệp Word (.docx) hoặc PDF mở được.')
    END,
   'key': file_name} AS params
FROM submission
