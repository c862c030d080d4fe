"""Numbers written in words ("hai mươi lăm hộ"): only compound ones, which nothing else can mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ONES = {
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}
_FIRST = {**{word: value for word, value in _ONES.items() if word not in ("mốt", "tư", "lăm")}, "năm": 5}
_DIGIT = f"(?:{'|'.join(_FIRST)})"
_LAST = f"(?:{'|'.join(_ONES)})"
_TENS = rf"(?:{_DIGIT}\s+mươi(?:\s+{_LAST})?|mười(?:\s+{_LAST})?)"
_SPELT = re.compile(
    rf"(?<![^\W\d_])(?:{_DIGIT}\s+trăm(?:\s+(?:(?:linh|lẻ)\s+{_DIGIT}|{_TENS}))?|{_TENS})(?=\s+[^\W\d_])",
    re.IGNORECASE,
)
_HINTS = ("mươi", "mười", "trăm")


def spelt_numbers(text: str) -> Iterator[tuple[int, int, float]]:
    """(start, end, value) of numbers from ten to 999 written in words, in order.

    "năm" at the end is left out: it may as well be a year ("hai mươi năm").
    """
    low = text.lower()
    if any(hint in low for hint in _HINTS):
        for match in _SPELT.finditer(text):
            yield match.start(), match.end(), _value(match.group().lower().split())


def _value(words: list[str]) -> float:
    total, ones = 0, 0
    for word in words:
        if word == "trăm":
            total, ones = ones * 100, 0
        elif word in ("mươi", "mười"):
            total, ones = total + (ones or 1) * 10, 0
        elif word not in ("linh", "lẻ"):
            ones = {**_ONES, **_FIRST}[word]
    return float(total + ones)
