"""Black print and coloured ink told apart, without tesseract."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw

from extract.ocr.colour import flatten, one_ink, split_inks
from extract.ocr.stamped import drop_ghosts
from extract.ocr.tesseract import OcrLine, OcrWord

_RED, _BLUE = (214, 40, 48), (40, 60, 205)


def _stamped(ink: tuple[int, int, int], jpeg: int | None = None) -> Image.Image:
    """Draw bars of black print, and a broad stripe of translucent ink across some of them."""
    page = Image.new("RGB", (300, 300), "white")
    draw = ImageDraw.Draw(page)
    for y in range(20, 290, 40):
        draw.rectangle((20, y, 280, y + 9), fill=(12, 12, 12))
    stamp = Image.new("RGB", page.size, "white")
    ImageDraw.Draw(stamp).rectangle((120, 5, 170, 295), fill=ink)
    page = ImageChops.multiply(page, stamp)
    if jpeg is None:
        return page
    stored = io.BytesIO()
    page.save(stored, "JPEG", quality=jpeg)
    return Image.open(io.BytesIO(stored.getvalue()))


@pytest.mark.parametrize("ink", [_RED, _BLUE, (20, 130, 40)])
@pytest.mark.parametrize("jpeg", [None, 60])
def test_print_under_a_seal_stays(ink: tuple[int, int, int], jpeg: int | None) -> None:
    inks = split_inks(_stamped(ink, jpeg))
    assert inks.coloured is not None
    bars = inks.black[23:27, 22:278]
    gaps = inks.black[38:52, 22:278]
    assert (bars < 128).mean() > 0.97
    assert (gaps > 160).all()
    assert (inks.coloured[38:52, 130:160] < 128).all()
    assert (inks.coloured[38:52, 20:100] > 200).all()


def test_black_and_white_page_has_one_ink() -> None:
    page = Image.new("L", (200, 200), 255)
    ImageDraw.Draw(page).rectangle((20, 20, 100, 40), fill=30)
    inks = split_inks(page)
    assert inks.coloured is None
    assert inks.coloured_share == 0.0
    assert (inks.black == np.asarray(page)).all()


def test_page_printed_in_blue_is_mostly_coloured_and_dark_as_one_ink() -> None:
    page = Image.new("RGB", (300, 300), "white")
    ImageDraw.Draw(page).rectangle((20, 20, 200, 60), fill=_BLUE)
    assert split_inks(page).coloured_share > 0.9
    assert (one_ink(page)[25:55, 25:195] < 80).all()


@pytest.mark.parametrize("paper", [(235, 225, 190), (190, 190, 190)])
def test_tinted_paper_becomes_white(paper: tuple[int, int, int]) -> None:
    page = Image.new("RGB", (300, 300), paper)
    ImageDraw.Draw(page).rectangle((100, 100, 140, 104), fill=(15, 15, 15))
    inks = split_inks(page)
    assert inks.coloured is None
    assert inks.black[30:60, 30:60].min() >= 250
    assert inks.black[100:104, 105:135].max() < 60


def test_shadow_across_a_page_is_evened_out() -> None:
    shade = np.linspace(255, 150, 1440)[None, :].repeat(480, axis=0)
    shade[200:210, ::7] = 20
    white = flatten(shade.astype(np.uint8))
    assert np.median(white, axis=0).min() >= 245
    assert (white[203, ::7] < 60).all()


def test_doubtful_signs_on_coloured_ink_go_from_the_ends_of_a_line_only() -> None:
    gray = np.full((100, 600), 255, dtype=np.uint8)
    gray[10:50, 300:600] = 0
    words = [
        OcrWord("KIẾN", (20, 10, 100, 50), 0.9),
        OcrWord("-", (120, 10, 140, 50), 0.3),
        OcrWord("NGHỊ", (310, 10, 400, 50), 0.4),
        OcrWord("T„", (450, 10, 480, 50), 0.5),
        OcrWord(":", (500, 10, 510, 50), 0.2),
    ]
    kept = drop_ghosts(gray, [OcrLine(words), OcrLine([words[-1]])])
    assert [[word.text for word in line.words] for line in kept] == [["KIẾN", "-", "NGHỊ"]]
