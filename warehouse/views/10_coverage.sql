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
--   reason: Vì sao: short, restates, vague (sơ sài); nothing (báo cáo ghi không phát sinh); scan (không kết luận được); officer; supplement (nằm trong báo cáo bổ sung)
--   page: Trang bắt đầu của mục
--   min_words: Số tiếng tối thiểu theo đề cương
--   is_leaf: Mục cuối của đề cương
--   required: Có bắt buộc không
WITH sub AS MATERIALIZED (SELECT * FROM current_submission),
part AS MATERIALIZED (SELECT * FROM outline_part),
in_tables AS (
  -- what stands in a table is content too
  SELECT report_table.section_id, sum(len(string_split(trim(table_cell.text), ' '))) AS words
  FROM sub
  JOIN report_table ON report_table.submission_id = sub.submission_id
  JOIN table_cell ON table_cell.table_id = report_table.table_id
  WHERE trim(table_cell.text) <> ''
  GROUP BY ALL
),
piece AS MATERIALIZED (
  -- each section with the items it stands under, its size and place; no text yet
  SELECT sub.campaign_id, si.submission_id, si.outline_path, si.section_id, si.own, si.match_score, si.match_kind,
    s.seq, s.page, coalesce(s.words, 0) + coalesce(in_tables.words, 0) AS words, coalesce(s.scan, false) AS scan
  FROM sub
  JOIN section_item AS si ON si.submission_id = sub.submission_id
  JOIN section AS s ON s.section_id = si.section_id
  LEFT JOIN in_tables ON in_tables.section_id = s.section_id
),
grid AS (
  SELECT sub.campaign_id, sub.agency_code, sub.submission_id, sub.is_scan, item.*
  EXCLUDE (campaign_id, seq, marker, level)
  FROM sub JOIN outline_item AS item ON item.campaign_id = sub.campaign_id
),
best AS MATERIALIZED (
  -- the section that answers the item itself: highest score first, then as printed
  SELECT campaign_id, submission_id, outline_path,
    arg_min({'id': section_id, 'kind': match_kind, 'page': page}, (-coalesce(match_score, 0), seq)) AS first,
    max(match_score) AS match_score,
    bool_and(match_kind = 'merged') AS merged
  FROM piece WHERE own GROUP BY ALL
),
amount AS MATERIALIZED (
  SELECT submission_id, outline_path, sum(words) AS words, bool_or(scan) AS scan
  FROM (
    SELECT DISTINCT piece.submission_id, part.outline_path, piece.section_id, piece.words, piece.scan
    FROM piece JOIN part ON part.campaign_id = piece.campaign_id AND part.part_path = piece.outline_path
  )
  GROUP BY ALL
),
child_found AS (
  SELECT DISTINCT best.submission_id, part.outline_path
  FROM best
  JOIN part ON part.campaign_id = best.campaign_id AND part.part_path = best.outline_path
    AND part.outline_path <> best.outline_path
),
brief AS MATERIALIZED (
  -- only short texts are read word by word: does anything concrete remain?
  SELECT amount.submission_id, item.campaign_id, item.outline_path, item.title, amount.words
  FROM amount
  JOIN sub ON sub.submission_id = amount.submission_id
  JOIN outline_item AS item ON item.campaign_id = sub.campaign_id AND item.outline_path = amount.outline_path
  WHERE amount.words BETWEEN 1 AND 70 AND item.is_leaf
),
plain AS MATERIALIZED (
  -- a number (not of a document) or a quoted name is something concrete already
  SELECT brief.submission_id, brief.outline_path, string_agg(s.text, chr(10) ORDER BY s.seq) AS body,
    string_agg(coalesce(s.text_search, khong_dau(s.text)), ' ') AS folded,
    string_agg(coalesce(s.title, ''), ' ') || ' ' || any_value(brief.title) AS titles
  FROM brief
  JOIN (SELECT DISTINCT submission_id, outline_path, section_id FROM piece) AS p
    ON p.submission_id = brief.submission_id AND p.outline_path = brief.outline_path
  JOIN section AS s ON s.section_id = p.section_id
  GROUP BY brief.submission_id, brief.outline_path
  -- several sentences with many words do more than restate a title
  HAVING (any_value(brief.words) <= 45
      OR NOT regexp_matches(string_agg(s.text, chr(10)), '[.!?…;][\s”"»)]+\S'))
    AND NOT regexp_matches(regexp_replace(string_agg(s.text, chr(10)), '\d+[-/.]\S+', '', 'g'), '\d|[“«"]')
),
stop AS MATERIALIZED (SELECT list(term) AS words FROM rule_term WHERE kind = 'chung_chung'),
worded AS MATERIALIZED (
  SELECT submission_id, outline_path, list_distinct(regexp_extract_all(folded, '[a-z0-9]+')) AS body_words,
    list_concat(stop.words, regexp_extract_all(khong_dau(titles), '[a-z0-9]+')) AS known
  FROM plain, stop
),
concrete AS (
  SELECT submission_id, outline_path,
    len(list_filter(body_words, lambda word: NOT list_contains(known, word))) AS concrete
  FROM worded
),
continued AS (
  -- an empty heading, then a numbering that starts anew and answers no item: it may well be the heading's
  -- own list, so the heading is not called empty
  SELECT DISTINCT best.submission_id, best.outline_path
  FROM best
  JOIN section AS s ON s.section_id = best.first.id AND coalesce(s.words, 0) = 0
  JOIN section AS next ON next.submission_id = s.submission_id AND next.seq = s.seq + 1 AND next.words > 0
    AND trim(next.marker, ' .)(') IN ('1', 'a', 'I', 'A', '-', '+')
  LEFT JOIN (SELECT DISTINCT section_id FROM piece WHERE own) AS placed ON placed.section_id = next.section_id
  WHERE placed.section_id IS NULL
),
nothing_to_report AS (
  -- “(nếu có)” in the outline, “không phát sinh” in the report: that is the answer
  SELECT brief.submission_id, brief.outline_path, contains(lower(any_value(brief.title)), 'nếu có') AS answered,
    -- with a figure, or something done, it tells more than that
    NOT regexp_matches(lower(string_agg(s.text, chr(10))), '\d|(?:^|\s)(?:đã|nhưng|vẫn|song|tuy)\s') AS bare
  FROM brief
  JOIN (SELECT DISTINCT submission_id, outline_path, section_id FROM piece) AS p
    ON p.submission_id = brief.submission_id AND p.outline_path = brief.outline_path
  JOIN section AS s ON s.section_id = p.section_id
  WHERE brief.words <= 50
  GROUP BY brief.submission_id, brief.outline_path
  HAVING khong_phat_sinh(string_agg(s.text, chr(10) ORDER BY s.seq))
),
residue AS (
  SELECT plain.submission_id, plain.outline_path, coalesce(concrete.concrete, 0) AS concrete,
    len(regexp_extract_all(body, '[.!?…;][\s”"»)]+\S')) + 1 AS sentences
  FROM plain LEFT JOIN concrete USING (submission_id, outline_path)
),
officer AS (
  SELECT campaign_id, target AS agency_code, value AS outline_path
  FROM override_applied WHERE kind = 'not_missing' AND applied
),
added AS (
  -- what a supplement of the report tells; it counts where the report itself shows nothing
  SELECT sub.submission_id, part.outline_path, sum(s.words) AS words,
    arg_min({'id': s.section_id, 'kind': si.match_kind, 'page': s.page}, (-coalesce(si.match_score, 0), s.seq)) AS first,
    max(si.match_score) AS match_score
  FROM sub
  JOIN submission AS extra ON extra.belongs_to = sub.submission_id AND extra.campaign_id = sub.campaign_id
    AND extra.status = 'annex' AND extra.reason_code = 'supplement'
  JOIN section_match AS si ON si.submission_id = extra.submission_id
  JOIN section AS s ON s.section_id = si.section_id
  JOIN part ON part.campaign_id = sub.campaign_id AND part.part_path = si.outline_path
  WHERE s.words > 0
  GROUP BY ALL
),
judged AS (
  SELECT grid.*, best.first.id AS section_id, best.first.kind AS match_kind, best.match_score,
    best.first.page AS page, best.merged,
    coalesce(amount.words, 0) AS words,
    best.outline_path IS NOT NULL AS has_own,
    child_found.outline_path IS NOT NULL AS has_child,
    continued.outline_path IS NOT NULL AS goes_on,
    coalesce(amount.scan, grid.is_scan) AS on_scan,
    officer.outline_path IS NOT NULL AS by_officer,
    added.words AS added_words, added.first AS added_first, added.match_score AS added_score,
    CASE
      WHEN NOT grid.is_leaf OR nothing_to_report.answered THEN NULL
      WHEN nothing_to_report.bare THEN 'nothing'
      WHEN amount.words < grid.min_words THEN 'short'
      WHEN residue.concrete <= 3 THEN 'restates'
      WHEN residue.sentences = 1 AND residue.concrete <= 8 THEN 'vague'
    END AS weak
  FROM grid
  LEFT JOIN best ON best.submission_id = grid.submission_id AND best.outline_path = grid.outline_path
  LEFT JOIN amount ON amount.submission_id = grid.submission_id AND amount.outline_path = grid.outline_path
  LEFT JOIN residue ON residue.submission_id = grid.submission_id AND residue.outline_path = grid.outline_path
  LEFT JOIN continued
    ON continued.submission_id = grid.submission_id AND continued.outline_path = grid.outline_path
  LEFT JOIN nothing_to_report
    ON nothing_to_report.submission_id = grid.submission_id AND nothing_to_report.outline_path = grid.outline_path
  LEFT JOIN child_found
    ON child_found.submission_id = grid.submission_id AND child_found.outline_path = grid.outline_path
  LEFT JOIN added ON added.submission_id = grid.submission_id AND added.outline_path = grid.outline_path
  LEFT JOIN officer ON officer.campaign_id = grid.campaign_id AND officer.agency_code = grid.agency_code
    AND officer.outline_path = grid.outline_path
),
named AS (
  SELECT *,
    CASE
      WHEN has_child THEN 'present'
      WHEN NOT has_own THEN 'missing'
      WHEN words = 0 AND goes_on THEN 'present'
      WHEN words = 0 THEN 'empty'
      WHEN weak IS NOT NULL AND NOT merged THEN 'thin'
      WHEN merged THEN 'merged'
      ELSE 'present'
    END AS found
  FROM judged
),
settled AS (
  SELECT *,
    added_words IS NOT NULL AND (found IN ('missing', 'empty') OR (found = 'thin' AND added_words >= min_words))
      AS by_supplement
  FROM named
)
SELECT
  campaign_id, agency_code, outline_path,
  CASE
    WHEN by_supplement THEN 'present'
    WHEN by_officer AND found IN ('missing', 'empty', 'thin') THEN 'present'
    WHEN found = 'missing' AND is_scan THEN NULL
    WHEN found IN ('empty', 'thin') AND on_scan THEN NULL
    ELSE found
  END AS status,
  CASE WHEN by_supplement THEN added_first.id ELSE section_id END AS section_id,
  CAST(CASE WHEN by_supplement THEN added_words ELSE words END AS INTEGER) AS words,
  CASE WHEN by_supplement THEN added_score ELSE match_score END AS match_score, submission_id,
  CASE
    WHEN by_supplement THEN added_first.kind
    WHEN by_officer AND found = 'missing' THEN 'override'
    ELSE match_kind
  END AS match_kind,
  CASE
    WHEN by_supplement THEN 'supplement'
    WHEN by_officer AND found IN ('missing', 'empty', 'thin') THEN 'officer'
    WHEN (found = 'missing' AND is_scan) OR (found IN ('empty', 'thin') AND on_scan) THEN 'scan'
    WHEN found = 'thin' THEN weak
  END AS reason,
  CASE WHEN by_supplement THEN added_first.page ELSE page END AS page, min_words, is_leaf, required
FROM settled
