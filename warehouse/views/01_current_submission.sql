-- view: current_submission
-- comment: Báo cáo đang dùng để tổng hợp: bản mới nhất đọc được của mỗi cơ quan
-- columns:
--   campaign_id: Mã đợt báo cáo
--   agency_code: Mã cơ quan
--   submission_id: Mã bản nộp
--   is_scan: Có trang là bản quét
SELECT campaign_id, agency_code, submission_id, coalesce(is_scan, false) AS is_scan
FROM submission
WHERE is_current AND status = 'read' AND agency_code IS NOT NULL
