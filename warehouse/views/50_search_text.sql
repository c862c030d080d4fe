-- view: search_text
-- comment: Mọi mục của báo cáo đang dùng, sẵn để tìm không dấu (macro tim dùng khung nhìn này)
-- columns:
--   campaign_id: Mã đợt báo cáo
--   agency_code: Mã cơ quan
--   agency_name: Tên cơ quan
--   file_name: Tệp
--   section_id: Mã mục
--   path: Số của mục
--   title: Tên mục
--   page: Trang
--   text: Nội dung
--   text_search: Tên và nội dung không dấu, chữ thường
SELECT sub.campaign_id, sub.agency_code, agency.name AS agency_name, file.file_name, s.section_id, s.path, s.title,
  s.page, s.text, s.text_search
FROM current_submission AS sub
JOIN submission AS file ON file.submission_id = sub.submission_id
JOIN agency ON agency.campaign_id = sub.campaign_id AND agency.agency_code = sub.agency_code
JOIN section AS s ON s.submission_id = sub.submission_id
