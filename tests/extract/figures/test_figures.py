# ruff: noqa: E501  (tables of sentences)
"""Figures in prose: value, unit, qualifier, period; what is printed; what is no figure."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.figures import find_figures
from extract.figures.numbers import value_of

Found = tuple[float, str | None, str | None, str | None, str]


def read(text: str) -> list[Found]:
    return [(f.value, f.unit, f.qualifier, f.period, f.text) for f in find_figures(text)]


CASES: list[tuple[str, list[Found]]] = [
    ("Năm 2025, xã dựng 12 mô hình.", [(12, "mô hình", None, "2025", "12 mô hình")]),
    ("thu hút trên 500 lượt người dự", [(500, "lượt người", "trên", None, "trên 500 lượt người")]),
    ("đạt 98,5% kế hoạch", [(98.5, "%", None, None, "98,5%")]),
    ("đạt 95 %, tăng 2,5 điểm phần trăm", [(95, "%", None, None, "95 %"), (2.5, "điểm phần trăm", None, None, "2,5 điểm phần trăm")]),
    ("góp 1.900 ngày công", [(1900, "ngày công", None, None, "1.900 ngày công")]),
    ("hơn 1,5 tỷ đồng", [(1.5, "tỷ đồng", "hơn", None, "hơn 1,5 tỷ đồng")]),
    ("12.500 triệu đồng", [(12500, "triệu đồng", None, None, "12.500 triệu đồng")]),
    ("15.000.000 đồng", [(15_000_000, "đồng", None, None, "15.000.000 đồng")]),
    ("gần 2 nghìn tỷ đồng", [(2, "nghìn tỷ đồng", "gần", None, "gần 2 nghìn tỷ đồng")]),
    ("rộng 21.576,53 km²", [(21576.53, "km²", None, None, "21.576,53 km²")]),
    ("gồm 05 Phó Giám đốc; 06 phòng chuyên môn", [(5, "Phó Giám đốc", None, None, "05 Phó Giám đốc"), (6, "phòng", None, None, "06 phòng")]),
    ("Giai đoạn 2015 - 2025 hỗ trợ 235 hộ nghèo", [(235, "hộ nghèo", None, "2015-2025", "235 hộ nghèo")]),
    ("6 tháng đầu năm 2026 mở 4 lớp tập huấn", [(4, "lớp tập huấn", None, "6 tháng đầu năm 2026", "4 lớp tập huấn")]),
    ("Trong 10 năm qua xóa 120 căn nhà", [(120, "căn nhà", None, "10 năm", "120 căn nhà")]),
    ("Quý II/2025: 3 đợt giám sát", [(3, "đợt giám sát", None, "Quý II/2025", "3 đợt giám sát")]),
    ("Từ năm 2016 đến năm 2020 có 35 vụ việc", [(35, "vụ việc", None, "2016-2020", "35 vụ việc")]),
    ("Nhiệm kỳ 2020-2025 có 45 đại biểu", [(45, "đại biểu", None, "2020-2025", "45 đại biểu")]),
    ("từ 2021 đến nay có 12 vụ việc", [(12, "vụ việc", None, "2021 đến nay", "12 vụ việc")]),
    ("rút từ 15 ngày còn 10 ngày", [(15, "ngày", None, None, "15 ngày"), (10, "ngày", None, None, "10 ngày")]),
    ("1.020 đoàn viên, hội viên", [(1020, "đoàn viên, hội viên", None, None, "1.020 đoàn viên, hội viên")]),
    ("250 cán bộ, công chức, viên chức dự", [(250, "cán bộ, công chức, viên chức", None, None, "250 cán bộ, công chức, viên chức")]),
    ("dân số 3,5 triệu người", [(3.5, "triệu người", None, None, "3,5 triệu người")]),
    ("tối thiểu 2 buổi/tháng", [(2, "buổi/tháng", "tối thiểu", None, "tối thiểu 2 buổi/tháng")]),
    ("không quá 03 ngày làm việc", [(3, "ngày làm việc", "không quá", None, "không quá 03 ngày làm việc")]),
    ("có 1,900 lượt người", [(1900, "lượt người", None, None, "1,900 lượt người")]),
    ("trồng 1,250 ha", [(1.25, "ha", None, None, "1,250 ha")]),
    ("cấp 1.500 thẻ BHYT", [(1500, "thẻ BHYT", None, None, "1.500 thẻ BHYT")]),
    ("02 đồng chí Phó Chủ tịch", [(2, "đồng chí", None, None, "02 đồng chí")]),
    ("Năm 2023: 12 cuộc; năm 2024: 15 cuộc", [(12, "cuộc", None, "2023", "12 cuộc"), (15, "cuộc", None, "2024", "15 cuộc")]),
    ("Mở 5 lớp. Năm 2024, mở 6 lớp", [(5, "lớp", None, None, "5 lớp"), (6, "lớp", None, "2024", "6 lớp")]),
    ("tổng số 98 hồ sơ (81,7%)", [(98, "hồ sơ", None, None, "98 hồ sơ"), (81.7, "%", None, None, "81,7%")]),
    ("2.1. Kết quả: 15 buổi tuyên truyền", [(15, "buổi tuyên truyền", None, None, "15 buổi tuyên truyền")]),
    ("Kế hoạch số 5/KH-SXD ngày 1/2/2020 về việc mở 3 lớp năm 2020; đã mở 2 lớp", [(2, "lớp", None, None, "2 lớp")]),
    ("1 Kế hoạch số 5/KH-SXD ngày 1/2/2020 và 2 báo cáo", [(2, "báo cáo", None, None, "2 báo cáo")]),
    ("dựng 7 chòi canh rẫy", [(7, "chòi canh", None, None, "7 chòi canh")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_read(text: str, expected: list[Found]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ngày 05/3/2020; ngày 14 tháng 7 năm 2015; tháng 5/2024; năm 2024; 28.11.2016",
        "Kế hoạch số 12/KH-SXD; Điều 5; khoản 2; Chương 3; lần thứ 7; khóa 12; số 15",
        "điện thoại 0269.3824123, 0905 123 456, 0905.123.456; CCCD 064090001234",
        "Quốc lộ 19; công nghiệp 4.0; mạng 5G; COVID-19; TCVN 9001; Đề án 06; Ban Chỉ đạo 35; Tổ 5; thôn 3",
        "1. Công tác tuyên truyền\n2. Công tác khác\n3) Nội dung",
        "trực 24/7, đường 30/4, ngã ba 3/2",
        "Trong 10 năm thực hiện; KẾT QUẢ 10 NĂM THỰC HIỆN; giai đoạn 2015-2025",
        "mức độ 4; cấp 2; loại 1; bậc 3",
        "hôm 21-10 công an báo; máy Galaxy 3 sở hữu nhiều ưu điểm; thắng 3-2 ván",
        "theo mẫu số 02, biểu 03, trang 5",
        "hàng thuộc các loại 5, 7 và 8 quy định tại Điều này; Phương thức 2 phù hợp; Chương trình 135 giai đoạn II",
    ],
)
def test_not_figures(text: str) -> None:
    assert read(text) == []


def test_ratio_is_one_figure_with_its_whole() -> None:
    (figure,) = find_figures("Có 28/30 thôn đạt chuẩn")
    assert (figure.value, figure.of, figure.unit, figure.text) == (28, 30, "thôn", "28/30 thôn")


def test_ratio_above_its_whole_is_none() -> None:
    assert find_figures("ngã tư 30/4 đường lớn") == []


@pytest.mark.parametrize("text", ["có 10-15 hộ", "có 10 – 15 hộ", "có 10 đến 15 hộ"])
def test_range_is_one_figure_with_its_upper_end(text: str) -> None:
    (figure,) = find_figures(text)
    assert (figure.value, figure.upper, figure.unit, text.endswith(figure.text)) == (10, 15, "hộ", True)


@pytest.mark.parametrize(
    ("printed", "counted", "value"),
    [
        ("05", False, 5),
        ("1.900", False, 1900),
        ("1.900,5", False, 1900.5),
        ("98,5", False, 98.5),
        ("12.5", False, 12.5),
        ("1,900", True, 1900),
        ("1,900", False, 1.9),
        ("0,125", True, 0.125),
        ("1,234,567", False, 1234567),
        ("1.234.567", False, 1234567),
    ],
)
def test_value(printed: str, counted: bool, value: float) -> None:
    assert value_of(printed, counted=counted) == value


PIECES = ["12", "1.900", "98,5", "%", " hộ", "năm ", "2025", " triệu đồng", "-", "/", " đến ", ". ", "\n", "lượt người", "trên ", "số ", "\u0302"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=120))
def test_text_is_what_stands_there(text: str) -> None:
    end = 0
    for figure in find_figures(text):
        assert text[figure.char_start : figure.char_end] == figure.text
        assert figure.char_start >= end
        assert figure.unit
        assert figure.value >= 0
        end = figure.char_end


@pytest.mark.parametrize(
    "unit", ["1", "1 ", "1.000", "1.000 ", "12 mô hình, ", "năm 2025 ", "1-", "1/2 ", "trên "]
)
def test_linear(unit: str) -> None:
    costs = []
    for size in (15_000, 60_000):
        text = (unit * (size // len(unit) + 1))[:size]
        start = time.process_time()
        find_figures(text)
        costs.append(time.process_time() - start)
    assert costs[1] < 9 * costs[0] + 0.05


def test_a_subject_that_goes_on_after_a_nested_citation_is_passed_over() -> None:
    text = "Kế hoạch số 5/KH-SXD ngày 1/2/2020 về triển khai Chỉ thị số 9/CT-TTg và mở 3 lớp; đã mở 2 lớp"
    assert [f.text for f in find_figures(text)] == ["2 lớp"]


def test_spans_to_skip_can_be_given() -> None:
    text = "Kế hoạch mở 3 lớp; đã mở 2 lớp"
    assert [f.value for f in find_figures(text, skip=[(0, 17)])] == [2]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Đã chỉnh lý 12 mét giá tài liệu giai đoạn trước năm 2015.", ["trước năm 2015"]),
        ("Đến cuối năm 2024, toàn xã còn 35 hộ nghèo.", ["đến cuối năm 2024"]),
        ("Đến ngày 30/6/2025 có 15 mô hình.", ["đến ngày 30/6/2025"]),
        ("Phấn đấu đến năm 2030 có 90% hồ sơ điện tử.", ["đến năm 2030"]),
        (
            "Từ tháng 5 năm 2021 đến tháng 12 năm 2025 đã tiếp 120 lượt.",
            ["từ tháng 5 năm 2021 đến tháng 12 năm 2025"],
        ),
        ("Đến hết quý III năm 2025 đạt 80%.", ["đến hết quý III năm 2025"]),
        ("Từ năm 2016 đến năm 2020 có 5 mô hình.", ["2016-2020"]),
        ("Năm 2025 giải quyết 45 đơn, giảm 8 đơn so với cùng kỳ năm 2024.", ["2025", "2025"]),
        ("Số hộ nghèo giảm 8 hộ so với năm 2024.", [None]),
    ],
)
def test_a_bound_or_a_comparison_is_not_the_year_itself(text: str, periods: list[str | None]) -> None:
    assert [figure.period for figure in find_figures(text)] == periods
