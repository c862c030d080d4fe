"""Black print and coloured ink told apart, without tesseract."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw

from extract.ocr import stamped
from extract.ocr.colour import flatten, one_ink, split_inks
from extract.ocr.picture import grown
from extract.ocr.stamped import coloured_lines, drop_ghosts
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


def _page_and_seal() -> tuple[Image.Image, Image.Image]:
    """Hairlines and bars of print, and a stamp of a solid star, a thin ring and thin ticks."""
    page = Image.new("RGB", (300, 300), "white")
    draw = ImageDraw.Draw(page)
    for y in range(20, 290, 40):
        draw.rectangle((20, y, 280, y + 5), fill=(8, 8, 8))
        for x in range(24, 280, 12):
            draw.line((x, y + 6, x + 5, y + 16), fill=(8, 8, 8), width=2)
    stamp = Image.new("RGB", page.size, "white")
    seal = ImageDraw.Draw(stamp)
    seal.ellipse((60, 60, 240, 240), outline=_RED, width=3)
    seal.polygon([(150, 100), (200, 190), (100, 190)], fill=_RED)
    for y in range(80, 220, 9):
        seal.line((224, y, 258, y + 3), fill=_RED, width=2)
    return page, stamp


@pytest.mark.parametrize("jpeg", [60, 80])
def test_thin_print_under_a_seal_stays_and_thin_lines_of_the_seal_go(jpeg: int) -> None:
    page, stamp = _page_and_seal()
    stored = io.BytesIO()
    small = ImageChops.multiply(page, stamp).rotate(2, Image.Resampling.BICUBIC, fillcolor="white")
    small.save(stored, "JPEG", quality=jpeg)
    large = Image.open(io.BytesIO(stored.getvalue())).resize((600, 600), Image.Resampling.BILINEAR)
    clean = page.rotate(2, Image.Resampling.BICUBIC, fillcolor="white").resize(large.size)
    printed = np.asarray(clean.convert("L")) < 150
    inks = split_inks(large)
    assert inks.coloured is not None
    beside = grown(inks.coloured < 230, 6)
    found = inks.black < 150
    assert (printed & found & beside).sum() > 0.93 * (printed & beside).sum()
    assert (found & ~grown(printed, 2) & beside).sum() < 0.015 * (printed & beside).sum()


def test_pale_print_beside_a_seal_is_no_ghost_of_it() -> None:
    page = Image.new("RGB", (300, 300), "white")
    draw = ImageDraw.Draw(page)
    for y in range(20, 290, 40):
        draw.rectangle((20, y, 280, y + 9), fill=(125, 125, 125))
    draw.rectangle((120, 33, 170, 57), fill=_RED)
    assert (split_inks(page).black[63:67, 122:168] < 140).all()


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


@pytest.mark.parametrize(("name", "asked"), [(False, 0), (True, 1)])
def test_seal_alone_is_not_given_to_recognition(
    monkeypatch: pytest.MonkeyPatch, name: bool, asked: int
) -> None:
    page = Image.new("L", (1200, 1200), 255)
    draw = ImageDraw.Draw(page)
    draw.ellipse((100, 100, 520, 520), outline=150, width=4)  # a thin ring, bleached and broken by JPEG
    draw.arc((100, 100, 520, 520), 20, 250, fill=40, width=4)
    for x in range(180, 440, 40):
        draw.rectangle((x, 280, x + 12, 310), fill=30)
        if name:
            draw.rectangle((x + 500, 800, x + 512, 830), fill=30)
    calls = []
    monkeypatch.setattr(stamped, "recognise", lambda *args, **kwargs: calls.append(args) or [])
    assert coloured_lines(np.asarray(page), []) == []
    assert len(calls) == asked
