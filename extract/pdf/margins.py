"""Text area of the pages: left and right edge, whether lines are justified, normal leading."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from extract.pdf.lines import Line
from extract.pdf.page import Page

_MIN_LINES: Final = 3
_MIN_SHARE: Final = 0.03
_OWN_LINES: Final = 6
_OWN_SHARE: Final = 0.12
_EDGE: Final = 2.0
"""Points within which a line reaches the right edge."""
_MIRROR: Final = 3.0
_JUSTIFIED: Final = 0.45
_RAGGED: Final = 40.0


@dataclass(frozen=True, slots=True)
class Margins:
    """Text area of a page in points. leading: baseline distance in ems inside paragraphs.

    indent: the first-line indent of the document's paragraphs; None when they have none.
    """

    left: float
    right: float
    justified: bool
    leading: float
    indent: float | None = None

    @property
    def width(self) -> float:
        """Width of the text area."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """x of the text area's middle."""
        return (self.left + self.right) / 2


def measure(pages: Sequence[Page], lines: Sequence[Line]) -> dict[int, Margins]:
    """Margins of every page number.

    Pages of one width and side (odd, even) are measured together; a page whose own lines clearly
    stand elsewhere (an annex with other margins) keeps its own edges.
    """
    kind = {page.number: (round(page.width), page.number % 2) for page in pages}
    groups: dict[tuple[int, int], list[Line]] = {}
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        if line.column is None:
            groups.setdefault(kind[line.page], []).append(line)
            by_page.setdefault(line.page, []).append(line)
    measured = _measure_groups(groups)
    result = {}
    for page in pages:
        width, side = kind[page.number]
        common = measured.get((width, side)) or measured.get((width, 1 - side))
        common = common or Margins(0.0, page.width, justified=False, leading=1.3)
        result[page.number] = _own_edges(common, by_page.get(page.number, []))
    return result


def _measure_groups(groups: dict[tuple[int, int], list[Line]]) -> dict[tuple[int, int], Margins]:
    measured = {key: _margins(group) for key, group in groups.items()}
    for (width, side), own in list(measured.items()):
        other = measured.get((width, 1 - side))
        if side == 0 and other is not None and abs(own.left - other.left) < _MIRROR:
            both = _margins(groups[(width, 0)] + groups[(width, 1)])
            measured[(width, 0)] = measured[(width, 1)] = both
    return measured


def _own_edges(common: Margins, lines: list[Line]) -> Margins:
    """The common margins, with the edges that this page's wrapped lines show where those differ."""
    wrapped = [
        below
        for above, below in zip(lines, lines[1:], strict=False)
        if above.x1 > below.x1 - _EDGE or above.x1 > common.right - _MIRROR
    ]
    if len(wrapped) < _OWN_LINES:
        return common
    left = _edge([line.x0 for line in wrapped], max(_MIN_LINES, _OWN_SHARE * len(wrapped)))
    right = common.right
    if common.justified:
        right = -_edge([-line.x1 for line in lines], max(_MIN_LINES, _OWN_SHARE * len(lines)))
    if abs(left - common.left) <= _MIRROR:
        left = common.left
    if abs(right - common.right) <= _MIRROR:
        right = common.right
    if right - left < 0.5 * common.width:
        return common
    return replace(common, left=left, right=right)


def _margins(lines: list[Line]) -> Margins:
    needed = max(min(_MIN_LINES, len(lines)), _MIN_SHARE * len(lines))
    left = _edge([line.x0 for line in lines], needed)
    right = -_edge([-line.x1 for line in lines], needed)
    reaching = sum(line.x1 >= right - _EDGE for line in lines)
    wide = [line for line in lines if line.x1 - line.x0 > 0.6 * (right - left)] or lines
    gaps: Counter[float] = Counter()
    indents: Counter[int] = Counter()
    for above, below in zip(lines, lines[1:], strict=False):
        if above.page != below.page or below.base <= above.base:
            continue
        if abs(below.x0 - left) < _EDGE and above.x1 > right - 3 * above.size:
            gaps[round((below.base - above.base) / max(below.size, 1.0), 2)] += 1
            if above.x0 > left + 0.7 * above.size:
                indents[round(above.x0 - left)] += 1
    leading = max(gaps, key=lambda gap: (gaps[gap], -gap)) if gaps else 1.3
    indent, count = indents.most_common(1)[0] if indents else (0, 0)
    justified = reaching >= max(2, _JUSTIFIED * len(wide))
    if not justified:  # ragged lines seldom reach the edge: the longest tells it
        right = max(right, min(right + _RAGGED, max(line.x1 for line in lines)))
    return Margins(left, right, justified, leading, float(indent) if count >= 2 else None)


def _edge(places: list[float], needed: float) -> float:
    """Smallest place with at least `needed` others within 2 points to its right."""
    ordered = sorted(places)
    for index, place in enumerate(ordered):
        if bisect_left(ordered, place + _EDGE) - index >= needed:
            return place
    return ordered[0]
