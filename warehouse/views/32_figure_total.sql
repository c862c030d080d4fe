-- view: figure_total
-- comment: Cộng số liệu theo mục, đơn vị tính và kỳ; chỉ cộng khi rõ kỳ và mỗi cơ quan chỉ nêu một số
-- columns:
--   campaign_id: Mã đợt báo cáo
--   outline_path: Mục của đề cương
--   unit: Đơn vị tính
--   period: Kỳ số liệu; trống khi báo cáo không ghi kỳ
--   total: Tổng; trống khi không cộng được (không ghi kỳ, hoặc đơn vị là tỷ lệ)
--   agencies: Số cơ quan có số liệu được cộng
--   of_agencies: Số cơ quan đã có báo cáo
--   values_seen: Số lượng số liệu tìm thấy
--   agencies_seen: Số cơ quan có nêu số liệu
--   approximate: Số cơ quan nêu số ước lượng (trên, khoảng …) trong tổng
--   ambiguous: Số cơ quan nêu nhiều số khác nhau cho cùng đơn vị, kỳ: không cộng
WITH reported AS (SELECT campaign_id, count(*) AS n FROM current_submission GROUP BY ALL),
here AS (
  SELECT sub.campaign_id, sub.agency_code, item.outline_path, lower(fig.unit) AS unit, fig.period,
    min(fig.value) AS value, count(*) AS n, count(DISTINCT fig.value) AS different,
    bool_or(fig.qualifier IS NOT NULL) AS approximate
  FROM current_submission AS sub
  JOIN figure AS fig ON fig.submission_id = sub.submission_id
  JOIN section_item AS item ON item.section_id = fig.section_id AND item.submission_id = sub.submission_id
  WHERE fig.unit IS NOT NULL
  GROUP BY ALL
)
SELECT campaign_id, outline_path, unit, period,
  CASE
    WHEN period IS NULL OR unit IN ('%', '‰', 'phần trăm', 'điểm phần trăm', 'điểm') THEN NULL
    ELSE sum(value) FILTER (different = 1)
  END AS total,
  count(*) FILTER (different = 1) AS agencies,
  any_value(reported.n) AS of_agencies,
  CAST(sum(here.n) AS BIGINT) AS values_seen, count(*) AS agencies_seen,
  count(*) FILTER (different = 1 AND approximate) AS approximate,
  count(*) FILTER (different > 1) AS ambiguous
FROM here JOIN reported USING (campaign_id)
GROUP BY campaign_id, outline_path, unit, period
ORDER BY campaign_id, outline_path, unit, period NULLS LAST
