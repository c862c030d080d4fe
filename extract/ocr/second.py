"""A second reading of the doubtful lines of a page at another size, held against the first word by word.

The two readings go wrong in different places: what one sees as "chúa" the other sees as "chứa". Where
they differ, the word that can be Vietnamese is taken before one that cannot, then the surer one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import numpy as np

from extract.encoding import is_syllable, nfc
from extract.encoding.syllables import is_abbreviation
from extract.ocr.picture import Box, Gray
from extract.ocr.tesseract import OcrLine, OcrWord

_LOW: Final = 0.8
_ODD: Final = 0.05
_BAND: Final = 0.8
_MARGIN: Final = 4
_SAME_BASE: Final = 0.4
_OVERLAP: Final = 0.6
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_ROMAN: Final = re.compile(r"[IVXLC]+")


def doubt(lines: Sequence[OcrLine]) -> float:
    """Share (0..1) of a page's words that were read with low confidence."""
    words = [word for line in lines for word in line.words]
    return sum(word.confidence < _LOW for word in words) / max(1, len(words))


def is_doubtful(line: OcrLine, sure: float) -> bool:
    """Whether a word was read with less than `sure` confidence (more is asked of what can be no word)."""
    return any(
        word.confidence < sure or (word.confidence < sure + _ODD and not is_plausible(word.text))
        for word in line.words
    )


def only_lines(gray: Gray, lines: Sequence[OcrLine]) -> Gray:
    """Picture of a page with white everywhere but where `lines` stand."""
    result = np.full_like(gray, 255)
    for line in lines:
        boxes = [word.box for word in line.words]
        top = min(line.base - _BAND * line.size, *(box[1] for box in boxes)) - _MARGIN
        left = min(box[0] for box in boxes) - line.size
        right, bottom = max(box[2] for box in boxes) + line.size, max(box[3] for box in boxes) + _MARGIN
        place = (slice(max(0, int(top)), bottom), slice(max(0, int(left)), int(right)))
        result[place] = gray[place]
    return result


def scaled(lines: Sequence[OcrLine], factor: float) -> list[OcrLine]:
    """Lines of a picture of another size, in the pixels of the first."""
    result = []
    for line in lines:
        words = [OcrWord(word.text, _times(word.box, factor), word.confidence) for word in line.words]
        result.append(OcrLine(words, line.base * factor, line.size * factor))
    return result


def _times(box: Box, factor: float) -> Box:
    x0, y0, x1, y1 = (round(value * factor) for value in box)
    return x0, y0, x1, y1


def settle(lines: Sequence[OcrLine], again: Sequence[OcrLine]) -> None:
    """Put the better word of the two readings into `lines`, in place; their boxes stay as they are."""
    ordered = sorted(again, key=lambda line: line.base)
    bases = [line.base for line in ordered]
    for line in lines:
        reach = _SAME_BASE * line.size
        near = ordered[bisect_left(bases, line.base - reach) : bisect_left(bases, line.base + reach)]
        others = [word for other in near for word in other.words]
        line.words = [_better(word, others, line.words) for word in line.words]


def _better(word: OcrWord, others: Sequence[OcrWord], own: Sequence[OcrWord]) -> OcrWord:
    """`word`, or its counterpart where exactly one stands in its place and is the better."""
    same = [other for other in others if _overlap(word.box, other.box) >= _OVERLAP]
    if len(same) != 1 or same[0].text == word.text:
        return word
    if _covered(same[0].box, own) != 1 or _covered(word.box, others) != 1:
        return word  # one reading has two words where the other has one
    if _rank(same[0]) <= _rank(word):
        return word
    return OcrWord(same[0].text, word.box, same[0].confidence)


def _covered(box: Box, words: Sequence[OcrWord]) -> int:
    """Count the words that lie in a box with more than half of their width."""
    return sum(
        2 * (min(box[2], word.box[2]) - max(box[0], word.box[0])) > word.box[2] - word.box[0]
        for word in words
    )


def _overlap(one: Box, two: Box) -> float:
    """Shared width over the wider word's width."""
    shared = min(one[2], two[2]) - max(one[0], two[0])
    return shared / max(1, one[2] - one[0], two[2] - two[0])


def _rank(word: OcrWord) -> tuple[bool, float]:
    return is_plausible(word.text), word.confidence


def is_plausible(text: str) -> bool:
    """Whether every group of letters can be a syllable, an abbreviation or a Roman numeral."""
    return all(
        is_syllable(group) or is_abbreviation(group) or _ROMAN.fullmatch(group) is not None
        for group in _LETTERS.findall(nfc(text))
    )
