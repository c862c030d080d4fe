"""Raised footnote marks, which tesseract reads as quotes or not at all, found by their place.

A mark is a small shape that stands clear of the baseline with nothing below it: too tall for a
quotation mark, too low for an accent's letter. Its digits are read again, alone (`digits`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extract.ocr.digits import FAINT, read_digits
from extract.ocr.picture import Box, Gray, connected
from extract.ocr.tesseract import OcrLine, OcrWord

_TALL: Final = (0.3, 0.52)
"""Height of a mark, in sizes of its line (an apostrophe is lower, a digit of the text taller)."""
_PAIR_TALL: Final = 0.35
"""Height of a mark of two shapes: below it they are a quotation mark."""
_BORDER: Final = 3.0
"""Sizes of a line from which a shape is a border of the paper or a stroke of a pen."""
_CRACK: Final = 2
"""Pixels between the parts of a thin digit that broke in two."""
_MARGIN: Final = 8
_FRINGE: Final = 4
_HEAD: Final = 0.12
_END: Final = 0.9
"""How much of a word may follow its mark, in sizes of the line: punctuation."""
_RAISED: Final = 0.2
_MOST: Final = 24
_GARBLED: Final = re.compile(r"[^\w\s]|[\dlI|ĩìí°º¹²³]")
_AFTER: Final = ".,;:)"
_TAIL: Final = re.compile(r"[\s.,;:)\]”\"…]*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """Digits of a raised mark, its box in pixels, and the word (line index, word index) it hangs on."""

    digits: str
    box: Box
    line: int
    word: int


def find_marks(gray: Gray, boxes: Sequence[Box], lines: Sequence[OcrLine]) -> list[Mark]:
    """Find the marks of a page; `boxes` are the connected shapes of its ink."""
    found: list[tuple[Box, int, int]] = []
    shapes = np.array(boxes, dtype=np.int64).reshape(-1, 4)
    for number, line in enumerate(lines):
        for box in _raised_shapes(shapes, line):
            word = _word_at(line, box)
            percent = word is not None and line.words[word].text.rstrip(_AFTER).endswith("%")
            if word is not None and not percent and _stands_alone(gray, box):
                found.append((box, number, word))
    if not found or len(found) > _MOST:  # a page full of small shapes is no page of footnotes
        return []
    texts = read_digits(gray, [box for box, _, _ in found])
    return [
        Mark(digits, box, number, word)
        for digits, (box, number, word) in zip(texts, found, strict=True)
        if digits is not None and not digits.startswith("0")
    ]


def _stands_alone(gray: Gray, box: Box) -> bool:
    """Whether paper lies around a mark, also in faint print: the bowl of a broken P is none."""
    x0, y0, x1, y1 = box
    top, left = max(0, y0 - _MARGIN), max(0, x0 - _MARGIN)
    labels = connected(gray[top : y1 + _MARGIN, left : x1 + _MARGIN] < FAINT)
    own = np.unique(labels[y0 - top : y1 - top, x0 - left : x1 - left])
    columns = np.flatnonzero(np.isin(labels, own[own > 0]).any(axis=0)) + left
    return bool(len(columns)) and columns[0] >= x0 - _FRINGE and columns[-1] < x1 + _FRINGE


def _raised_shapes(shapes: NDArray[np.int64], line: OcrLine) -> list[Box]:
    size, base = max(line.size, 1.0), line.base
    here = (shapes[:, 3] > base - size) & (shapes[:, 1] < base + 0.3 * size)
    here &= shapes[:, 3] - shapes[:, 1] < _BORDER * size
    shapes = _whole(shapes[here])
    x0, y0, x1, y1 = shapes.T
    height = y1 - y0
    near = (y1 > base - size) & (y0 < base + 0.3 * size)
    near &= (x0 >= line.words[0].box[0] - size) & (x1 <= line.words[-1].box[2] + size)
    raised = near & (y1 < base - _RAISED * size) & (y0 > base - 1.0 * size)
    raised &= (height >= _TALL[0] * size) & (height <= _TALL[1] * size) & ((x1 - x0) <= 0.5 * size)
    result: list[Box] = []
    for shape in shapes[raised]:
        left, top, right, bottom = (int(value) for value in shape)
        below = near & (x0 < right - 1) & (x1 > left + 1) & (y0 >= bottom - 1)
        if below.any():  # an accent over its letter
            continue
        if result and left - result[-1][2] < 0.15 * size and left >= result[-1][0]:
            before = result.pop()
            left, top = before[0], min(before[1], top)
            right, bottom = max(before[2], right), max(before[3], bottom)
            if bottom - top < _PAIR_TALL * size:
                continue
        result.append((left, top, right, bottom))
    return result


def _whole(shapes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Shapes from left to right; one that broke across its height is one again."""
    result: list[list[int]] = []
    for x0, y0, x1, y1 in sorted(shapes.tolist()):
        for other in reversed(result[-4:]):
            overlap = min(x1, other[2]) - max(x0, other[0])
            gap = max(y0 - other[3], other[1] - y1)
            if overlap >= 0.5 * min(x1 - x0, other[2] - other[0]) and -_CRACK <= gap <= _CRACK:
                other[:] = [min(x0, other[0]), min(y0, other[1]), max(x1, other[2]), max(y1, other[3])]
                break
        else:
            result.append([x0, y0, x1, y1])
    return np.array(result, dtype=np.int64).reshape(-1, 4)


def _word_at(line: OcrLine, box: Box) -> int | None:
    """Index of the word that the mark begins or ends, or stands right after."""
    middle = (box[0] + box[2]) / 2
    for index, word in enumerate(line.words):
        if word.box[0] - 2 <= middle <= word.box[2] + 2:
            begins = box[0] <= word.box[0] + _HEAD * line.size
            return index if begins or word.box[2] - box[2] < _END * line.size else None
    before = [i for i, word in enumerate(line.words) if word.box[2] <= box[0]]
    return before[-1] if before and box[0] - line.words[before[-1]].box[2] < 0.3 * line.size else None


def without_mark(word: OcrWord, mark: Mark) -> tuple[str, str]:
    """Text of the word before and after its mark; the sign read in the mark's place is dropped."""
    share = (mark.box[0] - word.box[0]) / max(1, word.box[2] - word.box[0])
    tail = _TAIL.search(word.text)
    punctuation = tail.group() if tail else ""
    stem = word.text[: len(word.text) - len(punctuation)] if punctuation else word.text
    if share < 0.2:
        return "", _GARBLED.sub("", word.text, count=1) if _GARBLED.match(word.text) else word.text
    if stem and _GARBLED.fullmatch(stem[-1]):
        stem = stem[:-1]
    elif punctuation and _GARBLED.fullmatch(punctuation[0]) and punctuation[0] in '”"':
        punctuation = punctuation[1:]
    elif punctuation[1:] and punctuation[-1] in '”"':  # after a full stop: the mark itself
        punctuation = punctuation[:-1]
    return stem, punctuation
