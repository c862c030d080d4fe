"""What `--explain` says can be followed by someone who has never seen the program."""

from __future__ import annotations

import pytest
from structure_documents import b, bold, doc

from extract.blocks import Block
from extract.structure import build
from extract.structure.explain import shown_lines

TEXT = "Đội đã tuần tra 40 lượt và lập 02 biên bản."
TASKS = (
    "1. Giữ quân số trực tại trạm mùa khô; không để xảy ra cháy. Trạm trưởng chịu trách nhiệm.",
    "2. Phối hợp với các làng giáp ranh để tuần tra chung. Mỗi quý họp rút kinh nghiệm một lần.",
)


def explained(*blocks: Block) -> str:
    return "\n".join(shown_lines(build(doc(*blocks), explain=True)))


def test_an_item_says_why_it_is_no_title() -> None:
    shown = explained(bold("I. VIỆC ĐÃ LÀM"), b(TEXT), bold("II. VIỆC SẮP TỚI"), *map(b, TASKS))
    assert "không coi là tên mục vì gồm nhiều câu, là câu trọn vẹn, không có nội dung riêng ở dưới" in shown


def test_a_heading_names_what_speaks_against_it_last() -> None:
    shown = explained(bold("I. VIỆC ĐÃ LÀM"), bold("II. VIỆC SẮP TỚI"), b(TEXT))
    assert "mở đầu một dãy số mới; chữ đậm; chữ in hoa; dù không có nội dung riêng ở dưới" in shown


def test_a_title_is_shown_apart_from_the_text_in_its_paragraph() -> None:
    lines = explained(
        bold("I. NHẬN XÉT"), b("1. Mặt được: Anh em trực đủ ca."), b("2. Mặt chưa được: Thiếu áo mưa.")
    ).split("\n")
    at = next(k for k, line in enumerate(lines) if line.endswith("|   1. Mặt được:"))
    assert lines[at].startswith("đề mục cấp 2")
    assert "tên mục đứng trước dấu hai chấm" in lines[at + 1]
    assert lines[at + 2].startswith("nội dung") and lines[at + 2].endswith("| Anh em trực đủ ca.")


def test_a_table_shows_its_size_and_first_row() -> None:
    table = Block(kind="table", cells=[["Trạm", "Số lượt"], ["Kon Chiêng", "40"]])
    assert "[bảng 2 dòng, 2 cột: Trạm | Số lượt]" in explained(bold("I. SỐ LIỆU"), b(TEXT), table)


@pytest.mark.parametrize(
    ("number", "step"),
    [("III.", "đứng sau mục “I.” nhưng số bị nhảy cách"), ("I.", "trùng số với mục “I.” ở trên")],
)
def test_slips_of_numbers_name_the_section_before(number: str, step: str) -> None:
    assert step in explained(bold("I. VIỆC ĐÃ LÀM"), b(TEXT), bold(f"{number} VIỆC SẮP TỚI"), b(TEXT))


def test_a_mistyped_number_says_what_it_is_taken_for() -> None:
    shown = explained(bold("I. MỘT"), b(TEXT), bold("Il. HAI"), b(TEXT), bold("III. BA"), b(TEXT))
    assert "theo thứ tự thì hiểu là “II”" in shown
