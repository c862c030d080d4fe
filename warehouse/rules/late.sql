-- id: late
-- version: 1
-- suite: submissions
-- severity: info
-- owner: agency
-- about: Báo cáo đến trước hạn
-- message: Báo cáo nhận lúc {received} ({source}), sau hạn {deadline}.
-- advice: Đề nghị cơ quan, đơn vị lưu ý thời hạn ở các lần báo cáo sau.
-- unjudged: Không rõ thời điểm nhận hoặc không có hạn.
-- example: Hạn 17 giờ ngày 25/04/2026, báo cáo đến ngày 27/04/2026.
WITH first AS (
  -- a later version does not make an agency late that was in time with its first
  SELECT sub.*, row_number() OVER (PARTITION BY campaign_id, agency_code ORDER BY received_at NULLS LAST, version, submission_id) AS rank
  FROM submission AS sub
  WHERE status IN ('read', 'superseded') AND agency_code IS NOT NULL
)
SELECT first.campaign_id, first.agency_code, first.submission_id, NULL AS outline_path, NULL AS section_id,
  CASE WHEN first.is_late IS NULL THEN 'unjudged' WHEN first.is_late THEN 'fail' ELSE 'pass' END AS verdict,
  NULL AS evidence, NULL AS page,
  {'source': CASE first.received_source
      WHEN 'register' THEN 'theo sổ văn bản đến'
      WHEN 'signature' THEN 'theo thời điểm ký số'
      ELSE 'theo thời điểm ghi trên tệp' END,
   'received': strftime(gio_vn(first.received_at), '%H giờ %M ngày %d/%m/%Y'),
   'deadline': strftime(gio_vn(coalesce(agency.deadline, campaign.deadline)), '%H giờ %M ngày %d/%m/%Y')} AS params
FROM first
JOIN campaign ON campaign.campaign_id = first.campaign_id
LEFT JOIN agency ON agency.campaign_id = first.campaign_id AND agency.agency_code = first.agency_code
WHERE first.rank = 1
