-- view: item_section
-- comment: Các mục của báo cáo đang dùng đứng sau mỗi mục của đề cương, kể cả mục con (mỗi mục một dòng)
-- columns:
--   campaign_id: Mã đợt báo cáo
--   agency_code: Mã cơ quan
--   submission_id: Mã bản nộp
--   outline_path: Mục của đề cương
--   section_id: Mục của báo cáo
--   own: Mục trả lời trực tiếp mục này của đề cương
SELECT
  sub.campaign_id, sub.agency_code, sub.submission_id, part.outline_path, si.section_id,
  bool_or(si.own AND si.outline_path = part.outline_path) AS own
FROM current_submission AS sub
JOIN section_item AS si ON si.submission_id = sub.submission_id
JOIN outline_part AS part ON part.campaign_id = sub.campaign_id AND part.part_path = si.outline_path
GROUP BY ALL
