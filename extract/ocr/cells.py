"""Numbers alone in the cells of a ruled table (STT), which recognition passes over as specks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from extract.ocr.digits import read_digits
from extract.ocr.picture import Box, Gray
from extract.ocr.rules import Rulings
from extract.ocr.tesseract import OcrLine, OcrWord

_TALL: Final = (0.42, 0.85)
"""Height of a digit, in sizes of the page's common line."""
_WIDE: Final = 0.7
_GAP: Final = 0.3
_LEVEL: Final = 0.1
_FREE: Final = 0.6
"""Sizes of paper to the left and right of a lone number."""
_MOST_DIGITS: Final = 3
_MOST: Final = 80
_CONFIDENCE: Final = 0.7
"""Copies agreed, but the recognition had passed it over."""


def lone_numbers(
    gray: Gray, shapes: Sequence[Box], rulings: Rulings, lines: Sequence[OcrLine]
) -> list[OcrLine]:
    """Lines of one number each, for the digits between vertical rules that stand in no word."""
    if len(rulings.vertical) < 2 or not lines:
        return []
    size = float(np.median([line.size for line in lines]))
    groups = [group for group in _groups(_unread(shapes, lines, size), size) if _in_table(group, rulings)]
    taken = [word.box for line in lines for word in line.words] + groups
    alone = [group for group in groups if not any(_beside(group, box, size) for box in taken)]
    if not alone or len(alone) > _MOST:
        return []
    return [
        OcrLine([OcrWord(digits, box, _CONFIDENCE)], float(box[3]), size)
        for digits, box in zip(read_digits(gray, alone), alone, strict=True)
        if digits is not None
    ]


def _unread(shapes: Sequence[Box], lines: Sequence[OcrLine], size: float) -> list[Box]:
    """Shapes of a digit's size that no word covers, from left to right."""
    boxes = np.array(shapes, dtype=np.int64).reshape(-1, 4)
    height, width = boxes[:, 3] - boxes[:, 1], boxes[:, 2] - boxes[:, 0]
    boxes = boxes[(height >= _TALL[0] * size) & (height <= _TALL[1] * size) & (width <= _WIDE * size)]
    free = np.ones(len(boxes), dtype=bool)
    for x0, y0, x1, y1 in (word.box for line in lines for word in line.words):
        free &= (boxes[:, 2] < x0) | (boxes[:, 0] > x1) | (boxes[:, 3] < y0) | (boxes[:, 1] > y1)
    return [(x0, y0, x1, y1) for x0, y0, x1, y1 in sorted(boxes[free].tolist())]


def _groups(boxes: Sequence[Box], size: float) -> list[Box]:
    """Join neighbours on one baseline; groups of too many are no number."""
    groups: list[tuple[Box, int]] = []
    for box in boxes:
        for index, (group, count) in enumerate(groups):
            level = abs(group[3] - box[3]) <= _LEVEL * size and abs(group[1] - box[1]) <= _LEVEL * size
            if level and 0 <= box[0] - group[2] < _GAP * size:
                joined = (group[0], min(group[1], box[1]), box[2], max(group[3], box[3]))
                groups[index] = (joined, count + 1)
                break
        else:
            groups.append((box, 1))
    return [group for group, count in groups if count <= _MOST_DIGITS]


def _in_table(box: Box, rulings: Rulings) -> bool:
    """Whether vertical rules stand on both sides of a box."""
    beside = [rule.at for rule in rulings.vertical if rule.start <= (box[1] + box[3]) / 2 <= rule.end]
    return any(at < box[0] for at in beside) and any(at > box[2] for at in beside)


def _beside(box: Box, other: Box, size: float) -> bool:
    """Whether another thing stands next to a box on its row."""
    if other == box or other[3] < box[1] or other[1] > box[3]:
        return False
    return other[2] > box[0] - _FREE * size and other[0] < box[2] + _FREE * size
