-- id: wrong_campaign
-- version: 2
-- suite: submissions
-- severity: blocker
-- owner: agency
-- about: Báo cáo gửi đến đúng nội dung của đợt báo cáo
-- message: Tệp «{file}» chưa được dùng để tổng hợp: {why}
-- advice: {todo}
-- unjudged: Tệp không đọc được nên không xét nội dung.
-- example: Tệp gửi đến là báo cáo công tác phòng, chống thiên tai.
SELECT sub.campaign_id, sub.agency_code, sub.submission_id, NULL AS outline_path, NULL AS section_id,
  CASE sub.status WHEN 'wrong_campaign' THEN 'fail' WHEN 'unread' THEN 'unjudged' ELSE 'pass' END AS verdict,
  document.subject AS evidence, CASE WHEN document.subject IS NOT NULL AND document.pages IS NOT NULL THEN 1 END AS page,
  -- beside a report of the campaign that was read, a stray file holds nothing up
  CASE WHEN cur.submission_id IS NOT NULL THEN 'info' END AS severity,
  {'todo': CASE WHEN cur.submission_id IS NULL
      THEN 'Đề nghị kiểm tra và gửi báo cáo theo đúng văn bản yêu cầu.'
      ELSE 'Báo cáo của đợt đã được ghi nhận; nếu tệp này gửi nhầm thì không phải gửi lại.' END,
   'file': regexp_extract(sub.file_name, '[^/]+$'), 'key': sub.file_name,
   'why': coalesce(nullif(sub.reason, ''), 'nội dung khác với đợt báo cáo này.')} AS params
FROM submission AS sub LEFT JOIN document ON document.submission_id = sub.submission_id
LEFT JOIN current_submission AS cur ON cur.campaign_id = sub.campaign_id AND cur.agency_code = sub.agency_code
WHERE sub.status NOT IN ('secret', 'duplicate')
