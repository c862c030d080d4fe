"""Rough widths of letters of a book face, to tell how wide words are without asking the font."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from extract.pdf.lines import Line

_NARROW: Final = frozenset("iIjlftrJ.,;:!'’|()[]-/ ")


def text_weight(text: str) -> float:
    """Width of a text in letters of ordinary width; accents do not count."""
    return sum(map(_letter_weight, text))


def word_width(line: Line) -> float:
    """Width in points of a line's first word, by its share of the line's letters."""
    spans = line.spans
    total = 0.0
    for index, span in enumerate(spans):
        word = span.text.split(" ", 1)[0]
        total += (span.x1 - span.x0) * text_weight(word) / max(text_weight(span.text), 0.1)
        if len(word) < len(span.text) or (index + 1 < len(spans) and spans[index + 1].space):
            break
    return total


@lru_cache(maxsize=2048)
def _letter_weight(letter: str) -> float:
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _NARROW:
        return 0.6
    if base in "mwMW%—…":
        return 1.6
    return 1.4 if base.isupper() else 1.0
