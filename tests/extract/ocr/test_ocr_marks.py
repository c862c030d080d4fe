"""Raised marks among the shapes of a line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from extract.ocr import marks
from extract.ocr.marks import Mark, find_marks, without_mark
from extract.ocr.tesseract import OcrLine, OcrWord

_WORD = (100, 60, 200, 104)
_LINE = OcrLine([OcrWord("mưa.", _WORD, 0.9), OcrWord("Nắng", (230, 60, 330, 104), 0.9)], 100, 50)
_LETTERS = [(100, 70, 125, 100), (130, 70, 150, 100), (155, 70, 175, 100)]


@pytest.mark.parametrize(
    ("shapes", "box"),
    [
        ([(182, 56, 196, 76)], (182, 56, 196, 76)),
        ([(182, 56, 196, 69), (182, 70, 196, 76)], (182, 56, 196, 76)),  # a thin digit broke in two
        ([(182, 56, 196, 76), (0, 0, 400, 200)], (182, 56, 196, 76)),  # a black border around all
        ([(182, 56, 188, 68)], None),  # an apostrophe
        ([(180, 56, 188, 71), (190, 56, 198, 71)], None),  # a quotation mark
        ([(182, 56, 196, 76), (181, 80, 197, 100)], None),  # an accent over its letter
        ([(140, 56, 150, 76)], None),  # in the middle of a word
        ([(182, 66, 196, 100)], None),  # a digit on the line
    ],
)
def test_marks_stand_clear_of_the_baseline(
    monkeypatch: pytest.MonkeyPatch, shapes: list[tuple[int, int, int, int]], box: tuple[int, ...] | None
) -> None:
    def read(gray: object, boxes: Sequence[tuple[int, int, int, int]]) -> list[str | None]:
        return ["2"] * len(boxes)

    monkeypatch.setattr(marks, "read_digits", read)
    gray = np.full((200, 400), 255, dtype=np.uint8)
    for x0, y0, x1, y1 in [*_LETTERS, *shapes]:
        if y1 - y0 < 100:
            gray[y0:y1, x0:x1] = 0
    found = find_marks(gray, [*_LETTERS, *shapes], [_LINE])
    assert [mark.box for mark in found] == ([box] if box else [])


@pytest.mark.parametrize(
    ("text", "box", "parts"),
    [
        ('mưa."', (182, 56, 196, 76), ("mưa", ".")),
        ("mưa.", (182, 56, 196, 76), ("mưa", ".")),
        ("?Có", (100, 56, 112, 76), ("", "Có")),
        ("Có", (100, 56, 112, 76), ("", "Có")),
    ],
)
def test_word_without_its_mark(text: str, box: tuple[int, int, int, int], parts: tuple[str, str]) -> None:
    assert without_mark(OcrWord(text, _WORD, 0.9), Mark("1", box, 0, 0)) == parts
