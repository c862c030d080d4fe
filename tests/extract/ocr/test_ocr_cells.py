"""Numbers alone in the cells of a table, and digits that stand alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from extract.ocr import cells
from extract.ocr.cells import lone_numbers
from extract.ocr.digits import read_digits
from extract.ocr.rules import Ruling, Rulings
from extract.ocr.tesseract import OcrLine, OcrWord

_GRAY = np.full((400, 600), 255, dtype=np.uint8)
_RULED = Rulings([], [Ruling(50, 0, 300), Ruling(150, 0, 300), Ruling(500, 0, 300)], _GRAY < 0)
_LINES = [
    OcrLine([OcrWord("Xây", (200, 60, 280, 100), 0.9), OcrWord("nhà", (300, 60, 380, 100), 0.9)], 100, 50)
]


def _boxes(monkeypatch: pytest.MonkeyPatch, shapes: list[tuple[int, int, int, int]]) -> list[tuple[int, ...]]:
    def read(gray: object, boxes: Sequence[tuple[int, int, int, int]]) -> list[str | None]:
        return ["7"] * len(boxes)

    monkeypatch.setattr(cells, "read_digits", read)
    found = lone_numbers(_GRAY, shapes, _RULED, _LINES)
    assert all(line.words[0].text == "7" and line.words[0].confidence < 0.8 for line in found)
    return [line.words[0].box for line in found]


@pytest.mark.parametrize(
    ("shapes", "found"),
    [
        ([(90, 66, 108, 100)], [(90, 66, 108, 100)]),  # a digit alone in its cell
        ([(80, 66, 98, 100), (102, 66, 120, 100)], [(80, 66, 120, 100)]),  # two digits are one number
        ([(80, 66, 98, 100), (125, 66, 143, 100)], []),  # two things beside each other
        ([(90, 90, 94, 96)], []),  # a speck
        ([(90, 20, 120, 90)], []),  # a seal's piece
        ([(210, 66, 228, 100)], []),  # part of a word
        ([(20, 66, 38, 100)], []),  # left of the table
        ([(90, 350, 108, 384)], []),  # below the table
        ([(60 + 20 * i, 66, 74 + 20 * i, 100) for i in range(4)], []),  # a word that was not read
    ],
)
def test_lone_numbers_of_a_table(
    monkeypatch: pytest.MonkeyPatch, shapes: list[tuple[int, int, int, int]], found: list[tuple[int, ...]]
) -> None:
    assert _boxes(monkeypatch, shapes) == found


def test_page_without_rules_has_no_cells() -> None:
    assert lone_numbers(_GRAY, [(90, 66, 108, 100)], Rulings([], [], _GRAY < 0), _LINES) == []


@pytest.mark.parametrize(
    ("texts", "digits"),
    [
        (["222"], "2"),
        (["121212"], "12"),
        (["282"], "2"),
        (["123"], None),
        (["22"], None),
        ([""], None),
        (["111"], None),
    ],
)
def test_copies_must_agree(monkeypatch: pytest.MonkeyPatch, texts: list[str], digits: str | None) -> None:
    monkeypatch.setattr("extract.ocr.digits.recognise_digits", lambda *_: texts)
    assert read_digits(_GRAY, [(10, 10, 30, 40)]) == [digits]


def test_one_is_read_from_its_stem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.ocr.digits.recognise_digits", lambda *_: ["", ""])
    gray = _GRAY.copy()
    gray[10:40, 20:25] = 0  # a stem with a flag and a foot
    gray[14:17, 16:20] = 0
    gray[38:40, 16:29] = 0
    gray[10:40, 100:104] = 0  # a bracket
    gray[10:14, 104:108] = 0
    gray[36:40, 104:108] = 0
    assert read_digits(gray, [(16, 10, 29, 40), (100, 10, 108, 40)]) == ["1", None]
