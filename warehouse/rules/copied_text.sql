-- id: copied_text
-- version: 3
-- suite: content
-- severity: warning
-- owner: officer
-- about: Nội dung là của chính cơ quan, không trùng với báo cáo của cơ quan khác
-- message: Đoạn ở mục «{here}» trùng với báo cáo của {other}.
-- message_many: {n} đoạn trùng với báo cáo của cơ quan khác: {list}.
-- advice: Đề nghị cán bộ đối chiếu hai báo cáo; nếu cần, trao đổi để cơ quan nêu kết quả của chính mình.
-- merge: submission
-- hidden_by: thin_section
-- unjudged: Không so được đoạn nằm trên trang quét.
-- example: Hai xã cùng có một đoạn 80 tiếng giống nhau về công tác hòa giải.
WITH side AS (
  SELECT pair_id, submission_id_a AS submission_id, section_id_a AS section_id, quote_a AS quote, page_a AS page,
    submission_id_b AS other_submission, section_id_b AS other_section, quote_b AS other_quote, page_b AS other_page,
    share, words
  FROM text_repeat WHERE kind = 'between'
  UNION ALL
  SELECT pair_id, submission_id_b, section_id_b, quote_b, page_b, submission_id_a, section_id_a, quote_a, page_a, share, words
  FROM text_repeat WHERE kind = 'between'
),
copied AS (
  -- a passage that several agencies share is one finding, with all of them
  SELECT side.section_id, side.quote, min(side.page) AS page, min(side.other_section) AS other_section,
    string_agg(DISTINCT agency.name, '; ' ORDER BY agency.name) AS names,
    string_agg('(đối chiếu: ' || agency.name || ', ' || coalesce('trang ' || side.other_page || ', ', '') || 'mục '
      || ten_muc(o.path, NULL) || ') ' || CASE WHEN side.again THEN 'nguyên văn như trên' ELSE side.other_quote END,
      chr(10) ORDER BY side.other_section) AS compared
  FROM (
    SELECT *, row_number() OVER (PARTITION BY section_id, quote, other_quote ORDER BY other_section) > 1 AS again FROM side
  ) AS side
  JOIN current_submission AS osub ON osub.submission_id = side.other_submission
  JOIN agency ON agency.campaign_id = osub.campaign_id AND agency.agency_code = osub.agency_code
  JOIN section AS o ON o.section_id = side.other_section
  GROUP BY side.section_id, side.quote
)
SELECT sub.campaign_id, sub.agency_code, sub.submission_id, s.outline_path, s.section_id,
  CASE WHEN copied.section_id IS NOT NULL THEN 'fail' WHEN coalesce(s.scan, false) THEN 'unjudged' ELSE 'pass' END AS verdict,
  copied.quote || chr(10) || copied.compared AS evidence,
  coalesce(copied.page, s.page) AS page,
  CASE WHEN copied.section_id IS NOT NULL THEN
    {'here': ten_muc(s.path, s.title), 'other': copied.names, 'label': ten_muc(s.path, s.title) || ' (' || copied.names || ')',
     'other_section_id': copied.other_section} END AS params
FROM section AS s
JOIN current_submission AS sub ON sub.submission_id = s.submission_id
LEFT JOIN copied ON copied.section_id = s.section_id
WHERE s.words > 0
