-- id: misnumbered
-- version: 2
-- suite: coverage
-- severity: info
-- owner: agency
-- about: Mục của báo cáo mang số và tên như đề cương
-- message: Nội dung mục «{item}» của đề cương {how}.
-- message_many: {n} mục của đề cương có trong báo cáo nhưng đánh số, đặt tên khác hoặc gộp: {list}.
-- advice: Nội dung đã được ghi nhận; đề nghị đánh số, đặt tên theo đề cương khi hoàn thiện để tiện tổng hợp.
-- merge: submission
-- unjudged: Mục nằm trên trang quét; số mục nhận dạng có thể sai.
-- example: Nội dung của mục A.III.2 đứng ở mục “3. Dân chủ, công khai” của báo cáo.
WITH own AS (
  SELECT si.submission_id, si.outline_path, s.section_id, s.page, s.path, s.title, si.match_kind,
    coalesce(s.scan, false) AS scan,
    row_number() OVER (PARTITION BY si.submission_id, si.outline_path ORDER BY si.match_score DESC NULLS LAST, s.seq) AS rank
  FROM section_item AS si JOIN section AS s ON s.section_id = si.section_id
  WHERE si.own
)
SELECT sub.campaign_id, sub.agency_code, sub.submission_id, own.outline_path, own.section_id,
  CASE
    WHEN own.match_kind IN ('exact', 'override') THEN 'pass'
    WHEN own.scan THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  ten_muc(own.path, own.title) AS evidence, own.page,
  {'how': CASE own.match_kind
      WHEN 'merged' THEN 'được trình bày gộp trong mục «' || ten_muc(own.path, own.title) || '»'
      WHEN 'title' THEN 'được đánh số khác: «' || ten_muc(own.path, own.title) || '»'
      ELSE 'có tên khác: «' || ten_muc(own.path, own.title) || '»' END,
   'label': own.outline_path || ' (' || concat_ws(', ',
      CASE WHEN own.match_kind = 'merged' THEN 'gộp trong mục ' || own.path
        WHEN own.path <> own.outline_path THEN 'số trong báo cáo: ' || own.path END,
      CASE WHEN own.match_kind = 'renamed' THEN 'tên khác' END) || ')'} AS params
FROM own
JOIN current_submission AS sub ON sub.submission_id = own.submission_id
WHERE own.rank = 1
