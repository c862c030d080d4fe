"""Every table of the warehouse, each column declared once.

DDL, COMMENTs, the data dictionary, the JSON Schema and the Parquet schema derive from `TABLES`.
Comments are Vietnamese: analysts read them in DuckDB, DBeaver and the dictionary.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: DuckDB type, Vietnamese comment, whether it is part of the key, may be null."""

    name: str
    type: str
    comment: str
    key: bool = False
    nullable: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its Vietnamese comment and its columns, keys first."""

    name: str
    comment: str
    columns: tuple[Column, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of the key columns, in order."""
        return tuple(column.name for column in self.columns if column.key)


def _key(name: str, comment: str, type_: str = "VARCHAR") -> Column:
    return Column(name, type_, comment, key=True, nullable=False)


def _text(name: str, comment: str) -> Column:
    return Column(name, "VARCHAR", comment)


def _whole(name: str, comment: str) -> Column:
    return Column(name, "INTEGER", comment)


def _real(name: str, comment: str) -> Column:
    return Column(name, "DOUBLE", comment)


def _flag(name: str, comment: str) -> Column:
    return Column(name, "BOOLEAN", comment)


def _day(name: str, comment: str) -> Column:
    return Column(name, "DATE", comment)


def _time(name: str, comment: str) -> Column:
    return Column(name, "TIMESTAMPTZ", comment)


CAMPAIGN = Table(
    "campaign",
    "Đợt báo cáo: yêu cầu gì, hạn nào",
    (
        _key("campaign_id", "Mã đợt báo cáo"),
        _text("title", "Tên đợt báo cáo"),
        _time("deadline", "Hạn nộp chung"),
        _day("period_from", "Kỳ báo cáo: từ ngày"),
        _day("period_to", "Kỳ báo cáo: đến ngày"),
        _text("province", "Tỉnh"),
        _text("request_type", "Loại văn bản yêu cầu báo cáo"),
        _text("request_number", "Số, ký hiệu của văn bản yêu cầu"),
        _day("request_date", "Ngày của văn bản yêu cầu"),
        _text("request_issuer", "Cơ quan ban hành văn bản yêu cầu"),
        _text("consolidator_parent", "Cơ quan chủ quản của cơ quan tổng hợp"),
        _text("consolidator_name", "Cơ quan tổng hợp"),
        _text("consolidator_symbol", "Ký hiệu văn bản của cơ quan tổng hợp"),
        _text("consolidator_place", "Địa danh của cơ quan tổng hợp"),
    ),
)

AGENCY = Table(
    "agency",
    "Cơ quan, đơn vị phải báo cáo",
    (
        _key("campaign_id", "Mã đợt báo cáo"),
        _key("agency_code", "Mã cơ quan"),
        _text("name", "Tên cơ quan"),
        _text("kind", "Loại: so, ban, nganh, xa, phuong, dac_khu, doan_the, other"),
        _text("parent", "Cơ quan cấp trên hoặc vùng"),
        _text("email", "Thư điện tử"),
        _text("aliases", "Tên gọi khác, ngăn bằng dấu chấm phẩy"),
        _flag("required", "Có bắt buộc báo cáo không"),
        _time("deadline", "Hạn nộp của riêng cơ quan (hoặc hạn chung)"),
        _whole("seq", "Thứ tự trong danh sách"),
        _text("name_search", "Tên không dấu, chữ thường, để tìm kiếm"),
    ),
)

OUTLINE_ITEM = Table(
    "outline_item",
    "Mục của đề cương",
    (
        _key("campaign_id", "Mã đợt báo cáo"),
        _key("outline_path", "Đường dẫn mục: các số thứ tự nối bằng dấu chấm, ví dụ A.III.2"),
        _whole("seq", "Thứ tự trong đề cương"),
        _text("marker", "Số thứ tự của mục"),
        _text("title", "Tên mục"),
        _whole("level", "Cấp (1 là cao nhất)"),
        _text("parent_path", "Mục cha"),
        _flag("is_leaf", "Là mục cuối, phải có nội dung riêng"),
        _flag("required", "Có bắt buộc không"),
        _whole("min_words", "Số tiếng tối thiểu"),
        _text("expects", "Nội dung cần có: citations, figures, models, causes, addressee"),
    ),
)

SUBMISSION = Table(
    "submission",
    "Mỗi tệp trong hộp nhận là một dòng",
    (
        _key("submission_id", "Mã bản nộp"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("agency_code", "Mã cơ quan gửi; để trống khi chưa xác định"),
        _text("file_name", "Đường dẫn tệp trong hộp nhận"),
        _text("sha256", "Mã băm nội dung tệp"),
        Column("bytes", "BIGINT", "Dung lượng, byte"),
        _time("received_at", "Thời điểm nhận"),
        _text("received_source", "Nguồn của thời điểm nhận: register, signature, mtime"),
        _text("arrival_number", "Số đến"),
        _text("note", "Ghi chú của văn thư"),
        _whole("version", "Lần gửi thứ mấy của cơ quan"),
        _flag("is_current", "Là bản đang dùng để tổng hợp"),
        _flag("is_late", "Nhận sau hạn"),
        _text("status", "read, superseded, duplicate, annex, wrong_campaign, unmatched, secret, unread"),
        _text("reason_code", "Mã lý do khi không đọc được hoặc chưa xếp được"),
        _text("reason", "Lý do, bằng tiếng Việt"),
        _text("advice", "Việc cần làm tiếp"),
        _text(
            "agency_source", "Xác định cơ quan nhờ đâu: folder, register, letterhead, name, text, override"
        ),
        _text("agency_candidates", "Các cơ quan có thể là nơi gửi, khi chưa xác định"),
        _text("belongs_to", "Bản nộp chính (đối với phụ lục, bản trùng, bản đã thay)"),
        _flag("is_scan", "Có trang là bản quét"),
    ),
)

DOCUMENT = Table(
    "document",
    "Thông tin văn bản đọc được từ tệp",
    (
        _key("submission_id", "Mã bản nộp"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("number", "Số, ký hiệu đầy đủ"),
        _text("symbol", "Ký hiệu"),
        _day("date", "Ngày ban hành"),
        _text("place", "Địa danh"),
        _text("doc_type", "Tên loại văn bản"),
        _text("subject", "Trích yếu"),
        _text("agency_parent", "Cơ quan chủ quản ghi ở đầu văn bản"),
        _text("agency_name", "Cơ quan ban hành ghi ở đầu văn bản"),
        _text("signer", "Người ký"),
        _text("signer_title", "Chức vụ người ký"),
        _text("signer_capacity", "Quyền hạn ký (TM., KT., TL. …)"),
        _text("preamble", "Phần mở đầu"),
        _text("closing", "Phần kết"),
        _whole("pages", "Số trang"),
        _text("format", "Định dạng thật của tệp"),
        _text("reader", "Bộ đọc và phiên bản"),
        _whole("words", "Số tiếng của toàn văn"),
        _text("warnings", "Cảnh báo khi đọc (JSON)"),
        _text("signatures", "Chữ ký số (JSON)"),
    ),
)

SECTION = Table(
    "section",
    "Mục của báo cáo, theo thứ tự in",
    (
        _key("section_id", "Mã mục"),
        _text("submission_id", "Mã bản nộp"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("agency_code", "Mã cơ quan"),
        _whole("seq", "Thứ tự trong báo cáo"),
        _text("path", "Đường dẫn theo số của báo cáo, nối bằng dấu chấm"),
        _text("marker", "Số thứ tự như in"),
        _whole("level", "Cấp"),
        _text("kind", "heading: có tên mục; item: đoạn đánh số"),
        _text("title", "Tên mục như in"),
        _text("text", "Nội dung riêng của mục, các đoạn ngăn bằng xuống dòng"),
        _whole("page", "Trang bắt đầu"),
        _whole("page_end", "Trang kết thúc"),
        _text("page_starts", "Vị trí sang trang trong nội dung (JSON)"),
        _whole("words", "Số tiếng của nội dung riêng"),
        _text("outline_path", "Mục của đề cương mà mục này trả lời"),
        _real("match_score", "Độ khớp với mục của đề cương (0..1)"),
        _text(
            "match_kind",
            "exact: đúng số và tên; title: đúng tên khác số; renamed: khác tên; merged: gộp; "
            "child: thuộc mục cha đã khớp; override: do cán bộ xác định",
        ),
        _text("parent_id", "Mục cha"),
        _flag("scan", "Đọc bằng nhận dạng chữ (OCR)"),
        _real("confidence", "Độ tin cậy OCR (0..1)"),
        _text("text_search", "Nội dung không dấu, chữ thường, để tìm kiếm"),
    ),
)

SECTION_MATCH = Table(
    "section_match",
    "Mục nào của báo cáo trả lời mục nào của đề cương (một mục gộp có nhiều dòng)",
    (
        _key("section_id", "Mã mục"),
        _key("outline_path", "Mục của đề cương"),
        _text("submission_id", "Mã bản nộp"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _real("match_score", "Độ khớp (0..1)"),
        _text("match_kind", "Như section.match_kind"),
    ),
)

FOOTNOTE = Table(
    "footnote",
    "Chú thích cuối trang",
    (
        _key("footnote_id", "Mã chú thích"),
        _text("submission_id", "Mã bản nộp"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("section_id", "Mục gọi chú thích"),
        _whole("n", "Số chú thích"),
        _text("text", "Nội dung"),
        _text("anchor", "Đoạn chữ ngay trước dấu gọi"),
        _whole("page", "Trang"),
    ),
)

CITATION = Table(
    "citation",
    "Mỗi lần một văn bản được viện dẫn",
    (
        _key("citation_id", "Mã lần viện dẫn"),
        _text("submission_id", "Mã bản nộp"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("agency_code", "Mã cơ quan"),
        _text("section_id", "Mục chứa viện dẫn"),
        _whole("footnote_n", "Số chú thích chứa viện dẫn"),
        _text("place", "subject, preamble, title, text, footnote, closing, table"),
        _whole("seq", "Thứ tự trong báo cáo"),
        _text("surface", "Như in"),
        _text("type", "Loại văn bản"),
        _text("number", "Số, ký hiệu đầy đủ (khóa)"),
        _text("symbol", "Ký hiệu"),
        _whole("year", "Năm"),
        _day("date", "Ngày như ghi trong báo cáo"),
        _text("issuer", "Cơ quan ban hành như ghi"),
        _text("subject", "Trích yếu như ghi"),
        _text("article", "Điều khoản được viện dẫn"),
        _text("inherited", "Trường suy từ văn bản bên cạnh trong danh sách"),
        _flag("repaired", "Số, ký hiệu đã được chuẩn lại để đối chiếu"),
        _text("warnings", "Điều cần lưu ý (mã)"),
        _text("nested_in", "Mã viện dẫn chứa viện dẫn này trong trích yếu"),
        _text("cited_document_id", "Văn bản trong sổ văn bản được viện dẫn"),
        _whole("page", "Trang"),
        _whole("char_start", "Vị trí đầu trong nội dung nơi in"),
        _whole("char_end", "Vị trí cuối"),
    ),
)

CITED_DOCUMENT = Table(
    "cited_document",
    "Sổ văn bản được viện dẫn",
    (
        _key("cited_document_id", "Mã văn bản"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("type", "Loại văn bản"),
        _text("number", "Số, ký hiệu đầy đủ"),
        _text("symbol", "Ký hiệu"),
        _whole("year", "Năm"),
        _day("date", "Ngày"),
        _text("issuer", "Cơ quan ban hành"),
        _text("subject", "Trích yếu"),
        _text("level", "Cấp: trung_uong, tinh, don_vi, khac"),
        _text("issuer_agency_code", "Cơ quan trong danh sách đã ban hành (kế hoạch của chính đơn vị)"),
        _text("resolution", "resolved: đã xác định; undecided: chưa xác định"),
        _text("candidates", "Các văn bản có thể là một, khi chưa xác định"),
        _text("date_source", "Căn cứ của ngày (mã bản nộp)"),
        _text("issuer_source", "Căn cứ của cơ quan ban hành (mã bản nộp)"),
        _text("subject_source", "Căn cứ của trích yếu (mã bản nộp)"),
        _whole("mentions", "Số lần được viện dẫn"),
        _whole("agencies", "Số cơ quan viện dẫn"),
        _text("conflicts", "Các ngày khác nhau và báo cáo ghi mỗi ngày (JSON)"),
    ),
)

PLAN_CARRIES_OUT = Table(
    "plan_carries_out",
    "Kế hoạch nào nêu văn bản nào trong trích yếu, và để làm gì với văn bản đó",
    (
        _key("plan_document_id", "Kế hoạch, chương trình (mã văn bản)"),
        _key("carried_out_document_id", "Văn bản nêu trong trích yếu của kế hoạch (mã văn bản)"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text(
            "relation",
            "carries_out: để thực hiện; reviews: sơ kết, tổng kết, kiểm tra việc thực hiện; "
            "amends: sửa đổi, bổ sung, thay thế; names: chỉ được nêu",
        ),
        _text("citation_id", "Lần viện dẫn làm căn cứ"),
    ),
)

PLAN_GAP = Table(
    "plan_gap",
    "Câu nêu hằng năm có kế hoạch và các năm chưa thấy viện dẫn kế hoạch (để lưu ý, không phải lỗi)",
    (
        _key("gap_id", "Mã dòng"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("agency_code", "Mã cơ quan"),
        _text("submission_id", "Mã bản nộp"),
        _text("section_id", "Mục chứa câu"),
        _whole("page", "Trang của câu"),
        _text("quote", "Trích nguyên văn câu"),
        _whole("char_start", "Vị trí đầu trong nội dung mục"),
        _whole("char_end", "Vị trí cuối"),
        _text("years_given", "Các năm có kế hoạch của cơ quan (năm ban hành hoặc năm nêu trong trích yếu)"),
        _text("years_missing", "Các năm của kỳ báo cáo chưa thấy viện dẫn kế hoạch"),
        _text("message", "Câu lưu ý"),
    ),
)

REPORT_TABLE = Table(
    "report_table",
    "Bảng trong báo cáo",
    (
        _key("table_id", "Mã bảng"),
        _text("submission_id", "Mã bản nộp"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("section_id", "Mục chứa bảng"),
        _whole("seq", "Thứ tự"),
        _whole("rows", "Số hàng"),
        _whole("columns", "Số cột"),
        _whole("page", "Trang"),
        _text("annex_id", "Mục của phụ lục chứa bảng (bảng đứng sau chữ ký)"),
    ),
)

ANNEX = Table(
    "annex",
    "Phụ lục trong cùng tệp với báo cáo (đứng sau chữ ký), từng mục theo thứ tự in",
    (
        _key("annex_id", "Mã mục của phụ lục"),
        _text("submission_id", "Mã bản nộp"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("agency_code", "Mã cơ quan"),
        _whole("seq", "Thứ tự trong các phụ lục của tệp"),
        _text("marker", "Số thứ tự như in"),
        _whole("level", "Cấp"),
        _text("title", "Tên như in"),
        _text("text", "Nội dung, các đoạn ngăn bằng xuống dòng"),
        _whole("page", "Trang bắt đầu"),
        _whole("page_end", "Trang kết thúc"),
        _whole("words", "Số tiếng"),
        _text("text_search", "Tên và nội dung không dấu, chữ thường, để tìm kiếm"),
    ),
)

TABLE_CELL = Table(
    "table_cell",
    "Ô của bảng",
    (
        _key("table_id", "Mã bảng"),
        _key("row", "Hàng (từ 0)", "INTEGER"),
        _key("column", "Cột (từ 0)", "INTEGER"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("submission_id", "Mã bản nộp"),
        _text("text", "Nội dung ô"),
    ),
)

FIGURE = Table(
    "figure",
    "Số liệu trong báo cáo",
    (
        _key("figure_id", "Mã số liệu"),
        _text("submission_id", "Mã bản nộp"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("agency_code", "Mã cơ quan"),
        _text("section_id", "Mục chứa số liệu"),
        _real("value", "Giá trị"),
        _text("unit", "Đơn vị tính"),
        _text("qualifier", "Từ hạn định: trên, khoảng, gần …"),
        _text("period", "Kỳ số liệu"),
        _text("text", "Như in"),
        _whole("page", "Trang"),
        _whole("char_start", "Vị trí đầu trong nội dung mục"),
        _whole("char_end", "Vị trí cuối"),
    ),
)

TEXT_REPEAT = Table(
    "text_repeat",
    "Đoạn văn trùng nhau: trong một báo cáo hoặc giữa hai cơ quan",
    (
        _key("pair_id", "Mã cặp đoạn"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("kind", "inside: trong một báo cáo; between: giữa hai cơ quan"),
        _text("section_id_a", "Mục thứ nhất"),
        _text("section_id_b", "Mục thứ hai"),
        _text("submission_id_a", "Bản nộp thứ nhất"),
        _text("submission_id_b", "Bản nộp thứ hai"),
        _text("agency_code_a", "Cơ quan thứ nhất"),
        _text("agency_code_b", "Cơ quan thứ hai"),
        _text("quote_a", "Trích nguyên văn ở mục thứ nhất"),
        _text("quote_b", "Trích nguyên văn ở mục thứ hai"),
        _whole("page_a", "Trang của đoạn thứ nhất"),
        _whole("page_b", "Trang của đoạn thứ hai"),
        _real("share", "Tỷ lệ trùng so với đoạn ngắn hơn (0..1)"),
        _whole("words", "Số tiếng trùng"),
    ),
)

FINDING = Table(
    "finding",
    "Điều phần mềm nhận thấy, kèm chỗ trong báo cáo",
    (
        _key("finding_id", "Mã nhận xét"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("agency_code", "Mã cơ quan"),
        _text("submission_id", "Mã bản nộp"),
        _text("rule", "Quy tắc"),
        _text("severity", "blocker, error, warning, info"),
        _text("outline_path", "Mục của đề cương"),
        _text("section_id", "Mục của báo cáo"),
        _text("message", "Câu nhận xét"),
        _text("advice", "Câu đề nghị"),
        _text("evidence", "Trích nguyên văn"),
        _whole("page", "Trang"),
        _text("owner", "Việc của ai: agency, officer"),
        _text("rule_version", "Phiên bản quy tắc"),
        _text("params", "Chi tiết của nhận xét (JSON)"),
        _whole("seq", "Thứ tự trong các nhận xét của cơ quan: việc cần làm trước đứng trước"),
    ),
)

CHANGE = Table(
    "change",
    "Đổi so với lần chạy trước",
    (
        _key("campaign_id", "Mã đợt báo cáo"),
        _key("seq", "Thứ tự", "INTEGER"),
        _text("run_id", "Lần chạy này"),
        _text("since_run_id", "Lần chạy trước"),
        _text(
            "kind",
            "submission_new, submission_gone, status, coverage, finding_new, finding_resolved, "
            "statement_new, statement_gone, statement_changed, sources_changed",
        ),
        _text("agency_code", "Mã cơ quan"),
        _text("submission_id", "Mã bản nộp"),
        _text("outline_path", "Mục của đề cương"),
        _text("statement_id", "Câu của báo cáo tổng hợp (đối với câu thay đổi)"),
        _text("rule", "Quy tắc (đối với nhận xét)"),
        _text("before", "Trước"),
        _text("after", "Nay"),
        _text("message", "Câu tiếng Việt nêu thay đổi"),
    ),
)

EXPECTATION_RESULT = Table(
    "expectation_result",
    "Kết quả kiểm tra chất lượng dữ liệu của mỗi lần chạy",
    (
        _key("run_id", "Mã lần chạy"),
        _key("suite", "Nhóm kiểm tra"),
        _key("expectation", "Phép kiểm tra"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _flag("success", "Đạt; trống khi phép kiểm tra bị lỗi hoặc không xét được"),
        _text("severity", "Mức độ"),
        _whole("checked", "Số dòng đã xét"),
        _whole("failed", "Số dòng không đạt"),
        _whole("unjudged", "Số dòng không xét được"),
        _text("description", "Phép kiểm tra xét điều gì"),
        _text("error", "Lỗi của chính phép kiểm tra"),
        _text("failing", "Các dòng không đạt (JSON, tối đa 200)"),
    ),
)

STATEMENT = Table(
    "statement",
    "Mỗi câu của báo cáo tổng hợp",
    (
        _key("statement_id", "Mã câu"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("outline_path", "Mục của đề cương; trống đối với phần chung"),
        _whole("seq", "Thứ tự trong mục"),
        _text("kind", "ruling, theme, example, figure, model, award, limit, cause, lesson, proposal, note"),
        _text("text", "Nội dung câu"),
        _text("group_key", "Nhóm (nơi nhận kiến nghị, khách quan/chủ quan …)"),
        _whole("agencies", "Số cơ quan đứng sau câu này"),
        _whole("of_agencies", "Tổng số cơ quan đã báo cáo"),
        _flag("in_report", "Có trong dự thảo báo cáo; nếu không thì chỉ có ở phụ lục"),
    ),
)

STATEMENT_SOURCE = Table(
    "statement_source",
    "Căn cứ của mỗi câu: trích nguyên văn từ báo cáo",
    (
        _key("statement_id", "Mã câu"),
        _key("seq", "Thứ tự căn cứ", "INTEGER"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _text("submission_id", "Mã bản nộp; trống khi căn cứ là việc không có báo cáo"),
        _text("agency_code", "Mã cơ quan"),
        _text("section_id", "Mã mục"),
        _whole("page", "Trang"),
        _whole("char_start", "Vị trí đầu trong nội dung mục"),
        _whole("char_end", "Vị trí cuối"),
        _text("quote", "Trích nguyên văn"),
    ),
)

RUN = Table(
    "run",
    "Các lần chạy",
    (
        _key("run_id", "Mã lần chạy"),
        _text("campaign_id", "Mã đợt báo cáo"),
        _time("as_of", "Thời điểm chốt số liệu"),
        _text("program_version", "Phiên bản phần mềm"),
        _whole("files", "Số tệp trong hộp nhận"),
        _whole("read", "Số tệp đọc được"),
        _whole("unread", "Số tệp không đọc được"),
        _whole("duplicate", "Số tệp trùng"),
        _whole("waiting", "Số tệp chờ cán bộ xác định"),
        _text("state", "complete, partial"),
    ),
)

OVERRIDE = Table(
    "override_applied",
    "Điều chỉnh của cán bộ đã được áp dụng",
    (
        _key("campaign_id", "Mã đợt báo cáo"),
        _key("seq", "Thứ tự", "INTEGER"),
        _text("kind", "agency, outline, not_citation, not_missing"),
        _text("target", "Tệp hoặc mục được điều chỉnh"),
        _text("value", "Giá trị do cán bộ xác định"),
        _text("reason", "Lý do"),
        _flag("applied", "Đã áp dụng"),
    ),
)

TABLES: tuple[Table, ...] = (
    CAMPAIGN,
    AGENCY,
    OUTLINE_ITEM,
    SUBMISSION,
    DOCUMENT,
    SECTION,
    SECTION_MATCH,
    FOOTNOTE,
    CITATION,
    CITED_DOCUMENT,
    PLAN_CARRIES_OUT,
    PLAN_GAP,
    ANNEX,
    REPORT_TABLE,
    TABLE_CELL,
    FIGURE,
    TEXT_REPEAT,
    FINDING,
    CHANGE,
    EXPECTATION_RESULT,
    STATEMENT,
    STATEMENT_SOURCE,
    RUN,
    OVERRIDE,
)
BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
