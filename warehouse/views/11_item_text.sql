-- view: item_text
-- comment: Nội dung của từng báo cáo dưới mỗi mục có yêu cầu riêng (số liệu, văn bản, điển hình …)
-- columns:
--   campaign_id: Mã đợt báo cáo
--   agency_code: Mã cơ quan
--   submission_id: Mã bản nộp
--   outline_path: Mục của đề cương
--   title: Tên mục của đề cương
--   expects: Nội dung cần có
--   status: Tình trạng mục (như coverage)
--   section_id: Mục của báo cáo
--   page: Trang
--   body: Toàn bộ nội dung dưới mục, kể cả mục con và chú thích
--   labels: Tên các mục con có nội dung
--   cells: Nội dung các bảng dưới mục
--   on_scan: Đọc bằng nhận dạng chữ
WITH part AS (
  SELECT ls.submission_id, ls.outline_path,
    string_agg(s.text, chr(10) ORDER BY s.seq) FILTER (s.text <> '') AS body,
    string_agg(s.title, chr(10) ORDER BY s.seq) FILTER (NOT ls.own AND s.title <> '') AS labels,
    bool_or(coalesce(s.scan, false)) AS on_scan
  FROM item_section AS ls JOIN section AS s ON s.section_id = ls.section_id
  GROUP BY ALL
),
note AS (
  SELECT ls.submission_id, ls.outline_path, string_agg(footnote.text, chr(10) ORDER BY footnote.n) AS notes
  FROM item_section AS ls JOIN footnote ON footnote.section_id = ls.section_id
  GROUP BY ALL
),
cell AS (
  SELECT ls.submission_id, ls.outline_path,
    string_agg(table_cell.text, chr(10) ORDER BY report_table.seq, table_cell.row, table_cell.column) AS cells
  FROM item_section AS ls
  JOIN report_table ON report_table.section_id = ls.section_id
  JOIN table_cell ON table_cell.table_id = report_table.table_id
  GROUP BY ALL
)
SELECT cover.campaign_id, cover.agency_code, cover.submission_id, cover.outline_path, item.title, item.expects,
  cover.status, cover.section_id, cover.page,
  concat_ws(chr(10), part.body, note.notes) AS body, part.labels, cell.cells, coalesce(part.on_scan, false) AS on_scan
FROM coverage AS cover
JOIN outline_item AS item ON item.campaign_id = cover.campaign_id AND item.outline_path = cover.outline_path
LEFT JOIN part ON part.submission_id = cover.submission_id AND part.outline_path = cover.outline_path
LEFT JOIN note ON note.submission_id = cover.submission_id AND note.outline_path = cover.outline_path
LEFT JOIN cell ON cell.submission_id = cover.submission_id AND cell.outline_path = cover.outline_path
WHERE coalesce(item.expects, '') <> ''
