-- id: citation_incomplete
-- version: 2
-- suite: citations
-- severity: info
-- owner: agency
-- about: Văn bản được viện dẫn có đủ số, ký hiệu, ngày và cơ quan ban hành hoặc trích yếu ở ít nhất một chỗ trong báo cáo (Nghị định 30/2020/NĐ-CP, Phụ lục I)
-- message: Viện dẫn «{label}» chưa thấy ghi {lacks}.
-- message_many: {n} văn bản được viện dẫn chưa ghi đủ số, ký hiệu, ngày, cơ quan ban hành hoặc trích yếu: {list}.
-- advice: Đề nghị ghi đủ loại văn bản, số, ký hiệu, ngày, cơ quan ban hành và trích yếu ở lần viện dẫn đầu tiên.
-- merge: submission
-- unjudged: Viện dẫn nằm trên trang quét; chữ nhận dạng có thể sót ngày, ký hiệu.
-- example: “Quyết định số 217-QĐ/TW” không có ngày ở bất cứ chỗ nào trong báo cáo.
WITH cite AS (
  SELECT sub.campaign_id, sub.agency_code, c.*, coalesce(s.scan, sub.is_scan) AS scan,
    -- an agency need not name itself as the issuer of its own documents
    coalesce(doc.issuer_agency_code = sub.agency_code, false) AS own
  FROM current_submission AS sub
  JOIN citation AS c ON c.submission_id = sub.submission_id
  LEFT JOIN cited_document AS doc ON doc.cited_document_id = c.cited_document_id
  LEFT JOIN section AS s ON s.section_id = c.section_id
),
asked AS (
  -- what the campaign itself names needs no date from the agencies
  SELECT campaign.campaign_id, concat_ws(chr(10), campaign.title, campaign.request_number, item.titles) AS words
  FROM campaign
  LEFT JOIN (SELECT campaign_id, string_agg(title, chr(10)) AS titles FROM outline_item GROUP BY ALL) AS item
    ON item.campaign_id = campaign.campaign_id
),
one AS (
  SELECT campaign_id, agency_code, submission_id,
    coalesce(cited_document_id, type || number, number) AS document_key,
    bool_or(date IS NOT NULL OR year IS NOT NULL) AS has_date,
    bool_or(coalesce(symbol, '') <> '') AS has_symbol,
    bool_or(issuer IS NOT NULL) AS has_issuer, bool_or(subject IS NOT NULL) AS has_subject, bool_or(own) AS own,
    bool_and(nested_in IS NOT NULL) AS only_nested,
    bool_and(scan) AS scan,
    bool_or(contains(coalesce(warnings, ''), 'impossible_date')) AS impossible,
    arg_min(section_id, seq) AS section_id, arg_min(page, seq) AS page, arg_min(surface, seq) AS surface,
    arg_min(number, (coalesce(symbol, '') = '', seq)) AS number, any_value(type) AS any_type
  FROM cite
  WHERE number IS NOT NULL AND coalesce(type, '') NOT IN ('Luật', 'Bộ luật', 'Hiến pháp', 'Pháp lệnh')
  GROUP BY ALL
)
SELECT one.campaign_id, one.agency_code, one.submission_id, s.outline_path, one.section_id,
  CASE
    WHEN (one.has_date AND one.has_symbol AND (one.own OR one.has_issuer OR one.has_subject))
      OR one.only_nested OR one.impossible
      OR (one.has_symbol AND contains(asked.words, one.number)) THEN 'pass'
    WHEN one.scan THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  one.surface AS evidence, one.page,
  {'label': one.surface,
   'lacks': regexp_replace(concat_ws(', ',
     CASE WHEN NOT one.has_symbol THEN 'ký hiệu' END, CASE WHEN NOT one.has_date THEN 'ngày' END,
     CASE WHEN NOT one.has_issuer AND NOT one.own THEN 'cơ quan ban hành' END,
     CASE WHEN NOT one.has_subject THEN 'trích yếu' END), ', ([^,]*)$', ' và \1')} AS params
FROM one
JOIN asked ON asked.campaign_id = one.campaign_id
LEFT JOIN section AS s ON s.section_id = one.section_id
