"""Underlined text: a ruling line close under a baseline, no longer than the text above it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.pdf.graphics import Graphics, Rule
from extract.pdf.lines import Line, Span
from extract.pdf.weights import text_weight

_BELOW: Final = (-0.02, 0.24)
"""Ems below the baseline between which an underline is drawn; the border of a cell lies lower."""
_BEYOND: Final = 3.0
"""Points by which an underline may be longer than its text at either end."""
_SEAM: Final = 1.6
"""Ems between strokes of one underline: drawn word by word, or left open where letters reach below."""
_NEAR: Final = 0.5
"""Ems from an end of a text within which its underline ends."""
_MOST: Final = 2_000


def mark_underlined(
    rows: Sequence[Sequence[Line]], graphics: Graphics, inserted: Sequence[Rule] = ()
) -> None:
    """Set `underline` on the spans that are underlined; a span underlined up to a word is cut there.

    inserted: lines under tracked insertions, which only carry on an underline of the text beside them.
    """
    if not graphics.horizontal or len(graphics.horizontal) + len(inserted) > _MOST:
        return
    rules = sorted([*graphics.horizontal, *inserted], key=lambda rule: rule.at)
    editors = {id(rule) for rule in inserted}
    places = [rule.at for rule in rules]
    for line in (line for row in rows for line in row):
        first = bisect_left(places, line.base + _BELOW[0] * line.size)
        last = bisect_left(places, line.base + _BELOW[1] * line.size)
        strokes = [rule for rule in rules[first:last] if _is_under(rule, line)]
        if strokes:
            stretches = _joined(strokes, _SEAM * line.size, editors)
            line.spans = [part for span in line.spans for part in _parts(span, stretches)]


def _is_under(rule: Rule, line: Line) -> bool:
    return rule.start >= line.x0 - _BEYOND and rule.end <= line.x1 + _BEYOND


def _joined(rules: list[Rule], seam: float, editors: set[int]) -> list[tuple[float, float]]:
    """Stretches of x that strokes cover, from left to right, but those of an editor's strokes alone."""
    stretches: list[tuple[float, float]] = []
    own: list[bool] = []
    for rule in sorted(rules, key=lambda rule: rule.start):
        if stretches and rule.start - stretches[-1][1] <= seam:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], rule.end))
            own[-1] = own[-1] or id(rule) not in editors
        else:
            stretches.append((rule.start, rule.end))
            own.append(id(rule) not in editors)
    return [stretch for stretch, shown in zip(stretches, own, strict=True) if shown]


def _parts(span: Span, stretches: list[tuple[float, float]]) -> list[Span]:
    """Return the span, marked, or cut where the first underline under it starts and ends."""
    near = _NEAR * span.size
    for start, end in stretches:
        if min(end, span.x1) <= max(start, span.x0):
            continue
        first = 0 if start <= span.x0 + near else _space_near(span, start)
        last = len(span.text) if end >= span.x1 - near else _space_near(span, end)
        if first == 0 and last == len(span.text):
            span.underline = True
            return [span]
        if first is None or last is None or first < last:
            return _cut(span, first, last) if first is not None and last is not None else [span]
    return [span]


def _cut(span: Span, first: int, last: int) -> list[Span]:
    """Cut a span at two offsets (of spaces, or its ends); what lies between them is underlined."""
    total, width = text_weight(span.text), span.x1 - span.x0
    parts: list[Span] = []
    for begin, end in ((0, first), (first, last), (last, len(span.text))):
        text = span.text[begin:end].strip()
        if text:
            x0 = span.x0 + width * text_weight(span.text[:begin]) / total
            x1 = span.x0 + width * text_weight(span.text[:end]) / total
            space = span.space if begin == 0 else True
            parts.append(
                replace(span, text=text, x0=x0, x1=x1, space=space, underline=(begin, end) == (first, last))
            )
    return parts


def _space_near(span: Span, x: float) -> int | None:
    """Offset of the space nearest to `x`, None when none is near."""
    total = text_weight(span.text)
    width = span.x1 - span.x0
    best, nearest = None, 1.5 * span.size
    weight = 0.0
    for at, letter in enumerate(span.text):
        if letter == " " and abs(span.x0 + width * weight / total - x) < nearest:
            best, nearest = at, abs(span.x0 + width * weight / total - x)
        weight += text_weight(letter)
    return best
