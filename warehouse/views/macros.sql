-- Macros that views, rules and analysts share.

-- khong_dau: lower case, no accents, đ as d: the form of every *_search column.
CREATE OR REPLACE MACRO khong_dau(s) AS replace(strip_accents(lower(nfc_normalize(s))), 'đ', 'd');

-- Vietnam's date and time of an instant.
CREATE OR REPLACE MACRO gio_vn(t) AS t AT TIME ZONE 'Asia/Ho_Chi_Minh';
CREATE OR REPLACE MACRO ngay_vn(t) AS strftime(t AT TIME ZONE 'Asia/Ho_Chi_Minh', '%d/%m/%Y');
