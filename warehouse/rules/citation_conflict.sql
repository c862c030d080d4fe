-- id: citation_conflict
-- version: 3
-- suite: citations
-- severity: warning
-- owner: agency
-- about: Một văn bản được ghi cùng một ngày trong các báo cáo
-- message: «{label}» được ghi ngày {mine}; {others}.
-- advice: Đề nghị đối chiếu bản gốc và ghi thống nhất ngày của văn bản.
-- unjudged: Viện dẫn nằm trên trang quét; ngày nhận dạng có thể sai.
-- example: Báo cáo này ghi Chỉ thị số 16/CT-TTg ngày 16/5/2016, năm báo cáo khác ghi ngày 16/5/2018.
WITH side AS (
  SELECT doc.campaign_id, doc.cited_document_id, doc.type, doc.number,
    CAST(json_extract_string(j.value, '$.date') AS DATE) AS date,
    unnest(CAST(json_extract(j.value, '$.submissions') AS VARCHAR[])) AS submission_id
  FROM cited_document AS doc, json_each(doc.conflicts) AS j
  WHERE doc.conflicts IS NOT NULL
),
heard AS (
  SELECT DISTINCT side.*, sub.agency_code FROM side JOIN current_submission AS sub USING (campaign_id, submission_id)
),
vote AS (
  SELECT campaign_id, cited_document_id, date, count(DISTINCT submission_id) AS votes FROM heard GROUP BY ALL
),
mine AS (
  -- a date taken over from a list neighbour is not what the report printed
  SELECT sub.campaign_id, sub.agency_code, c.submission_id, c.cited_document_id, c.type, c.number, c.date,
    max(c.seq) AS seq,
    arg_min(c.section_id, c.seq) AS section_id, arg_min(c.page, c.seq) AS page, arg_min(c.surface, c.seq) AS surface,
    arg_min(p.printed, c.seq) AS printed
  FROM citation AS c JOIN current_submission AS sub ON sub.submission_id = c.submission_id
  JOIN citation_printed AS p ON p.citation_id = c.citation_id
  WHERE c.date IS NOT NULL AND c.cited_document_id IS NOT NULL
    AND NOT list_contains(string_split(coalesce(c.inherited, ''), ','), 'date')
  GROUP BY ALL
),
weighed AS (
  SELECT mine.*,
    coalesce((SELECT votes FROM vote WHERE vote.cited_document_id = mine.cited_document_id AND vote.date = mine.date), 0) AS for_it,
    (SELECT max(votes) FROM vote WHERE vote.cited_document_id = mine.cited_document_id AND vote.date <> mine.date) AS against,
    (SELECT string_agg(
        concat_ws(' và ', CASE WHEN here THEN 'chỗ khác trong báo cáo này' END,
          CASE WHEN votes > here::INT THEN printf('%02d', votes - here::INT) || ' báo cáo khác' END)
        || ' ghi ngày ' || strftime(date, '%d/%m/%Y'), '; ' ORDER BY date)
     FROM (
       SELECT h.date, count(DISTINCT h.submission_id) AS votes,
         bool_or(h.submission_id = mine.submission_id) AS here
       FROM heard AS h WHERE h.cited_document_id = mine.cited_document_id AND h.date <> mine.date GROUP BY h.date
     )) AS others
  FROM mine
)
SELECT w.campaign_id, w.agency_code, w.submission_id, s.outline_path, w.section_id,
  CASE
    WHEN w.against IS NULL OR w.for_it > w.against THEN 'pass'
    WHEN coalesce(s.scan, false) THEN 'unjudged'
    ELSE 'fail'
  END AS verdict,
  w.printed AS evidence, w.page,
  {'label': w.surface, 'mine': strftime(w.date, '%d/%m/%Y'), 'others': coalesce(w.others, ''),
   'key': coalesce(w.type, '') || w.number} AS params
FROM weighed AS w
LEFT JOIN section AS s ON s.section_id = w.section_id
-- one finding a document and report: the date with the fewest behind it, the later mention on a tie
QUALIFY row_number() OVER (
  PARTITION BY w.submission_id, w.type, w.number
  ORDER BY w.against IS NULL OR w.for_it > w.against, w.for_it, w.seq DESC
) = 1
