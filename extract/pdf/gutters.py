"""Where side-by-side areas may begin: rows with text on both sides of a wide gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extract.pdf.lines import Line

_RIGHT_FROM: Final = 0.36
"""Share of the page's width beyond which a right column starts."""
_MARKER: Final = re.compile(r"(?:[-–+•*▪➢]|[IVXLC]{1,6}[.)]?|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ][.)])", re.I)
_STRETCHED: Final = 4.0
"""Ems up to which equal gaps are those of a justified line."""
_EVEN: Final = 1.04
"""Ratio of the widest to the narrowest gap of a line whose words are drawn apart, however far."""

Row = list[Line]


@dataclass(slots=True)
class Area:
    """Rows [first, last] with the gutter between `left` (right end) and `right` (left end)."""

    first: int
    last: int
    left: float
    right: float


def _split(row: Row, width: float) -> tuple[float, float] | None:
    """Gutter of a row with text on both sides, or None."""
    best: tuple[float, float] | None = None
    gaps = [right.x0 - left.x1 for left, right in pairwise(row)]
    if len(gaps) >= 3 and max(gaps) < min(1.5 * min(gaps), _STRETCHED * row[0].size):
        return None  # one justified line of few long words
    if len(gaps) >= 2 and max(gaps) < _EVEN * min(gaps) and len({line.base for line in row}) == 1:
        return None  # a line broken by hand, its words drawn to both edges
    for left, right in pairwise(row):
        if right.x0 < _RIGHT_FROM * width or _MARKER.fullmatch(left.text):
            continue
        if best is None or right.x0 - left.x1 > best[1] - best[0]:
            best = (left.x1, right.x0)
    return best


def seeds(rows: Sequence[Row], width: float) -> list[Area]:
    """Areas of one row, or of two that stand beside each other, from top to bottom."""
    found: list[Area] = []
    for index, row in enumerate(rows):
        gutter = _split(row, width)
        if gutter is not None:
            found.append(Area(index, index, *gutter))
            continue
        if index + 1 < len(rows) and len(row) == 1 and len(rows[index + 1]) == 1:
            pair = sorted((row[0], rows[index + 1][0]), key=lambda line: line.x0)
            near = abs(pair[0].base - pair[1].base) < 0.85 * max(pair[0].size, pair[1].size)
            apart = pair[1].x0 - pair[0].x1 > pair[0].size and pair[1].x0 >= _RIGHT_FROM * width
            if near and apart and not _MARKER.fullmatch(pair[0].text):
                found.append(Area(index, index + 1, pair[0].x1, pair[1].x0))
    return found
