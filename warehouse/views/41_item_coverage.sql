-- view: item_coverage
-- comment: Mỗi mục của đề cương: bao nhiêu cơ quan có, thiếu, sơ sài
-- columns:
--   campaign_id: Mã đợt báo cáo
--   outline_path: Mục của đề cương
--   title: Tên mục
--   covered: Số cơ quan có nội dung (kể cả gộp)
--   thin: Số cơ quan viết sơ sài
--   empty: Số cơ quan chỉ có tên mục
--   missing: Số cơ quan chưa thấy
--   unverified: Số bản quét chưa kết luận được
--   of_agencies: Số cơ quan đã có báo cáo
SELECT item.campaign_id, item.outline_path, item.title,
  count(*) FILTER (cover.status IN ('present', 'merged')) AS covered,
  count(*) FILTER (cover.status = 'thin') AS thin, count(*) FILTER (cover.status = 'empty') AS empty,
  count(*) FILTER (cover.status = 'missing') AS missing,
  count(*) FILTER (cover.status IS NULL AND cover.agency_code IS NOT NULL) AS unverified,
  count(cover.agency_code) AS of_agencies
FROM outline_item AS item
LEFT JOIN coverage AS cover USING (campaign_id, outline_path)
GROUP BY item.campaign_id, item.outline_path, item.title, item.seq
ORDER BY item.campaign_id, item.seq
