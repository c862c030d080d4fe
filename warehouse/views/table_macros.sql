-- Macros that return tables; created after the views they read.

-- tim('dan van kheo'): sections that hold the words in this order, whatever accents and case.
CREATE OR REPLACE MACRO tim(cau) AS TABLE
SELECT campaign_id, agency_code, agency_name, file_name, path, title, page, text
FROM search_text
WHERE contains(text_search, trim(regexp_replace(khong_dau(cau), '\s+', ' ', 'g')))
ORDER BY campaign_id, agency_code, path;

-- tim_moi('tiep dan doi thoai'): sections that hold every word, in any order.
CREATE OR REPLACE MACRO tim_moi(cau) AS TABLE
SELECT campaign_id, agency_code, agency_name, file_name, path, title, page, text
FROM search_text
WHERE len(list_filter(string_split(trim(regexp_replace(khong_dau(cau), '\s+', ' ', 'g')), ' '),
  lambda w: NOT contains(text_search, w))) = 0
ORDER BY campaign_id, agency_code, path;
