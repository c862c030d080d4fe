-- view: item_place
-- comment: Mỗi mục của đề cương đứng ở mục nào của báo cáo, mang số nào (mục khớp nhất, mỗi mục một dòng)
-- columns:
--   campaign_id: Mã đợt báo cáo
--   agency_code: Mã cơ quan
--   submission_id: Mã bản nộp
--   outline_path: Mục của đề cương
--   parent_path: Mục cha trong đề cương
--   wanted: Số thứ tự theo đề cương
--   section_id: Mục của báo cáo
--   parent_id: Mục cha trong báo cáo
--   seq: Thứ tự in
--   page: Trang
--   path: Đường dẫn theo số của báo cáo
--   title: Tên mục như in
--   given: Số thứ tự như in, bỏ phần lặp lại số của mục cha
--   match_kind: Như section.match_kind
--   holds: Là mục giữ chỗ ấy; mục gộp thêm vào thì không
--   elsewhere: Đứng trong một mục lớn khác với đề cương
--   scan: Nằm trên trang quét
WITH own AS (
  SELECT si.submission_id, si.campaign_id, si.outline_path, si.match_score, si.match_kind, s.section_id, s.parent_id,
    s.page, s.path, s.title, s.seq, coalesce(s.scan, false) AS scan, so_muc(s.marker) AS marker,
    s.outline_path = si.outline_path AS first_of_all, item.parent_path, so_muc(item.marker) AS wanted
  FROM section_item AS si
  JOIN section AS s ON s.section_id = si.section_id
  JOIN outline_item AS item ON item.campaign_id = si.campaign_id AND item.outline_path = si.outline_path
  WHERE si.own
  QUALIFY row_number() OVER (
    PARTITION BY si.submission_id, si.outline_path ORDER BY si.match_score DESC NULLS LAST, s.seq
  ) = 1
),
answered AS (
  SELECT section_id, list(outline_path) AS items FROM section_item WHERE own GROUP BY section_id
),
placed AS (
  -- "2.1" under "2" is number 1 there
  SELECT own.*,
    CASE WHEN starts_with(own.marker, so_muc(above.marker) || '.')
      THEN substr(own.marker, length(so_muc(above.marker)) + 2) ELSE own.marker END AS given,
    coalesce(own.parent_path IS NOT NULL AND NOT list_contains(answered.items, own.parent_path), false) AS elsewhere
  FROM own
  LEFT JOIN section AS above ON above.section_id = own.parent_id
  LEFT JOIN answered ON answered.section_id = own.parent_id
)
SELECT sub.campaign_id, sub.agency_code, placed.submission_id, placed.outline_path, placed.parent_path, placed.wanted,
  placed.section_id, placed.parent_id, placed.seq, placed.page, placed.path, placed.title, placed.given,
  placed.match_kind,
  -- of several items told in one section, the one whose number it bears, else the one it answers first of all
  row_number() OVER (
    PARTITION BY placed.section_id
    ORDER BY (placed.match_kind <> 'merged') DESC, (NOT placed.elsewhere AND placed.given = placed.wanted) DESC,
      coalesce(placed.first_of_all, false) DESC, placed.outline_path
  ) = 1 AS holds,
  placed.elsewhere, placed.scan
FROM placed
JOIN current_submission AS sub ON sub.submission_id = placed.submission_id
