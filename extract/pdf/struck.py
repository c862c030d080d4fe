"""Bold faked by striking twice: a text printed again a hair beside, which pdfium leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.pdf import ffi
from extract.pdf.runs import Run

_SHIFT: Final = 1.2
"""Points by which the second strike may stand beside the first."""
_LEAST: Final = 0.2
"""Points of ink in width and height below which a text object is a space."""
_GRID: Final = 2.0
_MOST: Final = 0.6
"""Share of the page's letters from which everything is printed twice and nothing stands out."""

Ink = tuple[float, float, float, float]


def mark_struck(lines: Sequence[Sequence[Run]], texts: Sequence[int]) -> None:
    """Set `struck` on the runs whose text object is printed twice.

    texts: handles of the text objects that stand on the page itself.
    """
    runs = [run for line in lines for run in line]
    again = _left_out(texts, {run.handle for run in runs})
    if not again:
        return
    known: dict[int, bool] = {}
    struck: list[Run] = []
    for run in runs:
        if run.handle not in known:
            known[run.handle] = _has_twin(ffi.bounds(run.handle), again)
        if known[run.handle]:
            struck.append(run)
    if _letters(struck) < _MOST * _letters(runs):
        for run in struck:
            run.struck = True


def _letters(runs: Sequence[Run]) -> int:
    return sum(run.stop - run.start for run in runs)


def _left_out(texts: Sequence[int], used: set[int]) -> dict[tuple[int, int], list[Ink]]:
    """Ink of the visible text objects of which no character is in the page's text, by place."""
    found: dict[tuple[int, int], list[Ink]] = {}
    for handle in texts:
        if handle in used:
            continue
        ink = ffi.bounds(handle)
        blank = ink is None or ink[2] - ink[0] < _LEAST or ink[3] - ink[1] < _LEAST
        if ink is None or blank or ffi.object_mode(handle) == ffi.INVISIBLE:
            continue
        found.setdefault(_cell(ink), []).append(ink)
    return found


def _cell(ink: Ink) -> tuple[int, int]:
    return round(ink[0] / _GRID), round(ink[1] / _GRID)


def _has_twin(ink: Ink | None, again: dict[tuple[int, int], list[Ink]]) -> bool:
    if ink is None:
        return False
    x, y = _cell(ink)
    return any(
        all(abs(a - b) <= _SHIFT for a, b in zip(ink, other, strict=True))
        for column in (x - 1, x, x + 1)
        for row in (y - 1, y, y + 1)
        for other in again.get((column, row), ())
    )
