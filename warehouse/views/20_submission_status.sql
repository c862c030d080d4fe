-- view: submission_status
-- comment: Tình hình gửi báo cáo: mỗi cơ quan một dòng
-- columns:
--   campaign_id: Mã đợt báo cáo
--   agency_code: Mã cơ quan
--   name: Tên cơ quan
--   kind: Loại cơ quan
--   required: Có bắt buộc báo cáo không
--   sent: Đã có báo cáo đọc được
--   status: on_time, late, unread, secret, wrong_campaign, annex_only, not_sent
--   status_text: Tình trạng bằng tiếng Việt
--   received_at: Thời điểm nhận bản đang dùng
--   first_received_at: Thời điểm nhận bản đầu tiên đọc được
--   is_late: Bản đầu tiên nhận sau hạn
--   deadline: Hạn nộp
--   number: Số, ký hiệu báo cáo
--   date: Ngày báo cáo
--   version: Lần gửi đang dùng
--   versions: Số bản đã gửi (không kể bản trùng, phụ lục)
--   submission_id: Mã bản nộp đang dùng
--   file_name: Tệp đang dùng
--   findings: Số nhận xét
--   blocking: Số nhận xét cần bổ sung trước (mức blocker, error)
--   items_required: Số mục bắt buộc của đề cương
--   items_covered: Số mục bắt buộc đã có nội dung
WITH sent AS (
  SELECT campaign_id, agency_code,
    count(*) FILTER (status IN ('read', 'superseded')) AS versions,
    min(received_at) FILTER (status IN ('read', 'superseded')) AS first_received_at,
    arg_min(is_late, (received_at, coalesce(version, 0)))
      FILTER (status IN ('read', 'superseded') AND received_at IS NOT NULL) AS is_late,
    bool_or(status = 'unread') AS unread,
    bool_or(status = 'secret') AS secret,
    bool_or(status = 'wrong_campaign') AS wrong_campaign,
    bool_or(status = 'annex') AS annex
  FROM submission WHERE agency_code IS NOT NULL
  GROUP BY ALL
),
cover AS (
  SELECT campaign_id, agency_code, count(*) FILTER (required AND is_leaf) AS items_required,
    count(*) FILTER (required AND is_leaf AND status IN ('present', 'merged')) AS items_covered
  FROM coverage GROUP BY ALL
),
found AS (
  SELECT campaign_id, agency_code, count(*) AS findings,
    count(*) FILTER (severity IN ('blocker', 'error')) AS blocking
  FROM finding GROUP BY ALL
),
named AS (
  SELECT agency.campaign_id, agency.agency_code, agency.name, agency.kind, agency.required, agency.seq,
    cur.submission_id IS NOT NULL AS sent,
    CASE
      WHEN cur.submission_id IS NOT NULL AND coalesce(sent.is_late, cur.is_late, false) THEN 'late'
      WHEN cur.submission_id IS NOT NULL THEN 'on_time'
      WHEN sent.unread THEN 'unread'
      WHEN sent.secret THEN 'secret'
      WHEN sent.wrong_campaign THEN 'wrong_campaign'
      WHEN sent.annex THEN 'annex_only'
      ELSE 'not_sent'
    END AS status,
    cur.received_at, sent.first_received_at, coalesce(sent.is_late, cur.is_late) AS is_late, agency.deadline,
    document.number, document.date, cur.version, coalesce(sent.versions, 0) AS versions,
    cur.submission_id, cur.file_name,
    coalesce(found.findings, 0) AS findings, coalesce(found.blocking, 0) AS blocking,
    cover.items_required, cover.items_covered
  FROM agency
  LEFT JOIN sent USING (campaign_id, agency_code)
  LEFT JOIN submission AS cur ON cur.campaign_id = agency.campaign_id AND cur.agency_code = agency.agency_code
    AND cur.is_current AND cur.status = 'read'
  LEFT JOIN document ON document.submission_id = cur.submission_id
  LEFT JOIN cover ON cover.campaign_id = agency.campaign_id AND cover.agency_code = agency.agency_code
  LEFT JOIN found ON found.campaign_id = agency.campaign_id AND found.agency_code = agency.agency_code
)
SELECT campaign_id, agency_code, name, kind, required, sent, status,
  CASE status
    WHEN 'on_time' THEN 'Đúng hạn'
    WHEN 'late' THEN 'Gửi sau hạn'
    WHEN 'unread' THEN 'Đã gửi, chưa đọc được tệp'
    WHEN 'secret' THEN 'Đã gửi, tệp có dấu mật'
    WHEN 'wrong_campaign' THEN 'Đã gửi báo cáo nội dung khác'
    WHEN 'annex_only' THEN 'Mới gửi phụ lục'
    ELSE 'Chưa gửi'
  END AS status_text,
  received_at, first_received_at, is_late, deadline, number, date, version, versions, submission_id, file_name,
  findings, blocking, items_required, items_covered
FROM named
ORDER BY campaign_id, seq, agency_code
