-- view: plan_year
-- comment: Kế hoạch nêu trong báo cáo theo cơ quan và năm: của chính cơ quan và của nơi khác
-- columns:
--   campaign_id: Mã đợt báo cáo
--   agency_code: Cơ quan nêu kế hoạch trong báo cáo
--   year: Năm; trống khi chưa biết năm
--   own_plans: Số kế hoạch của chính cơ quan
--   other_plans: Số kế hoạch của nơi khác
--   own_numbers: Số, ký hiệu các kế hoạch của chính cơ quan
SELECT campaign_id, agency_code, year, count(*) FILTER (own) AS own_plans,
  count(*) FILTER (NOT own) AS other_plans,
  string_agg(number, '; ' ORDER BY date, number) FILTER (own) AS own_numbers
FROM plan_register
GROUP BY campaign_id, agency_code, year
ORDER BY campaign_id, agency_code, year
