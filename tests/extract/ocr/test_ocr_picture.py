"""Picture functions, without tesseract."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extract.ocr.picture import (
    clear_specks,
    connected,
    ink_cut,
    large_shapes,
    level,
    lies_on_side,
    skew,
    threshold,
    widest,
)


def _striped(width: int = 900, height: int = 1200) -> Image.Image:
    """Draw a page of dashes in rows, as lines of words look from afar."""
    page = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(page)
    for y in range(100, height - 100, 40):
        for x in range(90, width - 140, 60):
            draw.rectangle((x, y, x + 45, y + 14), fill=0)
    return page


@pytest.mark.parametrize(("ink", "paper"), [(0, 255), (0, 1), (20, 240), (90, 200)])
def test_threshold_keeps_both_sides_clear(ink: int, paper: int) -> None:
    gray = np.full((60, 60), paper, dtype=np.uint8)
    gray[10:20, 10:50] = ink
    cut = threshold(gray)
    assert ((gray < cut) == (gray == ink)).all()


def test_one_bit_page_keeps_its_ink() -> None:
    gray = np.asarray(_striped())
    cleaned, boxes = clear_specks(gray, 12, 128)
    assert boxes
    assert (cleaned < 128).sum() == (gray < 128).sum()


@pytest.mark.parametrize("value", [0, 128, 255])
def test_page_of_one_shade_has_no_angle(value: int) -> None:
    gray = np.full((300, 200), value, dtype=np.uint8)
    assert skew(gray) == 0.0
    assert (level(gray) == gray).all()


@pytest.mark.parametrize("angle", [-4.0, -2.0, -0.5, 0.0, 0.7, 2.0, 4.0])
def test_skew_is_measured(angle: float) -> None:
    turned = _striped().rotate(-angle, Image.Resampling.BICUBIC, fillcolor=255)
    assert skew(np.asarray(turned)) == pytest.approx(angle, abs=0.12)


@pytest.mark.parametrize("angle", [0.0, 2.0, -3.0])
@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_page_on_its_side_is_known(angle: float, quarters: int) -> None:
    page = Image.new("L", (900, 1200), 255)
    draw = ImageDraw.Draw(page)
    lengths = np.random.default_rng(6).integers(20, 90, 2000).tolist()
    for y in range(100, 1100, 40):
        x = 90
        while x < 760:
            length = lengths.pop()
            draw.rectangle((x, y, x + length, y + 14), fill=0)
            x += length + 12
    gray = np.asarray(page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255))
    assert lies_on_side(np.rot90(gray, quarters)) is (quarters % 2 == 1)


def test_specks_go_and_dots_near_letters_stay() -> None:
    gray = np.full((100, 100), 255, dtype=np.uint8)
    gray[20:60, 20:26] = 0  # a stem
    gray[17:19, 21:24] = 0  # its dot, a pixel above
    gray[80:82, 80:82] = 0  # a speck far away
    cleaned, boxes = clear_specks(gray, 12, 128)
    assert (cleaned[17:19, 21:24] == 0).all()
    assert (cleaned[75:90, 75:90] == 255).all()
    assert boxes == [(20, 20, 26, 60)]


@pytest.mark.parametrize("reach", [1, 2, 4])
def test_widest_is_the_highest_value_of_a_square(reach: int) -> None:
    from scipy import ndimage

    values = np.random.default_rng(4).integers(0, 255, (40, 31)).astype(np.uint8)
    assert (widest(values, reach) == ndimage.maximum_filter(values, size=2 * reach + 1, mode="nearest")).all()


def test_grain_of_a_page_almost_blank_is_paper() -> None:
    grain = np.random.default_rng(5).normal(246, 9, (800, 600)).clip(0, 255).astype(np.uint8)
    grain[100:130, 200:300] = 20
    ink = grain < ink_cut(grain)
    assert ink.sum() == 30 * 100


def test_shapes_of_nothing_are_none() -> None:
    empty = np.zeros((0, 5), dtype=bool)
    assert connected(empty).shape == (0, 5)
    assert large_shapes(connected(empty), 1).tolist() == [False]


def test_shapes_touch_at_corners_and_are_counted_where_asked() -> None:
    mask = np.array([[1, 0, 0, 1], [0, 1, 0, 1]], dtype=bool)
    shapes = connected(mask)
    assert large_shapes(shapes, 2)[shapes].tolist() == mask.tolist()
    first_row = np.array([[1, 1, 1, 1], [0, 0, 0, 0]], dtype=bool)
    assert not large_shapes(shapes, 2, first_row).any()
