"""A few digits that stand alone (a note's mark, a number in a cell), read enlarged and in copies.

One sign alone is often not seen as a line by the recognition, so that every group of digits is drawn
several times in a row of its own; most copies must agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from PIL import Image

from extract.ocr.numerals import read_stems
from extract.ocr.picture import Box, Gray, Mask
from extract.ocr.tesseract import recognise_digits

FAINT: Final = 170
"""Lightest grey of the strokes of a small sign."""
_TIMES: Final = 3
_NARROW: Final = 0.7
_ROW: Final = 72


def read_digits(gray: Gray, boxes: Sequence[Box]) -> list[str | None]:
    """Digits in each box (pixels), at most three; None where none are read."""
    texts = recognise_digits(_sheet(gray, boxes), len(boxes), _ROW)
    found = []
    for text, box in zip(texts, boxes, strict=True):
        digits = _agreed(text)
        # a 7 comes out as a 1 readily
        found.append(_one(gray, box) if digits in (None, "1") else digits)
    return found


def _agreed(text: str) -> str | None:
    """Digits that most copies of a mark were read as; None where they are no number."""
    length, rest = divmod(len(text), _TIMES)
    if not length or rest:
        return None
    copies = [text[start : start + length] for start in range(0, len(text), length)]
    digits = max(copies, key=copies.count)
    return digits if copies.count(digits) > 1 and re.fullmatch(r"\d{1,3}", digits) else None


def _one(gray: Gray, box: Box) -> str | None:
    """Read "1" from its stem, which is too narrow a line for recognition."""
    x0, y0, x1, y1 = box
    if x1 - x0 > _NARROW * (y1 - y0):
        return None
    part = gray[y0:y1, x0:x1] < FAINT
    stems = read_stems(part)
    if stems is None or stems[0] not in ("1", "I"):
        return None
    return "1" if stems[0] == "1" or _has_feet(part) else None


def _has_feet(part: Mask) -> bool:
    """Whether the foot of a stem is wider than its middle on both sides: a bracket leans to one."""
    foot = np.flatnonzero(part[int(0.85 * len(part)) :].any(axis=0))
    middle = np.flatnonzero(part[len(part) // 2])
    return bool(len(foot) and len(middle) and foot[0] < middle[0] and foot[-1] > middle[-1])


def _sheet(gray: Gray, boxes: Sequence[Box]) -> Gray:
    """Draw the marks below one another, each several times, enlarged to the height of print, on white."""
    height, side = _ROW // 2, _ROW * 2
    sheet = np.full((_ROW * len(boxes), _TIMES * side + _ROW), 255, dtype=np.uint8)
    for row, (x0, y0, x1, y1) in enumerate(boxes):
        part = Image.fromarray(gray[max(0, y0 - 1) : y1 + 1, max(0, x0 - 1) : x1 + 1])
        width = min(side - height // 5, max(4, round(part.width * height / part.height)))
        large = np.asarray(part.resize((width, height), Image.Resampling.LANCZOS))
        top = row * _ROW + _ROW // 4
        for copy in range(_TIMES):
            left = _ROW // 2 + copy * (width + height // 5)
            sheet[top : top + height, left : left + width] = large
    return sheet
