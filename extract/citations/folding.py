"""Folds given text for matching and maps offsets back to what was given.

Composed letters, one kind of hyphen, one kind of space, Đ for its look-alikes. Nothing shown to a
reader comes from the folded text: callers slice the given text by mapped offsets.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_ONE_TO_ONE = (
    ("ÐƉ", "Đ"),
    ("ðɖ", "đ"),
    ("Ƣ", "Ư"),
    ("ƣ", "ư"),
    ("‐‑‒–—−\u0002\ufffe", "-"),
    ("\u00a0\u202f\u2007\u2009\u3000\t\r\v\f", " "),
    ("⁄∕／", "/"),
    ("：", ":"),
)
_SHOWN = str.maketrans("ÐƉðɖƢƣ", "ĐĐđđƯư")
_DELETED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SMUDGES = "_~¬"
_SMUDGED = re.compile(rf"(?<=[^\W_])[{_SMUDGES}](?=[A-ZĐ\d])")
"""Signs that a scan shows for a hyphen inside a number or a symbol."""
_IRREGULAR = re.compile(rf"[^\W\d_][\u0300-\u036f]+|[{_DELETED}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `points`/`shifts` say from which folded offset on which shift to the given text holds."""

    text: str
    given: str
    points: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def origin(self, offset: int) -> int:
        """Offset in the given text of the character at `offset` of the folded text."""
        at = bisect_right(self.points, offset)
        return offset + self.shifts[at - 1] if at else offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Given-text span of folded `[start, end)`, without invisible characters at its end."""
        first, last = self.origin(start), self.origin(end)
        while last > first and self.given[last - 1] in _DELETED:
            last -= 1
        return first, last

    def printed(self, start: int, end: int) -> str:
        """Return what was printed at folded `[start, end)`: on one line, composed, Đ and ư mended."""
        first, last = self.span(start, end)
        shown = unicodedata.normalize("NFC", self.given[first:last]).translate(_SHOWN)
        return " ".join(shown.split())


def fold(text: str) -> Folded:
    """Fold `text`; offsets stay equal unless it holds combining marks or invisible characters."""
    folded = text
    for letters, target in _ONE_TO_ONE:
        for letter in letters:
            folded = folded.replace(letter, target)
    if any(sign in folded for sign in _SMUDGES):
        folded = _SMUDGED.sub("-", folded)
    if not _IRREGULAR.search(folded):
        return Folded(folded, text)
    pieces: list[str] = []
    points: list[int] = []
    shifts: list[int] = []
    taken = length = 0
    for match in _IRREGULAR.finditer(folded):
        pieces.append(folded[taken : match.start()])
        found = match.group()
        composed = "" if found in _DELETED else unicodedata.normalize("NFC", found)
        pieces.append(composed)
        length += match.start() - taken + len(composed)
        taken = match.end()
        points.append(length)
        shifts.append(taken - length)
    pieces.append(folded[taken:])
    return Folded("".join(pieces), text, tuple(points), tuple(shifts))
