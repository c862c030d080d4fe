"""Ruling lines in pictures: found where they are, and never in letters."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extract.ocr.rules import find_rulings, without_rulings

_XS, _YS = (200, 500, 1100, 1700), (300, 390, 480, 640)


def _table(shade: int = 0, slope: float = 0.0) -> np.ndarray:
    page = Image.new("L", (2000, 1000), 255)
    draw = ImageDraw.Draw(page)
    for y in _YS:
        draw.line((_XS[0], y, _XS[-1], y), fill=shade, width=4)
    for x in _XS:
        draw.line((x, _YS[0], x, _YS[-1]), fill=shade, width=4)
    return np.asarray(page.rotate(slope, Image.Resampling.BICUBIC, fillcolor=255))


@pytest.mark.parametrize(("shade", "slope"), [(0, 0.0), (0, 0.15), (150, 0.0), (110, -0.1)])
def test_every_rule_of_a_table_is_found(shade: int, slope: float) -> None:
    found = find_rulings(_table(shade, slope), 128)
    assert sorted(rule.at for rule in found.horizontal) == pytest.approx(_YS, abs=6)
    assert sorted(rule.at for rule in found.vertical) == pytest.approx(_XS, abs=6)
    assert [rule.end - rule.start for rule in found.horizontal] == pytest.approx([1500] * 4, abs=12)


def test_rules_are_taken_out_and_the_rest_stays() -> None:
    gray = _table()
    gray = np.array(gray)
    gray[420:450, 600:640] = 0
    cleaned = without_rulings(gray, find_rulings(gray, 128))
    assert (cleaned[420:450, 600:640] == 0).all()
    assert (cleaned < 128).sum() == 30 * 40


def test_capitals_and_dashes_are_no_rules() -> None:
    page = Image.new("L", (2000, 400), 255)
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(60)
    draw.text((100, 60), "TTTHHHEEEFFFTTTHHHLLLTTTHHH", fill=0, font=font)
    draw.rectangle((100, 200, 170, 204), fill=0)  # a long dash
    draw.rectangle((400, 150, 800, 350), fill=0)  # a block of black
    found = find_rulings(np.asarray(page), 128)
    assert found.horizontal == []
    assert found.vertical == []
    assert not found.covered.any()


@pytest.mark.parametrize("size", [(4, 4), (40, 3000), (3000, 40)])
def test_small_pictures_have_no_rules(size: tuple[int, int]) -> None:
    found = find_rulings(np.full(size, 255, dtype=np.uint8), 128)
    assert (found.horizontal, found.vertical) == ([], [])
