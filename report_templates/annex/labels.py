"""Vietnamese labels of codes shown in the annexes."""

from __future__ import annotations

KINDS = {
    "so": "Sở, cơ quan chuyên môn", "ban": "Ban", "nganh": "Cơ quan ngành dọc", "xa": "Xã",
    "phuong": "Phường",
    "dac_khu": "Đặc khu", "doan_the": "Mặt trận, đoàn thể", "other": "Khác",
}  # fmt: skip
STATUS = {
    "read": "Đã đọc", "superseded": "Bản cũ, đã có bản thay thế", "duplicate": "Trùng tệp đã nhận",
    "annex": "Phụ lục của báo cáo", "wrong_campaign": "Không thuộc đợt báo cáo này",
    "unmatched": "Chưa xác định được cơ quan gửi", "secret": "Có dấu chỉ độ mật, không xử lý",
    "unread": "Không đọc được",
}  # fmt: skip
ADDED = {
    "supplement": "Báo cáo bổ sung, tính cùng báo cáo chính",
    "correction": "Văn bản đính chính, chưa sửa vào dự thảo",
}
LEVELS = {"trung_uong": "Trung ương", "tinh": "Tỉnh", "don_vi": "Đơn vị", "khac": "Khác"}
STATEMENTS = {
    "ruling": "Nhận định chung", "theme": "Nội dung nhiều đơn vị nêu", "example": "Ví dụ",
    "figure": "Số liệu tổng",
    "model": "Mô hình", "award": "Khen thưởng", "limit": "Hạn chế, khó khăn", "cause": "Nguyên nhân",
    "lesson": "Bài học kinh nghiệm", "proposal": "Đề xuất, kiến nghị", "note": "Ghi chú",
}  # fmt: skip
CHANGES = {
    "agency_new": "Cơ quan mới gửi", "agency_gone": "Không còn báo cáo", "report_replaced": "Thay báo cáo",
    "statement_new": "Câu mới", "statement_gone": "Câu không còn", "statement_changed": "Câu thay đổi",
    "sources_changed": "Căn cứ thay đổi", "submission_new": "Tệp mới", "submission_gone": "Tệp không còn",
    "status": "Tình trạng tệp", "version": "Bản gửi", "coverage": "Nội dung theo đề cương",
    "finding_new": "Nhận xét mới", "finding_resolved": "Nhận xét đã được giải quyết",
}  # fmt: skip
OVERRIDES = {
    "agency": "Cơ quan gửi", "outline": "Mục của đề cương", "not_citation": "Không phải viện dẫn",
    "not_missing": "Không phải mục thiếu",
}  # fmt: skip


def label(table: dict[str, str], code: str | None) -> str:
    """Return the label of a code; an unknown code is shown as it is, never hidden."""
    return table.get(code or "", code or "")
