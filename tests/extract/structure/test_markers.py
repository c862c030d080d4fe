"""The grammar of markers: what is one, what it may mean, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.structure.markers import parse, parse_label
from extract.structure.numerals import Reading, gap, roman_value


@pytest.mark.parametrize(
    ("text", "shown", "kind", "value"),
    [
        ("I. KHÁI QUÁT", "I.", "roman", (1,)),
        ("VI - TỔ CHỨC", "VI -", "roman", (6,)),
        ("I- TÌNH HÌNH", "I-", "roman", (1,)),
        ("A. KẾT QUẢ", "A.", "upper", (1,)),
        ("Đ. KIẾN NGHỊ", "Đ.", "upper", (5,)),
        ("1. Thuận lợi", "1.", "number", (1,)),
        ("1/ Thuận lợi", "1/", "number", (1,)),
        ("1- Thuận lợi", "1-", "number", (1,)),
        ("1.Thuận lợi", "1.", "number", (1,)),
        ("12) Thuận lợi", "12)", "paren", (12,)),
        ("(2) Thuận lợi", "(2)", "bracket", (2,)),
        ("1.1. Thuận lợi", "1.1.", "dec2", (1, 1)),
        ("2.3 Thuận lợi", "2.3", "dec2", (2, 3)),
        ("1.2.3. Thuận lợi", "1.2.3.", "dec3", (1, 2, 3)),
        ("II.1. Thuận lợi", "II.1.", "dec2", (2, 1)),
        ("a) nội dung", "a)", "letter", (1,)),
        ("đ) nội dung", "đ)", "letter", (5,)),
        ("(a) nội dung", "(a)", "letter_bracket", (1,)),
        ("Phần I. KẾT QUẢ", "Phần I.", "part", (1,)),
        ("PHẦN THỨ HAI", "PHẦN THỨ HAI", "part", (2,)),
        ("Phần thứ nhất: KẾT QUẢ", "Phần thứ nhất:", "part", (1,)),
        ("Chương II", "Chương II", "chapter", (2,)),
        ("Mục 1. QUY ĐỊNH CHUNG", "Mục 1.", "muc", (1,)),
        ("Điều 12. Hiệu lực", "Điều 12.", "article", (12,)),
        ("Điều thứ 4: Hiệu lực", "Điều thứ 4:", "article", (4,)),
        ("Phụ lục II", "Phụ lục II", "annex", (2,)),
        ("Ⅲ. KẾT QUẢ", "Ⅲ.", "roman", (3,)),
    ],
)
def test_marker(text: str, shown: str, kind: str, value: tuple[int, ...]) -> None:
    marker = parse(text)
    assert marker is not None
    assert marker.shown == shown
    assert (kind, value) in [(r.kind, r.value) for r in marker.readings]


@pytest.mark.parametrize(
    "text",
    [
        "2025 là năm đầu tiên",
        "1. 5. 2025 là mốc thời gian",
        "30/4/2025 đơn vị đã tổ chức",
        "1.900 hồ sơ được tiếp nhận",
        "12,5 tỷ đồng",
        "5-7 mô hình",
        "5 - 7 mô hình",
        "V.I. Lênin viết",
        "Điều 5 của Luật nêu rõ",
        "Phần mềm quản lý văn bản",
        "Chương trình công tác năm",
        "Mục tiêu chung",
        "- Tổ chức hội nghị",
        "+ Đợt 1",
        "TP. Quy Nhơn",
        "",
        "Nguyễn Văn A",
    ],
)
def test_no_marker(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Il. KẾT QUẢ", "roman", (2,)),
        ("lI. KẾT QUẢ", "roman", (2,)),
        ("l. Thuận lợi", "number", (1,)),
        ("1O. Nội dung", "number", (10,)),
    ],
)
def test_lookalikes_are_read_and_marked_as_repaired(text: str, kind: str, value: tuple[int, ...]) -> None:
    marker = parse(text)
    assert marker is not None
    assert any(r.kind == kind and r.value == value and r.repaired for r in marker.readings)
    assert text.startswith(marker.shown)


def test_letter_that_is_also_a_numeral_keeps_both_readings() -> None:
    marker = parse("C. MỤC TIÊU")
    assert marker is not None
    assert {r.kind for r in marker.readings} >= {"upper"}
    assert {r.kind for r in parse("V. MỤC TIÊU").readings} >= {"upper", "roman"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("last", "here"), [("d", "đ"), ("d", "e"), ("đ", "e"), ("e", "g"), ("e", "f"), ("i", "k"), ("i", "j")]
)
def test_points_follow_on_in_both_alphabets(last: str, here: str) -> None:
    def reading(letter: str) -> Reading:
        return Reading("letter", (1,), ")", letter=letter)

    assert gap(reading(last), reading(here)) == 1


@pytest.mark.parametrize("label", ["I.", "a)", "1.1.", "Điều 5.", "A", "(1)", "đ)"])
def test_automatic_labels(label: str) -> None:
    marker = parse_label(label)
    assert marker is not None
    assert marker.shown == label


@pytest.mark.parametrize("label", ["-", "•", "+", "\uf0b7"])
def test_bullets_are_no_markers(label: str) -> None:
    assert parse_label(label) is None


@given(st.text(max_size=40))
def test_any_text_gives_a_marker_inside_it_or_none(text: str) -> None:
    marker = parse(text)
    if marker is not None:
        assert 0 < marker.end <= len(text)
        assert text.startswith(marker.shown)
        assert marker.readings


@given(st.integers(min_value=1, max_value=89))
def test_roman_numerals_round_trip(value: int) -> None:
    from extract.structure.assemble import to_roman

    assert roman_value(to_roman(value)) == value


def test_d_with_a_bar_may_be_a_d_on_scans_only() -> None:
    marker = parse("đ) duy trì 09 điểm phát sóng")
    assert marker is not None
    assert [(r.letter, r.ocr) for r in marker.readings if r.kind == "letter"] == [("đ", False), ("d", True)]
    typed = marker.without_ocr()
    assert typed is not None
    assert [r.letter for r in typed.readings if r.kind == "letter"] == ["đ"]


@pytest.mark.parametrize(
    ("last", "here", "steps"),
    [("d)", "đ)", 1), ("đ)", "e)", 1), ("d)", "e)", 1), ("đ)", "a)", -4), ("i)", "j)", 1), ("Đ.", "A.", -4)],
)
def test_steps_between_letters_in_either_alphabet(last: str, here: str, steps: int) -> None:
    kind = "upper" if here[0].isupper() else "letter"
    one, two = (next(r for r in parse(f"{m} Nội").readings if r.kind == kind) for m in (last, here))
    assert gap(one, two) == steps


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phần I Đặc điểm, tình hình", True),
        ("Phần II Kết quả đạt được", True),
        ("Phần I Luật này quy định chung", False),
        ("Phần lớn hộ dân đồng tình.", False),
        ("Phần II của báo cáo nêu rõ", False),
    ],
)
def test_a_part_before_a_title_without_punctuation(text: str, found: bool) -> None:
    assert (parse(text) is not None) is found
