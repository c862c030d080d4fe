-- view: section_item
-- comment: Mỗi mục của báo cáo thuộc mục nào của đề cương, kể cả mục con không có tên trong đề cương
-- columns:
--   campaign_id: Mã đợt báo cáo
--   submission_id: Mã bản nộp
--   section_id: Mã mục của báo cáo
--   outline_path: Mục của đề cương
--   own: Mục trả lời trực tiếp (không phải nhờ mục cha)
--   match_score: Độ khớp của mục trả lời trực tiếp
--   match_kind: exact, title, renamed, merged, override của mục trả lời trực tiếp
WITH RECURSIVE anchor AS (
  SELECT campaign_id, submission_id, section_id, outline_path, match_score, match_kind
  FROM section_match
  WHERE match_kind <> 'child'
),
holder AS (SELECT DISTINCT section_id FROM anchor WHERE match_kind <> 'merged'),
walk AS (
  SELECT campaign_id, submission_id, section_id, outline_path, true AS own, match_score, match_kind FROM anchor
  UNION
  SELECT walk.campaign_id, walk.submission_id, child.section_id, walk.outline_path, false, NULL, NULL
  FROM walk
  JOIN section AS child ON child.parent_id = walk.section_id
  LEFT JOIN holder ON holder.section_id = child.section_id
  WHERE holder.section_id IS NULL
)
SELECT campaign_id, submission_id, section_id, outline_path, own, match_score, match_kind FROM walk
