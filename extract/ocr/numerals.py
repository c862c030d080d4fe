"""Markers at the head of a line that the language model guesses, read from their strokes.

"I." comes out as "L.", "II." as "H." or "U.", "III." as "II."; the picture tells them apart: an I is one
upright stem with equal serifs, a 1 has a flag to its left, an L a foot to its right, an H a bar, and at
a third of its height a V or X is two runs of ink.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import numpy as np

from extract.ocr.picture import Mask
from extract.ocr.tesseract import OcrLine, OcrWord

Run = tuple[int, int]

_NUMERAL: Final = re.compile(r"([VX]+)(I{0,3})([.,:)/-]?)")
_STEMS: Final = re.compile(r"([ILHUTJNlijtr1|!\]\[]{1,4})([.,:)/-]?)")
_DASHES: Final = frozenset("-–—")
_ROWS: Final = (0.25, 0.3, 0.35, 0.4)
_RUNS: Final = {"V": 2, "X": 2}
_MOST_ONES: Final = 3
_SURE_DIGIT: Final = 0.9
"""Confidence from which a 1 is left alone: a speck can take its flag away."""
_MIDDLE: Final = (0.3, 0.7)
_ABOVE_DASH: Final = (0.2, 0.42)
_LOWEST: Final = 12
_ALIKE: Final = 0.87
_DRIFT: Final = 0.12
_WIDEST: Final = 0.45
_FOOT: Final = 0.28
_FLAG: Final = 0.45


def count_strokes(ink: Mask, line: OcrLine) -> None:
    """Put right, in place, the numeral that begins `line`; `ink`: the page, true where dark."""
    following = [word.text for word in line.words[1:3] if word.text not in _DASHES]
    if not following or not following[0][:1].isupper():
        return
    word = line.words[0]
    text = word.text.replace("⁄/", "/").replace("⁄", "/")
    if match := _NUMERAL.fullmatch(text):
        ones = _runs_above(ink, word) - sum(_RUNS[letter] for letter in match[1])
        if len(match[1] + match[2]) > 1 and 1 <= ones <= _MOST_ONES:
            text = match[1] + "I" * ones + match[3]
    elif match := _STEMS.fullmatch(text):
        x0, y0, x1, y1 = word.box
        found = read_stems(ink[y0:y1, x0:x1], dash=match[2] == "-")
        sure = match[1] == "1" and word.confidence >= _SURE_DIGIT
        if found is not None and not sure:
            apart = line.words[1].text in _DASHES
            text = found[0] + (match[2] or ("" if apart else found[1]))
    if text != word.text:
        line.words[0] = replace(word, text=text)


def _runs_above(ink: Mask, word: OcrWord) -> int:
    """Count the runs of ink across the upper half of a word; 0 where its rows disagree."""
    x0, y0, x1, y1 = word.box
    part = ink[y0:y1, x0:x1]
    counts = [len(_runs(part[row])) for row in (int(share * (y1 - y0)) for share in _ROWS) if row < len(part)]
    return counts[0] if counts and len(set(counts)) == 1 else 0


def _runs(row: Mask) -> list[Run]:
    """Start and end of every run of ink of a row."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row.view(np.int8), [0]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def read_stems(part: Mask, *, dash: bool = False) -> tuple[str, str] | None:
    """Letters ("I", "II", "III" or "1") and delimiter of a word of upright stems; None where it is none.

    dash: a dash follows, which would be one run more at half of the height.
    """
    height = len(part)
    first, last = _ABOVE_DASH if dash else _MIDDLE
    rows = [_runs(row) for row in part[int(first * height) : int(last * height) + 1]]
    if height < _LOWEST or not rows:
        return None
    common = max((len(row) for row in rows), key=[len(row) for row in rows].count)
    alike = [row for row in rows if len(row) == common]
    if not common or len(alike) < _ALIKE * len(rows):  # the bar of an H takes a fifth of them
        return None
    columns = list(zip(*alike, strict=True))
    slash = len(columns) > 1 and _drift(columns[-1]) > _DRIFT * height
    stems = columns[:-1] if slash else columns
    if len(stems) > _MOST_ONES or any(_drift(stem) > _DRIFT * height for stem in stems):
        return None
    places = [(int(np.median([x for x, _ in stem])), int(np.median([x for _, x in stem]))) for stem in stems]
    widths = [end - start for start, end in places]
    if max(widths) > _WIDEST * height or max(widths) > 1.5 * min(widths):
        return None
    return _letters(part, places, slash=slash)


def _drift(stem: tuple[Run, ...]) -> int:
    starts = [start for start, _ in stem]
    return max(starts) - min(starts)


def _letters(part: Mask, places: list[Run], *, slash: bool) -> tuple[str, str] | None:
    height = len(part)
    first, last = places[0], places[-1]
    left_top, right_top = _reach(part[: int(0.12 * height) + 1], first)
    left_foot, right_foot = _reach(part[int(0.88 * height) :], last)
    if max(right_foot, left_foot if len(places) == 1 else 0) > _FOOT * height:  # L, J
        return None
    if _reach(part[: int(0.12 * height) + 1], last)[1] > _FOOT * height:  # T, E, F
        return None
    flag, _ = _reach(part[int(0.12 * height) : int(0.3 * height)], first)
    if flag > _FLAG * (first[1] - first[0]) and right_top <= left_top + 1:
        return ("1", _delimiter(part, last, slash=slash)) if len(places) == 1 else None
    return "I" * len(places), _delimiter(part, last, slash=slash)


def _reach(band: Mask, stem: Run) -> tuple[int, int]:
    """How far the ink that a stem stands in reaches to its left and right, in the rows of `band`."""
    middle = (stem[0] + stem[1]) // 2
    left = right = 0
    for row in band:
        for start, end in _runs(row):
            if start <= middle < end:
                left, right = max(left, stem[0] - start), max(right, end - stem[1])
    return left, right


def _delimiter(part: Mask, last: Run, *, slash: bool) -> str:
    """Tell what stands after the last stem: a slash, a dot at its foot, or "" where it cannot be told."""
    if slash:
        return "/"
    _, serif = _reach(part[int(0.88 * len(part)) :], last)
    after = part[:, last[1] + serif + 1 :]
    rows = np.flatnonzero(after.any(axis=1))
    return "." if len(rows) and rows[0] >= 0.65 * len(part) else ""
