"""Folds given text for matching and maps offsets back to what was given.

Composed letters, one kind of hyphen, one kind of space, Đ for its look-alikes. Nothing shown to a
reader comes from the folded text: callers slice the given text by mapped offsets.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from extract.encoding.fonts import Kind, decode, detect_long, letters_of

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
_HINT = re.compile(rf"[\u0300-\u036f{_DELETED}]")
_IRREGULAR = re.compile(rf"[^\W\d_][\u0300-\u036f]+|[{_DELETED}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `points`/`shifts` say from which folded offset on which shift to the given text holds.

    legacy: the encoding the given text is in, where its letters are Vietnamese only in their font.
    """

    text: str
    given: str
    points: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    legacy: Kind | None = None

    def origin(self, offset: int) -> int:
        """Offset in the given text of the character at `offset` of the folded text."""
        at = bisect_right(self.points, offset)
        return offset + self.shifts[at - 1] if at else offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Given-text span of folded `[start, end)`, without invisible characters at its end.

        In TCVN3 the soft hyphen is ư and stays.
        """
        first, last = self.origin(start), self.origin(end)
        while last > first and not self.legacy and self.given[last - 1] in _DELETED:
            last -= 1
        return first, last

    def printed(self, start: int, end: int) -> str:
        """Return what was printed at folded `[start, end)`: on one line, composed, Đ and ư mended."""
        first, last = self.span(start, end)
        shown = self.given[first:last]
        shown = decode(shown, self.legacy) if self.legacy else shown
        return " ".join(unicodedata.normalize("NFC", shown).translate(_SHOWN).split())


def fold(text: str) -> Folded:
    """Fold `text`; offsets stay equal unless it holds combining marks, invisible characters or VNI."""
    legacy = detect_long(text)
    if legacy is not None:
        plain, points, shifts = _replaced(text, letters_of(legacy), lambda codes: decode(codes, legacy))
        again = _fold_unicode(plain)
        if not again.points:  # both codes of a font and combining marks: no such file was seen
            return Folded(again.text, text, points, shifts, legacy)
    return _fold_unicode(text)


def _fold_unicode(text: str) -> Folded:
    folded = _one_to_one(text)
    if not _HINT.search(folded):
        return Folded(folded, text)
    composed, points, shifts = _replaced(folded, _IRREGULAR, _composed)
    return Folded(composed, text, points, shifts)


def _composed(found: str) -> str:
    return "" if found in _DELETED else unicodedata.normalize("NFC", found)


def _replaced(
    text: str, irregular: re.Pattern[str], by: Callable[[str], str]
) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """`text` with every match of `irregular` replaced, and the points and shifts of a `Folded`."""
    pieces: list[str] = []
    points: list[int] = []
    shifts: list[int] = []
    taken = length = 0
    for match in irregular.finditer(text):
        pieces.append(text[taken : match.start()])
        new = by(match.group())
        pieces.append(new)
        length += match.start() - taken + len(new)
        taken = match.end()
        if taken - length != (shifts[-1] if shifts else 0):
            points.append(length)
            shifts.append(taken - length)
    pieces.append(text[taken:])
    return "".join(pieces), tuple(points), tuple(shifts)


def _one_to_one(text: str) -> str:
    for letters, target in _ONE_TO_ONE:
        for letter in letters:
            text = text.replace(letter, target)
    return _SMUDGED.sub("-", text) if any(sign in text for sign in _SMUDGES) else text
