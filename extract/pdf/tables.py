"""Ruled tables: pdfplumber's grid finder over the ruling lines that pdfium shows, cells filled from spans.

Only pages with crossing rules come here, so that pdfplumber is imported for those alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from extract.pdf.graphics import Graphics, Rule
from extract.pdf.lattice import Box, cells_between
from extract.pdf.lines import Line, Span, build_rows, merge_lines, part_of
from extract.pdf.page import Page

_TOLERANCE: Final = 3.0
_MAX_RULES: Final = 4_000
_MAX_PAIRS: Final = 500_000
"""Joined rules across times rules down beyond which it is a drawing; a large table has some thousands."""
_MIN_CELLS: Final = 4
_OPEN: Final = 8.0
"""Points beyond the last horizontal rule by which vertical rules show an open row."""

_FRAMED: Final = 3
"""Lines of the lowest cell, as wide as the table, from which it is the text of a frame."""
_OPEN_RULES: Final = 3
"""Rules across that reach the same place where the side of a table has no border."""


@dataclass(slots=True)
class Table:
    """A table of one page: `edges` are its columns' left edges, `grid` its cells' lines by row and column.

    None in `grid` is the inside of a merged cell (its text stands in the first).
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float
    edges: list[float]
    grid: list[list[list[Line] | None]]
    page_end: int = 0
    lines: list[Line] = field(default_factory=list)


def find_tables(page: Page) -> list[Table]:
    """Take the tables out of a page's rows, top to bottom."""
    tables = []
    for grid in _grids(page.graphics):
        cells = _without_frame(grid, page)
        table = _empty_table(page, cells)
        if table is not None and _fill(table, cells, page):
            tables.append(table)
    return sorted(tables, key=lambda table: (table.top, table.left))


def _without_frame(cells: list[Box], page: Page) -> list[Box]:
    """Take off the running text of a frame drawn around a table: wide cells above and below it."""
    left, right = min(cell[0] for cell in cells), max(cell[2] for cell in cells)
    wide = [c for c in cells if c[0] <= left + _TOLERANCE and c[2] >= right - _TOLERANCE]
    top, bottom = min(cell[1] for cell in cells), max(cell[3] for cell in cells)
    last = next((cell for cell in wide if cell[3] >= bottom - _TOLERANCE), None)
    if last is None or sum(last[1] < row[0].base <= last[3] for row in page.rows) < _FRAMED:
        return cells
    return [cell for cell in cells if cell is not last and not (cell in wide and cell[1] <= top + _TOLERANCE)]


def _crossing(graphics: Graphics) -> bool:
    horizontal, vertical = graphics.horizontal, graphics.vertical
    if min(len(horizontal), len(vertical)) < 2 or len(horizontal) + len(vertical) > _MAX_RULES:
        return False
    places = sorted(rule.at for rule in horizontal)
    return any(
        bisect_left(places, rule.end + _TOLERANCE) - bisect_left(places, rule.start - _TOLERANCE) >= 2
        for rule in vertical
    )


def _edge(rule: Rule, *, vertical: bool) -> dict[str, Any]:
    x0, x1 = (rule.at, rule.at) if vertical else (rule.start, rule.end)
    top, bottom = (rule.start, rule.end) if vertical else (rule.at, rule.at)
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "v" if vertical else "h",
        "object_type": "line",
    }


def _grids(graphics: Graphics) -> list[list[Box]]:
    """Cells (x0, top, x1, bottom) of every grid of touching cells."""
    if not _crossing(graphics):
        return []
    from pdfplumber.table import cells_to_tables, edges_to_intersections, merge_edges

    edges = [_edge(rule, vertical=False) for rule in [*graphics.horizontal, *_open_ends(graphics)]]
    edges += [_edge(rule, vertical=True) for rule in [*graphics.vertical, *_open_sides(graphics)]]
    merged = merge_edges(
        edges,
        snap_x_tolerance=_TOLERANCE,
        snap_y_tolerance=_TOLERANCE,
        join_x_tolerance=_TOLERANCE,
        join_y_tolerance=_TOLERANCE,
    )
    across = sum(edge["orientation"] == "h" for edge in merged)
    if across * (len(merged) - across) > _MAX_PAIRS:
        return []
    cells = cells_between(edges_to_intersections(merged, _TOLERANCE, _TOLERANCE))
    return [list(table) for table in cells_to_tables(cells)]


def _open_ends(graphics: Graphics) -> list[Rule]:
    """Missing first or last borders where a page cuts a table: vertical rules that all end at one height."""
    places = sorted(rule.at for rule in graphics.horizontal)
    added = []
    for ends in ([rule.end for rule in graphics.vertical], [rule.start for rule in graphics.vertical]):
        for y in _places(ends):
            near = [
                rule for rule, end in zip(graphics.vertical, ends, strict=True) if abs(end - y) <= _TOLERANCE
            ]
            index = bisect_left(places, y - _OPEN)
            if len(near) >= 2 and not (index < len(places) and places[index] <= y + _OPEN):
                left, right = min(rule.at for rule in near), max(rule.at for rule in near)
                added.append(Rule(y, left, right))
    return added


def _open_sides(graphics: Graphics) -> list[Rule]:
    """Missing outer borders: rules across that all reach one place beyond the last rule down."""
    places = sorted(rule.at for rule in graphics.vertical)
    added = []
    for top, bottom in _stretches(graphics.vertical):
        across = [rule for rule in graphics.horizontal if top - _TOLERANCE <= rule.at <= bottom + _TOLERANCE]
        for ends in ([rule.end for rule in across], [rule.start for rule in across]):
            for x in _places(ends):
                near = [rule for rule, end in zip(across, ends, strict=True) if abs(end - x) <= _TOLERANCE]
                index = bisect_left(places, x - _OPEN)
                if len(near) >= _OPEN_RULES and not (index < len(places) and places[index] <= x + _OPEN):
                    added.append(Rule(x, min(rule.at for rule in near), max(rule.at for rule in near)))
    return added


def _stretches(vertical: Sequence[Rule]) -> list[tuple[float, float]]:
    """Stretches of a page that rules down cover without a break, top to bottom."""
    stretches: list[tuple[float, float]] = []
    for rule in sorted(vertical, key=lambda rule: rule.start):
        if stretches and rule.start <= stretches[-1][1] + _TOLERANCE:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], rule.end))
        else:
            stretches.append((rule.start, rule.end))
    return stretches


def _places(values: Sequence[float]) -> list[float]:
    """Distinct positions, those within the tolerance taken as one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _TOLERANCE:
            places.append(value)
    return places


def _index(places: Sequence[float], value: float) -> int:
    return max(bisect_left(places, value + _TOLERANCE) - 1, 0)


def _empty_table(page: Page, cells: Sequence[Box]) -> Table | None:
    """Return the grid of a table; None for a frame around text (one row or one column of few cells)."""
    columns = _places([cell[0] for cell in cells])
    rows = _places([cell[1] for cell in cells])
    if len(cells) < _MIN_CELLS and not (len(rows) == 1 and len(columns) >= 3):
        return None
    if len(columns) < 2:
        return None
    grid: list[list[list[Line] | None]] = [[None] * len(columns) for _ in rows]
    for cell in cells:
        grid[_index(rows, cell[1])][_index(columns, cell[0])] = []
    left, top = min(cell[0] for cell in cells), min(cell[1] for cell in cells)
    right, bottom = max(cell[2] for cell in cells), max(cell[3] for cell in cells)
    return Table(page.number, left, top, right, bottom, columns, grid, page.number)


def _fill(table: Table, cells: Sequence[Box], page: Page) -> bool:
    """Move the spans inside the table from the page's rows into its cells; False when there is none."""
    rows = _places([cell[1] for cell in cells])
    by_row: dict[int, list[Box]] = {}
    for cell in cells:
        for index in range(_index(rows, cell[1]), len(rows)):
            if rows[index] < cell[3] - _TOLERANCE:
                by_row.setdefault(index, []).append(cell)
    pieces: dict[Box, list[Line]] = {}
    kept_rows = []
    for row in page.rows:
        base = row[0].base
        if not table.top - row[0].size < base < table.bottom + row[0].size:
            kept_rows.append(row)
            continue
        kept = []
        for line in row:
            rest = _distribute(line, rows, by_row, pieces)
            if rest is not None:
                kept.append(rest)
        if kept:
            kept_rows.append(kept)
    if not pieces:
        return False
    page.rows = kept_rows
    for cell, lines in pieces.items():
        target = table.grid[_index(rows, cell[1])][_index(table.edges, cell[0])]
        if target is not None:
            target.extend(_cell_lines(lines))
            table.lines.extend(target)
    return True


def _distribute(
    line: Line, rows: list[float], by_row: dict[int, list[Box]], pieces: dict[Box, list[Line]]
) -> Line | None:
    """Give a line's spans to the cells they stand in; returns what stands in none."""
    given: dict[Box, list[Span]] = {}
    rest: list[Span] = []
    for span in line.spans:
        x, y = (span.x0 + span.x1) / 2, span.base - 0.3 * span.size
        cells = by_row.get(max(bisect_left(rows, y) - 1, 0), [])
        cell = next((box for box in cells if box[0] <= x <= box[2] and box[1] <= y <= box[3]), None)
        (rest if cell is None else given.setdefault(cell, [])).append(span)
    for cell, spans in given.items():
        pieces.setdefault(cell, []).append(part_of(line, spans))
    if not given:
        return line
    return part_of(line, rest) if rest else None


def _cell_lines(lines: list[Line]) -> list[Line]:
    """Lines of a cell from top to bottom, pieces on one baseline joined."""
    page, scan = lines[0].page, lines[0].scan
    result = [merge_lines(row) for row in build_rows(lines)]
    for line in result:
        line.page, line.scan = page, scan
    return result
