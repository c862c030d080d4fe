"""Strokes of Roman numerals, counted in a drawn picture."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extract.ocr.numerals import count_strokes
from extract.ocr.tesseract import OcrLine, OcrWord


def _arms(draw: ImageDraw.ImageDraw, letter: str, x: int) -> None:
    """Add what tells letters of one stem apart: serifs, flag, foot, bar."""
    boxes = {
        "I": [(x + 1, 10, x + 12, 11), (x + 1, 39, x + 12, 40)],
        "1": [(x, 14, x + 4, 17), (x + 1, 39, x + 12, 40)],
        "L": [(x + 1, 10, x + 12, 11), (x + 1, 38, x + 22, 40)],
        "T": [(x - 8, 10, x + 21, 12)],
        "H": [(x + 24, 10, x + 29, 40), (x + 4, 23, x + 29, 27)],
    }
    for box in boxes[letter]:
        draw.rectangle(box, fill=1)


def _drawn(numeral: str) -> tuple[np.ndarray, tuple[int, int, int, int]]:
    """Draw a numeral 30 pixels tall, a dot after it."""
    page = Image.new("1", (400, 60), 0)
    draw = ImageDraw.Draw(page)
    x = 12
    for letter in numeral:
        if letter in "I1LTH":
            draw.rectangle((x + 4, 10, x + 9, 40), fill=1)
            _arms(draw, letter, x)
            x += 36 if letter == "H" else 20
        else:
            bottom = (x + 14, x + 14) if letter == "V" else (x + 28, x)
            draw.line((x, 10, bottom[0], 40), fill=1, width=5)
            draw.line((x + 28, 10, bottom[1], 40), fill=1, width=5)
            x += 38
    draw.rectangle((x, 36, x + 4, 40), fill=1)
    return np.asarray(page), (4, 10, x + 6, 41)


@pytest.mark.parametrize(
    ("printed", "read", "expected"),
    [
        ("III", "II.", "III."),
        ("II", "III.", "II."),
        ("VII", "VI.", "VII."),
        ("VIII", "VII.", "VIII."),
        ("III", "III.", "III."),
        ("V", "V.", "V."),
        ("II", "I.", "II."),
        ("II", "H.", "II."),
        ("III", "IH.", "III."),
        ("I", "L", "I."),
        ("I", "L.", "I."),
        ("1", "l.", "1."),
        ("1", "I.", "1."),
        ("1", "1.", "1."),
        ("H", "H.", "H."),
        ("L", "L.", "L."),
        ("T", "I.", "I."),
        ("XII", "XI.", "XII."),
        ("III", "Iô", "Iô"),
    ],
)
def test_strokes_are_counted(printed: str, read: str, expected: str) -> None:
    ink, box = _drawn(printed)
    line = OcrLine([OcrWord(read, box, 0.9), OcrWord("Kết", (300, 10, 340, 41), 0.9)], 40, 40)
    count_strokes(ink, line)
    assert line.words[0].text == expected


def test_slash_after_a_numeral_is_no_stem() -> None:
    page = Image.new("1", (400, 60), 0)
    draw = ImageDraw.Draw(page)
    for x in (12, 32):
        draw.rectangle((x + 4, 10, x + 9, 40), fill=1)
        _arms(draw, "I", x)
    draw.line((60, 40, 74, 10), fill=1, width=3)
    line = OcrLine([OcrWord("U", (12, 10, 76, 41), 0.3), OcrWord("KẾT", (300, 10, 340, 41), 0.9)], 40, 40)
    count_strokes(np.asarray(page), line)
    assert line.words[0].text == "II/"


def test_dash_after_a_numeral_is_no_stem() -> None:
    page = Image.new("1", (400, 60), 0)
    draw = ImageDraw.Draw(page)
    for x in (12, 32, 52):
        draw.rectangle((x + 4, 10, x + 9, 40), fill=1)
        _arms(draw, "I", x)
    draw.rectangle((72, 27, 84, 30), fill=1)
    line = OcrLine([OcrWord("II-", (12, 10, 86, 41), 0.8), OcrWord("HẠN", (300, 10, 340, 41), 0.9)], 40, 40)
    count_strokes(np.asarray(page), line)
    assert line.words[0].text == "III-"


def test_dash_may_stand_apart() -> None:
    ink, box = _drawn("III")
    words = [OcrWord("II", box, 0.9), OcrWord("-", (200, 24, 212, 28), 0.9)]
    line = OcrLine([*words, OcrWord("HẠN", (300, 10, 340, 41), 0.9)], 40, 40)
    count_strokes(ink, line)
    assert [word.text for word in line.words] == ["III", "-", "HẠN"]
    line = OcrLine([*words, OcrWord("hạn", (300, 10, 340, 41), 0.9)], 40, 40)
    count_strokes(ink, line)
    assert line.words[0].text == "II"


def test_sure_digit_stays() -> None:
    ink, box = _drawn("I")
    line = OcrLine([OcrWord("1.", box, 0.96), OcrWord("Kết", (300, 10, 340, 41), 0.9)], 40, 40)
    count_strokes(ink, line)
    assert line.words[0].text == "1."


def test_rows_that_disagree_change_nothing() -> None:
    ink = np.random.default_rng(3).random((60, 400)) > 0.5
    line = OcrLine([OcrWord("II.", (8, 10, 60, 41), 0.9), OcrWord("Kết", (300, 10, 340, 41), 0.9)], 40, 40)
    count_strokes(ink, line)
    assert line.words[0].text == "II."
