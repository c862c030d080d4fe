-- id: renamed_section
-- version: 1
-- suite: coverage
-- severity: info
-- owner: agency
-- about: Mục của báo cáo mang tên như đề cương, mỗi mục đứng riêng
-- message: Nội dung mục «{item}» của đề cương {how}.
-- message_many: {n} mục của đề cương có trong báo cáo dưới tên khác hoặc trình bày gộp: {list}.
-- advice: Nội dung đã được ghi nhận; đề nghị đặt tên mục theo đề cương khi hoàn thiện để tiện tổng hợp.
-- merge: submission
-- hidden_by_section: duplicate_section
-- unjudged: Mục nằm trên trang quét; tên mục nhận dạng có thể sai.
-- example: Mục “II.3. Số hóa tài liệu” của đề cương mang tên “3. Đưa tài liệu lên máy” trong báo cáo.
SELECT campaign_id, agency_code, submission_id, outline_path, section_id,
  CASE
    -- of two items told under one title, the one that holds the place is there
    WHEN match_kind NOT IN ('renamed', 'merged') OR (match_kind = 'merged' AND holds) THEN 'pass'
    WHEN scan THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  ten_muc(path, title) AS evidence, page,
  {'how': CASE match_kind WHEN 'merged' THEN 'được trình bày gộp trong mục «' ELSE 'mang tên khác: «' END
      || ten_muc(path, title) || '»',
   'label': outline_path || CASE match_kind
      WHEN 'merged' THEN ' (gộp trong mục ' || path || ')'
      ELSE ' («' || ten_ngan(title) || '»)' END} AS params
FROM item_place
