"""Spans of a text that belong to its citations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """`spans` in order, overlapping ones as one: a subject may go on after a document that it cites."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def before_span(text: str, end: int, starts: Sequence[int]) -> bool:
    """Whether a citation begins right after the number (a footnote's own number before its text)."""
    place = bisect_left(starts, end)
    return place < len(starts) and not text[end : starts[place]].strip()
