# ruff: noqa: E501  (tables of sentences)
"""Where a subject ends: every subject before every way in which a sentence goes on."""

from __future__ import annotations

import pytest

from extract.citations import find

SUBJECTS = [
    "công tác dân vận chính quyền năm 2024",
    "tăng cường công tác dân vận, thực hiện quy chế dân chủ ở cơ sở",
    "cải cách hành chính, chuyển đổi số giai đoạn 2021 - 2025",
    "nâng cao chất lượng tiếp công dân, giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh trên địa bàn tỉnh",
    "phát động phong trào thi đua “Dân vận khéo” năm 2024",
    "phòng, chống tham nhũng, lãng phí, tiêu cực",
    "xây dựng xã, phường, thị trấn đạt chuẩn tiếp cận pháp luật",
    "tiếp tục đổi mới, nâng cao chất lượng hoạt động của Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội",
    "phê duyệt Đề án sắp xếp, tổ chức lại đơn vị (giai đoạn 2)",
]
GOING_ON = [
    "; đơn vị đã triển khai",
    ". Đơn vị đã triển khai.",
    ", UBND xã đã ban hành Kế hoạch số 45/KH-UBND ngày 10/7/2024",
    ", Đảng ủy xã chỉ đạo các chi bộ triển khai",
    ", hằng năm UBND xã xây dựng kế hoạch cụ thể",
    ", trong những năm qua, đơn vị luôn quan tâm",
    ", đến nay toàn tỉnh có 120 mô hình",
    ", đơn vị đã phổ biến đến toàn thể cán bộ",
    ", xã đã thành lập 12 tổ dân vận",
    ", Văn phòng đã tham mưu ban hành 05 văn bản",
    ", Sở Nội vụ tham mưu UBND tỉnh ban hành 10 văn bản",
    " và Kế hoạch số 13/KH-UBND ngày 8/6/2024 của UBND tỉnh",
    " và các văn bản hướng dẫn của Trung ương",
    " đã được triển khai đồng bộ",
    ").",
    ", qua đó góp phần nâng cao hiệu quả",
    ", cán bộ, công chức đã nâng cao trách nhiệm",
    ", Ban Thường vụ Đảng ủy lãnh đạo triển khai",
    ", địa phương đã tổ chức 12 hội nghị",
    "; Kế hoạch số 13/KH-UBND ngày 8/6/2024 của UBND tỉnh",
    ", UBND phường báo cáo kết quả như sau:",
    ", trường đã tổ chức tuyên truyền",
    ", các phòng, ban chuyên môn đã chủ động tham mưu",
    ", trong năm 2024, UBND xã đã tổ chức 12 cuộc đối thoại",
    ", ngay từ đầu năm, UBND xã đã xây dựng kế hoạch",
    ", ngành Y tế đã triển khai",
    ", Chi cục đã triển khai",
    ", nhà trường tổ chức quán triệt",
    ", hệ thống chính trị từ xã đến thôn đã vào cuộc",
    ", Hội đồng nhân dân xã tổ chức giám sát",
    ", lãnh đạo UBND xã thường xuyên chỉ đạo",
    ", công tác dân vận chính quyền đã có chuyển biến",
    ", tỉnh đã thành lập Ban Chỉ đạo",
    ", huyện Chư Sê đã sắp xếp",
    ", thời gian qua UBND xã luôn quan tâm",
    ", bên cạnh kết quả đạt được còn một số hạn chế",
    ", với tinh thần trách nhiệm, đơn vị đã",
    ", từng cơ quan, đơn vị đã ban hành kế hoạch",
    ", mỗi cán bộ đã nêu cao trách nhiệm",
    ", nhiều mô hình đã được nhân rộng",
    ", việc tiếp công dân đã đi vào nền nếp",
    " hết hiệu lực kể từ ngày Kế hoạch này có hiệu lực",
    " và phải được thực hiện ngay sau hội nghị",
    " phải được niêm yết công khai",
    " đều có nội dung về dân vận",
    " (UBND tỉnh sẽ hướng dẫn cụ thể khi có ý kiến của Trung ương)",
    " (trừ nội dung về kinh phí)",
]


@pytest.mark.parametrize("going_on", GOING_ON)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_subject_ends(subject: str, going_on: str) -> None:
    text = f"Thực hiện Kế hoạch số 12/KH-UBND ngày 5/6/2024 của UBND tỉnh về {subject}{going_on}"
    assert find(text)[0].subject == subject


@pytest.mark.parametrize(
    "subject",
    [
        "cải cách hành chính, gắn với chuyển đổi số",
        "phối hợp giữa gia đình, nhà trường và xã hội",
        "sắp xếp các cơ quan, đơn vị sự nghiệp, huyện, xã",
        "đào tạo cán bộ, công chức, viên chức năm 2024",
        "nhiệm vụ, giải pháp phát triển kinh tế - xã hội năm 2025, dự toán ngân sách",
        "tiếp công dân, xử lý đơn, giải quyết khiếu nại, tố cáo",
    ],
)
def test_commas_inside_stay(subject: str) -> None:
    assert find(f"Kế hoạch số 12/KH-UBND về {subject}; đã có kết quả")[0].subject == subject
