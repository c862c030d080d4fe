-- id: not_submitted
-- version: 2
-- suite: submissions
-- severity: blocker
-- owner: agency
-- about: Cơ quan phải báo cáo đã gửi báo cáo
-- message: Chưa nhận được báo cáo của {agency} (hạn {deadline}){unplaced}.
-- advice: Đề nghị gửi báo cáo theo văn bản yêu cầu.
-- hidden_by_agency: unread_file secret_marking
-- unjudged: Chưa đến hạn nộp.
-- example: Đã qua hạn, hộp nhận không có tệp nào của cơ quan.
SELECT agency.campaign_id, agency.agency_code, NULL AS submission_id, NULL AS outline_path, NULL AS section_id,
  CASE
    WHEN sub.submission_id IS NOT NULL THEN 'pass'
    WHEN getvariable('as_of') IS NOT NULL AND getvariable('as_of') <= coalesce(agency.deadline, campaign.deadline)
      THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  NULL AS evidence, NULL AS page,
  {'deadline': coalesce(strftime(gio_vn(coalesce(agency.deadline, campaign.deadline)), '%d/%m/%Y'), 'không ghi'),
   'unplaced': coalesce('; có tệp chưa rõ nơi gửi, có thể là của cơ quan này: ' || unplaced.files, '')} AS params
FROM agency
JOIN campaign ON campaign.campaign_id = agency.campaign_id
LEFT JOIN current_submission AS sub ON sub.campaign_id = agency.campaign_id AND sub.agency_code = agency.agency_code
LEFT JOIN (
  SELECT agency.campaign_id, agency.agency_code,
    string_agg('«' || file_name || '»', ', ' ORDER BY file_name) AS files
  FROM agency
  JOIN submission AS waiting ON waiting.campaign_id = agency.campaign_id AND waiting.status = 'unmatched'
    AND list_contains(string_split(waiting.agency_candidates, ';'), agency.agency_code)
  GROUP BY agency.campaign_id, agency.agency_code
) AS unplaced ON unplaced.campaign_id = agency.campaign_id AND unplaced.agency_code = agency.agency_code
WHERE coalesce(agency.required, true)
