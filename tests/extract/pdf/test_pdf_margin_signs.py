"""What stands in margins and under lines: counted lines, short headers, underlines, rules of notes."""

from __future__ import annotations

import pytest

from extract.pdf.furniture import remove_furniture
from extract.pdf.graphics import Graphics, Rule, separators
from extract.pdf.labels import opens_item
from extract.pdf.linenumbers import remove_line_numbers
from extract.pdf.lines import Line, Span, make_line
from extract.pdf.page import Page
from extract.pdf.underline import mark_underlined

LEFT, PITCH = 85.0, 20.0


def piece(text: str, x0: float, base: float, size: float = 14.0) -> Line:
    return make_line([Span(text, x0, x0 + 7.0 * len(text), base, size)])


def page(number: int, rows: list[list[Line]]) -> Page:
    return Page(number, 595.0, 842.0, rows, Graphics(), [], 0)


def counted(number: int, first: int, lines: int) -> Page:
    rows = []
    for k in range(lines):
        shown = str(first + k)
        base = 80.0 + PITCH * k
        rows.append([piece(shown, 60.0 - 7.0 * len(shown), base), piece("dòng chữ của bài", LEFT, base)])
    return page(number, rows)


def texts(of: Page) -> list[str]:
    return [line.text for row in of.rows for line in row]


def test_numbers_that_count_every_line_are_taken_out() -> None:
    pages = [counted(1, 1, 30), counted(2, 31, 30), counted(3, 61, 4)]
    assert remove_line_numbers(pages)
    assert all(set(texts(one)) == {"dòng chữ của bài"} for one in pages)


def test_a_list_on_one_page_among_text_is_no_count() -> None:
    prose = [
        page(n, [[piece("dòng chữ của bài", LEFT, 80.0 + PITCH * k)] for k in range(30)]) for n in (1, 2)
    ]
    pages = [*prose, counted(3, 1, 30)]
    assert not remove_line_numbers(pages)
    assert "7" in texts(pages[2])


def test_numbers_inside_a_table_stay() -> None:
    one = counted(1, 1, 30)
    one.graphics.vertical.append(Rule(40.0, 70.0, 700.0))
    assert not remove_line_numbers([one])


def body(number: int, top: str, distance: float = 40.0) -> Page:
    rows = [[piece(top, LEFT, 50.0)]]
    rows += [
        [piece(f"dòng {chr(96 + number)}{chr(97 + k)}", LEFT, 50.0 + distance + PITCH * k)] for k in range(20)
    ]
    return page(number, rows)


def test_a_header_on_two_pages_is_enough_in_a_short_document() -> None:
    pages = [body(1, "BÁO CÁO"), body(2, "Kết quả năm"), body(3, "Kết quả năm")]
    assert remove_furniture(pages) == ["Kết quả năm", "Kết quả năm"]


def test_a_header_over_the_few_last_lines_of_a_report() -> None:
    last = [
        [piece(text, LEFT, base)]
        for text, base in (("Kết quả năm", 50.0), ("- Lưu: VT.", 90.0), ("Ký", 106.0))
    ]
    pages = [body(1, "BÁO CÁO"), body(2, "Kết quả năm"), page(3, last)]
    assert remove_furniture(pages) == ["Kết quả năm", "Kết quả năm"]


def test_equal_first_lines_of_two_pages_stay_when_they_are_text() -> None:
    pages = [
        body(1, "BÁO CÁO", PITCH),
        body(2, "phân công đảng viên;", PITCH),
        body(3, "phân công đảng viên;", PITCH),
    ]
    assert remove_furniture(pages) == []


def test_words_that_begin_several_pages_of_text_stay() -> None:
    """They stand a paragraph's space above the next line; other pages go on with a paragraph there."""
    same = {2, 5, 8}
    pages = [
        body(n, "Cụ thể như sau:" if n in same else f"của {chr(96 + n)}", 2 * PITCH if n in same else PITCH)
        for n in range(1, 11)
    ]
    assert remove_furniture(pages) == []


def test_words_that_begin_one_page_and_end_another_are_no_header() -> None:
    pages = [body(n, f"của {chr(96 + n)}", PITCH) for n in range(1, 11)]
    for number in (2, 4):
        pages[number].rows[0] = [piece("Cụ thể như sau:", LEFT, 50.0)]
    for number in (1, 3):
        pages[number].rows.append([piece("Cụ thể như sau:", LEFT, 780.0)])
    assert remove_furniture(pages) == []


def test_forms_that_count_themselves_keep_their_titles() -> None:
    pages = [body(n, f"Mẫu số {n:02d}") for n in range(1, 6)]
    assert remove_furniture(pages) == []


@pytest.mark.parametrize(
    ("text", "before", "opens"),
    [
        ("- 2025 và những năm sau", "trong giai đoạn 2021", False),
        ("- 2025 cán bộ được tập huấn", "kết quả như sau:", True),
        ("(1) Phối hợp", "trên địa bàn", True),
        ("II.1. Kết quả", "ở cơ sở", True),
        ("Công văn số 5", "theo", False),
    ],
)
def test_labels_at_the_start_of_a_line(text: str, before: str, opens: bool) -> None:
    assert opens_item(text, before) is opens


def test_an_underlined_title_is_cut_from_the_text_after_it() -> None:
    line = piece("1. Tuyên truyền. Đơn vị đã tổ chức", LEFT, 100.0)
    end = LEFT + 7.0 * len("1. Tuyên truyền.")
    mark_underlined([[line]], Graphics(horizontal=[Rule(102.0, LEFT, end)]))
    assert [(span.text, span.underline) for span in line.spans] == [
        ("1. Tuyên truyền.", True),
        ("Đơn vị đã tổ chức", False),
    ]


@pytest.mark.parametrize("rule", [Rule(108.0, LEFT, 200.0), Rule(102.0, 20.0, 500.0)])
def test_borders_below_a_line_are_no_underline(rule: Rule) -> None:
    line = piece("Nội dung của ô", LEFT, 100.0)
    mark_underlined([[line]], Graphics(horizontal=[rule]))
    assert not any(span.underline for span in line.spans)


def test_a_tables_border_parts_no_footnotes() -> None:
    border, rule = Rule(500.0, 85.0, 300.0), Rule(700.0, 85.0, 230.0)
    graphics = Graphics(horizontal=[border, rule], vertical=[Rule(85.0, 400.0, 500.0)])
    assert separators(graphics, 595.0, 842.0) == [rule]
