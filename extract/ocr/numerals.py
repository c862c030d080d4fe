"""Roman numerals at the head of a line, whose strokes are counted in the picture.

The language model likes "II." better than "III."; the picture tells them apart: at a third of its
height an I is one run of ink, a V or X two.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extract.ocr.tesseract import OcrLine, OcrWord

_NUMERAL: Final = re.compile(r"([VX]*)(I{0,3})([.,:)]?)")
_ROWS: Final = (0.25, 0.3, 0.35, 0.4)
_RUNS: Final = {"V": 2, "X": 2}
_MOST_ONES: Final = 3
_SURE: Final = 2
"""Letters of a numeral that is counted: a lone I or V is seldom misread, and a speck would make it two."""


def count_strokes(ink: NDArray[np.bool_], line: OcrLine) -> None:
    """Put right, in place, the ones of a numeral that begins `line`; `ink`: the page, true where dark."""
    word = line.words[0]
    match = _NUMERAL.fullmatch(word.text)
    if match is None or len(match[1] + match[2]) < _SURE or len(line.words) < 2:
        return
    ones = _runs(ink, word) - sum(_RUNS[letter] for letter in match[1])
    if ones != len(match[2]) and 1 <= ones <= _MOST_ONES:
        line.words[0] = replace(word, text=match[1] + "I" * ones + match[3])


def _runs(ink: NDArray[np.bool_], word: OcrWord) -> int:
    """Count the runs of ink across the upper half of a word; 0 where its rows disagree."""
    x0, y0, x1, y1 = word.box
    part = np.pad(ink[y0:y1, x0:x1], ((0, 0), (1, 0)))
    counts = [
        int((part[row, 1:] & ~part[row, :-1]).sum())
        for row in (int(share * (y1 - y0)) for share in _ROWS)
        if row < len(part)
    ]
    return counts[0] if counts and len(set(counts)) == 1 else 0
