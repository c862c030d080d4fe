"""The words of a page's picture: which ink to read, which way up, and what to leave out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from PIL import Image

from extract.ocr.colour import Inks, one_ink, split_inks
from extract.ocr.grey_seal import without_grey_seal
from extract.ocr.picture import Box, Gray, Mask, clear_specks, ink_cut, level, lies_on_side, skew
from extract.ocr.rules import Rulings, find_rulings, without_rulings
from extract.ocr.second import doubt, is_doubtful, only_lines, scaled, settle
from extract.ocr.spelling import mend_words
from extract.ocr.stamped import coloured_lines, drop_ghosts
from extract.ocr.tesseract import DPI, OcrLine, OcrWord, recognise

_SPECK: Final = 12
"""Pixels of the smallest shape kept; the dot of an i in 10 pt type has about 16."""
_LEGIBLE: Final = 0.55
"""Mean confidence below which a page may lie on its side or upside down."""
_SURE: Final = 0.6
_MOSTLY: Final = 0.4
"""Share of coloured ink from which a page may be printed in colour."""
_WHOLLY: Final = 0.9
_PAGE_OF_LETTERS: Final = 300
_MORE: Final = 1.2
_DOUBTFUL: Final = 0.012
"""Share of words of low confidence from which a page is read again (a clean 200 dpi page has under 0.01)."""
_FAINT: Final = 0.05
_DARKER: Final[Gray] = np.array([round(255 * (value / 255) ** 2) for value in range(256)], dtype=np.uint8)
_AGAIN: Final = ((0.6, 0.9), (0.75, 0.7))
"""Sizes of the further readings (of 0.5 to 1.25, those that go wrong in other places than the first), and the
confidence below which a word has its line read again."""
_STROKES: Final = frozenset("“”‘’'ˆ˜\"`´|¦_=~^*°•⁄\\<>«»—–-¬¡¿")
_TRUSTED: Final = 0.75
_JUNK: Final = 0.3
_WORD: Final = 3


@dataclass(slots=True)
class Reading:
    """A level page. gray: its picture, ink: true where dark, shapes: boxes of connected ink, lines: words.

    angle, quarters: how far the picture was turned, in degrees after so many quarter turns;
    one_ink: whether print of all colours was read.
    """

    gray: Gray
    ink: Mask
    shapes: list[Box]
    rulings: Rulings
    lines: list[OcrLine]
    angle: float
    quarters: int
    one_ink: bool = False


def read_picture(picture: Image.Image) -> Reading:
    """Recognise the picture of a page at `DPI`. Coloured ink is read where it is the print of the page."""
    inks = split_inks(picture)
    coloured = inks.coloured
    reading = _read_print(picture, inks)
    if reading.one_ink:
        coloured = None
    _settle_doubts(reading.gray, reading.lines)
    if coloured is not None:
        coloured = level(
            np.ascontiguousarray(np.rot90(coloured, reading.quarters)),
            reading.angle,
            Image.Resampling.BILINEAR,
        )
        reading.lines = drop_ghosts(coloured, reading.lines)
        reading.lines += coloured_lines(coloured, reading.lines)
    for line in reading.lines:
        _trim(line)
    reading.lines = [line for line in reading.lines if line.words and not _is_noise(line)]
    for line in reading.lines:
        line.words = mend_words(line.words)
    return reading


def _read_print(picture: Image.Image, inks: Inks) -> Reading:
    """Read the black print; both inks as one where that shows more, as on a page printed in blue."""
    gray, reading = inks.black, None
    grey = inks.coloured is None
    if not grey and inks.coloured_share > _MOSTLY:
        whole = one_ink(picture)
        both = _read(whole)
        letters = _sure_letters(both.lines)
        # ghosts of a page of print are slow to read, and nothing else fills a page with letters
        if inks.coloured_share < _WHOLLY or letters < _PAGE_OF_LETTERS:
            reading = _read(gray)
        if reading is None or letters > _MORE * _sure_letters(reading.lines):
            gray, reading = whole, both
            reading.one_ink = True
    return _upright(gray, reading or _read(gray, grey=grey), grey=grey)


def _settle_doubts(gray: Gray, lines: list[OcrLine]) -> None:
    """Recognise the doubtful lines again, in place: smaller, or all darker where the print is too faint."""
    share = doubt(lines)
    if share >= _FAINT:
        settle(lines, recognise(_DARKER[gray], DPI))
    elif share > _DOUBTFUL:
        for size, sure in _AGAIN:
            part = [line for line in lines if is_doubtful(line, sure)]
            if part:
                settle(lines, _recognise_smaller(only_lines(gray, part), size))


def _recognise_smaller(gray: Gray, size: float) -> list[OcrLine]:
    height, width = gray.shape
    small = Image.fromarray(gray).resize(
        (round(width * size), round(height * size)), Image.Resampling.BICUBIC
    )
    return scaled(recognise(np.asarray(small), round(DPI * size)), 1 / size)


def _upright(gray: Gray, best: Reading, *, grey: bool) -> Reading:
    """Return `best`, the reading of a page as it is, or that of a quarter turn where it is hardly legible.

    The untouched picture is turned, and levelled after: the slope of a page on its side is that of
    its columns, not of its lines.
    """
    if _confidence(best.lines) >= _LEGIBLE:
        return best
    for quarters in (1, 3, 2) if lies_on_side(gray) else (2, 1, 3):
        turned = _read(np.ascontiguousarray(np.rot90(gray, quarters)), quarters, grey=grey)
        if _confidence(turned.lines) > _confidence(best.lines):
            turned.one_ink, best = best.one_ink, turned
        if _confidence(turned.lines) >= _LEGIBLE:
            break
    return best


def _read(gray: Gray, quarters: int = 0, *, grey: bool = False) -> Reading:
    """Level and recognise a picture; grey: seals on it have lost their colour."""
    angle = skew(gray)
    turned = level(gray, angle)
    cut = ink_cut(turned)
    rulings = find_rulings(turned, cut)
    ruled = without_rulings(turned, rulings)
    cleaned, shapes = clear_specks(without_grey_seal(ruled) if grey else ruled, _SPECK, cut)
    return Reading(cleaned, cleaned < cut, shapes, rulings, recognise(cleaned, DPI), angle, quarters)


def _confidence(lines: list[OcrLine]) -> float:
    """Mean by letters; words that stand on end (tesseract reads columns of them too) count as unread."""
    words = [word for line in lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    read = sum(word.confidence * len(word.text) for word in words if not _on_end(word))
    return read / letters if letters else 0.0


def _sure_letters(lines: list[OcrLine]) -> int:
    words = [word for line in lines for word in line.words]
    return sum(len(word.text) for word in words if word.confidence >= _SURE and not _on_end(word))


def _on_end(word: OcrWord) -> bool:
    x0, y0, x1, y1 = word.box
    return len(word.text) >= _WORD and y1 - y0 > x1 - x0


def _trim(line: OcrLine) -> None:
    """Drop the doubtful signs at the ends of a line that are no letters: specks and strokes of a pen."""
    words = line.words
    while words and _STROKES.issuperset(words[-1].text) and words[-1].confidence < _TRUSTED:
        words.pop()
    while words and _STROKES.issuperset(words[0].text) and words[0].confidence < _TRUSTED:
        words.pop(0)


def _is_noise(line: OcrLine) -> bool:
    """Specks, rules and seals come out as a few doubtful signs."""
    text = "".join(word.text for word in line.words)
    if not any(char.isalnum() for char in text):
        return True
    mean = sum(word.confidence for word in line.words) / len(line.words)
    return mean < _JUNK and len(text) < 12
