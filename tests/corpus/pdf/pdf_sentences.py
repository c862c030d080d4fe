"""Own sentences in the manner of reports, put together by number: the same number, the same text."""

from __future__ import annotations

_SUBJECTS = (
    "Ủy ban nhân dân xã",
    "Văn phòng Sở",
    "Phòng Kinh tế - Hạ tầng",
    "Ban Chỉ đạo chuyển đổi số",
    "Trung tâm Phục vụ hành chính công",
    "Tổ công nghệ số cộng đồng ở các thôn, làng",
    "Lãnh đạo đơn vị",
    "Công chức tư pháp - hộ tịch",
)
_VERBS = (
    "đã phối hợp rà soát, bổ sung",
    "kịp thời tham mưu ban hành",
    "thường xuyên kiểm tra, đôn đốc",
    "chủ động triển khai, hướng dẫn",
    "từng bước hoàn thiện",
    "tổ chức sơ kết, đánh giá",
    "đẩy mạnh tuyên truyền",
)
_OBJECTS = (
    "quy trình tiếp nhận hồ sơ trực tuyến theo Kế hoạch số 45/KH-UBND ngày 12/02/2024",
    "nội dung nêu tại Công văn số 1289/SNV-CCHC&VTLT ngày 05/9/2025 của Sở Nội vụ",
    "việc số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực",
    "các mô hình tự quản về an ninh, trật tự ở khu dân cư",
    "danh mục chế độ báo cáo định kỳ theo Quyết định số 07/2023/QĐ-UBND",
    "công tác phối hợp giữa chính quyền với Mặt trận Tổ quốc và các đoàn thể",
    "phương án bố trí trụ sở, trang thiết bị sau sắp xếp đơn vị hành chính",
    "chỉ tiêu trồng rừng, chăm sóc 1.250 ha rừng phòng hộ đầu nguồn",
    "hệ thống thông tin nguồn theo Thông báo số 318-TB/TU của Tỉnh ủy",
)
_ENDS = (
    "bảo đảm đúng tiến độ đề ra",
    "góp phần rút ngắn 30% thời gian đi lại của người dân",
    "được cán bộ, Nhân dân đồng tình ủng hộ",
    "tạo chuyển biến rõ nét về ý thức, trách nhiệm",
    "gắn với chương trình xây dựng nông thôn mới",
    "đáp ứng yêu cầu của giai đoạn 2021 - 2025",
    "khắc phục tình trạng chậm, muộn kéo dài nhiều năm",
    "phù hợp với điều kiện của vùng đồng bào dân tộc thiểu số",
)


def sentence(number: int) -> str:
    """One sentence; numbers far apart give other words."""
    parts = (
        _SUBJECTS[number * 5 % len(_SUBJECTS)],
        _VERBS[number * 3 % len(_VERBS)],
        _OBJECTS[(number * 7 + number // 9) % len(_OBJECTS)] + ",",
        _ENDS[(number * 11 + number // 7) % len(_ENDS)] + ".",
    )
    return " ".join(parts)


def paragraph(number: int, sentences: int = 0) -> str:
    """Return a paragraph of 1–5 sentences (or as many as asked)."""
    count = sentences or 1 + number * 13 % 5
    return " ".join(sentence(number * 17 + index) for index in range(count))


def heading(number: int) -> str:
    """Return a title without a full stop."""
    return f"{_VERBS[number % len(_VERBS)].capitalize()} {_OBJECTS[number * 5 % len(_OBJECTS)]}"
