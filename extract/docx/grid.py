"""Tables: their cells on the grid, and whether a table is data or only a way to put text side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from extract.docx.names import ALTERNATE, SDT_CONTENT, VAL, W, chosen, flag, value, whole
from extract.docx.styles import Styles
from extract.encoding import search_key

_NO_LINE: Final = frozenset({"none", "nil"})
_MAX_SPAN: Final = 256
_SIDES: Final = {"left": ("left", "start"), "right": ("right", "end"), "top": ("top",), "bottom": ("bottom",)}
_OUTER: Final = {"left": "insideV", "right": "insideV", "top": "insideH", "bottom": "insideH"}
# parts of Nghị định 30/2020 that are always set side by side, as search keys
_SIDE_BY_SIDE: Final = re.compile(
    r"cong hoa xa hoi|doc lap ?- ?tu do|noi nhan ?:|dang cong san viet nam|^so\b.*:"
    r"|(^|\n)(tm|kt|tl|tuq|q)\. ?[a-z]"
)
_FEW_ROWS: Final = 3
_CHANGES: Final = (W + "cellDel", W + "cellIns", W + "cellMerge", W + "del", W + "ins")


@dataclass(slots=True)
class Cell:
    """One `w:tc`: its first grid column, how many it spans, whether it continues the cell above."""

    element: etree._Element
    start: int
    span: int
    continues: bool


@dataclass(slots=True)
class Row:
    """One table row; `columns` counts its grid columns."""

    cells: list[Cell]
    columns: int


def rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the `w:tr` of a table, through content controls and inserted rows; not deleted or hidden ones."""
    yield from _through(table, W + "tr")


def _through(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for item in parent.iterchildren():
        if item.tag == tag:
            if not _is_unprinted(item):
                yield item
        elif item.tag == W + "sdt":
            content = item.find(SDT_CONTENT)
            if content is not None:
                yield from _through(content, tag)
        elif item.tag == ALTERNATE:
            branch = chosen(item)
            if branch is not None:
                yield from _through(branch, tag)
        elif item.tag in (W + "customXml", W + "ins", W + "moveTo"):
            yield from _through(item, tag)


def _is_unprinted(item: etree._Element) -> bool:
    """Whether a row was taken out by a tracked change, or is hidden: it is not printed."""
    properties = item.find(W + "trPr")
    if properties is None:
        return False
    hidden = properties.find(W + "hidden")
    return properties.find(W + "del") is not None or (hidden is not None and flag(hidden))


def has_hidden_rows(table: etree._Element) -> bool:
    """Whether a row of the table, or of one inside, is hidden."""
    return any(flag(item) for item in table.iter(W + "hidden"))


def is_changed(table: etree._Element) -> bool:
    """Whether a tracked change put in or took out a row or a cell."""
    return any(True for _ in table.iter(*_CHANGES))


def row_of(element: etree._Element) -> Row:
    """Lay the cells of a `w:tr` on the grid."""
    properties = element.find(W + "trPr")
    column = _span(value(properties, W + "gridBefore"), least=0)
    cells: list[Cell] = []
    for item in _through(element, W + "tc"):
        own = item.find(W + "tcPr")
        if own is not None and own.find(W + "cellDel") is not None:
            continue
        span = _span(value(own, W + "gridSpan"))
        continues = False
        merge = own.find(W + "vMerge") if own is not None else None
        if merge is not None:
            continues = merge.get(VAL, "continue") == "continue"
        across = own.find(W + "hMerge") if own is not None else None
        if across is not None and across.get(VAL, "continue") == "continue":
            continues = True
        cells.append(Cell(item, column, span, continues))
        column += span
    return Row(cells, column + _span(value(properties, W + "gridAfter"), least=0))


def _span(text: str | None, least: int = 1) -> int:
    return min(max(whole(text, least) or least, least), _MAX_SPAN)


def has_lines(table: etree._Element, grid: list[Row], styles: Styles) -> bool:
    """Whether vertical lines are drawn between most cells: the mark of a table of data."""
    drawn = counted = 0
    borders = _table_borders(table, styles)
    for row in grid:
        for index, cell in enumerate(row.cells):
            own = cell.element.find(f"{W}tcPr/{W}tcBorders")
            for side in ("left", "right"):
                inner = index > 0 if side == "left" else index < len(row.cells) - 1
                counted += 1
                drawn += _line(own, side, borders.get(_OUTER[side] if inner else side, False))
    return counted > 0 and drawn * 2 > counted


def _line(own: etree._Element | None, side: str, inherited: bool) -> bool:
    for name in _SIDES[side]:
        said = value(own, W + name)
        if said is not None:
            return said not in _NO_LINE
    return inherited


def _table_borders(table: etree._Element, styles: Styles) -> dict[str, bool]:
    """Which sides the table or its style draws; what the table says itself comes first."""
    properties = table.find(W + "tblPr")
    sources = [properties.find(W + "tblBorders")] if properties is not None else []
    style = value(properties, W + "tblStyle")
    sources.extend(item.find(f"{W}tblPr/{W}tblBorders") for item in styles.chain(style))
    found: dict[str, bool] = {}
    for source in sources:
        for line in source.iterchildren() if source is not None else ():
            name = str(line.tag).removeprefix(W)
            name = {"start": "left", "end": "right"}.get(name, name)
            found.setdefault(name, line.get(VAL, "none") not in _NO_LINE)
    return found


def is_side_by_side(texts: list[list[str]], lined: bool) -> bool:
    """Whether a table only sets text side by side (letterhead, Nơi nhận | signature).

    texts: for every row the texts of its own cells. lined: vertical lines are drawn.
    """
    filled = [[text for text in row if text] for row in texts]
    widest = max((len(row) for row in filled), default=0)
    cells = sum(len(row) for row in filled)
    if cells <= 1 or (widest <= 1 and not lined):
        return True
    # a table of data may quote such words in one cell of many
    short = len([row for row in filled if row]) <= 2 * _FEW_ROWS and widest <= _FEW_ROWS
    formal = any(_SIDE_BY_SIDE.search(search_lines(text)) for row in filled for text in row)
    if lined:
        return formal and short and widest <= 2
    pairs = sum(len(row) > 1 for row in filled)
    if widest <= 2:
        figures = pairs > 1 and any(row[-1][:1].isdigit() for row in filled if len(row) > 1)
        return (pairs <= _FEW_ROWS and not figures) or (formal and short)
    return formal and short


def search_lines(text: str) -> str:
    """Return the search key of every line, lines kept apart."""
    return "\n".join(search_key(line) for line in text.split("\n"))


__all__ = ["Cell", "Row", "has_hidden_rows", "has_lines", "is_changed", "is_side_by_side", "row_of", "rows"]
