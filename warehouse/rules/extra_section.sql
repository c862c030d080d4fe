-- id: extra_section
-- version: 1
-- suite: coverage
-- severity: info
-- owner: agency
-- about: Mục của báo cáo có trong đề cương
-- message: Mục «{here}» của báo cáo không có trong đề cương.
-- message_many: {n} mục của báo cáo không có trong đề cương: {list}.
-- advice: Nội dung vẫn được lưu; đề nghị xem có nên chuyển về mục phù hợp của đề cương.
-- merge: submission
-- hidden_by_section: duplicate_section
-- unjudged: Mục nằm trên trang quét; tên mục nhận dạng có thể sai.
-- example: Báo cáo có thêm mục “IX. Công tác phòng cháy, chữa cháy”.
WITH RECURSIVE covered AS (
  SELECT DISTINCT section_id FROM section_item
),
above AS (
  -- a heading that only groups matched headings is not extra
  SELECT s.parent_id AS section_id FROM covered JOIN section AS s ON s.section_id = covered.section_id
  WHERE s.parent_id IS NOT NULL
  UNION
  SELECT s.parent_id FROM above JOIN section AS s ON s.section_id = above.section_id WHERE s.parent_id IS NOT NULL
),
placed AS (SELECT section_id FROM covered UNION SELECT section_id FROM above)
SELECT sub.campaign_id, sub.agency_code, sub.submission_id, NULL AS outline_path, s.section_id,
  CASE
    WHEN placed.section_id IS NOT NULL THEN 'pass'
    WHEN coalesce(s.scan, false) THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  ten_muc(s.path, s.title) AS evidence, s.page,
  {'here': ten_muc(s.path, s.title), 'label': '«' || ten_muc(s.path, s.title) || '»'} AS params
FROM section AS s
JOIN current_submission AS sub ON sub.submission_id = s.submission_id
LEFT JOIN placed ON placed.section_id = s.section_id
LEFT JOIN placed AS parent ON parent.section_id = s.parent_id
WHERE coalesce(s.kind, 'heading') = 'heading' AND coalesce(trim(s.title), '') <> ''
  AND (s.parent_id IS NULL OR parent.section_id IS NOT NULL)
