"""From the picture of a page to the lines that the PDF reader works on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.encoding import nfc
from extract.ocr.picture import Gray, level, threshold, without_colour
from extract.ocr.tesseract import OcrLine, recognise
from extract.ocr.weight import bold_words
from extract.pdf.lines import Line, Span, make_line

if TYPE_CHECKING:
    from extract.pdf.ocr import ScanPage

DPI: Final = 300
_POINTS_PER_INCH: Final = 72
_EM_OF_SIZE: Final = 0.86
"""Em over tesseract's x_size (ascender to descender with accents), measured on Times at 11-14 pt."""
_LEGIBLE: Final = 0.55
"""Mean confidence below which a page may lie on its side or upside down."""
_JUNK: Final = 0.3
_WIDE_GAP: Final = 1.5


def read_page(page: ScanPage) -> list[Line]:
    """Pieces of lines in points of the page; empty when nothing is legible."""
    gray = level(without_colour(page.render(DPI)))
    lines = recognise(gray, DPI)
    if _confidence(lines) < _LEGIBLE:
        gray, lines = _best_turn(gray, lines)
    ink = gray < threshold(gray)
    bold = bold_words(ink, lines)
    scale = _POINTS_PER_INCH / DPI
    pieces: list[Line] = []
    for line, weights in zip(lines, bold, strict=True):
        if not _is_noise(line):
            pieces += _pieces(line, weights, scale)
    return pieces


def _confidence(lines: list[OcrLine]) -> float:
    words = [word for line in lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _best_turn(gray: Gray, lines: list[OcrLine]) -> tuple[Gray, list[OcrLine]]:
    """Try the page turned by quarter turns; the most confident reading wins."""
    best = (gray, lines)
    for quarter in (2, 1, 3):
        turned = gray.copy() if quarter == 0 else _turn(gray, quarter)
        found = recognise(turned, DPI)
        if _confidence(found) > _confidence(best[1]):
            best = (turned, found)
        if _confidence(found) >= _LEGIBLE:
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


def _pieces(line: OcrLine, bold: list[bool], scale: float) -> list[Line]:
    """Cut where a wide gap shows two columns; every word is one span."""
    size = round(line.size * _EM_OF_SIZE * scale, 1)
    groups: list[list[Span]] = [[]]
    for word, is_bold in zip(line.words, bold, strict=True):
        x0, _, x1, _ = word.box
        span = Span(nfc(word.text), x0 * scale, x1 * scale, line.base * scale, size, bold=is_bold)
        span.confidence = word.confidence
        if groups[-1] and span.x0 - groups[-1][-1].x1 > _WIDE_GAP * size:
            groups.append([])
        groups[-1].append(span)
    return [make_line(group) for group in groups if group]
