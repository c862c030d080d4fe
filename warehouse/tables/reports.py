"""What was sent: each file, and what stands in the reports that were read."""

from __future__ import annotations

from warehouse.tables.column import Column, Table, day, flag, key, real, text, time, whole

SUBMISSION = Table(
    "submission",
    "Mỗi tệp trong hộp nhận là một dòng",
    (
        key("submission_id", "Mã bản nộp"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("agency_code", "Mã cơ quan gửi; để trống khi chưa xác định"),
        text("file_name", "Đường dẫn tệp trong hộp nhận"),
        text("sha256", "Mã băm nội dung tệp"),
        Column("bytes", "BIGINT", "Dung lượng, byte"),
        time("received_at", "Thời điểm nhận"),
        text("received_source", "Nguồn của thời điểm nhận: register, signature, mtime"),
        text("arrival_number", "Số đến"),
        text("note", "Ghi chú của văn thư"),
        whole("version", "Lần gửi thứ mấy của cơ quan"),
        flag("is_current", "Là bản đang dùng để tổng hợp"),
        flag("is_late", "Nhận sau hạn"),
        text("status", "read, superseded, duplicate, annex, wrong_campaign, unmatched, secret, unread"),
        text("reason_code", "Mã lý do khi không đọc được hoặc chưa xếp được"),
        text("reason", "Lý do, bằng tiếng Việt"),
        text("advice", "Việc cần làm tiếp"),
        text("agency_source", "Xác định cơ quan nhờ đâu: folder, register, letterhead, name, text, override"),
        text("agency_candidates", "Các cơ quan có thể là nơi gửi, khi chưa xác định"),
        text("belongs_to", "Bản nộp chính (đối với phụ lục, bản trùng, bản đã thay)"),
        flag("is_scan", "Có trang là bản quét"),
    ),
)

DOCUMENT = Table(
    "document",
    "Thông tin văn bản đọc được từ tệp",
    (
        key("submission_id", "Mã bản nộp"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("number", "Số, ký hiệu đầy đủ"),
        text("symbol", "Ký hiệu"),
        day("date", "Ngày ban hành"),
        text("place", "Địa danh"),
        text("doc_type", "Tên loại văn bản"),
        text("subject", "Trích yếu"),
        text("agency_parent", "Cơ quan chủ quản ghi ở đầu văn bản"),
        text("agency_name", "Cơ quan ban hành ghi ở đầu văn bản"),
        text("signer", "Người ký"),
        text("signer_title", "Chức vụ người ký"),
        text("signer_capacity", "Quyền hạn ký (TM., KT., TL. …)"),
        text("preamble", "Phần mở đầu"),
        text("closing", "Phần kết"),
        whole("pages", "Số trang"),
        text("format", "Định dạng thật của tệp"),
        text("reader", "Bộ đọc và phiên bản"),
        whole("words", "Số tiếng của toàn văn"),
        text("warnings", "Cảnh báo khi đọc (JSON)"),
        text("signatures", "Chữ ký số (JSON)"),
    ),
)

SECTION = Table(
    "section",
    "Mục của báo cáo, theo thứ tự in",
    (
        key("section_id", "Mã mục"),
        text("submission_id", "Mã bản nộp"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("agency_code", "Mã cơ quan"),
        whole("seq", "Thứ tự trong báo cáo"),
        text("path", "Đường dẫn theo số của báo cáo, nối bằng dấu chấm"),
        text("marker", "Số thứ tự như in"),
        whole("level", "Cấp"),
        text("kind", "heading: có tên mục; item: đoạn đánh số"),
        text("title", "Tên mục như in"),
        text("text", "Nội dung riêng của mục, các đoạn ngăn bằng xuống dòng"),
        whole("page", "Trang bắt đầu"),
        whole("page_end", "Trang kết thúc"),
        text("page_starts", "Vị trí sang trang trong nội dung (JSON)"),
        whole("words", "Số tiếng của nội dung riêng"),
        text("outline_path", "Mục của đề cương mà mục này trả lời"),
        real("match_score", "Độ khớp với mục của đề cương (0..1)"),
        text(
            "match_kind",
            "exact: đúng số và tên; title: đúng tên khác số; renamed: khác tên; merged: gộp; "
            "child: thuộc mục cha đã khớp; override: do cán bộ xác định",
        ),
        text("parent_id", "Mục cha"),
        flag("scan", "Đọc bằng nhận dạng chữ (OCR)"),
        real("confidence", "Độ tin cậy OCR (0..1)"),
        text("text_search", "Nội dung không dấu, chữ thường, để tìm kiếm"),
    ),
)

SECTION_MATCH = Table(
    "section_match",
    "Mục nào của báo cáo trả lời mục nào của đề cương (một mục gộp có nhiều dòng)",
    (
        key("section_id", "Mã mục"),
        key("outline_path", "Mục của đề cương"),
        text("submission_id", "Mã bản nộp"),
        text("campaign_id", "Mã đợt báo cáo"),
        real("match_score", "Độ khớp (0..1)"),
        text("match_kind", "Như section.match_kind"),
    ),
)

FOOTNOTE = Table(
    "footnote",
    "Chú thích cuối trang",
    (
        key("footnote_id", "Mã chú thích"),
        text("submission_id", "Mã bản nộp"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("section_id", "Mục gọi chú thích"),
        whole("n", "Số chú thích"),
        text("text", "Nội dung"),
        text("anchor", "Đoạn chữ ngay trước dấu gọi"),
        whole("page", "Trang"),
    ),
)

ANNEX = Table(
    "annex",
    "Phụ lục trong cùng tệp với báo cáo (đứng sau chữ ký), từng mục theo thứ tự in",
    (
        key("annex_id", "Mã mục của phụ lục"),
        text("submission_id", "Mã bản nộp"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("agency_code", "Mã cơ quan"),
        whole("seq", "Thứ tự trong các phụ lục của tệp"),
        text("marker", "Số thứ tự như in"),
        whole("level", "Cấp"),
        text("title", "Tên như in"),
        text("text", "Nội dung, các đoạn ngăn bằng xuống dòng"),
        whole("page", "Trang bắt đầu"),
        whole("page_end", "Trang kết thúc"),
        whole("words", "Số tiếng"),
        text("text_search", "Tên và nội dung không dấu, chữ thường, để tìm kiếm"),
    ),
)

REPORT_TABLE = Table(
    "report_table",
    "Bảng trong báo cáo",
    (
        key("table_id", "Mã bảng"),
        text("submission_id", "Mã bản nộp"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("section_id", "Mục chứa bảng"),
        whole("seq", "Thứ tự"),
        whole("rows", "Số hàng"),
        whole("columns", "Số cột"),
        whole("page", "Trang"),
        text("annex_id", "Mục của phụ lục chứa bảng (bảng đứng sau chữ ký)"),
    ),
)

TABLE_CELL = Table(
    "table_cell",
    "Ô của bảng",
    (
        key("table_id", "Mã bảng"),
        key("row", "Hàng (từ 0)", "INTEGER"),
        key("column", "Cột (từ 0)", "INTEGER"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("submission_id", "Mã bản nộp"),
        text("text", "Nội dung ô"),
    ),
)

FIGURE = Table(
    "figure",
    "Số liệu trong báo cáo",
    (
        key("figure_id", "Mã số liệu"),
        text("submission_id", "Mã bản nộp"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("agency_code", "Mã cơ quan"),
        text("section_id", "Mục chứa số liệu"),
        real("value", "Giá trị"),
        text("unit", "Đơn vị tính"),
        text("qualifier", "Từ hạn định: trên, khoảng, gần …"),
        text("period", "Kỳ số liệu"),
        text("text", "Như in"),
        whole("page", "Trang"),
        whole("char_start", "Vị trí đầu trong nội dung mục"),
        whole("char_end", "Vị trí cuối"),
    ),
)

TEXT_REPEAT = Table(
    "text_repeat",
    "Đoạn văn trùng nhau: trong một báo cáo hoặc giữa hai cơ quan",
    (
        key("pair_id", "Mã cặp đoạn"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("kind", "inside: trong một báo cáo; between: giữa hai cơ quan"),
        text("section_id_a", "Mục thứ nhất"),
        text("section_id_b", "Mục thứ hai"),
        text("submission_id_a", "Bản nộp thứ nhất"),
        text("submission_id_b", "Bản nộp thứ hai"),
        text("agency_code_a", "Cơ quan thứ nhất"),
        text("agency_code_b", "Cơ quan thứ hai"),
        text("quote_a", "Trích nguyên văn ở mục thứ nhất"),
        text("quote_b", "Trích nguyên văn ở mục thứ hai"),
        whole("page_a", "Trang của đoạn thứ nhất"),
        whole("page_b", "Trang của đoạn thứ hai"),
        real("share", "Tỷ lệ trùng so với đoạn ngắn hơn (0..1)"),
        whole("words", "Số tiếng trùng"),
    ),
)
