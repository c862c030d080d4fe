-- Truy vấn mẫu cho kho dữ liệu `warehouse.duckdb` (mở chỉ đọc bằng DuckDB, DBeaver hoặc Python).
-- Mỗi truy vấn có tên và câu hỏi mà nó trả lời; kiểm thử của dự án chạy tất cả.
-- Nếu kho có nhiều đợt báo cáo, thêm điều kiện campaign_id = '…'.

-- ten: ma_tran_noi_dung
-- hoi: Mỗi cơ quan đã có, thiếu, sơ lược mục nào của đề cương (mỗi mục một cột)?
PIVOT (
  SELECT agency.name AS co_quan, cover.outline_path, coalesce(cover.status, 'unverified') AS status
  FROM coverage AS cover JOIN agency USING (campaign_id, agency_code)
  WHERE cover.is_leaf
) ON outline_path USING any_value(status) GROUP BY co_quan ORDER BY co_quan;

-- ten: tinh_hinh_gui
-- hoi: Cơ quan nào gửi đúng hạn, sau hạn, chưa gửi?
SELECT name, status_text, ngay_vn(received_at) AS ngay_nhan, number, version, findings, blocking
FROM submission_status;

-- ten: chua_gui
-- hoi: Cơ quan bắt buộc nào chưa có báo cáo đọc được, hạn đến ngày nào, gửi thư vào đâu?
SELECT st.name, st.status_text, ngay_vn(st.deadline) AS han, agency.email
FROM submission_status AS st JOIN agency USING (campaign_id, agency_code)
WHERE NOT st.sent AND st.required
ORDER BY st.name;

-- ten: gui_sau_han
-- hoi: Cơ quan nào gửi sau hạn, chậm bao nhiêu ngày?
SELECT name, ngay_vn(first_received_at) AS ngay_nhan, ngay_vn(deadline) AS han,
  date_diff('day', CAST(gio_vn(deadline) AS DATE), CAST(gio_vn(first_received_at) AS DATE)) AS so_ngay
FROM submission_status WHERE status = 'late' ORDER BY so_ngay DESC, name;

-- ten: ty_le_theo_loai_co_quan
-- hoi: Mỗi loại cơ quan đã gửi được bao nhiêu trên tổng số?
SELECT kind, count(*) FILTER (sent) AS da_gui, count(*) AS tong_so,
  count(*) FILTER (status = 'late') AS sau_han
FROM submission_status GROUP BY kind ORDER BY kind;

-- ten: muc_thieu_nhieu_nhat
-- hoi: Mục nào của đề cương có nhiều cơ quan thiếu, rỗng, sơ lược nhất?
SELECT outline_path, title, missing, empty, thin, of_agencies
FROM item_coverage ORDER BY missing + empty + thin DESC, outline_path LIMIT 20;

-- ten: ke_hoach_theo_co_quan_va_nam
-- hoi: Mỗi cơ quan đã ban hành bao nhiêu kế hoạch trong từng năm (theo báo cáo của chính cơ quan)?
SELECT agency.name, plan.year, count(*) AS so_ke_hoach, string_agg(plan.number, '; ' ORDER BY plan.date, plan.number) AS cac_ke_hoach
FROM plan_register AS plan JOIN agency USING (campaign_id, agency_code)
WHERE plan.own GROUP BY agency.name, plan.year ORDER BY agency.name, plan.year;

-- ten: nam_khong_neu_ke_hoach
-- hoi: Trong kỳ báo cáo, năm nào cơ quan không nêu kế hoạch nào của mình?
WITH nam AS (
  SELECT campaign_id, unnest(range(year(coalesce(period_from, request_date)), year(coalesce(period_to, request_date)) + 1)) AS nam
  FROM campaign WHERE coalesce(period_to, request_date) IS NOT NULL
)
SELECT agency.name, string_agg(CAST(nam.nam AS VARCHAR), ', ' ORDER BY nam.nam) AS cac_nam
FROM current_submission AS sub
JOIN agency USING (campaign_id, agency_code)
JOIN nam USING (campaign_id)
LEFT JOIN plan_register AS plan
  ON plan.campaign_id = sub.campaign_id AND plan.agency_code = sub.agency_code AND plan.own AND plan.year = nam.nam
WHERE plan.cited_document_id IS NULL
GROUP BY agency.name ORDER BY agency.name;

-- ten: ke_hoach_cua_minh_va_noi_khac
-- hoi: Mỗi cơ quan mỗi năm nêu bao nhiêu kế hoạch của mình, bao nhiêu kế hoạch của nơi khác?
SELECT agency.name, plan.year, plan.own_plans, plan.other_plans, plan.own_numbers
FROM plan_year AS plan JOIN agency USING (campaign_id, agency_code)
ORDER BY agency.name, plan.year;

-- ten: ke_hoach_thuc_hien_van_ban_nao
-- hoi: Kế hoạch nào được ban hành để thực hiện văn bản nào, thấy ở báo cáo nào, trang nào?
SELECT plan_number, strftime(plan_date, '%d/%m/%Y') AS ngay, relation_text, type, number, agency.name AS bao_cao, page
FROM plan_purpose LEFT JOIN agency USING (campaign_id, agency_code)
ORDER BY plan_number, type, number;

-- ten: hang_nam_chua_thay_ke_hoach
-- hoi: Báo cáo nào nêu hằng năm có kế hoạch nhưng chưa thấy viện dẫn kế hoạch của năm nào (trích câu, trang)?
SELECT agency.name, gap.quote, gap.page, gap.years_given, gap.years_missing, gap.message
FROM plan_gap AS gap JOIN agency USING (campaign_id, agency_code)
ORDER BY agency.name, gap.gap_id;

-- ten: van_ban_vien_dan_nhieu_nhat
-- hoi: Văn bản nào được nhiều cơ quan viện dẫn nhất?
SELECT type, number, date, subject, agencies, of_agencies, mentions FROM cited_most LIMIT 30;

-- ten: chua_thay_vien_dan
-- hoi: Văn bản được từ một nửa số cơ quan viện dẫn chưa thấy trong báo cáo của cơ quan nào?
SELECT most.type, most.number, most.date, most.agencies, most.of_agencies, agency.name
FROM cited_most AS most
JOIN current_submission AS sub USING (campaign_id)
JOIN agency USING (campaign_id, agency_code)
WHERE most.agencies * 2 >= most.of_agencies AND NOT EXISTS (
  SELECT 1 FROM citation AS cite
  WHERE cite.submission_id = sub.submission_id AND cite.cited_document_id = most.cited_document_id)
ORDER BY most.agencies DESC, most.number, agency.name;

-- ten: ngay_van_ban_khac_nhau
-- hoi: Văn bản nào được các báo cáo ghi ngày khác nhau, ai ghi ngày nào, trang nào?
SELECT doc.type, doc.number, cite.date, agency.name, cite.surface, cite.page
FROM cited_document AS doc
JOIN citation AS cite ON cite.cited_document_id = doc.cited_document_id
JOIN current_submission AS sub ON sub.submission_id = cite.submission_id
JOIN agency ON agency.campaign_id = sub.campaign_id AND agency.agency_code = sub.agency_code
WHERE doc.conflicts IS NOT NULL AND cite.date IS NOT NULL
ORDER BY doc.number, cite.date, agency.name;

-- ten: van_ban_chua_xac_dinh
-- hoi: Viện dẫn nào chưa xác định được là văn bản nào (thiếu năm, thiếu cơ quan ban hành)?
SELECT doc.type, doc.number, doc.agencies, cite.surface, agency.name, cite.page
FROM cited_document AS doc
JOIN citation AS cite ON cite.cited_document_id = doc.cited_document_id
JOIN agency ON agency.campaign_id = doc.campaign_id AND agency.agency_code = cite.agency_code
WHERE doc.resolution = 'undecided' ORDER BY doc.number, agency.name;

-- ten: han_che_khong_neu_nguyen_nhan
-- hoi: Cơ quan nào nêu hạn chế mà chưa nêu rõ nguyên nhân?
SELECT agency.name, f.outline_path, f.evidence, f.page
FROM finding AS f JOIN agency USING (campaign_id, agency_code)
WHERE f.rule = 'no_causes' ORDER BY agency.name;

-- ten: mo_hinh
-- hoi: Các cơ quan nêu những mô hình, điển hình nào (tên đặt trong ngoặc kép), ở trang nào?
SELECT agency.name, unnest(regexp_extract_all(s.text, '[“"«]([^”"»\n]{3,120})[”"»]', 1)) AS ten_mo_hinh, s.path, s.page
FROM outline_item AS item
JOIN item_section AS ls ON ls.campaign_id = item.campaign_id AND ls.outline_path = item.outline_path
JOIN section AS s ON s.section_id = ls.section_id
JOIN agency ON agency.campaign_id = ls.campaign_id AND agency.agency_code = ls.agency_code
WHERE contains(item.expects, 'models') ORDER BY agency.name, ten_mo_hinh;

-- ten: mo_hinh_theo_linh_vuc
-- hoi: Câu của báo cáo tổng hợp về mô hình thuộc những lĩnh vực nào, của bao nhiêu cơ quan?
SELECT coalesce(group_key, '(chung)') AS linh_vuc, count(*) AS so_cau, sum(agencies) AS so_luot_co_quan
FROM statement WHERE kind = 'model' GROUP BY linh_vuc ORDER BY so_cau DESC, linh_vuc;

-- ten: so_lieu_cong_don
-- hoi: Số liệu nào cộng được theo đơn vị tính và kỳ, đứng trên bao nhiêu cơ quan?
SELECT outline_path, unit, period, total, agencies || '/' || of_agencies AS co_quan, approximate, ambiguous
FROM figure_total WHERE total IS NOT NULL ORDER BY outline_path, unit, period;

-- ten: so_lieu_chi_tiet
-- hoi: Từng số liệu như in trong báo cáo, kèm kỳ, từ hạn định, mục và trang?
SELECT agency.name, section.path, figure.text, figure.value, figure.unit, figure.qualifier, figure.period, figure.page
FROM figure
JOIN current_submission AS sub ON sub.submission_id = figure.submission_id
JOIN agency ON agency.campaign_id = sub.campaign_id AND agency.agency_code = sub.agency_code
LEFT JOIN section ON section.section_id = figure.section_id
ORDER BY agency.name, section.seq, figure.char_start LIMIT 500;

-- ten: muc_thieu_so_lieu
-- hoi: Mục cần số liệu mà cơ quan chưa có số liệu?
SELECT f.outline_path, count(*) AS so_co_quan, string_agg(agency.name, '; ' ORDER BY agency.name) AS cac_co_quan
FROM finding AS f JOIN agency USING (campaign_id, agency_code)
WHERE f.rule = 'no_figures' GROUP BY f.outline_path ORDER BY so_co_quan DESC, f.outline_path;

-- ten: doan_trung_giua_co_quan
-- hoi: Đoạn nào trùng nhau giữa hai cơ quan, ở mục nào, trang nào?
SELECT a.name AS co_quan_1, sa.path AS muc_1, pair.page_a, b.name AS co_quan_2, sb.path AS muc_2, pair.page_b,
  pair.words, pair.quote_a, pair.quote_b
FROM text_repeat AS pair
JOIN agency AS a ON a.campaign_id = pair.campaign_id AND a.agency_code = pair.agency_code_a
JOIN agency AS b ON b.campaign_id = pair.campaign_id AND b.agency_code = pair.agency_code_b
LEFT JOIN section AS sa ON sa.section_id = pair.section_id_a
LEFT JOIN section AS sb ON sb.section_id = pair.section_id_b
WHERE pair.kind = 'between' ORDER BY pair.words DESC, co_quan_1, co_quan_2;

-- ten: thay_doi_tu_lan_truoc
-- hoi: Có gì đổi so với lần chạy trước?
SELECT kind, message, before, after FROM change ORDER BY campaign_id, seq;

-- ten: can_cu_tung_cau
-- hoi: Mỗi câu của báo cáo tổng hợp dựa vào đoạn trích nào, của cơ quan nào, trang nào?
SELECT outline_path, statement, agency_name, section_title, page, quote FROM statement_quote;

-- ten: nhan_xet_theo_quy_tac
-- hoi: Mỗi quy tắc có bao nhiêu nhận xét, ở bao nhiêu cơ quan?
SELECT rule, severity, count(*) AS so_nhan_xet, count(DISTINCT agency_code) AS so_co_quan
FROM finding GROUP BY rule, severity ORDER BY so_nhan_xet DESC, rule;

-- ten: nhan_xet_cua_mot_co_quan
-- hoi: Nhận xét đối với từng cơ quan, theo thứ tự việc cần làm trước?
SELECT agency.name, f.seq, f.severity, f.message, f.advice, f.evidence, f.page
FROM finding AS f JOIN agency USING (campaign_id, agency_code) ORDER BY agency.seq, f.seq;

-- ten: tep_chua_doc_duoc
-- hoi: Tệp nào chưa đọc được hoặc chưa xếp được, vì sao, cần làm gì?
SELECT file_name, status, reason, advice, agency_candidates
FROM submission WHERE status IN ('unread', 'unmatched', 'secret', 'wrong_campaign') ORDER BY file_name;

-- ten: tim_khong_dau
-- hoi: Báo cáo nào nhắc đến một cụm từ (gõ không dấu cũng được)?
SELECT agency_name, path, title, page FROM tim('cong tac');

-- ten: kien_nghi
-- hoi: Các cơ quan kiến nghị gì (nội dung mục kiến nghị)?
SELECT agency.name, s.path, s.text, s.page
FROM outline_item AS item
JOIN item_section AS ls ON ls.campaign_id = item.campaign_id AND ls.outline_path = item.outline_path
JOIN section AS s ON s.section_id = ls.section_id AND s.text <> ''
JOIN agency ON agency.campaign_id = ls.campaign_id AND agency.agency_code = ls.agency_code
WHERE contains(item.expects, 'addressee') ORDER BY agency.name, s.seq;

-- ten: muc_danh_so_khac
-- hoi: Báo cáo nào đặt mục dưới tên hoặc số khác đề cương?
SELECT agency.name, m.outline_path, s.path AS muc_trong_bao_cao, s.title, m.match_kind, m.match_score
FROM section_match AS m
JOIN current_submission AS sub ON sub.submission_id = m.submission_id
JOIN section AS s ON s.section_id = m.section_id
JOIN agency ON agency.campaign_id = sub.campaign_id AND agency.agency_code = sub.agency_code
WHERE m.match_kind IN ('title', 'renamed', 'merged') ORDER BY agency.name, s.seq;

-- ten: do_dai_bao_cao
-- hoi: Báo cáo dài, ngắn thế nào so với các cơ quan cùng loại?
SELECT agency.kind, agency.name, document.words, document.pages,
  round(document.words / median(document.words) OVER (PARTITION BY agency.kind), 2) AS so_voi_trung_vi
FROM current_submission AS sub
JOIN document ON document.submission_id = sub.submission_id
JOIN agency ON agency.campaign_id = sub.campaign_id AND agency.agency_code = sub.agency_code
ORDER BY agency.kind, document.words DESC, agency.name;

-- ten: chat_luong_du_lieu
-- hoi: Phép kiểm tra nào không đạt hoặc bị lỗi ở lần chạy gần nhất?
SELECT suite, expectation, success, checked, failed, unjudged, error
FROM expectation_result
WHERE success IS DISTINCT FROM true
  AND run_id IN (SELECT arg_max(run_id, (as_of, run_id)) FROM run GROUP BY campaign_id)
ORDER BY suite, expectation;

-- ten: so_sanh_cac_dot
-- hoi: Các đợt báo cáo trong kho so với nhau thế nào?
SELECT campaign.title, count(*) FILTER (st.sent) AS da_gui, count(*) AS tong_so, sum(st.findings) AS nhan_xet
FROM submission_status AS st JOIN campaign USING (campaign_id) GROUP BY campaign.title ORDER BY campaign.title;

-- ten: lich_su_chay
-- hoi: Các lần chạy: thời điểm chốt số liệu, số tệp đọc được?
SELECT run_id, as_of, files, read, unread, state FROM run ORDER BY as_of, run_id;

-- ten: tim_xep_hang
-- hoi: Mục, phụ lục nào nói nhiều nhất đến các từ cần tìm (xếp hạng theo BM25, gõ không dấu cũng được)?
SELECT agency_name, part, path, title, page, round(diem, 2) AS diem FROM tim_xep_hang('cong tac luu tru') LIMIT 20;

-- ten: phu_luc_kem_theo
-- hoi: Báo cáo nào có phụ lục trong cùng tệp, nói về gì, có bao nhiêu bảng?
SELECT agency.name, annex.title, annex.page, annex.words, count(bang.table_id) AS so_bang
FROM annex
JOIN current_submission AS sub ON sub.submission_id = annex.submission_id
JOIN agency ON agency.campaign_id = sub.campaign_id AND agency.agency_code = sub.agency_code
LEFT JOIN report_table AS bang ON bang.annex_id = annex.annex_id
GROUP BY agency.name, annex.annex_id, annex.title, annex.page, annex.words, annex.seq
ORDER BY agency.name, annex.seq;
