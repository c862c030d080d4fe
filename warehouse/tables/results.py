"""What a run finds and writes: findings, checks of the data, statements, changes."""

from __future__ import annotations

from warehouse.tables.column import Table, flag, key, text, time, whole

FINDING = Table(
    "finding",
    "Điều phần mềm nhận thấy, kèm chỗ trong báo cáo",
    (
        key("finding_id", "Mã nhận xét"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("agency_code", "Mã cơ quan"),
        text("submission_id", "Mã bản nộp"),
        text("rule", "Quy tắc"),
        text("severity", "blocker, error, warning, info"),
        text("outline_path", "Mục của đề cương"),
        text("section_id", "Mục của báo cáo"),
        text("message", "Câu nhận xét"),
        text("advice", "Câu đề nghị"),
        text("evidence", "Trích nguyên văn"),
        whole("page", "Trang"),
        text("owner", "Việc của ai: agency, officer"),
        text("rule_version", "Phiên bản quy tắc"),
        text("params", "Chi tiết của nhận xét (JSON)"),
        whole("seq", "Thứ tự trong các nhận xét của cơ quan: việc cần làm trước đứng trước"),
    ),
)

EXPECTATION_RESULT = Table(
    "expectation_result",
    "Kết quả kiểm tra chất lượng dữ liệu của mỗi lần chạy",
    (
        key("run_id", "Mã lần chạy"),
        key("suite", "Nhóm kiểm tra"),
        key("expectation", "Phép kiểm tra"),
        text("campaign_id", "Mã đợt báo cáo"),
        flag("success", "Đạt; trống khi phép kiểm tra bị lỗi hoặc không xét được"),
        text("severity", "Mức độ"),
        whole("checked", "Số dòng đã xét"),
        whole("failed", "Số dòng không đạt"),
        whole("unjudged", "Số dòng không xét được"),
        text("description", "Phép kiểm tra xét điều gì"),
        text("error", "Lỗi của chính phép kiểm tra"),
        text("failing", "Các dòng không đạt (JSON, tối đa 200)"),
    ),
)

STATEMENT = Table(
    "statement",
    "Mỗi câu của báo cáo tổng hợp",
    (
        key("statement_id", "Mã câu"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("outline_path", "Mục của đề cương; trống đối với phần chung"),
        whole("seq", "Thứ tự trong mục"),
        text("kind", "ruling, theme, example, figure, model, award, limit, cause, lesson, proposal, note"),
        text("text", "Nội dung câu"),
        text("group_key", "Nhóm (nơi nhận kiến nghị, khách quan/chủ quan …)"),
        whole("agencies", "Số cơ quan đứng sau câu này"),
        whole("of_agencies", "Tổng số cơ quan đã báo cáo"),
        flag("in_report", "Có trong dự thảo báo cáo; nếu không thì chỉ có ở phụ lục"),
    ),
)

STATEMENT_SOURCE = Table(
    "statement_source",
    "Căn cứ của mỗi câu: trích nguyên văn từ báo cáo",
    (
        key("statement_id", "Mã câu"),
        key("seq", "Thứ tự căn cứ", "INTEGER"),
        text("campaign_id", "Mã đợt báo cáo"),
        text("submission_id", "Mã bản nộp; trống khi căn cứ là việc không có báo cáo"),
        text("agency_code", "Mã cơ quan"),
        text("section_id", "Mã mục"),
        whole("page", "Trang"),
        whole("char_start", "Vị trí đầu trong nội dung mục"),
        whole("char_end", "Vị trí cuối"),
        text("quote", "Trích nguyên văn"),
    ),
)

CHANGE = Table(
    "change",
    "Đổi so với lần chạy trước",
    (
        key("campaign_id", "Mã đợt báo cáo"),
        key("seq", "Thứ tự", "INTEGER"),
        text("run_id", "Lần chạy này"),
        text("since_run_id", "Lần chạy trước"),
        text(
            "kind",
            "submission_new, submission_gone, status, coverage, finding_new, finding_resolved, "
            "statement_new, statement_gone, statement_changed, sources_changed",
        ),
        text("agency_code", "Mã cơ quan"),
        text("submission_id", "Mã bản nộp"),
        text("outline_path", "Mục của đề cương"),
        text("statement_id", "Câu của báo cáo tổng hợp (đối với câu thay đổi)"),
        text("rule", "Quy tắc (đối với nhận xét)"),
        text("before", "Trước"),
        text("after", "Nay"),
        text("message", "Câu tiếng Việt nêu thay đổi"),
    ),
)

RUN = Table(
    "run",
    "Các lần chạy",
    (
        key("run_id", "Mã lần chạy"),
        text("campaign_id", "Mã đợt báo cáo"),
        time("as_of", "Thời điểm chốt số liệu"),
        text("program_version", "Phiên bản phần mềm"),
        whole("files", "Số tệp trong hộp nhận"),
        whole("read", "Số tệp đọc được"),
        whole("unread", "Số tệp không đọc được"),
        whole("duplicate", "Số tệp trùng"),
        whole("waiting", "Số tệp chờ cán bộ xác định"),
        text("state", "complete, partial"),
    ),
)
