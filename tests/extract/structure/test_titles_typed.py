"""Titles as offices type them: without a type word, with the type on one line, parts below the subject."""

from __future__ import annotations

import pytest
from structure_documents import LEFT_RIGHT, b, bold, doc

from extract.blocks import Block
from extract.structure import Structure, build

TEXT = "Chi cục đã kiểm tra 14 cơ sở và nhắc nhở 03 cơ sở còn thiếu hồ sơ theo dõi."


def middle(text: str, **kw: object) -> Block:
    return bold(text, align="center", **kw)


def outline(read: Structure) -> list[tuple[str, int, str]]:
    return [(s.marker, s.level, s.title) for s in read.sections]


def test_a_title_without_its_type_is_no_section() -> None:
    read = build(
        doc(
            *LEFT_RIGHT,
            middle("KẾT QUẢ VẬN ĐỘNG HIẾN ĐẤT MỞ ĐƯỜNG"), middle("Từ năm 2019 đến 2025"), b(TEXT),
            bold("I. ĐÃ LÀM"), b(TEXT), bold("II. CHƯA LÀM"), b(TEXT),
        )
    )  # fmt: skip
    assert read.meta.subject == "KẾT QUẢ VẬN ĐỘNG HIẾN ĐẤT MỞ ĐƯỜNG Từ năm 2019 đến 2025"
    assert read.meta.doc_type is None
    assert read.preamble == TEXT
    assert outline(read) == [("I.", 1, "ĐÃ LÀM"), ("II.", 1, "CHƯA LÀM")]


def test_two_lines_in_the_middle_head_two_parts() -> None:
    read = build(
        doc(*LEFT_RIGHT, middle("NHỮNG VIỆC ĐÃ LÀM ĐƯỢC"), b(TEXT), middle("NHỮNG VIỆC CÒN LẠI"), b(TEXT))
    )
    assert read.meta.subject is None
    assert outline(read) == [("", 1, "NHỮNG VIỆC ĐÃ LÀM ĐƯỢC"), ("", 1, "NHỮNG VIỆC CÒN LẠI")]


def test_without_a_letterhead_a_line_in_the_middle_is_a_heading() -> None:
    read = build(doc(middle("NHỮNG VIỆC ĐÃ LÀM ĐƯỢC"), b(TEXT)))
    assert outline(read) == [("", 1, "NHỮNG VIỆC ĐÃ LÀM ĐƯỢC")]


@pytest.mark.parametrize("align", ["center", "left"])
def test_type_and_subject_on_one_line(align: str) -> None:
    line = bold("TỜ TRÌNH Về việc sửa chữa nhà văn hóa làng Pơ Nang", align=align)
    read = build(doc(*LEFT_RIGHT, line, b(TEXT), bold("1. Sự cần thiết"), b(TEXT)))
    assert (read.meta.doc_type, read.meta.subject) == (
        "TỜ TRÌNH",
        "Về việc sửa chữa nhà văn hóa làng Pơ Nang",
    )
    assert outline(read) == [("1.", 1, "Sự cần thiết")]


@pytest.mark.parametrize(
    "part", ["PHẦN I. VIỆC ĐÃ LÀM", "Phần thứ nhất", "VIỆC ĐÃ LÀM TRONG KỲ"], ids=["word", "alone", "bare"]
)
def test_the_first_part_is_not_swallowed_by_the_subject(part: str) -> None:
    read = build(
        doc(*LEFT_RIGHT, middle("BÁO CÁO"), middle("Kết quả trồng rừng năm 2025"), middle(part), b(TEXT))
    )
    assert read.meta.subject == "Kết quả trồng rừng năm 2025"
    assert read.sections[0].level == 1


def test_letters_that_begin_again_under_roman_numerals_stay_under_them() -> None:
    heads = ("I. KẾT QUẢ", "A. Về thu", "B. Về chi", "II. TỒN TẠI", "A. Về thu", "B. Về chi")
    read = build(doc(*(x for head in heads for x in (bold(head), b(TEXT)))))
    assert [(s.marker, s.level) for s in read.sections] == [
        ("I.", 1), ("A.", 2), ("B.", 2), ("II.", 1), ("A.", 2), ("B.", 2),
    ]  # fmt: skip
