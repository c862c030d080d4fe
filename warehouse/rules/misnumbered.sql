-- id: misnumbered
-- version: 3
-- suite: coverage
-- severity: info
-- owner: agency
-- about: Mục của báo cáo mang số như đề cương, đứng trong đúng mục lớn
-- message: Nội dung mục «{item}» của đề cương {how}.
-- message_many: {n} mục của đề cương có trong báo cáo nhưng đánh số khác hoặc đứng trong mục lớn khác: {list}.
-- advice: Nội dung đã được ghi nhận; đề nghị đánh số theo đề cương khi hoàn thiện để tiện tổng hợp.
-- merge: submission
-- hidden_by_section: duplicate_section
-- unjudged: Mục nằm trên trang quét; số mục nhận dạng có thể sai.
-- example: Nội dung của mục A.III.2 đứng ở mục “3. Dân chủ, công khai” của báo cáo.
WITH other AS (SELECT * FROM item_place WHERE given IS DISTINCT FROM wanted),
room AS (
  -- headings of the writer's own push the numbers on
  SELECT other.submission_id, other.outline_path, count(*) AS places
  FROM other
  JOIN section AS s ON s.submission_id = other.submission_id AND s.seq < other.seq
    AND s.parent_id IS NOT DISTINCT FROM other.parent_id
  LEFT JOIN (SELECT DISTINCT section_id FROM item_place) AS known ON known.section_id = s.section_id
  WHERE known.section_id IS NULL AND thu_tu(so_muc(s.marker)) IS NOT NULL
  GROUP BY ALL
),
closed AS (
  -- numbers close up over items that are not there, or are told inside another
  SELECT other.submission_id, other.outline_path, count(*) AS places
  FROM other
  JOIN outline_item AS item ON item.campaign_id = other.campaign_id AND item.outline_path = other.outline_path
  JOIN outline_item AS earlier ON earlier.campaign_id = other.campaign_id AND earlier.seq < item.seq
    AND earlier.parent_path IS NOT DISTINCT FROM other.parent_path
  LEFT JOIN item_place AS held ON held.submission_id = other.submission_id
    AND held.outline_path = earlier.outline_path AND held.holds
  WHERE held.outline_path IS NULL
  GROUP BY ALL
),
judged AS (
  SELECT place.*,
    place.given IS DISTINCT FROM place.wanted AND NOT coalesce(
      kieu_so(place.given) = kieu_so(place.wanted) AND thu_tu(place.given)
        = thu_tu(place.wanted) + coalesce(room.places, 0) - coalesce(closed.places, 0), false) AS renumbered
  FROM item_place AS place
  LEFT JOIN room USING (submission_id, outline_path)
  LEFT JOIN closed USING (submission_id, outline_path)
)
SELECT campaign_id, agency_code, submission_id, outline_path, section_id,
  CASE
    -- an item told inside another has no number of its own: see renamed_section
    WHEN match_kind = 'override' OR NOT holds OR NOT (renumbered OR elsewhere) THEN 'pass'
    WHEN scan THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  ten_muc(path, title) AS evidence, page,
  {'how': CASE
      WHEN elsewhere THEN 'đứng trong mục lớn khác: «' || ten_muc(path, title) || '»'
      WHEN given = '' THEN 'chưa mang số thứ tự: «' || coalesce(title, '') || '»'
      ELSE 'được đánh số khác: «' || ten_muc(path, title) || '»' END,
   'label': outline_path || CASE WHEN given = '' THEN ' (chưa đánh số)'
      ELSE ' (số trong báo cáo: ' || path || ')' END} AS params
FROM judged
