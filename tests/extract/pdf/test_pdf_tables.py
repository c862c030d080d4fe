"""Tables whose borders are not the usual ones: open sides, a frame around table and text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_sentences import sentence
from pdf_writer import Writer, font_path

from extract.blocks import Block, RawDocument
from extract.pdf.graphics import Graphics, Rule
from extract.pdf.lines import Span, make_line
from extract.pdf.page import Page
from extract.pdf.tables import find_tables

Read = Callable[[bytes], RawDocument]

COLUMNS = (85.0, 130.0, 330.0, 430.0, 552.0)
ROWS = (
    ("TT", "Nội dung", "Đơn vị tính", "Kết quả"),
    ("1", "Lớp tập huấn", "lớp", "12"),
    ("2", "Mô hình điểm", "mô hình", "05"),
)


def draw(writer: Writer, y: float, *, sides: bool) -> float:
    """Draw `ROWS` below y, with or without the outer borders; returns where they end."""
    bottom = y + 22.0 * len(ROWS)
    for place in range(len(ROWS) + 1):
        writer.rule(COLUMNS[0], y + 22.0 * place, COLUMNS[-1], y + 22.0 * place)
    for x in COLUMNS if sides else COLUMNS[1:-1]:
        writer.rule(x, y, x, bottom)
    for number, row in enumerate(ROWS):
        for x, text in zip(COLUMNS, row, strict=False):
            writer.text(x + 5, y + 22.0 * number + 15, text, 12)
    return bottom


def shown(blocks: list[Block]) -> list[object]:
    return [[tuple(row) for row in block.cells] if block.kind == "table" else block.text for block in blocks]


@pytest.mark.skipif(font_path() is None, reason="Liberation Serif is not installed")
@pytest.mark.parametrize("sides", [True, False])
def test_a_table_without_borders_at_its_sides(read: Read, *, sides: bool) -> None:
    writer = Writer()
    writer.new_page()
    between = "Kết quả theo từng quý như sau:"
    bottom = draw(writer, 100.0, sides=sides)
    writer.text(121, bottom + 25, between, 14)
    bottom = draw(writer, bottom + 40.0, sides=sides)
    assert shown(read(writer.save()).blocks) == [list(ROWS), between, list(ROWS)]


@pytest.mark.skipif(font_path() is None, reason="Liberation Serif is not installed")
def test_a_frame_around_a_table_and_text(read: Read) -> None:
    writer = Writer()
    writer.new_page()
    writer.text(121, 120, "1. Kết quả trong kỳ báo cáo.", 13)
    bottom = draw(writer, 130.0, sides=True)
    below = [f"{n}. {sentence(n)[:60]}." for n in (2, 3, 4)]
    for number, text in enumerate(below):
        writer.text(121, bottom + 22 + 22 * number, text, 13)
    end = bottom + 100
    for x in (COLUMNS[0], COLUMNS[-1]):
        writer.rule(x, 100, x, end)
    for y in (100.0, end):
        writer.rule(COLUMNS[0], y, COLUMNS[-1], y)
    assert shown(read(writer.save()).blocks) == ["1. Kết quả trong kỳ báo cáo.", list(ROWS), *below]


def test_a_wide_last_row_of_one_line_stays_in_its_table() -> None:
    across = [Rule(y, 85, 552) for y in (100, 122, 144, 166)]
    down = [Rule(85, 100, 166), Rule(552, 100, 166), Rule(300, 100, 144)]
    texts = [
        ("TT", 90, 115),
        ("Nội dung", 310, 115),
        ("1", 90, 137),
        ("Hội nghị", 310, 137),
        ("Cộng: 1", 90, 159),
    ]
    rows = [[make_line([Span(text, x, x + 40, y, 12.0)])] for text, x, y in texts]
    page = Page(1, 595.0, 842.0, rows, Graphics(across, down), [], 100)
    (table,) = find_tables(page)
    assert len(table.grid) == 3
    assert page.rows == []
