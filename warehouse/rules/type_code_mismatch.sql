-- id: type_code_mismatch
-- version: 1
-- suite: citations
-- severity: warning
-- owner: agency
-- about: Tên loại văn bản khớp với chữ viết tắt trong số, ký hiệu (Nghị định 30/2020/NĐ-CP, Phụ lục III)
-- message: Tên loại và ký hiệu của «{label}» chưa khớp nhau.
-- advice: Đề nghị đối chiếu bản gốc và ghi lại tên loại hoặc ký hiệu.
-- unjudged: Viện dẫn nằm trên trang quét; ký hiệu nhận dạng có thể sai.
-- example: “Kế hoạch số 45/QĐ-UBND”.
SELECT sub.campaign_id, sub.agency_code, sub.submission_id, s.outline_path, c.section_id,
  CASE
    WHEN NOT contains(coalesce(c.warnings, ''), 'type_code_mismatch') THEN 'pass'
    WHEN coalesce(s.scan, false) THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  c.surface AS evidence, c.page, {'label': c.surface, 'key': c.surface} AS params
FROM current_submission AS sub
JOIN citation AS c ON c.submission_id = sub.submission_id
LEFT JOIN section AS s ON s.section_id = c.section_id
QUALIFY row_number() OVER (PARTITION BY c.submission_id, c.surface ORDER BY c.seq) = 1
