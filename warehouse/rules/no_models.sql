-- id: no_models
-- version: 1
-- suite: content
-- severity: warning
-- owner: agency
-- about: Mục mô hình, điển hình nêu ít nhất một tên cụ thể
-- message: Chưa thấy tên mô hình, điển hình cụ thể trong mục «{item}».
-- advice: Đề nghị nêu tên mô hình, nơi thực hiện và kết quả.
-- hidden_by: missing_section empty_section thin_section
-- hidden_over: no_models
-- unjudged: Báo cáo ghi không phát sinh, hoặc mục nằm trên trang quét; không kết luận chỉ dựa vào chữ nhận dạng.
-- example: “Đơn vị đã xây dựng được nhiều mô hình dân vận khéo, được nhân dân đồng tình.”
WITH outline_words AS (
  -- a name that the outline itself puts in quotes (a movement) is nobody's model
  SELECT campaign_id, khong_dau(string_agg(title, chr(10))) AS titles FROM outline_item GROUP BY ALL
),
read AS (
  SELECT t.*,
    list_filter(
      list_concat(
        regexp_extract_all(concat_ws(chr(10), t.body, t.labels, t.cells), '[“"«]([^”"»\n]{3,160})[”"»]', 1),
        regexp_extract_all(concat_ws(chr(10), t.body, t.labels, t.cells), '‘([^’\n]{3,160})’', 1)),
      lambda q: NOT contains(w.titles, trim(khong_dau(q)))
    ) AS quoted,
    regexp_matches(concat_ws(chr(10), t.body, t.labels),
      '(?:[Mm]ô hình|[Đđ]iển hình|[Tt]ấm gương|[Gg]ương|[Cc]âu lạc bộ|CLB|[Cc]ách làm|[Dd]ự án|[Cc]ông trình|'
      || '[Pp]hong trào|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Đđ]ồng chí|[Gg]ià làng|[Tt]hôn|[Ll]àng|[Bb]uôn|[Tt]ổ dân phố|[Cc]hi hội|[Cc]hi bộ|[Hh]ợp tác xã|HTX)'
      || '(?:\s+(?:tiêu biểu|nổi bật|số|về|là|như|có|gồm|của))*\s*[:–-]?\s*\p{Lu}\p{Ll}') AS names
  FROM item_text AS t JOIN outline_words AS w ON w.campaign_id = t.campaign_id
)
SELECT campaign_id, agency_code, submission_id, outline_path, section_id,
  CASE
    WHEN len(quoted) > 0 OR names OR length(coalesce(cells, '')) > 40 THEN 'pass'
    WHEN on_scan OR khong_phat_sinh(body) THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  trich(body) AS evidence, page, NULL AS params
FROM read
WHERE contains(expects, 'models') AND body <> '' AND status IN ('present', 'merged', 'thin')
