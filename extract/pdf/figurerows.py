"""Tables without rules whose last column holds figures: read row by row, or a figure loses its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extract.pdf.lines import Line

_FIGURE: Final = re.compile(r"[(~+-]?\d[\d.,/ ]*(?:\s?[%‰])?\)?(?:\s?\S{1,6})?|[-–x]")
_LONGEST: Final = 24
_FEWEST: Final = 2
_SHARE: Final = 0.6
"""Share of the texts of the right column that are figures; the others are its headers and words for none."""


def figure_rows(rows: Sequence[Sequence[Line]], middle: float) -> int:
    """How many rows of a side-by-side area are those of such a table, 0 when it is none.

    middle: x between the columns. Figures stand beside something on their row; rows at the area's end
    that have nothing in the right column are text below the table.
    """
    sides = [[(line.x0 + line.x1) / 2 > middle for line in row] for row in rows]
    last = max((index for index, side in enumerate(sides) if any(side)), default=-1)
    right = [
        (line.text, not all(side))
        for row, side in zip(rows, sides, strict=True)
        for line, is_right in zip(row, side, strict=True)
        if is_right
    ]
    beside = sum(paired for text, paired in right if len(text) <= _LONGEST and _FIGURE.fullmatch(text))
    if beside < _FEWEST or beside < _SHARE * len(right):
        return 0
    return last + 1
