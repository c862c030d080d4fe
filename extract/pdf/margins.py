"""Text area of the pages: left and right edge, whether lines are justified, normal leading."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extract.pdf.lines import Line
from extract.pdf.page import Page
from extract.pdf.weights import text_weight

_MIN_LINES: Final = 3
_MIN_SHARE: Final = 0.03
_OWN_LINES: Final = 6
_OWN_SHARE: Final = 0.12
_LEADING: Final = 1.3
_MOST_LEADING: Final = 2.6
_CLEARLY: Final = 6.0
"""Ems short of the right edge at which a line surely ends its paragraph."""
_LEAST_GAP: Final = 0.2
_NARROWEST: Final = 0.5
_ENOUGH: Final = 8
_LEAST_MARGIN: Final = 40.0
_EDGE: Final = 2.0
"""Points within which a line reaches the right edge."""
_MIRROR: Final = 3.0
_INSIDE: Final = 2.5
"""Points from both edges beyond which a line stands within the text area."""
_BRIM: Final = 4.0
"""Points from both edges within which a centred line fills the width."""
_LONG_SHARE: Final = 0.8
_FLUSH: Final = 0.98
_JUSTIFIED: Final = 0.45
_RAGGED: Final = 40.0
_SAMPLE, _LONG_LINE = 24, 25
"""Lines whose letters are measured, and the letters such a line has at least."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Text area of a page in points. leading: baseline distance in ems inside paragraphs.

    indent: the first-line indent of the document's paragraphs; None when they have none.
    gap: ems between its paragraphs beyond the leading; None when it varies or is too small to tell.
    letter: width in ems of an ordinary letter (`weights.text_weight`) of its words.
    flush: no line that surely goes on ends short of the right edge.
    """

    left: float
    right: float
    justified: bool
    leading: float
    indent: float | None = None
    gap: float | None = None
    letter: float = 0.0
    flush: bool = False

    @property
    def width(self) -> float:
        """Width of the text area."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """X of the text area's middle."""
        return (self.left + self.right) / 2


def is_centred(line: Line, margins: Margins) -> bool:
    """Whether a line stands in the middle of the text area, away from both edges."""
    if margins.indent is not None and abs(line.x0 - margins.left - margins.indent) < 1.5:
        return False  # an ordinary first line that happens to end as far from the edge as it starts
    return in_middle(line, margins)


def in_middle(line: Line, margins: Margins) -> bool:
    """Whether a line's middle is that of the text area, be it centred or an indented line that ends early."""
    offset = abs((line.x0 + line.x1) / 2 - margins.middle)
    return offset < 3.5 and line.x0 > margins.left + _INSIDE and line.x1 < margins.right - _INSIDE


def spans_width(line: Line, margins: Margins) -> bool:
    """Whether a line reaches both edges of the text area."""
    return line.x0 <= margins.left + _BRIM and line.x1 >= margins.right - _BRIM


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
        common = common or Margins(0.0, page.width, justified=False, leading=_LEADING)
        result[page.number] = _own_edges(common, by_page.get(page.number, []))
    return result


def _measure_groups(groups: dict[tuple[int, int], list[Line]]) -> dict[tuple[int, int], Margins]:
    measured = {key: _margins(group, key[0]) for key, group in groups.items()}
    for (width, side), own in list(measured.items()):
        other = measured.get((width, 1 - side))
        if side == 0 and other is not None and abs(own.left - other.left) < _MIRROR:
            both = _margins(groups[(width, 0)] + groups[(width, 1)], width)
            measured[(width, 0)] = measured[(width, 1)] = both
    return measured


def _own_edges(common: Margins, lines: list[Line]) -> Margins:
    """Return the common margins, with the edges that this page's wrapped lines show where those differ."""
    wrapped = [
        below
        for above, below in pairwise(lines)
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


def _margins(lines: list[Line], width: float) -> Margins:
    needed = max(min(_MIN_LINES, len(lines)), _MIN_SHARE * len(lines))
    left = _edge([line.x0 for line in lines], needed)
    right, justified = _right_edge(lines, left, needed)
    shown = justified and len(lines) >= _ENOUGH
    if right - left < _NARROWEST * width and not shown:  # a few short lines do not show the edge
        right, justified = max(right, width - max(0.8 * left, _LEAST_MARGIN)), False
    gaps: Counter[float] = Counter()
    indents: Counter[int] = Counter()
    for above, below in pairwise(lines):
        if above.page != below.page or below.base <= above.base:
            continue
        if abs(below.x0 - left) < _EDGE and above.x1 > right - 3 * above.size:
            gap = round((below.base - above.base) / max(below.size, 1.0), 2)
            gaps[gap] += gap < _MOST_LEADING
            if above.x0 > left + 0.7 * above.size:
                indents[round(above.x0 - left)] += 1
    leading = max(gaps, key=lambda gap: (gaps[gap], -gap)) if any(gaps.values()) else _LEADING
    indent, count = indents.most_common(1)[0] if indents else (0, 0)
    return Margins(
        left,
        right,
        justified,
        leading,
        float(indent) if count >= 2 else None,
        _gap(lines, right, leading),
        _letter_width(lines),
        justified and _is_flush(lines, left, right),
    )


def _is_flush(lines: Sequence[Line], left: float, right: float) -> bool:
    """Whether all but a stray one of the long lines that go on in the next line end at the right edge."""
    full = total = 0
    for above, below in pairwise(lines):
        goes_on = above.page == below.page and above.text[-1:].isalpha() and below.text[:1].islower()
        if goes_on and abs(below.x0 - left) < _EDGE and above.x1 - left > _LONG_SHARE * (right - left):
            total += 1
            full += above.x1 > right - _MIRROR
    return total >= _ENOUGH and full >= _FLUSH * total


def _letter_width(lines: Sequence[Line]) -> float:
    """Ems of an ordinary letter: of the tighter lines, so that justified ones count little."""
    step = max(1, len(lines) // _SAMPLE)
    widths = sorted(
        (line.x1 - line.x0) / (text_weight(line.text) * line.size)
        for line in lines[::step]
        if line.letters >= _LONG_LINE and line.size > 0
    )
    return widths[len(widths) // 4] if widths else 0.0


def _right_edge(lines: list[Line], left: float, needed: float) -> tuple[float, bool]:
    """Right edge and whether most long lines end there (a hanging hyphen may stand out a little)."""
    outer = -_edge([-line.x1 for line in lines], needed)
    long = sorted(line.x1 for line in lines if line.x1 - left > 0.6 * (outer - left))
    if not long:
        return outer, False
    counts = [bisect_left(long, place + _EDGE) - index for index, place in enumerate(long)]
    densest = max(range(len(long)), key=lambda index: (counts[index], long[index]))
    if counts[densest] >= max(2, _JUSTIFIED * len(long)):
        return long[densest + counts[densest] - 1], True
    # ragged lines seldom reach the edge: the longest tells it
    return max(outer, min(outer + _RAGGED, long[-1])), False


def _gap(lines: list[Line], right: float, leading: float) -> float | None:
    """Most common extra space, in ems, below lines that clearly end a paragraph."""
    extras: Counter[float] = Counter()
    total = 0
    for above, below in pairwise(lines):
        if above.page == below.page and below.base > above.base and above.x1 < right - _CLEARLY * above.size:
            extras[round((below.base - above.base) / max(below.size, 1.0) - leading, 1)] += 1
            total += 1
    if not extras:
        return None
    extra = max(extras, key=lambda value: (extras[value], -value))
    near = sum(count for value, count in extras.items() if abs(value - extra) < 0.15)
    return extra if extra >= _LEAST_GAP and near >= 0.5 * total and near >= _MIN_LINES else None


def _edge(places: list[float], needed: float) -> float:
    """Smallest place with at least `needed` others within 2 points to its right."""
    ordered = sorted(places)
    for index, place in enumerate(ordered):
        if bisect_left(ordered, place + _EDGE) - index >= needed:
            return place
    return ordered[0]
