-- view: plan_purpose
-- comment: Mỗi kế hoạch nêu văn bản nào trong trích yếu, để làm gì, thấy ở báo cáo nào, trang nào
-- columns:
--   campaign_id: Mã đợt báo cáo
--   plan_document_id: Mã kế hoạch
--   plan_type: Loại của kế hoạch
--   plan_number: Số, ký hiệu kế hoạch
--   plan_date: Ngày kế hoạch
--   plan_year: Năm kế hoạch
--   plan_agency_code: Cơ quan trong danh sách đã ban hành kế hoạch
--   relation: carries_out, reviews, amends, names
--   relation_text: Quan hệ bằng tiếng Việt
--   carried_out_document_id: Mã văn bản nêu trong trích yếu
--   type: Loại của văn bản đó
--   number: Số, ký hiệu của văn bản đó
--   date: Ngày của văn bản đó
--   agency_code: Cơ quan có báo cáo làm căn cứ
--   submission_id: Bản nộp làm căn cứ
--   page: Trang
--   surface: Lần viện dẫn văn bản đó, như in
--   plan_surface: Lần viện dẫn kế hoạch, như in
--   plan_subject: Trích yếu của kế hoạch ở đó
SELECT pair.campaign_id, pair.plan_document_id, plan.type AS plan_type, plan.number AS plan_number,
  plan.date AS plan_date, coalesce(plan.year, year(plan.date)) AS plan_year,
  plan.issuer_agency_code AS plan_agency_code, pair.relation,
  CASE pair.relation
    WHEN 'carries_out' THEN 'Để thực hiện'
    WHEN 'reviews' THEN 'Sơ kết, tổng kết, kiểm tra việc thực hiện'
    WHEN 'amends' THEN 'Sửa đổi, bổ sung, thay thế'
    ELSE 'Được nêu trong trích yếu'
  END AS relation_text,
  pair.carried_out_document_id, doc.type, doc.number, doc.date,
  inside.agency_code, inside.submission_id, inside.page, inside.surface,
  outside.surface AS plan_surface, outside.subject AS plan_subject
FROM plan_carries_out AS pair
JOIN cited_document AS plan ON plan.cited_document_id = pair.plan_document_id
JOIN cited_document AS doc ON doc.cited_document_id = pair.carried_out_document_id
LEFT JOIN citation AS inside ON inside.citation_id = pair.citation_id
LEFT JOIN citation AS outside ON outside.citation_id = inside.nested_in
ORDER BY pair.campaign_id, plan_year, plan_date, plan_number, pair.plan_document_id,
  pair.carried_out_document_id
