-- id: no_addressee
-- version: 1
-- suite: content
-- severity: warning
-- owner: agency
-- about: Kiến nghị nêu rõ cơ quan được kiến nghị
-- message: Kiến nghị ở mục «{item}» chưa nêu rõ gửi cơ quan nào.
-- advice: Đề nghị nêu rõ cơ quan được kiến nghị đối với từng nội dung.
-- hidden_by: missing_section empty_section thin_section
-- hidden_over: no_addressee
-- unjudged: Báo cáo ghi không có kiến nghị, hoặc mục nằm trên trang quét.
-- example: “Quan tâm bố trí kinh phí cho công tác dân vận ở cơ sở.”
WITH read AS (
  SELECT *,
    regexp_matches(concat_ws(chr(10), body, labels),
      '(?:[Đđ]ề nghị|ĐỀ NGHỊ|[Kk]iến nghị|KIẾN NGHỊ|[Đđ]ề xuất|[Đđ]ối với|ĐỐI VỚI|[Vv]ới|[Gg]ửi|[Kk]ính mong|[Mm]ong)'
      || '(?:\s*[:,]?\s*(?:với|đến|tới|các|cấp|lãnh đạo|cơ quan|đồng chí|Thường trực|Ban Thường vụ))*\s*[:“"]?\s*\p{Lu}')
    OR regexp_matches(concat_ws(chr(10), body, labels),
      '(?:^|\n)\s*(?:[-–+•]|\d+[.)]|[a-zđ][.)])?\s*(?:Trung ương|Chính phủ|Thủ tướng|Quốc hội|Bộ |Ban |Tỉnh ủy|Đảng ủy|HĐND|UBND|'
      || 'Ủy ban|Hội đồng|Sở |Mặt trận|Thành ủy)[^\n]{0,80}[:,]?')
    OR regexp_matches(lower(concat_ws(chr(10), body, labels)),
      '(?:đề nghị|kiến nghị|đề xuất|đối với|mong)\s[^.\n]{0,60}(?:trung ương|chính phủ|quốc hội|tỉnh ủy|ubnd tỉnh|ủy ban nhân dân tỉnh|'
      || 'hội đồng nhân dân|hđnd|mặt trận|sở nội vụ|sở\s|bộ\s+\p{L}|các bộ, ngành|đảng ủy|thường trực|ban dân vận|ban tuyên giáo)')
      AS names_someone,
    regexp_matches(lower(body), 'không có (?:đề xuất|kiến nghị|đề nghị|ý kiến)|^\s*không có?\.?\s*$') AS none
  FROM item_text
)
SELECT campaign_id, agency_code, submission_id, outline_path, section_id,
  CASE
    WHEN names_someone THEN 'pass'
    WHEN on_scan OR none THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  trich(body) AS evidence, page, NULL AS params
FROM read
WHERE contains(expects, 'addressee') AND body <> '' AND status IN ('present', 'merged', 'thin')
