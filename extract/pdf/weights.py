"""Rough widths of letters of a book face, to tell how wide words are without asking the font."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_NARROW: Final = frozenset("iIjlftrJ.,;:!'’|()[]-/ ")


def text_weight(text: str) -> float:
    """Width of a text in letters of ordinary width; accents do not count."""
    return sum(map(_letter_weight, text))


@lru_cache(maxsize=2048)
def _letter_weight(letter: str) -> float:
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _NARROW:
        return 0.6
    if base in "mwMW%—…":
        return 1.6
    return 1.4 if base.isupper() else 1.0
