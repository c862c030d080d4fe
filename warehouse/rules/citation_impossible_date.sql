-- id: citation_impossible_date
-- version: 2
-- suite: citations
-- severity: warning
-- owner: agency
-- about: Ngày của văn bản được viện dẫn có thật và không sau ngày báo cáo
-- message: Ngày của «{label}» cần xem lại: {why}.
-- advice: Đề nghị đối chiếu bản gốc và ghi lại ngày của văn bản.
-- unjudged: Viện dẫn nằm trên trang quét; ngày nhận dạng có thể sai.
-- example: “Kế hoạch số 12/KH-UBND ngày 31/02/2021”.
WITH cite AS (
  SELECT sub.campaign_id, sub.agency_code, sub.submission_id, c.citation_id, c.section_id, c.surface, c.page,
    p.printed,
    -- a date taken over from a list neighbour is not what the report printed
    CASE WHEN NOT list_contains(string_split(coalesce(c.inherited, ''), ','), 'date') THEN c.date END AS date,
    c.seq, coalesce(s.scan, false) AS scan, s.outline_path, coalesce(c.warnings, '') AS warnings,
    coalesce(document.date, CAST(gio_vn(file.received_at) AS DATE)) AS reported,
    inner_cite.surface AS inner_surface, inner_cite.date AS inner_date
  FROM current_submission AS sub
  JOIN citation AS c ON c.submission_id = sub.submission_id
  JOIN citation_printed AS p ON p.citation_id = c.citation_id
  JOIN submission AS file ON file.submission_id = sub.submission_id
  LEFT JOIN document ON document.submission_id = sub.submission_id
  LEFT JOIN section AS s ON s.section_id = c.section_id
  LEFT JOIN citation AS inner_cite ON inner_cite.nested_in = c.citation_id AND inner_cite.date > c.date
    -- only when the outer subject says that it carries the inner document out
    AND regexp_matches(
      lower(left(c.subject, instr(c.subject, inner_cite.surface) - 1)),
      '(thực hiện|triển khai|thi hành|cụ thể hóa|tổ chức)\s*$')
),
named AS (
  SELECT *, CASE
      WHEN contains(warnings, 'impossible_date') THEN 'ngày không có thật'
      WHEN contains(warnings, 'year_mismatch') AND date IS NOT NULL THEN 'năm trong số, ký hiệu khác năm của ngày ' || strftime(date, '%d/%m/%Y')
      WHEN date > reported THEN 'ngày ' || strftime(date, '%d/%m/%Y') || ' sau ngày báo cáo ' || strftime(reported, '%d/%m/%Y')
      WHEN inner_date IS NOT NULL THEN 'ngày ' || strftime(date, '%d/%m/%Y') || ' trước ngày của văn bản được triển khai ('
        || inner_surface || ', ' || strftime(inner_date, '%d/%m/%Y') || ')'
    END AS why
  FROM cite
)
SELECT campaign_id, agency_code, submission_id, outline_path, section_id,
  CASE WHEN why IS NULL THEN 'pass' WHEN scan THEN 'unjudged' ELSE 'fail' END AS verdict,
  printed AS evidence, page,
  CASE WHEN why IS NOT NULL THEN {'label': printed, 'why': why, 'key': surface} END AS params
FROM named
QUALIFY row_number() OVER (PARTITION BY submission_id, surface, why ORDER BY seq) = 1
