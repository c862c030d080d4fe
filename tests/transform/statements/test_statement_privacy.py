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
        "Đã trả lời đơn của NGUYỄN VĂN THỬ.",
        "Đơn khiếu nại của Nguyễn Văn Thử đã được thụ lý.",
        "Giải quyết kiến nghị của các hộ: Trần Thị Thử, Lê Văn Mẫu ở thôn 3.",
        "Vợ chồng Lê Thử chưa đồng ý mức đền bù.",
        "Cụ Đinh Thị Mẫu phản ánh việc cấp đất.",
        "Người khiếu nại là Rmah Thử rút đơn.",
        "Ông (bà) Phạm Mẫu yêu cầu xem xét lại.",
        "Xử phạt anh Hồ Văn Mẫu về hành vi lấn chiếm vỉa hè.",
        "Liên hệ 0905.123.456 hoặc 0905-123-456.",
        "Gọi 0905 12 34 56 khi cần.",
        "Zalo 84905123456 của tổ công nghệ số.",
        "Số máy ０９０５１２３４５６ trực ngoài giờ.",
        "Gọi 090\u00a0512\u00a03456 để được hướng dẫn.",
        "Căn cước: 064 099 012 345 của người nộp.",
        "Mã 064 099 012 345 do người dân cung cấp.",
        "Số định danh cá nhân 64099012345.",
        "Chuyển khoản vào số tài khoản 1903 6543 21.",
        "Thư gửi gopy @ tinh.example.",
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
        "Ngày 05-10-2025, tiếp 12 lượt công dân có đơn.",
        "UBND phường Nguyễn Trãi tiếp nhận 12 đơn kiến nghị.",
        "Trường THCS Lê Lợi ghi nhận 05 ý kiến phản ánh.",
        "Học tập tư tưởng Hồ Chí Minh, tiếp thu ý kiến của Nhân dân.",
        "Kinh phí 064 099 012 345 đồng.",
        "Đề nghị Bộ Nội vụ trả lời kiến nghị của cấp xã.",
        "Đường dây 1022 tiếp nhận 340 phản ánh.",
    ],
)
def test_not_private(sentence):
    assert not is_private(sentence)


def test_a_list_of_petitioners_is_private_by_the_section_above_it():
    line = "Bà Lê Thị Thử, thôn 2: đã trả lời bằng văn bản."
    assert not is_private(line)
    assert is_private(line, "Giải quyết đơn thư khiếu nại, tố cáo")
    assert is_private(line, "Kết quả công tác", "Có 02 vụ việc kéo dài:\n- " + line)
