-- id: no_causes
-- version: 1
-- suite: content
-- severity: warning
-- owner: agency
-- about: Mục hạn chế nêu cả nguyên nhân
-- message: Mục «{item}» đã nêu hạn chế, chưa thấy nêu nguyên nhân.
-- advice: Đề nghị bổ sung nguyên nhân khách quan, chủ quan của các hạn chế.
-- hidden_by: missing_section empty_section thin_section
-- unjudged: Không thấy nêu hạn chế, hoặc mục nằm trên trang quét.
-- example: “Việc tuyên truyền có lúc chưa thường xuyên; một số mô hình chưa được nhân rộng.”
WITH read AS (
  SELECT *,
    regexp_matches(lower(coalesce(body, '') || chr(10) || coalesce(labels, '')),
      'nguyên nhân|nguyên do|lý do|lí do|là do|chủ yếu do|phần do|vì vậy mà|bởi|xuất phát từ|bắt nguồn|dẫn đến|dẫn tới|khiến |làm cho |tại vì|'
      || '(?:^|[\s,;:(])vì\s|'
      || '(?:^|[,;:(\-–+•]\s*|\n\s*)do\s|'
      || '\sdo\s+(?:thiếu|chưa|còn|không|đặc thù|điều kiện|địa bàn|ảnh hưởng|tác động|kinh phí|nguồn|nhân lực|biên chế|lực lượng|'
      || 'nhận thức|khối lượng|khách quan|chủ quan|việc|phải|yêu cầu|trình độ|đội ngũ|cán bộ|công chức|một số|một bộ phận|nhiều|tính chất|'
      || 'thay đổi|sắp xếp|sáp nhập|dịch|thời gian|cơ sở|công tác|hệ thống|quy định|văn bản|đường truyền|hạ tầng|người dân|đời sống|mới|số lượng)')
      AS has_cause,
    regexp_matches(lower(coalesce(body, '')),
      'hạn chế|khó khăn|tồn tại|bất cập|vướng mắc|chưa|khuyết điểm|còn\s|thiếu|yếu|bị động|lúng túng') AS has_limit
  FROM item_text
)
SELECT campaign_id, agency_code, submission_id, outline_path, section_id,
  CASE
    WHEN has_cause THEN 'pass'
    WHEN on_scan OR NOT has_limit THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  trich(body) AS evidence, page, NULL AS params
FROM read
WHERE contains(expects, 'causes') AND body <> '' AND status IN ('present', 'merged', 'thin')
