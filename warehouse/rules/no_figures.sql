-- id: no_figures
-- version: 1
-- suite: content
-- severity: warning
-- owner: agency
-- about: Mục mà đề cương cần số liệu có ít nhất một số liệu kết quả
-- message: Chưa thấy số liệu trong mục «{item}».
-- advice: Đề nghị bổ sung số liệu kết quả, kèm đơn vị tính và kỳ số liệu.
-- hidden_by: missing_section empty_section thin_section
-- hidden_over: no_figures
-- unjudged: Báo cáo ghi không phát sinh, hoặc mục nằm trên trang quét; chữ số nhận dạng có thể sai nên không kết luận.
-- example: “Công tác tiếp công dân được duy trì thường xuyên, giải quyết kịp thời các kiến nghị.”
WITH counted AS (
  -- results only: a length of time or an age is not a result
  SELECT ls.submission_id, ls.outline_path, count(*) AS figures
  FROM item_section AS ls JOIN figure ON figure.section_id = ls.section_id
  WHERE lower(coalesce(figure.unit, '')) NOT IN (SELECT term FROM rule_term WHERE kind = 'time_unit')
  GROUP BY ALL
),
noted AS (
  -- numbers in footnotes and tables count too: “12 hộ”, not dates and document numbers
  SELECT submission_id, outline_path,
    len(list_filter(
      regexp_extract_all(
        regexp_replace(concat_ws(chr(10), notes, cells),
          '(?i)(?:số|ngày|tháng|năm|điều|khoản|mục|điểm|khóa|lần)\s*:?\s*\d\S*|\d+[-/]\S+', ' ', 'g'),
        '(?:^|[\s(])\d{1,3}(?:[.,]\d+)*\s+(\p{L}+)', 1),
      lambda w: lower(w) NOT IN ('năm', 'tháng', 'ngày', 'giờ', 'tuổi', 'quý', 'của', 'và', 'về')
    )) + CASE WHEN regexp_matches(coalesce(cells, ''), '(?m)^\d[\d.,]*$') THEN 1 ELSE 0 END AS numbers
  FROM (
    SELECT t.submission_id, t.outline_path, t.cells,
      (SELECT string_agg(footnote.text, chr(10)) FROM item_section AS ls
       JOIN footnote ON footnote.section_id = ls.section_id
       WHERE ls.submission_id = t.submission_id AND ls.outline_path = t.outline_path) AS notes
    FROM item_text AS t
  )
)
SELECT t.campaign_id, t.agency_code, t.submission_id, t.outline_path, t.section_id,
  CASE
    WHEN coalesce(counted.figures, 0) + coalesce(noted.numbers, 0) > 0 THEN 'pass'
    -- numbers written out: “mười hai phòng”, “hai phần ba hồ sơ”, not “mười năm”
    WHEN regexp_matches(regexp_replace(lower(t.body), 'mười năm', '', 'g'),
      '(?:^|[\s(])(?:(?:hai|ba|bốn|năm|sáu|bảy|tám|chín)\s+(?:mươi|trăm|nghìn|ngàn|triệu|phần)|'
      || '(?:một|mấy)?\s*mười\s+\p{L}+)\s') THEN 'pass'
    WHEN t.on_scan OR khong_phat_sinh(t.body) THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  trich(t.body) AS evidence, t.page, NULL AS params
FROM item_text AS t
LEFT JOIN counted ON counted.submission_id = t.submission_id AND counted.outline_path = t.outline_path
LEFT JOIN noted ON noted.submission_id = t.submission_id AND noted.outline_path = t.outline_path
WHERE contains(t.expects, 'figures') AND t.body <> '' AND t.status IN ('present', 'merged', 'thin')
