"""What must never be quoted, and what must not be taken for it."""

from __future__ import annotations

import pytest

from transform.statements.privacy import is_private


@pytest.mark.parametrize(
    "sentence",
    [
        "Người dân gọi số 0905 123 456 để phản ánh.",
        "Đường dây nóng 02693824123 hoạt động hằng ngày.",
        "Liên hệ (0269) 3824 123 trong giờ hành chính.",
        "Điện thoại +84905123456.",
        "Công dân có CCCD số 001099012345 gửi đơn.",
        "Hộp thư gopy@tinh.example tiếp nhận ý kiến.",
        "Đã giải quyết đơn khiếu nại của ông Trần Văn Mẫu về đất đai.",
        "Bà Lê Thị Thử khởi kiện quyết định thu hồi đất.",
        "Hộ Đinh Văn Thử tranh chấp lối đi với hàng xóm.",
        "Tiếp công dân Đỗ Thử về việc bồi thường.",
    ],
)
def test_private(sentence):
    assert is_private(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Từ ngày 01.07.2025 - 30.06.2026 tiếp 120 lượt công dân.",
        "Tổng kinh phí 1.250.000.000 đồng.",
        "Kế hoạch số 386/KH-VPUBND ngày 28/11/2016.",
        "Khen thưởng ông Nguyễn Văn Tốt, trưởng thôn Đoàn Kết.",
        "Giải quyết 12 đơn khiếu nại của công dân.",
        "Tiếp nhận 45 đơn tố cáo, kiến nghị của hộ dân.",
        "Giai đoạn 2015 - 2025 có 10 kế hoạch.",
    ],
)
def test_not_private(sentence):
    assert not is_private(sentence)
