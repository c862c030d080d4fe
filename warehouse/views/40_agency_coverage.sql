-- view: agency_coverage
-- comment: Mỗi cơ quan: số mục bắt buộc của đề cương theo từng tình trạng
-- columns:
--   campaign_id: Mã đợt báo cáo
--   agency_code: Mã cơ quan
--   present: Có nội dung
--   merged: Trình bày gộp
--   thin: Sơ sài
--   empty: Chỉ có tên mục
--   missing: Chưa thấy
--   unverified: Bản quét, chưa kết luận được
--   of_items: Số mục bắt buộc (mục cuối)
SELECT campaign_id, agency_code,
  count(*) FILTER (status = 'present') AS present, count(*) FILTER (status = 'merged') AS merged,
  count(*) FILTER (status = 'thin') AS thin, count(*) FILTER (status = 'empty') AS empty,
  count(*) FILTER (status = 'missing') AS missing, count(*) FILTER (status IS NULL) AS unverified,
  count(*) AS of_items
FROM coverage WHERE required AND is_leaf
GROUP BY ALL
ORDER BY campaign_id, agency_code
