"""Line numbers in the margin: counted by the word processor, no part of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extract.pdf.lines import Line, part_of
from extract.pdf.page import Page

_LEAST: Final = 12
"""Numbers that a page shows before they can be line numbers."""
_STEPS: Final = (1, 2, 5, 10)
_SHARE: Final = 0.6
"""Share of the rows of a page that a count of every line reaches; tables and notes may go uncounted."""
_STEADY: Final = 0.9
_ALIGNED: Final = 3.0
_LONGEST: Final = 4


@dataclass(frozen=True, slots=True)
class _Number:
    """A number at the start of a row: row, value, left and right end."""

    row: int
    value: int
    x0: float
    x1: float


def remove_line_numbers(pages: Sequence[Page]) -> bool:
    """Take numbers out of the pages where most pages with enough lines count them; returns whether any."""
    found = {page.number: _first_numbers(page) for page in pages}
    counted = {page.number for page in pages if _is_count(page, *found[page.number])}
    long = [page for page in pages if len(page.rows) >= _LEAST]
    if not counted or sum(page.number in counted for page in long) < max(1, 0.7 * len(long)):
        return False
    places = sorted(number.x1 for page in counted for number in _aligned(found[page][0]))
    right = places[len(places) // 2]
    for page in pages:
        numbers, _ = found[page.number]
        if page.number in counted:
            _take(page, {number.row for number in _aligned(numbers)})
        else:  # a short last page
            _take(page, {number.row for number in numbers if abs(number.x1 - right) <= _ALIGNED})
    return True


def _first_numbers(page: Page) -> tuple[list[_Number], float]:
    """Digits with which rows begin, and the left edge of all other text."""
    numbers: list[_Number] = []
    fence = min((rule.at for rule in page.graphics.vertical), default=page.width)
    rest = page.width
    for index, row in enumerate(page.rows):
        first = row[0].spans[0]
        if not (first.text.isdecimal() and len(first.text) <= _LONGEST and first.x1 < fence):
            rest = min(rest, first.x0)
            continue
        numbers.append(_Number(index, int(first.text), first.x0, first.x1))
        if len(row[0].spans) > 1:
            rest = min(rest, row[0].spans[1].x0)
        elif len(row) > 1:
            rest = min(rest, row[1].x0)
    return numbers, rest


def _is_count(page: Page, numbers: list[_Number], rest: float) -> bool:
    """Whether the numbers stand left of all other text and rise by a fixed step down the page."""
    aligned = _aligned(numbers)
    if len(aligned) < _LEAST or any(number.x1 >= rest for number in aligned):
        return False
    steps = Counter(below.value - above.value for above, below in pairwise(aligned))
    step, often = steps.most_common(1)[0]
    return (
        step in _STEPS
        and often >= _STEADY * (len(aligned) - 1)
        and len(aligned) * step >= _SHARE * len(page.rows)
    )


def _aligned(numbers: list[_Number]) -> list[_Number]:
    """Those whose right (or left) ends stand under each other."""
    if not numbers:
        return []
    right, left = (
        sorted(ends)[len(numbers) // 2] for ends in ([n.x1 for n in numbers], [n.x0 for n in numbers])
    )
    by_right = [number for number in numbers if abs(number.x1 - right) <= _ALIGNED]
    by_left = [number for number in numbers if abs(number.x0 - left) <= _ALIGNED]
    return by_right if len(by_right) >= len(by_left) else by_left


def _take(page: Page, chosen: set[int]) -> None:
    rows: list[list[Line]] = []
    for index, row in enumerate(page.rows):
        kept = row
        if index in chosen:
            first = row[0]
            kept = ([part_of(first, first.spans[1:])] if len(first.spans) > 1 else []) + row[1:]
        if kept:
            rows.append(kept)
    page.rows = rows
