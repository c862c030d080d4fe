"""Tables whose borders are not the usual ones: open sides, a frame around table and text."""

from __future__ import annotations

from collections.abc import Callable

import pdf_raw
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


_GRID = b"0.5 w " + b" ".join(
    [b"85 %d m 505 %d l S" % (y, y) for y in (775, 750, 730)]
    + [b"%d 775 m %d 730 l S" % (x, x) for x in (85, 300, 505)]
)


def _in_cells() -> bytes:
    words = (("Noi dung", 90, 757), ("So luong", 310, 757), ("Lop tap huan", 90, 735), ("12", 310, 735))
    return b"".join(b"BT /F1 14 Tf %d %d Td (%s) Tj ET " % (x, y, text.encode()) for text, x, y in words)


@pytest.mark.parametrize(
    ("drawn", "tables"),
    [
        pytest.param(b"0 G " + _GRID, 1, id="black rules"),
        pytest.param(b"1 1 1 RG " + _GRID, 0, id="white rules on white paper"),
        pytest.param(
            b"0.3 0.5 0.8 rg 85 730 420 45 re f 1 1 1 RG " + _GRID, 1, id="white rules on a coloured ground"
        ),
        pytest.param(
            b"1 g 0 G 0.5 w 85 750 215 25 re B 300 750 205 25 re B 85 730 215 20 re B 300 730 205 20 re B",
            1,
            id="white boxes with black borders",
        ),
        pytest.param(b"1 g 85 750 215 25 re f 300 750 205 25 re f", 0, id="white shading"),
    ],
)
def test_rules_that_nobody_sees_make_no_table(read: Read, drawn: bytes, tables: int) -> None:
    document = read(pdf_raw.page(b"q " + drawn + b" Q 0 g " + _in_cells()))
    assert len([block for block in document.blocks if block.kind == "table"]) == tables
    shown = [word for block in document.blocks for row in block.cells for word in row]
    text = " ".join([block.text for block in document.blocks] + shown)
    assert all(word in text for word in ("Noi dung", "So luong", "Lop tap huan", "12"))
