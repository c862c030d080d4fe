"""Tables into blocks: cells of data, or paragraphs where a table only sets text side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from extract.blocks import Block, NoteCall
from extract.docx import grid
from extract.docx.names import P, W

if TYPE_CHECKING:
    from extract.docx.body import Body

# Word itself stops at 63 columns; beyond this the grid is a trap and cells are taken in their order
_MAX_COLUMNS: Final = 256


def read_table(body: Body, table: etree._Element, column: int | None) -> None:
    """Append the blocks of `table` to `body`; `column` is the side the table itself stands in."""
    laid = [grid.row_of(item) for item in grid.rows(table)]
    body.reader.seen.tracked |= grid.is_changed(table)
    body.reader.seen.hidden |= grid.has_hidden_rows(table)
    if not laid:
        return
    rough = [[_rough_text(cell.element) for cell in row.cells] for row in laid]
    if grid.is_side_by_side(rough, grid.has_lines(table, laid, body.styles)):
        _side_by_side(body, laid, rough, column)
    else:
        _data(body, laid, column)


def _side_by_side(body: Body, laid: list[grid.Row], rough: list[list[str]], column: int | None) -> None:
    """Emit the cells as paragraphs: row by row, left before right; the right ones are column 1."""
    alone = max(sum(bool(text) for text in row) for row in rough) <= 1
    for row in laid:
        pages = _Pages(body)
        for index, cell in enumerate(row.cells):
            pages.begin_cell()
            place: int | None = min(index, 1)
            if column is not None or alone:
                place = column
            elif len(row.cells) == 1:  # one cell across both sides, or the right side alone
                place = 1 if cell.start else None
            body.walk(cell.element, place)
            body.close(place)
        pages.end_row()


def _data(body: Body, laid: list[grid.Row], column: int | None) -> None:
    width = min(max(row.columns for row in laid), _MAX_COLUMNS)
    block = Block(kind="table", column=column)
    for row in laid:
        texts = [""] * width
        pages = _Pages(body)
        for index, cell in enumerate(row.cells):
            pages.begin_cell()
            text, calls = _cell(body, cell.element)
            block.page = block.page or body.reader.seen.pages
            block.calls.extend(calls)
            if text and not cell.continues:
                texts[min(cell.start if row.columns <= width else index, width - 1)] = text
        pages.end_row()
        block.cells.append(texts)
    block.page_end = body.reader.seen.pages
    if any(any(texts) for texts in block.cells):
        body.blocks.append(block)


class _Pages:
    """A row cut by a page end holds the cut in each of its cells, and it counts once."""

    def __init__(self, body: Body) -> None:
        self._seen = body.reader.seen
        self._start = self._last = self._seen.pages

    def begin_cell(self) -> None:
        self._last = max(self._last, self._seen.pages)
        self._seen.pages = self._start

    def end_row(self) -> None:
        self._seen.pages = max(self._last, self._seen.pages)


def _cell(body: Body, cell: etree._Element) -> tuple[str, list[NoteCall]]:
    """Text of a cell: paragraphs (also of tables in it) one a line, automatic numbers as shown."""
    outer, body.blocks = body.blocks, []
    nested, body.in_cell = body.in_cell, True
    body.walk(cell, 0)
    body.close(0)
    inner, body.blocks, body.in_cell = body.blocks, outer, nested
    lines: list[str] = []
    calls: list[NoteCall] = []
    for block in inner:
        calls.extend(block.calls)
        if block.kind == "table":
            lines.extend(text for row in block.cells for text in row if text)
        else:
            lines.append(f"{block.number or ''} {block.text}".strip())
    for call in calls:
        call.offset = 0
    return "\n".join(lines), calls


def _rough_text(cell: etree._Element) -> str:
    """Text of a cell good enough to judge a table by: runs joined, one line a paragraph."""
    lines = ("".join(item.text or "" for item in part.iter(W + "t")).strip() for part in cell.iter(P))
    return "\n".join(line for line in lines if line)
