-- view: search_text
-- comment: Mọi mục của báo cáo đang dùng và của phụ lục, sẵn để tìm không dấu (macro tim dùng khung nhìn này)
-- columns:
--   campaign_id: Mã đợt báo cáo
--   agency_code: Mã cơ quan
--   agency_name: Tên cơ quan
--   file_name: Tệp
--   section_id: Mã mục; trống đối với phụ lục trong cùng tệp
--   path: Số của mục
--   title: Tên mục
--   page: Trang
--   text: Nội dung
--   text_search: Tên và nội dung không dấu, chữ thường
--   part: báo cáo hoặc phụ lục
WITH file AS (
  SELECT submission_id, campaign_id, agency_code, file_name, status = 'annex' AS apart
  FROM submission
  WHERE agency_code IS NOT NULL AND ((is_current AND status = 'read') OR status = 'annex')
),
piece AS (
  SELECT file.*, s.section_id, s.path, s.title, s.page, s.text, s.text_search, file.apart AS annexed
  FROM file JOIN section AS s ON s.submission_id = file.submission_id
  UNION ALL
  SELECT file.*, NULL, annex.marker, annex.title, annex.page, annex.text, annex.text_search, true
  FROM file JOIN annex ON annex.submission_id = file.submission_id
  UNION ALL
  -- an annex of its own often has no heading: all of it stands before the first section
  SELECT file.*, NULL, NULL, document.subject, NULL, document.preamble, khong_dau(document.preamble), true
  FROM file JOIN document ON document.submission_id = file.submission_id
  WHERE file.apart AND document.preamble <> ''
)
SELECT piece.campaign_id, piece.agency_code, agency.name AS agency_name, piece.file_name, piece.section_id, piece.path,
  piece.title, piece.page, piece.text, piece.text_search,
  CASE WHEN piece.annexed THEN 'phụ lục' ELSE 'báo cáo' END AS part
FROM piece
JOIN agency ON agency.campaign_id = piece.campaign_id AND agency.agency_code = piece.agency_code
