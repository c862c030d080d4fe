"""Strokes of Roman numerals, counted in a drawn picture."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extract.ocr.numerals import count_strokes
from extract.ocr.tesseract import OcrLine, OcrWord


def _drawn(numeral: str) -> tuple[np.ndarray, tuple[int, int, int, int]]:
    """Draw a numeral 30 pixels tall, a dot after it."""
    page = Image.new("1", (400, 60), 0)
    draw = ImageDraw.Draw(page)
    x = 10
    for letter in numeral:
        if letter == "I":
            draw.rectangle((x, 10, x + 5, 40), fill=1)
            x += 12
        else:
            bottom = (x + 14, x + 14) if letter == "V" else (x + 28, x)
            draw.line((x, 10, bottom[0], 40), fill=1, width=5)
            draw.line((x + 28, 10, bottom[1], 40), fill=1, width=5)
            x += 38
    draw.rectangle((x, 36, x + 4, 40), fill=1)
    return np.asarray(page), (8, 10, x + 6, 41)


@pytest.mark.parametrize(
    ("printed", "read", "expected"),
    [
        ("III", "II.", "III."),
        ("II", "III.", "II."),
        ("VII", "VI.", "VII."),
        ("VIII", "VII.", "VIII."),
        ("III", "III.", "III."),
        ("V", "V.", "V."),
        ("II", "I.", "I."),
        ("XII", "XI.", "XII."),
        ("III", "1.", "1."),
        ("III", "Iô", "Iô"),
    ],
)
def test_strokes_are_counted(printed: str, read: str, expected: str) -> None:
    ink, box = _drawn(printed)
    line = OcrLine([OcrWord(read, box, 0.9), OcrWord("Kết", (300, 10, 340, 41), 0.9)], 40, 40)
    count_strokes(ink, line)
    assert line.words[0].text == expected


def test_rows_that_disagree_change_nothing() -> None:
    ink = np.random.default_rng(3).random((60, 400)) > 0.5
    line = OcrLine([OcrWord("II.", (8, 10, 60, 41), 0.9), OcrWord("Kết", (300, 10, 340, 41), 0.9)], 40, 40)
    count_strokes(ink, line)
    assert line.words[0].text == "II."
