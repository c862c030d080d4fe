"""What was asked: the campaign, its agencies and outline, what officers decided."""

from __future__ import annotations

from warehouse.tables.column import Table, day, flag, key, text, time, whole

CAMPAIGN = Table(
    "campaign",
    "Đợt báo cáo: yêu cầu gì, hạn nào",
    (
        key("campaign_id", "Mã đợt báo cáo"),
        text("title", "Tên đợt báo cáo"),
        time("deadline", "Hạn nộp chung"),
        day("period_from", "Kỳ báo cáo: từ ngày"),
        day("period_to", "Kỳ báo cáo: đến ngày"),
        text("province", "Tỉnh"),
        text("request_type", "Loại văn bản yêu cầu báo cáo"),
        text("request_number", "Số, ký hiệu của văn bản yêu cầu"),
        day("request_date", "Ngày của văn bản yêu cầu"),
        text("request_issuer", "Cơ quan ban hành văn bản yêu cầu"),
        text("consolidator_parent", "Cơ quan chủ quản của cơ quan tổng hợp"),
        text("consolidator_name", "Cơ quan tổng hợp"),
        text("consolidator_symbol", "Ký hiệu văn bản của cơ quan tổng hợp"),
        text("consolidator_place", "Địa danh của cơ quan tổng hợp"),
    ),
)

AGENCY = Table(
    "agency",
    "Cơ quan, đơn vị phải báo cáo",
    (
        key("campaign_id", "Mã đợt báo cáo"),
        key("agency_code", "Mã cơ quan"),
        text("name", "Tên cơ quan"),
        text("kind", "Loại: so, ban, nganh, xa, phuong, dac_khu, doan_the, other"),
        text("parent", "Cơ quan cấp trên hoặc vùng"),
        text("email", "Thư điện tử"),
        text("aliases", "Tên gọi khác, ngăn bằng dấu chấm phẩy"),
        flag("required", "Có bắt buộc báo cáo không"),
        time("deadline", "Hạn nộp của riêng cơ quan (hoặc hạn chung)"),
        whole("seq", "Thứ tự trong danh sách"),
        text("name_search", "Tên không dấu, chữ thường, để tìm kiếm"),
    ),
)

OUTLINE_ITEM = Table(
    "outline_item",
    "Mục của đề cương",
    (
        key("campaign_id", "Mã đợt báo cáo"),
        key("outline_path", "Đường dẫn mục: các số thứ tự nối bằng dấu chấm, ví dụ A.III.2"),
        whole("seq", "Thứ tự trong đề cương"),
        text("marker", "Số thứ tự của mục"),
        text("title", "Tên mục"),
        whole("level", "Cấp (1 là cao nhất)"),
        text("parent_path", "Mục cha"),
        flag("is_leaf", "Là mục cuối, phải có nội dung riêng"),
        flag("required", "Có bắt buộc không"),
        whole("min_words", "Số tiếng tối thiểu"),
        text("expects", "Nội dung cần có: citations, figures, models, causes, addressee"),
    ),
)

OVERRIDE = Table(
    "override_applied",
    "Điều chỉnh của cán bộ đã được áp dụng",
    (
        key("campaign_id", "Mã đợt báo cáo"),
        key("seq", "Thứ tự", "INTEGER"),
        text("kind", "agency, outline, not_citation, not_missing"),
        text("target", "Tệp hoặc mục được điều chỉnh"),
        text("value", "Giá trị do cán bộ xác định"),
        text("reason", "Lý do"),
        flag("applied", "Đã áp dụng"),
    ),
)
