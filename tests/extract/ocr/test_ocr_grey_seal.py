"""Grey seals on black-and-white scans, without tesseract."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw

from extract.ocr.grey_seal import without_grey_seal
from extract.ocr.picture import grown


def _print() -> Image.Image:
    page = Image.new("L", (900, 900), 255)
    draw = ImageDraw.Draw(page)
    for y in range(60, 860, 80):
        for x in range(40, 860, 24):
            draw.line((x, y, x + 10, y + 30), fill=15, width=5)
    return page


def _seal(grey: int) -> Image.Image:
    stamp = Image.new("L", (900, 900), 255)
    draw = ImageDraw.Draw(stamp)
    draw.ellipse((240, 240, 660, 660), outline=grey, width=7)
    draw.ellipse((300, 300, 600, 600), outline=grey, width=5)
    draw.polygon([(450, 380), (520, 500), (380, 500)], fill=grey)
    return stamp


def test_grey_seal_goes_and_the_print_under_it_stays() -> None:
    page = _print()
    stamped = np.asarray(ImageChops.multiply(page, _seal(95)))
    printed = np.asarray(page) < 128
    found = without_grey_seal(stamped) < 150
    assert (found & printed).sum() > 0.98 * printed.sum()
    assert (found & ~grown(printed, 2)).sum() < 0.01 * (stamped[~grown(printed, 2)] < 150).sum()


@pytest.mark.parametrize(
    "other",
    [
        "framed",  # the stamp of incoming mail holds a number and a date
        "paragraph",
        "dark",  # as dark as the print
        "none",
    ],
)
def test_other_pale_ink_stays(other: str) -> None:
    stamp = Image.new("L", (900, 900), 255)
    draw = ImageDraw.Draw(stamp)
    if other == "framed":
        draw.rectangle((240, 300, 660, 640), outline=95, width=7)
    elif other == "dark":
        stamp = _seal(20)
    elif other == "paragraph":
        for y in range(240, 640, 44):
            for x in range(240, 640, 22):
                draw.line((x, y, x + 8, y + 24), fill=110, width=5)
    page = np.asarray(ImageChops.multiply(_print(), stamp))
    assert (without_grey_seal(page) == page).all()


def test_blank_page_stays() -> None:
    page = np.full((300, 300), 255, dtype=np.uint8)
    assert without_grey_seal(page) is page
