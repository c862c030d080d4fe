-- view: statement_quote
-- comment: Mỗi câu của báo cáo tổng hợp với từng đoạn trích đứng sau, kèm tên cơ quan, tệp và trang
-- columns:
--   campaign_id: Mã đợt báo cáo
--   statement_id: Mã câu
--   outline_path: Mục của đề cương
--   kind: Loại câu
--   statement: Nội dung câu
--   seq: Thứ tự căn cứ
--   agency_name: Cơ quan
--   file_name: Tệp
--   section_title: Mục của báo cáo
--   page: Trang
--   quote: Trích nguyên văn
SELECT st.campaign_id, st.statement_id, st.outline_path, st.kind, st.text AS statement, src.seq,
  agency.name AS agency_name, sub.file_name, section.title AS section_title, src.page, src.quote
FROM statement AS st
JOIN statement_source AS src ON src.statement_id = st.statement_id
LEFT JOIN agency ON agency.campaign_id = st.campaign_id AND agency.agency_code = src.agency_code
LEFT JOIN submission AS sub ON sub.submission_id = src.submission_id
LEFT JOIN section ON section.section_id = src.section_id
ORDER BY st.campaign_id, st.outline_path, st.seq, src.seq
