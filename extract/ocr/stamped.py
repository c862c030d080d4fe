"""Print in coloured ink (a stamped name, a coloured heading) read apart from the black print.

Seals, frames of incoming stamps and handwriting are coloured too: a line counts only where it is sure,
stands in no ring or frame, and nothing coloured touches it on its left or right (a name half under a
seal would come out as another name).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.ocr.picture import Box, Gray, Mask, Place, blocks_with_ink, connected, grown
from extract.ocr.second import is_plausible
from extract.ocr.tesseract import DPI, OcrLine, OcrWord, recognise

_BLOCK: Final = 4
_FRAME: Final = 12 * DPI / 25.4 / _BLOCK
"""Least side of a seal or a stamp's frame (12 mm) in blocks."""
_LETTER: Final = (3, 18)
"""Height of a letter in blocks."""
_FEW: Final = 4
_SURE: Final = 0.85
_LETTERS: Final = 4
_REACH: Final = 1.2
"""Heights of a line that must be free of coloured ink at its ends."""
_TINGED: Final = 200
_COLOURED: Final = 0.15
_DOUBT: Final = 0.7
_SHORT: Final = 2


def coloured_lines(gray: Gray, lines: Sequence[OcrLine]) -> list[OcrLine]:
    """Lines of coloured print of a level page that stand clear of its black `lines`."""
    ink = gray < 128
    # the thin ring of a seal is whole only where its faint parts count
    frames = [p for p in _places(gray < _TINGED) if min(_height(p), p[1].stop - p[1].start) >= _FRAME]
    letters = [place for place in _places(ink) if _LETTER[0] <= _height(place) <= _LETTER[1]]
    if sum(not any(_inside(_box(place), frame) for frame in frames) for place in letters) < _FEW:
        return []
    found = []
    for line in recognise(gray, DPI, sparse=True):
        boxes = [word.box for word in line.words]
        if not _is_print(line) or any(_inside(_union(boxes), frame) for frame in frames):
            continue
        if _stands_free(ink, boxes) and not _on_print(_union(boxes), lines):
            found.append(line)
    return found


def _is_print(line: OcrLine) -> bool:
    letters = sum(char.isalpha() for word in line.words for char in word.text)
    signs = sum(len(word.text) for word in line.words)
    sure = all(word.confidence >= _SURE and is_plausible(word.text) for word in line.words)
    return sure and letters >= _LETTERS and 2 * letters > signs


def _union(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _places(ink: Mask) -> list[Place]:
    """Where connected ink stands, in blocks."""
    from scipy import ndimage

    found = ndimage.find_objects(connected(blocks_with_ink(ink, _BLOCK)))
    return [place for place in found if place is not None]


def _height(place: Place) -> int:
    return int(place[0].stop - place[0].start)


def _box(place: Place) -> Box:
    """Pixels of a place in blocks."""
    rows, cols = place
    return cols.start * _BLOCK, rows.start * _BLOCK, cols.stop * _BLOCK, rows.stop * _BLOCK


def _inside(box: Box, frame: Place) -> bool:
    x, y = (box[0] + box[2]) / 2 / _BLOCK, (box[1] + box[3]) / 2 / _BLOCK
    return bool(frame[0].start < y < frame[0].stop and frame[1].start < x < frame[1].stop)


def _stands_free(ink: Mask, boxes: Sequence[Box]) -> bool:
    x0, y0, x1, y1 = _union(boxes)
    reach = int(_REACH * (y1 - y0))
    left, right = ink[y0:y1, max(0, x0 - reach) : max(0, x0 - 2)], ink[y0:y1, x1 + 2 : x1 + reach]
    return not bool(left.any()) and not bool(right.any())


def _on_print(box: Box, lines: Sequence[OcrLine]) -> bool:
    return any(
        word.box[0] < box[2] and word.box[2] > box[0] and word.box[1] < box[3] and word.box[3] > box[1]
        for line in lines
        for word in line.words
    )


def drop_ghosts(gray: Gray, lines: list[OcrLine]) -> list[OcrLine]:
    """Lines without the doubtful signs at their ends that lie on coloured ink: what a seal left behind."""
    near = grown(gray < _TINGED, 6)
    kept = []
    for line in lines:
        words = list(line.words)
        while words and _is_ghost(near, words[-1], head=False):
            words.pop()
        while words and _is_ghost(near, words[0], head=True):
            words.pop(0)
        if words:
            line.words = words
            kept.append(line)
    return kept


def _is_ghost(near: Mask, word: OcrWord, *, head: bool) -> bool:
    signs = sum(char.isalnum() for char in word.text)
    if signs > _SHORT or ((signs or head) and word.confidence >= _DOUBT):
        return False
    x0, y0, x1, y1 = word.box
    return bool(near[y0:y1, x0:x1].mean() > _COLOURED) if x1 > x0 and y1 > y0 else False
