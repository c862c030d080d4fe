-- view: coverage
-- comment: Mỗi báo cáo đang dùng đối với mỗi mục của đề cương: có, thiếu, rỗng, sơ sài hay gộp
-- columns:
--   campaign_id: Mã đợt báo cáo
--   agency_code: Mã cơ quan
--   outline_path: Mục của đề cương
--   status: present, missing, empty, thin, merged; trống khi bản quét không cho phép kết luận
--   section_id: Mục của báo cáo trả lời mục này
--   words: Số tiếng, kể cả mục con
--   match_score: Độ khớp (0..1)
--   submission_id: Mã bản nộp
--   match_kind: Khớp nhờ đâu (như section_match); override: do cán bộ xác định là có
--   reason: Vì sao: short, restates, vague (sơ sài); scan (không kết luận được); officer
--   page: Trang bắt đầu của mục
--   min_words: Số tiếng tối thiểu theo đề cương
--   is_leaf: Mục cuối của đề cương
--   required: Có bắt buộc không
WITH grid AS (
  SELECT sub.campaign_id, sub.agency_code, sub.submission_id, sub.is_scan, item.*
  EXCLUDE (campaign_id, seq, marker, level)
  FROM current_submission AS sub
  JOIN outline_item AS item ON item.campaign_id = sub.campaign_id
),
best AS (
  -- the section that answers the item itself: highest score first, then as printed
  SELECT si.submission_id, si.outline_path,
    arg_min(si.section_id, (-coalesce(si.match_score, 0), s.seq)) AS section_id,
    arg_min(si.match_kind, (-coalesce(si.match_score, 0), s.seq)) AS match_kind,
    arg_min(s.page, (-coalesce(si.match_score, 0), s.seq)) AS page,
    max(si.match_score) AS match_score,
    bool_and(si.match_kind = 'merged') AS merged,
    bool_or(coalesce(s.scan, false)) AS scan
  FROM section_item AS si JOIN section AS s ON s.section_id = si.section_id
  WHERE si.own
  GROUP BY ALL
),
amount AS (
  SELECT ls.submission_id, ls.outline_path, sum(coalesce(s.words, 0)) AS words,
    bool_or(coalesce(s.scan, false)) AS scan,
    bool_or(NOT ls.own) AS has_parts
  FROM item_section AS ls JOIN section AS s ON s.section_id = ls.section_id
  GROUP BY ALL
),
child_found AS (
  SELECT DISTINCT best.submission_id, part.outline_path
  FROM best JOIN submission AS sub ON sub.submission_id = best.submission_id
  JOIN outline_part AS part
    ON part.campaign_id = sub.campaign_id AND part.part_path = best.outline_path
    AND part.outline_path <> best.outline_path
),
short AS (
  -- only short texts are read word by word: does anything concrete remain?
  SELECT ls.submission_id, ls.outline_path,
    string_agg(s.text, chr(10) ORDER BY s.seq) AS body,
    string_agg(coalesce(s.title, ''), ' ') AS titles
  FROM item_section AS ls
  JOIN section AS s ON s.section_id = ls.section_id
  JOIN amount ON amount.submission_id = ls.submission_id AND amount.outline_path = ls.outline_path
  JOIN outline_item AS item ON item.campaign_id = ls.campaign_id AND item.outline_path = ls.outline_path
  WHERE amount.words BETWEEN 1 AND 90 AND item.is_leaf
  GROUP BY ALL
),
tokens AS (
  SELECT short.submission_id, short.outline_path, short.body,
    list_distinct(regexp_extract_all(khong_dau(short.body), '[a-z0-9]+')) AS body_words,
    regexp_extract_all(khong_dau(short.titles || ' ' || item.title), '[a-z0-9]+') AS title_words,
    (SELECT list(term) FROM rule_term WHERE kind = 'chung_chung') AS vague_words
  FROM short
  JOIN submission AS sub ON sub.submission_id = short.submission_id
  JOIN outline_item AS item ON item.campaign_id = sub.campaign_id AND item.outline_path = short.outline_path
),
residue AS (
  SELECT submission_id, outline_path,
    len(list_filter(body_words,
      lambda w: NOT list_contains(vague_words, w) AND NOT list_contains(title_words, w))) AS concrete,
    len(regexp_extract_all(body, '[.!?…;][\s”"»)]+\S')) + 1 AS sentences,
    regexp_matches(regexp_replace(body, '\d+[-/.]\S+', '', 'g'), '\d') OR regexp_matches(body, '[“«"]')
      AS has_detail
  FROM tokens
),
officer AS (
  SELECT campaign_id, target AS agency_code, value AS outline_path
  FROM override_applied WHERE kind = 'not_missing' AND applied
),
judged AS (
  SELECT grid.*, best.section_id, best.match_kind, best.match_score, best.page, best.merged,
    coalesce(amount.words, 0) AS words,
    best.section_id IS NOT NULL AS has_own,
    child_found.outline_path IS NOT NULL AS has_child,
    coalesce(amount.scan, grid.is_scan) AS on_scan,
    officer.outline_path IS NOT NULL AS by_officer,
    CASE
      WHEN NOT grid.is_leaf THEN NULL
      WHEN amount.words < grid.min_words THEN 'short'
      WHEN residue.concrete <= 3 AND NOT residue.has_detail THEN 'restates'
      WHEN residue.sentences = 1 AND residue.concrete <= 8 AND NOT residue.has_detail THEN 'vague'
    END AS weak
  FROM grid
  LEFT JOIN best ON best.submission_id = grid.submission_id AND best.outline_path = grid.outline_path
  LEFT JOIN amount ON amount.submission_id = grid.submission_id AND amount.outline_path = grid.outline_path
  LEFT JOIN residue ON residue.submission_id = grid.submission_id AND residue.outline_path = grid.outline_path
  LEFT JOIN child_found
    ON child_found.submission_id = grid.submission_id AND child_found.outline_path = grid.outline_path
  LEFT JOIN officer ON officer.campaign_id = grid.campaign_id AND officer.agency_code = grid.agency_code
    AND officer.outline_path = grid.outline_path
),
named AS (
  SELECT *,
    CASE
      WHEN has_child THEN 'present'
      WHEN NOT has_own THEN 'missing'
      WHEN words = 0 THEN 'empty'
      WHEN weak IS NOT NULL AND NOT merged THEN 'thin'
      WHEN merged THEN 'merged'
      ELSE 'present'
    END AS found
  FROM judged
)
SELECT
  campaign_id, agency_code, outline_path,
  CASE
    WHEN by_officer AND found IN ('missing', 'empty', 'thin') THEN 'present'
    WHEN found = 'missing' AND is_scan THEN NULL
    WHEN found IN ('empty', 'thin') AND on_scan THEN NULL
    ELSE found
  END AS status,
  section_id, CAST(words AS INTEGER) AS words, match_score, submission_id,
  CASE WHEN by_officer AND found = 'missing' THEN 'override' ELSE match_kind END AS match_kind,
  CASE
    WHEN by_officer AND found IN ('missing', 'empty', 'thin') THEN 'officer'
    WHEN (found = 'missing' AND is_scan) OR (found IN ('empty', 'thin') AND on_scan) THEN 'scan'
    WHEN found = 'thin' THEN weak
  END AS reason,
  page, min_words, is_leaf, required
FROM named
