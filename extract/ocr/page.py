"""From the picture of a page to the lines that the PDF reader works on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from extract.encoding import nfc
from extract.ocr.cells import lone_numbers
from extract.ocr.marks import Mark, find_marks, without_mark
from extract.ocr.numerals import count_strokes
from extract.ocr.picture import Box
from extract.ocr.reading import read_picture
from extract.ocr.rules import Ruling
from extract.ocr.tesseract import DPI, OcrLine, OcrWord
from extract.ocr.weight import bold_words
from extract.pdf.graphics import Rule
from extract.pdf.lines import Line, Span, make_line

if TYPE_CHECKING:
    from extract.pdf.ocr import ScanPage

_SCALE: Final = 72 / DPI
_STEP: Final = 1.06
_MARK_SIZE: Final = 0.6
_EM_OF_SIZE: Final = 0.86
"""Em over tesseract's x_size (ascender to descender with accents), measured on Times at 11-14 pt."""
_CAPS: Final = 0.85
"""Size over tesseract's of a line in capitals, whose accents stand higher than any small letter."""
_FEW_LETTERS: Final = 5
_FEW_LINES: Final = 8
_FEW_SHAPES: Final = 12
_ODD: Final = 1.6
"""Times the size that its low letters speak for: such a line is no running text."""
_WIDE_GAP: Final = 1.5


def read_page(page: ScanPage) -> list[Line]:
    """Pieces of lines in points of the page; empty when nothing is legible. Rules go to `page.rules`."""
    reading = read_picture(page.render(DPI))
    page.rules.horizontal += [_rule(ruling) for ruling in reading.rulings.horizontal]
    page.rules.vertical += [_rule(ruling) for ruling in reading.rulings.vertical]
    lines = reading.lines
    for line in lines:
        line.size *= _CAPS if _in_capitals(line) else 1.0
    check_sizes(lines, reading.shapes)
    even_sizes(lines)
    lines += lone_numbers(reading.gray, reading.shapes, reading.rulings, lines)
    for line in lines:
        count_strokes(reading.ink, line)
    bold = bold_words(reading.ink, lines)
    marks: dict[tuple[int, int], Mark] = {}
    for mark in find_marks(reading.gray, reading.shapes, lines):
        marks.setdefault((mark.line, mark.word), mark)
    pieces: list[Line] = []
    for number, (line, weights) in enumerate(zip(lines, bold, strict=True)):
        own = {word: mark for (at, word), mark in marks.items() if at == number}
        pieces += _pieces(line, weights, own)
    return pieces


def _in_capitals(line: OcrLine) -> bool:
    letters = [char for word in line.words for char in word.text if char.isalpha()]
    return len(letters) >= _FEW_LETTERS and sum(char.isupper() for char in letters) > 0.9 * len(letters)


def _rule(ruling: Ruling) -> Rule:
    return Rule(ruling.at * _SCALE, ruling.start * _SCALE, ruling.end * _SCALE)


def check_sizes(lines: list[OcrLine], shapes: Sequence[Box]) -> None:
    """Take, in place, the size of a line from its low letters: accents and raised marks swell the other."""
    boxes = np.array(shapes, dtype=np.int64).reshape(-1, 4)
    heights = [0.0 if _in_capitals(line) else _letter_height(line, boxes) for line in lines]
    known = sorted(line.size / height for line, height in zip(lines, heights, strict=True) if height)
    if len(known) < _FEW_LINES:
        return
    common = known[len(known) // 2]
    for line, height in zip(lines, heights, strict=True):
        if height and line.size < _ODD * common * height:
            line.size = common * height


def _letter_height(line: OcrLine, boxes: NDArray[np.int64]) -> float:
    """Height of the low letters on the baseline of a line; 0 where too few shapes stand on it."""
    left, right = line.words[0].box[0], line.words[-1].box[2]
    on = (
        (boxes[:, 0] >= left) & (boxes[:, 2] <= right) & (np.abs(boxes[:, 3] - line.base) <= 0.12 * line.size)
    )
    heights = (boxes[:, 3] - boxes[:, 1])[on]
    heights = heights[heights >= 0.25 * line.size]
    return float(np.percentile(heights, 25)) if len(heights) >= _FEW_SHAPES else 0.0


def even_sizes(lines: list[OcrLine]) -> None:
    """Give lines of nearly one size one size: accents and specks make the measured ones waver."""
    ordered = sorted(lines, key=lambda line: line.size)
    start = 0
    for index, line in enumerate(ordered):
        last = index + 1 == len(ordered)
        if last or ordered[index + 1].size > _STEP * line.size:
            group = ordered[start : index + 1]
            letters = sorted((one.size, sum(len(w.text) for w in one.words)) for one in group)
            common = _weighted_median(letters)
            for one in group:
                one.size = common
            start = index + 1


def _weighted_median(values: list[tuple[float, int]]) -> float:
    half, seen = sum(weight for _, weight in values) / 2, 0
    for value, weight in values:
        seen += weight
        if seen >= half:
            return value
    return values[-1][0]


def _pieces(line: OcrLine, bold: list[bool], marks: dict[int, Mark]) -> list[Line]:
    """Cut where a wide gap shows two columns; every word is one span, a footnote mark one of its own."""
    size = round(line.size * _EM_OF_SIZE * _SCALE, 1)
    groups: list[list[Span]] = [[]]
    for index, (word, is_bold) in enumerate(zip(line.words, bold, strict=True)):
        spans = _spans(line, word, size, marks.get(index))
        for span in spans:
            span.bold = is_bold
        if groups[-1] and spans and spans[0].x0 - groups[-1][-1].x1 > _WIDE_GAP * size:
            groups.append([])
        groups[-1] += spans
    return [make_line(group) for group in groups if group]


def _spans(line: OcrLine, word: OcrWord, size: float, mark: Mark | None) -> list[Span]:
    def span(text: str, box: Box, *, raised: bool = False, space: bool = True) -> Span:
        base = (box[3] if raised else line.base) * _SCALE
        em = _MARK_SIZE * size if raised else size
        return Span(
            nfc(text), box[0] * _SCALE, box[2] * _SCALE, base, em, space=space, confidence=word.confidence
        )

    if mark is None:
        return [span(word.text, word.box)]
    before, after = without_mark(word, mark)
    x0, y0, x1, y1 = word.box
    spans = [span(before, (x0, y0, mark.box[0], y1))] if before else []
    spans.append(span(mark.digits, mark.box, raised=True, space=not before))
    if after:
        spans.append(span(after, (mark.box[2], y0, max(x1, mark.box[2] + 1), y1), space=not before))
    return spans
