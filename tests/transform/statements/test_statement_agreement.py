"""Whose words may stand for whose: the same facts, the same yes or no."""

from __future__ import annotations

import pytest

from transform.statements.agreement import agreeing, claims, stands_for
from transform.statements.corpus import Agency, Clause, Section
from transform.statements.sentences import Span


def clause(code: str, text: str) -> Clause:
    agency = Agency(code, code, "xa", "", True, int(code))
    return Clause(Section(code, code, agency, 1, "", text, None, (), "", False), Span(0, len(text)), "")


@pytest.mark.parametrize(
    ("words", "other", "may"),
    [
        ("Cán bộ chủ yếu kiêm nhiệm", "Cán bộ phần lớn kiêm nhiệm", True),
        ("Cán bộ chưa được tập huấn", "Cán bộ đã được tập huấn", False),
        ("Cán bộ đã được tập huấn", "Cán bộ chưa được tập huấn", False),
        ("Mở 12 lớp tập huấn", "Mở 15 lớp tập huấn", False),
        ("Mở lớp tập huấn", "Mở 15 lớp tập huấn", True),
        ("Đề nghị Bộ Nội vụ ban hành tài liệu", "Đề nghị Bộ Tư pháp ban hành tài liệu", False),
        ("Thực hiện Kế hoạch số 12/KH-UBND", "Thực hiện Kế hoạch số 14/KH-UBND", False),
    ],
)
def test_stands_for(words, other, may):
    assert stands_for(words, other) is may


@pytest.mark.parametrize(
    ("words", "other", "may"),
    [
        ("Đề nghị UBND tỉnh bố trí kinh phí lắp đặt camera trước cổng trường",
         "Đề nghị UBND tỉnh bố trí kinh phí lắp đặt camera giám sát tại các nút giao đô thị", False),
        ("Đề nghị UBND tỉnh hỗ trợ kinh phí nâng cấp đường liên thôn",
         "Kiến nghị UBND tỉnh bố trí kinh phí nâng cấp các tuyến đường liên thôn xuống cấp", True),
        ("Trên địa bàn xã xảy ra tai nạn giao thông", "Trên địa bàn phường xảy ra tai nạn giao thông", False),
    ],
)  # fmt: skip
def test_nobody_is_made_to_say_what_only_another_said(words, other, may):
    assert stands_for(words, other) is may


def test_a_document_number_has_no_range():
    points = agreeing(
        [
            clause("1", "Năm 2024 đã ban hành Kế hoạch số 12/KH-UBND ngày 03/4/2024 về kiểm tra 4 bộ phận"),
            clause("2", "Năm 2024 đã ban hành Kế hoạch số 95/KH-UBND ngày 11/5/2024 về kiểm tra 9 bộ phận"),
        ],
        0.5,
        frozenset(),
    )
    assert points[0].shown == "Năm 2024 đã ban hành Kế hoạch … về kiểm tra từ 4 đến 9 bộ phận"


def test_claims_are_numbers_and_inner_names():
    assert claims("Năm 2025 xã Ia Pa mở 3 lớp") == {"2025", "ia", "pa", "3"}


def test_sentences_that_differ_in_figures_join_without_the_figures():
    points = agreeing(
        [
            clause("1", "Đơn vị tiếp nhận 120 hồ sơ đất đai của người dân qua bưu điện"),
            clause("2", "Đơn vị tiếp nhận 95 hồ sơ đất đai của người dân qua bưu điện"),
            clause("3", "Đơn vị tiếp nhận 7 hồ sơ đất đai của người dân qua bưu điện"),
        ],
        0.5,
        frozenset(),
    )
    assert [point.agencies for point in points] == [3]
    assert points[0].shown == "Đơn vị tiếp nhận từ 7 đến 120 hồ sơ đất đai của người dân qua bưu điện"


def test_figures_that_all_share_stay():
    points = agreeing(
        [
            clause("1", "Trong 03 năm đơn vị tiếp nhận 120 hồ sơ đất đai của người dân"),
            clause("2", "Trong 03 năm đơn vị tiếp nhận 95 hồ sơ đất đai của người dân"),
        ],
        0.5,
        frozenset(),
    )
    assert points[0].shown == "Trong 03 năm đơn vị tiếp nhận từ 95 đến 120 hồ sơ đất đai của người dân"


def test_opposite_sentences_never_join():
    points = agreeing(
        [
            clause("1", "Hình thức tuyên truyền ở thôn chưa đa dạng"),
            clause("2", "Hình thức tuyên truyền ở thôn đã đa dạng"),
        ],
        0.5,
        frozenset(),
    )
    assert [point.agencies for point in points] == [1, 1]
