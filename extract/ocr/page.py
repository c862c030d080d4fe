"""From the picture of a page to the lines that the PDF reader works on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.encoding import nfc
from extract.ocr.marks import Mark, find_marks, without_mark
from extract.ocr.numerals import count_strokes
from extract.ocr.picture import Gray, clear_specks, level, threshold, without_colour
from extract.ocr.tesseract import OcrLine, OcrWord, recognise
from extract.ocr.weight import bold_words
from extract.pdf.lines import Line, Span, make_line

if TYPE_CHECKING:
    from extract.pdf.ocr import ScanPage

DPI: Final = 300
_SCALE: Final = 72 / DPI
_SPECK: Final = 12
"""Pixels of the smallest shape kept; the dot of an i in 10 pt type has about 16."""
_STEP: Final = 1.06
_MARK_SIZE: Final = 0.6
_EM_OF_SIZE: Final = 0.86
"""Em over tesseract's x_size (ascender to descender with accents), measured on Times at 11-14 pt."""
_LEGIBLE: Final = 0.55
"""Mean confidence below which a page may lie on its side or upside down."""
_JUNK: Final = 0.3
_WORD: Final = 3
_WIDE_GAP: Final = 1.5
_Reading = tuple[Gray, list[tuple[int, int, int, int]], list[OcrLine]]


def read_page(page: ScanPage) -> list[Line]:
    """Pieces of lines in points of the page; empty when nothing is legible."""
    picture = without_colour(page.render(DPI))
    gray, shapes = clear_specks(level(picture), _SPECK)
    lines = recognise(gray, DPI)
    if _confidence(lines) < _LEGIBLE:
        gray, shapes, lines = _best_turn(picture, (gray, shapes, lines))
    lines = [line for line in lines if not _is_noise(line)]
    even_sizes(lines)
    ink = gray < threshold(gray)
    for line in lines:
        count_strokes(ink, line)
    bold = bold_words(ink, lines)
    marks: dict[tuple[int, int], Mark] = {}
    for mark in find_marks(gray, shapes, lines):
        marks.setdefault((mark.line, mark.word), mark)
    pieces: list[Line] = []
    for number, (line, weights) in enumerate(zip(lines, bold, strict=True)):
        own = {word: mark for (at, word), mark in marks.items() if at == number}
        pieces += _pieces(line, weights, own)
    return pieces


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


def _confidence(lines: list[OcrLine]) -> float:
    """Mean by letters; words that stand on end (tesseract reads columns of them too) count as unread."""
    words = [word for line in lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    read = sum(word.confidence * len(word.text) for word in words if not _on_end(word))
    return read / letters if letters else 0.0


def _on_end(word: OcrWord) -> bool:
    x0, y0, x1, y1 = word.box
    return len(word.text) >= _WORD and y1 - y0 > x1 - x0


def _best_turn(picture: Gray, upright: _Reading) -> _Reading:
    """Try the page turned by quarter turns; the most confident reading wins.

    The untouched picture is turned, and levelled after: the slope of a page on its side is that of
    its columns, not of its lines.
    """
    best = upright
    for quarters in (2, 1, 3):
        gray, shapes = clear_specks(level(_turn(picture, quarters)), _SPECK)
        lines = recognise(gray, DPI)
        if _confidence(lines) > _confidence(best[2]):
            best = (gray, shapes, lines)
        if _confidence(lines) >= _LEGIBLE:
            break
    return best


def _turn(gray: Gray, quarters: int) -> Gray:
    import numpy as np

    result: Gray = np.ascontiguousarray(np.rot90(gray, quarters))
    return result


def _is_noise(line: OcrLine) -> bool:
    """Specks, rules and seals come out as a few doubtful signs."""
    text = "".join(word.text for word in line.words)
    if not any(char.isalnum() for char in text):
        return True
    mean = sum(word.confidence for word in line.words) / len(line.words)
    return mean < _JUNK and len(text) < 12


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
    def span(text: str, box: tuple[int, int, int, int], *, raised: bool = False, space: bool = True) -> Span:
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
