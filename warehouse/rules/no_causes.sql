-- id: no_causes
-- version: 1
-- suite: content
-- severity: warning
-- owner: agency
-- about: Mục hạn chế nêu cả nguyên nhân
-- message: Mục «{item}» đã nêu hạn chế, chưa thấy nêu rõ nguyên nhân.
-- advice: Đề nghị bổ sung nguyên nhân khách quan, chủ quan của các hạn chế.
-- hidden_by: missing_section empty_section thin_section
-- hidden_over: no_causes
-- unjudged: Không thấy nêu hạn chế, hoặc mục nằm trên trang quét.
-- example: “Việc tuyên truyền có lúc chưa thường xuyên; một số mô hình chưa được nhân rộng.”
WITH plain AS (
  -- “do ai làm” names who did it, not why
  SELECT *, regexp_replace(lower(concat_ws(chr(10), body, labels)),
    '\sdo\s[^.,;:\n]{1,60}?\s(?:thực hiện|phụ trách|đảm nhiệm|đảm nhận|chủ trì|ban hành|tổ chức|quản lý|phát động|tham mưu|soạn|lập|giao)',
    ' ', 'g') AS words
  FROM item_text
),
read AS (
  SELECT *,
    regexp_matches(words,
      'nguyên nhân|nguyên do|khách quan|(?:yếu tố|mặt|về) chủ quan|lý do|lí do|là do|chủ yếu do|phần do|bởi|xuất phát từ|bắt nguồn|tại vì|vì vậy mà|'
      || '(?:^|[\s,;:(])vì\s|(?:^|[,;:(\-–+•]\s*|\n\s*)do\s|'
      || '\sdo\s+(?:thiếu|chưa|còn|không|đặc thù|điều kiện|địa bàn|ảnh hưởng|tác động|kinh phí|nguồn|nhân lực|biên chế|lực lượng|'
      || 'nhận thức|khối lượng|khách quan|chủ quan|việc|phải|yêu cầu|trình độ|đội ngũ|cán bộ|công chức|một số|một bộ phận|nhiều|tính chất|'
      || 'thay đổi|sắp xếp|sáp nhập|dịch|thời gian|cơ sở|công tác|hệ thống|quy định|văn bản|đường truyền|hạ tầng|người dân|đời sống|mới|số lượng)')
      AS has_cause,
    regexp_matches(lower(coalesce(body, '')),
      'hạn chế|khó khăn|tồn tại|bất cập|vướng mắc|chưa|khuyết điểm|còn\s|thiếu|yếu|bị động|lúng túng') AS has_limit
  FROM plain
),
apart AS (
  -- causes may stand under a heading of their own beside the limits
  SELECT DISTINCT submission_id FROM section
  WHERE words > 0 AND regexp_matches(lower(title), '^\W*(?:về\s+)?nguyên nhân')
)
SELECT read.campaign_id, read.agency_code, read.submission_id, read.outline_path, read.section_id,
  CASE
    WHEN has_cause OR apart.submission_id IS NOT NULL THEN 'pass'
    WHEN on_scan OR NOT has_limit THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  -- the first paragraph that says a limit, not the lead-in that ends in a colon
  coalesce(trich(regexp_extract(body, '(?m)^(.*(?:chưa|thiếu|hạn chế|khó khăn|còn ).*[^:\s])\s*$', 1)), trich(body)) AS evidence,
  page, NULL AS params
FROM read LEFT JOIN apart ON apart.submission_id = read.submission_id
WHERE contains(expects, 'causes') AND body <> '' AND status IN ('present', 'merged', 'thin')
