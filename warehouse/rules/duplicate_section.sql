-- id: duplicate_section
-- version: 1
-- suite: coverage
-- severity: warning
-- owner: agency
-- about: Mỗi mục chỉ đứng một lần trong báo cáo
-- message: Mục «{here}» đứng hai lần trong báo cáo.
-- advice: Đề nghị rà soát, gộp nội dung về một mục.
-- unjudged: Mục nằm trên trang quét; tên mục nhận dạng có thể sai.
-- example: Báo cáo có hai mục “2. Công tác tiếp dân”, ở trang 4 và trang 7.
WITH heading AS (
  SELECT s.*, khong_dau(regexp_replace(trim(s.title), '[\s.:;]+$', '')) AS title_key,
    khong_dau(regexp_replace(s.text, '\s+', ' ', 'g')) AS text_key
  FROM section AS s JOIN current_submission USING (submission_id)
  WHERE coalesce(s.kind, 'heading') = 'heading' AND coalesce(trim(s.title), '') <> ''
),
twin AS (
  SELECT b.section_id, arg_min(a.section_id, a.seq) AS first_id
  FROM heading AS a
  JOIN heading AS b ON a.submission_id = b.submission_id AND a.title_key = b.title_key AND a.seq < b.seq
    AND (coalesce(a.parent_id, '') = coalesce(b.parent_id, '') OR (a.text_key = b.text_key AND a.words >= 15))
  GROUP BY b.section_id
)
SELECT sub.campaign_id, sub.agency_code, sub.submission_id,
  coalesce(s.outline_path, first.outline_path) AS outline_path, s.section_id,
  CASE WHEN twin.section_id IS NULL THEN 'pass' WHEN coalesce(s.scan, false) THEN 'unjudged' ELSE 'fail' END AS verdict,
  ten_muc(s.path, s.title) || coalesce(' (trang ' || s.page || ')', '')
    || '; ' || ten_muc(first.path, first.title) || coalesce(' (trang ' || first.page || ')', '') AS evidence,
  s.page, {'here': ten_muc(s.path, s.title), 'other_section_id': first.section_id} AS params
FROM heading AS s
JOIN current_submission AS sub ON sub.submission_id = s.submission_id
LEFT JOIN twin ON twin.section_id = s.section_id
LEFT JOIN section AS first ON first.section_id = twin.first_id
