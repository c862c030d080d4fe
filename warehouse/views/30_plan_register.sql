-- view: plan_register
-- comment: Sổ kế hoạch: các kế hoạch được nêu trong báo cáo của từng cơ quan
-- columns:
--   campaign_id: Mã đợt báo cáo
--   agency_code: Cơ quan nêu kế hoạch trong báo cáo
--   cited_document_id: Mã văn bản
--   type: Loại văn bản
--   number: Số, ký hiệu
--   date: Ngày
--   year: Năm
--   issuer: Cơ quan ban hành như ghi
--   subject: Trích yếu
--   own: Kế hoạch của chính cơ quan
--   mentions: Số lần nêu
--   submission_id: Mã bản nộp
--   page: Trang nêu đầu tiên
--   surface: Như in ở lần nêu đầu tiên
SELECT sub.campaign_id, sub.agency_code, doc.cited_document_id, doc.type, doc.number, doc.date,
  coalesce(doc.year, year(doc.date)) AS year, doc.issuer, doc.subject,
  coalesce(doc.issuer_agency_code = sub.agency_code, false) AS own,
  count(*) AS mentions, sub.submission_id,
  arg_min(cite.page, cite.seq) FILTER (cite.page IS NOT NULL) AS page, arg_min(cite.surface, cite.seq) AS surface
FROM current_submission AS sub
JOIN citation AS cite ON cite.submission_id = sub.submission_id
JOIN cited_document AS doc ON doc.cited_document_id = cite.cited_document_id AND doc.campaign_id = sub.campaign_id
WHERE doc.type = 'Kế hoạch'
GROUP BY ALL
ORDER BY campaign_id, agency_code, year, date, number
