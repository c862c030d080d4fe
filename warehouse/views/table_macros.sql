-- Macros that return tables; created after the views they read.

-- tim('dan van kheo'): sections that hold the words in this order, whatever accents and case.
CREATE OR REPLACE MACRO tim(cau) AS TABLE
SELECT campaign_id, agency_code, agency_name, file_name, part, path, title, page, text
FROM search_text
WHERE contains(text_search, trim(regexp_replace(khong_dau(cau), '\s+', ' ', 'g')))
ORDER BY campaign_id, agency_code, part, path;

-- tim_moi('tiep dan doi thoai'): sections that hold every word, in any order.
CREATE OR REPLACE MACRO tim_moi(cau) AS TABLE
SELECT campaign_id, agency_code, agency_name, file_name, part, path, title, page, text
FROM search_text
WHERE len(list_filter(string_split(trim(regexp_replace(khong_dau(cau), '\s+', ' ', 'g')), ' '),
  lambda w: NOT contains(text_search, w))) = 0
ORDER BY campaign_id, agency_code, part, path;

-- tim_xep_hang('ho so luu tru'): sections that hold any of the words, best first (BM25, k1 = 1.2, b = 0.75).
CREATE OR REPLACE MACRO tim_xep_hang(cau) AS TABLE
WITH tu AS (
  SELECT DISTINCT unnest(string_split(trim(regexp_replace(khong_dau(cau), '\s+', ' ', 'g')), ' ')) AS w
),
muc AS (
  SELECT *, row_number() OVER () AS id, 1 + length(text_search) - length(replace(text_search, ' ', '')) AS dai
  FROM search_text
),
chung AS (SELECT count(*) AS so_muc, avg(dai) AS dai_tb FROM muc),
dem AS (
  SELECT muc.id, tu.w, muc.dai,
    len(regexp_extract_all(' ' || replace(muc.text_search, ' ', '  ') || ' ', '[^a-z0-9]' || regexp_escape(tu.w) || '[^a-z0-9]')) AS lan
  FROM muc, tu WHERE contains(muc.text_search, tu.w)
),
hiem AS (SELECT w, count(*) AS co FROM dem WHERE lan > 0 GROUP BY w),
diem AS (
  SELECT dem.id, sum(ln(1 + (chung.so_muc - hiem.co + 0.5) / (hiem.co + 0.5))
    * dem.lan * 2.2 / (dem.lan + 1.2 * (0.25 + 0.75 * dem.dai / chung.dai_tb))) AS diem
  FROM dem JOIN hiem USING (w), chung WHERE dem.lan > 0 GROUP BY dem.id
)
SELECT muc.campaign_id, muc.agency_code, muc.agency_name, muc.file_name, muc.part, muc.path, muc.title, muc.page,
  diem.diem, muc.text
FROM diem JOIN muc USING (id)
ORDER BY diem.diem DESC, muc.campaign_id, muc.agency_code, muc.part, muc.path;
