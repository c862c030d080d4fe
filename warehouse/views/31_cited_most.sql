-- view: cited_most
-- comment: Văn bản được viện dẫn nhiều nhất (chỉ tính báo cáo đang dùng)
-- columns:
--   campaign_id: Mã đợt báo cáo
--   cited_document_id: Mã văn bản
--   type: Loại văn bản
--   number: Số, ký hiệu
--   date: Ngày
--   issuer: Cơ quan ban hành
--   subject: Trích yếu
--   level: Cấp
--   mentions: Số lần viện dẫn
--   agencies: Số cơ quan viện dẫn
--   of_agencies: Số cơ quan đã có báo cáo
--   dates: Các ngày khác nhau mà báo cáo ghi
WITH reported AS (SELECT campaign_id, count(*) AS n FROM current_submission GROUP BY ALL)
SELECT sub.campaign_id, doc.cited_document_id, doc.type, doc.number, doc.date, doc.issuer, doc.subject, doc.level,
  count(*) AS mentions, count(DISTINCT sub.agency_code) AS agencies,
  any_value(reported.n) AS of_agencies,
  list_sort(list_distinct(list(cite.date) FILTER (cite.date IS NOT NULL))) AS dates
FROM current_submission AS sub
JOIN reported ON reported.campaign_id = sub.campaign_id
JOIN citation AS cite ON cite.submission_id = sub.submission_id
JOIN cited_document AS doc ON doc.cited_document_id = cite.cited_document_id AND doc.campaign_id = sub.campaign_id
GROUP BY ALL
ORDER BY campaign_id, agencies DESC, mentions DESC, number
