-- Macros that views, rules and analysts share.

-- khong_dau: lower case, no accents, đ as d: the form of every *_search column.
CREATE OR REPLACE MACRO khong_dau(s) AS replace(strip_accents(lower(nfc_normalize(s))), 'đ', 'd');

-- Vietnam's date and time of an instant.
CREATE OR REPLACE MACRO gio_vn(t) AS t AT TIME ZONE 'Asia/Ho_Chi_Minh';
CREATE OR REPLACE MACRO ngay_vn(t) AS strftime(t AT TIME ZONE 'Asia/Ho_Chi_Minh', '%d/%m/%Y');

-- trich: the opening of a text, verbatim, at most 240 characters, cut between words.
CREATE OR REPLACE MACRO trich(s) AS CASE
  WHEN length(split_part(s, chr(10), 1)) <= 240 THEN nullif(split_part(s, chr(10), 1), '')
  ELSE regexp_extract(left(s, 240), '(?s)^(.*)\s', 1)
END;

-- ten_muc: an outline item or a section as an officer names it: «A.III.2. Tiêu đề».
CREATE OR REPLACE MACRO ten_muc(path, title) AS
  rtrim(coalesce(path, ''), '.') || CASE WHEN coalesce(title, '') = '' THEN '' ELSE '. ' || title END;

-- van_ban: a cited document as an officer names it.
CREATE OR REPLACE MACRO van_ban(type, number) AS trim(coalesce(type, '') || ' số ' || coalesce(number, ''));

-- khong_phat_sinh: one short sentence that says there was nothing.
CREATE OR REPLACE MACRO khong_phat_sinh(s) AS
  length(s) <= 240 AND regexp_matches(lower(s),
    '^(?:[^.;\n]*\s)?không\s+(?:có|phát sinh|xảy ra|nhận được|tiếp nhận|để xảy ra)[^.;\n]*[.;]?\s*$');
