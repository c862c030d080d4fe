-- view: citation_printed
-- comment: Viện dẫn như in, kèm ngày đứng ngay sau (chép nguyên văn từ báo cáo)
-- columns:
--   citation_id: Mã lần viện dẫn
--   submission_id: Mã bản nộp
--   printed: Nguyên văn, cả ngày nếu in ngay sau
WITH place AS (
  SELECT c.citation_id, c.submission_id, c.surface, c.char_start,
    CASE c.place WHEN 'text' THEN s.text WHEN 'title' THEN s.title WHEN 'preamble' THEN document.preamble
      WHEN 'closing' THEN document.closing END AS body
  FROM citation AS c
  LEFT JOIN section AS s ON s.section_id = c.section_id
  LEFT JOIN document ON document.submission_id = c.submission_id
)
SELECT citation_id, submission_id,
  surface || CASE
    WHEN substr(body, char_start + 1, length(surface)) = surface THEN regexp_extract(
      substr(body, char_start + 1 + length(surface), 60),
      '^\s*[,(]?\s*(?:ban hành\s+)?(?:ngày\s+)?\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*\d{4}\)?')
    ELSE '' END AS printed
FROM place
