"""Side-by-side areas: the letterhead and "Nơi nhận | chữ ký", split into a left and a right column.

An area is a stretch of rows in which nothing crosses a common gutter. It starts from rows that have
text on both sides of a wide gap, and grows over rows that stand wholly on one side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extract.pdf.figurerows import figure_rows
from extract.pdf.gutters import Area, Row, seeds
from extract.pdf.labels import MARKER
from extract.pdf.lines import Line, merge_lines, part_of

_LEADING: Final = 2.3
"""Ems of vertical distance within which a one-sided row still belongs to the area."""
STATE: Final = re.compile(r"C[ỘO]NG\s+(?:H?[ÒO]A|HOÀ)\b|ĐẢNG C[ỘO]NG SẢN|Độc lập", re.I)
"""Lines that stand at the top of a letterhead's right column."""
_FORM: Final = re.compile(r"(?:M[ẫẪ]U|BI[ểỂ]U|PH[ụỤ] (?:L[ụỤ]C|BI[ểỂ]U))\b", re.I)
"""What a form or an annex is called, at the right above the letterhead that is part of it."""
_RECIPIENTS: Final = re.compile(r"\s*Nơi\s+(?:nhận|gửi)\b", re.I)
_ITEM: Final = re.compile(r"\s*[-–+•*]\s*\S|\s*Lưu\b", re.I)

_GUTTER: Final = 0.5
"""Ems between two texts on one line that a known gutter may run through."""
_CENTRED: Final = 32.0
"""Points from a column's middle within which a line counts as centred in it."""


def order_lines(rows: Sequence[Row], width: float, area_number: int) -> tuple[list[Line], int]:
    """Lines of a page in reading order; those of side-by-side areas get `column` and `area`.

    Pieces of a row outside such areas become one line, and so do those of a table without rules whose
    last column holds figures. Returns the lines and the next area number.
    """
    ordered: list[Line] = []
    index = 0
    for area in _areas(rows, width):
        ordered.extend(merge_lines(row) for row in rows[index : area.first])
        middle = (area.left + area.right) / 2
        inside = rows[area.first : area.last + 1]
        figures = figure_rows(inside, middle)
        lines = [merge_lines(row) for row in inside[:figures]] if figures else _by_column(inside, middle)
        for line in lines:
            line.area = area_number
        ordered.extend(lines)
        index = area.first + (figures or len(inside))
        area_number += 1
    ordered.extend(merge_lines(row) for row in rows[index:])
    return ordered, area_number


def _by_column(rows: Sequence[Row], middle: float) -> list[Line]:
    """Lines of the left column, then of the right one."""
    sides: tuple[list[Line], list[Line]] = ([], [])
    for row in rows:
        for side in (0, 1):
            pieces = [line for line in row if ((line.x0 + line.x1) / 2 > middle) == bool(side)]
            if pieces:
                line = merge_lines(pieces)
                line.column = side
                sides[side].append(line)
    return sides[0] + sides[1]


def _areas(rows: Sequence[Row], width: float) -> list[Area]:
    """Disjoint areas from top to bottom."""
    areas: list[Area] = []
    for seed in seeds(rows, width):
        before = areas[-1] if areas else None
        if before is not None and seed.first <= before.last:
            continue
        if before is not None and _joins(before, seed, rows):
            before.last = seed.last
            before.left, before.right = max(before.left, seed.left), min(before.right, seed.right)
            _grow_down(before, rows, width)
            continue
        _grow_up(seed, rows, areas[-1].last + 1 if areas else 0)
        _grow_down(seed, rows, width)
        areas.append(seed)
    return [area for area in areas if _two_sided(area, rows) and not _gives_values(area, rows)]


def _gives_values(area: Area, rows: Sequence[Row]) -> bool:
    """Whether each row is an item and what it comes to ("- Số thôn: … 12"): read across, not down."""
    middle = (area.left + area.right) / 2
    for row in rows[area.first : area.last + 1]:
        left = [line for line in row if (line.x0 + line.x1) / 2 <= middle]
        if not left or len(left) == len(row):
            return False
        if not MARKER.match(left[0].text) or not left[-1].text.rstrip().endswith(":"):
            return False
    return True


def _joins(before: Area, seed: Area, rows: Sequence[Row]) -> bool:
    """Whether a seed continues the area above it: next to it, with a common gutter."""
    gutter = min(before.right, seed.right) - max(before.left, seed.left)
    return seed.first == before.last + 1 and gutter > 2.0 and _near(rows[before.last], rows[seed.first], 4.0)


def _near(above: Row, below: Row, ems: float = _LEADING) -> bool:
    return below[0].base - max(line.base for line in above) <= ems * max(line.size for line in above + below)


def _part_at_gutter(row: Row, area: Area) -> None:
    """Cut a line whose two columns stand so near that they were taken for one, at the area's gutter."""
    if len(row) != 1 or len(row[0].spans) < 2 or row[0].x1 < area.right or row[0].x0 > area.left:
        return
    spans = row[0].spans
    for at in range(1, len(spans)):
        left, right = max(span.x1 for span in spans[:at]), spans[at].x0
        if right - left > _GUTTER * row[0].size and max(left, area.left) < min(right, area.right):
            row[:] = [part_of(row[0], spans[:at]), part_of(row[0], spans[at:])]
            return


def _side(row: Row, area: Area) -> int | None:
    """0 or 1 when the whole row stands on that side of the gutter, 2 for both, None when it crosses."""
    sides = set()
    for line in row:
        if line.x1 <= area.right - 2.0 and line.x0 < area.left:
            sides.add(0)
        elif line.x0 >= area.left + 2.0:
            sides.add(1)
        else:
            return None
    return sides.pop() if len(sides) == 1 else 2


def _fits(row: Row, area: Area) -> bool:
    left = [line.x1 for line in row if line.x1 <= area.right - 2.0 and line.x0 < area.left]
    return max([area.left, *left]) < min(
        [area.right, *(line.x0 for line in row if line.x0 >= area.left + 2.0)]
    )


def _widen(area: Area, row: Row) -> None:
    for line in row:
        if line.x1 <= area.right - 2.0 and line.x0 < area.left:
            area.left = max(area.left, line.x1)
        else:
            area.right = min(area.right, line.x0)


def _column(area: Area, rows: Sequence[Row], side: int) -> list[Line]:
    middle = (area.left + area.right) / 2
    lines = [line for row in rows[area.first : area.last + 1] for line in row]
    return [line for line in lines if ((line.x0 + line.x1) / 2 > middle) == bool(side)]


def _grow_down(area: Area, rows: Sequence[Row], width: float) -> None:
    while area.last + 1 < len(rows):
        row = rows[area.last + 1]
        _part_at_gutter(row, area)
        side = _side(row, area)
        if side is None or not _fits(row, area):
            return
        column = _column(area, rows, 1 if side == 1 else 0)
        ems = 8.0 if side == 1 and not STATE.match(column[0].text if column else "") else _LEADING
        if not column or not _near([column[-1]], row, ems):
            return
        if side == 0 and not _continues_left(row[0], column):
            return
        if side == 1 and _is_title(row[0], column, width):
            return
        _widen(area, row)
        area.last += 1


def _continues_left(line: Line, column: list[Line]) -> bool:
    """Whether a left-only line goes on with the left column: centred under it, or one more recipient."""
    if any(_RECIPIENTS.match(other.text) for other in column):
        near = abs(line.x0 - column[-1].x0) < 12.0 or abs(line.x0 - column[0].x0) < 24.0
        return bool(near and (_ITEM.match(line.text) or line.size <= column[-1].size + 0.3))
    return (
        abs((line.x0 + line.x1) / 2 - centre(column)) < 14.0
        and line.x0 >= min(other.x0 for other in column) - 40.0
    )


def centre(column: Sequence[Line]) -> float:
    """X of the middle of a column's lines, on average."""
    return sum(line.x0 + line.x1 for line in column) / (2 * len(column))


def _is_title(line: Line, column: list[Line], width: float) -> bool:
    """Whether a line right of the gutter is centred on the page rather than in the right column."""
    middle = (line.x0 + line.x1) / 2
    return abs(middle - width / 2) < min(_CENTRED, abs(middle - centre(column)))


def _grow_up(area: Area, rows: Sequence[Row], limit: int) -> None:
    while area.first > limit:
        row = rows[area.first - 1]
        _part_at_gutter(row, area)
        side = _side(row, area)
        if side is None or not _fits(row, area) or not _near(row, rows[area.first]):
            return
        right = _column(area, rows, 1)
        if side == 1 and _FORM.match(row[0].text) and any(STATE.match(line.text) for line in right):
            return
        letterhead = any(STATE.match(line.text) for line in [*right, *row])
        if side == 0 and not letterhead and not _RECIPIENTS.match(row[0].text):
            return
        _widen(area, row)
        area.first -= 1


def _two_sided(area: Area, rows: Sequence[Row]) -> bool:
    return bool(_column(area, rows, 0)) and bool(_column(area, rows, 1))
