"""What the reports cite: mentions, the register of documents, plans."""

from __future__ import annotations

from warehouse.tables.column import Table, day, flag, key, text, whole

CITATION = Table(
    "citation",
    "Mỗi lần một văn bản được viện dẫn",
    (
        key("citation_id", "Mã lần viện dẫn"),
        text("submission_id", "Mã bản nộp"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("agency_code", "Mã cơ quan"),
        text("section_id", "Mục chứa viện dẫn"),
        whole("footnote_n", "Số chú thích chứa viện dẫn"),
        text("place", "subject, preamble, title, text, footnote, closing, table"),
        whole("seq", "Thứ tự trong báo cáo"),
        text("surface", "Như in"),
        text("type", "Loại văn bản"),
        text("number", "Số, ký hiệu đầy đủ (khóa)"),
        text("symbol", "Ký hiệu"),
        whole("year", "Năm"),
        day("date", "Ngày như ghi trong báo cáo"),
        text("issuer", "Cơ quan ban hành như ghi"),
        text("subject", "Trích yếu như ghi"),
        text("article", "Điều khoản được viện dẫn"),
        text("inherited", "Trường suy từ văn bản bên cạnh trong danh sách"),
        flag("repaired", "Số, ký hiệu đã được chuẩn lại để đối chiếu"),
        text("warnings", "Điều cần lưu ý (mã)"),
        text("nested_in", "Mã viện dẫn chứa viện dẫn này trong trích yếu"),
        text("cited_document_id", "Văn bản trong sổ văn bản được viện dẫn"),
        whole("page", "Trang"),
        whole("char_start", "Vị trí đầu trong nội dung nơi in"),
        whole("char_end", "Vị trí cuối"),
    ),
)

CITED_DOCUMENT = Table(
    "cited_document",
    "Sổ văn bản được viện dẫn",
    (
        key("cited_document_id", "Mã văn bản"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("type", "Loại văn bản"),
        text("number", "Số, ký hiệu đầy đủ"),
        text("symbol", "Ký hiệu"),
        whole("year", "Năm"),
        day("date", "Ngày"),
        text("issuer", "Cơ quan ban hành"),
        text("subject", "Trích yếu"),
        text("level", "Cấp: trung_uong, tinh, don_vi, khac"),
        text("issuer_agency_code", "Cơ quan trong danh sách đã ban hành (kế hoạch của chính đơn vị)"),
        text("resolution", "resolved: đã xác định; undecided: chưa xác định"),
        text("candidates", "Các văn bản có thể là một, khi chưa xác định"),
        text("date_source", "Căn cứ của ngày (mã bản nộp)"),
        text("issuer_source", "Căn cứ của cơ quan ban hành (mã bản nộp)"),
        text("subject_source", "Căn cứ của trích yếu (mã bản nộp)"),
        whole("mentions", "Số lần được viện dẫn"),
        whole("agencies", "Số cơ quan viện dẫn"),
        text("conflicts", "Các ngày khác nhau và báo cáo ghi mỗi ngày (JSON)"),
    ),
)

PLAN_CARRIES_OUT = Table(
    "plan_carries_out",
    "Kế hoạch nào nêu văn bản nào trong trích yếu, và để làm gì với văn bản đó",
    (
        key("plan_document_id", "Kế hoạch, chương trình (mã văn bản)"),
        key("carried_out_document_id", "Văn bản nêu trong trích yếu của kế hoạch (mã văn bản)"),
        text("campaign_id", "Mã đợt báo cáo"),
        text(
            "relation",
            "carries_out: để thực hiện; reviews: sơ kết, tổng kết, kiểm tra việc thực hiện; "
            "amends: sửa đổi, bổ sung, thay thế; names: chỉ được nêu",
        ),
        text("citation_id", "Lần viện dẫn làm căn cứ"),
    ),
)

PLAN_GAP = Table(
    "plan_gap",
    "Câu nêu hằng năm có kế hoạch và các năm chưa thấy viện dẫn kế hoạch (để lưu ý, không phải lỗi)",
    (
        key("gap_id", "Mã dòng"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("agency_code", "Mã cơ quan"),
        text("submission_id", "Mã bản nộp"),
        text("section_id", "Mục chứa câu"),
        whole("page", "Trang của câu"),
        text("quote", "Trích nguyên văn câu"),
        whole("char_start", "Vị trí đầu trong nội dung mục"),
        whole("char_end", "Vị trí cuối"),
        text("years_given", "Các năm có kế hoạch của cơ quan (năm ban hành hoặc năm nêu trong trích yếu)"),
        text("years_missing", "Các năm của kỳ báo cáo chưa thấy viện dẫn kế hoạch"),
        text("message", "Câu lưu ý"),
    ),
)
