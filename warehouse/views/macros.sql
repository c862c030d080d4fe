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

-- ten_ngan: a title for a list, cut between words.
CREATE OR REPLACE MACRO ten_ngan(title) AS CASE
  WHEN length(trim(title)) <= 70 THEN trim(title)
  ELSE regexp_extract(left(trim(title), 70), '^(.*)\s', 1) || ' …'
END;

-- van_ban: a cited document as an officer names it.
CREATE OR REPLACE MACRO van_ban(type, number) AS trim(coalesce(type, '') || ' số ' || coalesce(number, ''));

-- khong_phat_sinh: one short sentence that says there was nothing.
CREATE OR REPLACE MACRO khong_phat_sinh(s) AS
  length(s) <= 240 AND regexp_matches(lower(s),
    '^(?:[^.;\n]*\s)?không\s+(?:có|phát sinh|xảy ra|nhận được|tiếp nhận|để xảy ra|thuộc\s+(?:chức năng|nhiệm vụ|thẩm quyền|phạm vi|lĩnh vực))[^.;\n]*[.;]?\s*$'
    || '|^không[.;]?\s*$');

-- so_muc: the number of a heading without what is printed around it: «II.», «(2)», «a)» -> II, 2, a.
CREATE OR REPLACE MACRO so_muc(marker) AS regexp_replace(coalesce(marker, ''), '^[\s(]+|[\s.)/:–-]+$', '', 'g');

-- kieu_so, thu_tu: the kind of a number (arabic, roman, letter) and its place in the row: II -> 2, đ -> 5.
CREATE OR REPLACE MACRO kieu_so(so) AS CASE
  WHEN regexp_full_match(so, '\d{1,3}') THEN 'arabic'
  WHEN regexp_full_match(so, '[IVX]+') THEN 'roman'
  WHEN length(so) = 1 AND so = upper(so) THEN 'capital'
  WHEN length(so) = 1 THEN 'small'
END;
CREATE OR REPLACE MACRO thu_tu(so) AS CASE kieu_so(so)
  WHEN 'arabic' THEN CAST(so AS INTEGER)
  WHEN 'roman' THEN nullif(list_position(string_split(
    'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX', ' '), so), 0)
  WHEN 'capital' THEN nullif(list_position(string_split('A B C D Đ E G H I K L M N O P Q', ' '), so), 0)
  WHEN 'small' THEN nullif(list_position(string_split('a b c d đ e g h i k l m n o p q', ' '), so), 0)
END;
