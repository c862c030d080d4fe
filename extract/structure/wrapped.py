"""Titles over several paragraphs: which lines only go on with the heading above them."""

from __future__ import annotations

from itertools import pairwise

from extract.structure.types import BOLD, Line
from extract.structure.wording import ends_open, first_letter

_LONG, _HALF = 55, 35
"""Letters from which a title may go on in the next paragraph; in capitals, where no unnumbered line in
capitals heads anything else in the document."""
_EDGE_TO_EDGE = 40
"""Capitals of a centred line from which it may reach from edge to edge and look like any other line."""


def find_wrapped(lines: list[Line]) -> None:
    """Mark lines that only continue the heading printed on the line before (Enter pressed in a title)."""
    full = _LONG if _has_bare_capitals(lines) else _HALF
    named = False  # the line before gives the name of a label that stands alone above it
    for before, line in pairwise(lines):
        if before.table or line.table or line.marker or line.number or not line.text.strip():
            named = False
            continue
        if before.marker is not None and not before.rest.strip():
            named = True
            continue
        head = before.marker is not None or before.wrapped or before.bare > 0 or named
        named = False
        if head and _continues(before, line, full):
            line.wrapped = True
            line.bare = 0.0


def _has_bare_capitals(lines: list[Line]) -> bool:
    """Whether unnumbered lines in bold capitals, not in the middle, head text of their own."""
    return any(
        line.bare
        and line.caps
        and not line.centered
        and line.bold >= BOLD
        and not (before.caps or before.table)
        for before, line in pairwise(lines)
    )


def _continues(before: Line, line: Line, full: int) -> bool:  # noqa: PLR0911 - a list of signs, one a line
    tail = before.text.rstrip()
    if tail[-1:] in ".;:!?" or len(line.text) > 220 or len(tail) > 300:
        return False
    if line.text[0].islower() and (before.bold >= BOLD) == (line.bold >= BOLD) and len(tail) < 150:
        return len(line.text) < 150 and before.block.size == line.block.size
    bold_pair = before.bold >= BOLD and line.bold >= BOLD
    caps_pair = before.caps and line.caps
    if not (bold_pair or caps_pair) or before.block.size != line.block.size:
        return False
    if (line.block.outline_level is None) != (before.block.outline_level is None):
        return False
    middle = line.centered and before.centered
    if bold_pair and (line.centered or before.centered):  # one line of a title may reach both edges
        middle = middle or len(tail if line.centered else line.text) >= _EDGE_TO_EDGE
    if middle and caps_pair and line.text.lstrip()[0] not in "(-*":
        return True
    if first_letter(line.text).islower():
        return True
    if ends_open(tail):  # the last word may be whole: a line in another dress begins something else
        return caps_pair == line.caps and (before.italic >= BOLD) == (line.italic >= BOLD)
    return (
        caps_pair == line.caps
        and len(tail) > (full if caps_pair and before.marker else _LONG)
        and before.block.align == line.block.align
        and not before.bare
    )
