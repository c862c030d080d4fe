"""Raised footnote marks, which tesseract reads as quotes or not at all, found by their place.

A mark is a small shape that stands clear of the baseline with nothing below it: too tall for a
quotation mark, too low for an accent's letter. Its digits are read again, alone and enlarged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extract.ocr.picture import Gray
from extract.ocr.tesseract import OcrLine, OcrWord, recognise_digits

Box = tuple[int, int, int, int]

_TALL: Final = (0.24, 0.52)
"""Height of a mark, in sizes of its line (a quotation mark is lower, a digit of the text taller)."""
_RAISED: Final = 0.2
_MOST: Final = 24
_ROW: Final = 72
_GARBLED: Final = re.compile(r"[^\w\s]|[\dlI|ĩìí°º¹²³]")
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
            if word is not None:
                found.append((box, number, word))
    if not found or len(found) > _MOST:  # a page full of small shapes is no page of footnotes
        return []
    texts = recognise_digits(_sheet(gray, [box for box, _, _ in found]), len(found), _ROW)
    return [
        Mark(text, box, line, word)
        for text, (box, line, word) in zip(texts, found, strict=True)
        if re.fullmatch(r"[1-9]\d{0,2}", text)
    ]


def _raised_shapes(shapes: NDArray[np.int64], line: OcrLine) -> list[Box]:
    size, base = max(line.size, 1.0), line.base
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
        result.append((left, top, right, bottom))
    return result


def _word_at(line: OcrLine, box: Box) -> int | None:
    """Index of the word that the mark stands in or right after."""
    middle = (box[0] + box[2]) / 2
    for index, word in enumerate(line.words):
        if word.box[0] - 2 <= middle <= word.box[2] + 2:
            return index
    before = [i for i, word in enumerate(line.words) if word.box[2] <= box[0]]
    return before[-1] if before and box[0] - line.words[before[-1]].box[2] < 0.3 * line.size else None


def _sheet(gray: Gray, boxes: Sequence[Box]) -> Gray:
    """Draw the marks below one another, enlarged to the height of print, on white."""
    sheet = np.full((_ROW * len(boxes), _ROW * 3), 255, dtype=np.uint8)
    for row, (x0, y0, x1, y1) in enumerate(boxes):
        part = Image.fromarray(gray[max(0, y0 - 1) : y1 + 1, max(0, x0 - 1) : x1 + 1])
        height = _ROW // 2
        width = min(_ROW * 2, max(4, round(part.width * height / part.height)))
        large = np.asarray(part.resize((width, height), Image.Resampling.LANCZOS))
        top, left = row * _ROW + _ROW // 4, _ROW // 2
        sheet[top : top + height, left : left + width] = large
    return sheet


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
    return stem, punctuation
