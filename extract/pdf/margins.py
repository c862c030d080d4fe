"""Text area of the pages: left and right edge, whether lines are justified, normal leading."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extract.pdf.lines import Line
from extract.pdf.page import Page

_MIN_LINES: Final = 3
_MIN_SHARE: Final = 0.03
_EDGE: Final = 2.0
"""Points within which a line reaches the right edge."""
_MIRROR: Final = 3.0
_JUSTIFIED: Final = 0.45


@dataclass(frozen=True, slots=True)
class Margins:
    """Text area of a page in points. leading: baseline distance in ems inside paragraphs.

    indented: paragraphs of the document start with a first-line indent.
    """

    left: float
    right: float
    justified: bool
    leading: float
    indented: bool

    @property
    def width(self) -> float:
        """Width of the text area."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """x of the text area's middle."""
        return (self.left + self.right) / 2


def measure(pages: Sequence[Page], lines: Sequence[Line]) -> dict[int, Margins]:
    """Margins of every page number; pages of one width and side (odd, even) are measured together."""
    size = {page.number: (round(page.width), page.number % 2) for page in pages}
    groups: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        if line.column is None:
            groups.setdefault(size[line.page], []).append(line)
    measured = {key: _margins(group) for key, group in groups.items()}
    for key, own in list(measured.items()):
        other = measured.get((key[0], 1 - key[1]))
        if other is not None and abs(own.left - other.left) < _MIRROR:
            both = groups[key] + groups[(key[0], 1 - key[1])]
            measured[key] = _margins(both)
    fallback = next(iter(measured.values()), Margins(0.0, 0.0, False, 1.2, False))
    result = {}
    for page in pages:
        own = measured.get(size[page.number]) or measured.get((size[page.number][0], 1 - page.number % 2))
        result[page.number] = own or Margins(0.0, page.width, False, fallback.leading, False)
    return result


def _margins(lines: list[Line]) -> Margins:
    needed = max(min(_MIN_LINES, len(lines)), _MIN_SHARE * len(lines))
    left = _edge([line.x0 for line in lines], needed)
    right = -_edge([-line.x1 for line in lines], needed)
    reaching = sum(line.x1 >= right - _EDGE for line in lines)
    wide = [line for line in lines if line.x1 - line.x0 > 0.6 * (right - left)] or lines
    justified = reaching >= max(2, _JUSTIFIED * len(wide))
    gaps: Counter[float] = Counter()
    indents = 0
    for above, below in zip(lines, lines[1:], strict=False):
        if above.page != below.page or below.base <= above.base:
            continue
        if abs(below.x0 - left) < _EDGE and above.x1 > right - 3 * above.size:
            gaps[round((below.base - above.base) / max(below.size, 1.0), 2)] += 1
            indents += above.x0 > left + 0.7 * above.size
    leading = max(gaps, key=lambda gap: (gaps[gap], -gap)) if gaps else 1.3
    return Margins(left, right, justified, leading, indents >= 2)


def _edge(places: list[float], needed: float) -> float:
    """Smallest place with at least `needed` others within 2 points to its right."""
    ordered = sorted(places)
    for index, place in enumerate(ordered):
        if bisect_left(ordered, place + _EDGE) - index >= needed:
            return place
    return ordered[0]
