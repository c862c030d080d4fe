-- view: outline_part
-- comment: Mỗi mục của đề cương cùng mọi mục nằm trong nó (kể cả chính nó)
-- columns:
--   campaign_id: Mã đợt báo cáo
--   outline_path: Mục của đề cương
--   part_path: Mục nằm trong (hoặc chính mục đó)
WITH RECURSIVE part AS (
  SELECT campaign_id, outline_path, outline_path AS part_path FROM outline_item
  UNION
  SELECT part.campaign_id, part.outline_path, child.outline_path
  FROM part
  JOIN outline_item AS child ON child.campaign_id = part.campaign_id AND child.parent_path = part.part_path
)
SELECT campaign_id, outline_path, part_path FROM part
