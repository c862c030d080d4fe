"""Scans with known text: pages of a typeset report drawn, then spoiled as scanners and offices do."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Spoil:
    """How a page is spoiled. skew: degrees; grain: deviation of the paper's grey; specks: per page.

    turn: quarter turns; bilevel: a 1-bit fax; shadow: a black border; seal, strokes: red and blue ink;
    seal_at: the seal's middle, in shares of the page; ink: colour of the print; slope: how much greyer
    the paper is at its right edge than at its left; grey: a black-and-white copy of it all.
    """

    dpi: int = 300
    skew: float = 0.0
    grain: float = 0.0
    paper: int = 255
    specks: int = 0
    turn: int = 0
    jpeg: int | None = None
    seal: bool = False
    seal_at: tuple[float, float] = (0.6, 0.72)
    ink: tuple[int, int, int] = (0, 0, 0)
    slope: int = 0
    strokes: bool = False
    shadow: bool = False
    bilevel: bool = False
    grey: bool = False


def spoil(page: Image.Image, how: Spoil, seed: int = 0) -> Image.Image:
    """Return the spoiled picture of a clean page; the same for the same arguments."""
    picture = page.convert("RGB")
    stamped = Image.new("RGB", picture.size, "white")
    draw = ImageDraw.Draw(stamped)
    if how.seal:
        _seal(draw, picture.size, how)
    if how.strokes:
        _strokes(draw, picture.size, how.dpi)
    picture = ImageChops.multiply(picture, stamped)  # stamp and pen inks let the print show through
    if how.ink != (0, 0, 0):
        picture = ImageChops.lighter(picture, Image.new("RGB", picture.size, how.ink))
    rng = np.random.default_rng(seed)
    picture = Image.fromarray(_paper(np.asarray(picture), how, rng))
    paper = (how.paper,) * 3
    picture = picture.rotate(how.skew, Image.Resampling.BICUBIC, fillcolor=paper)
    if how.shadow:
        width, height = picture.size
        edge = how.dpi // 8
        ImageDraw.Draw(picture).polygon(
            [(0, 0), (edge, 0), (edge // 2, height), (0, height)], fill=(12, 12, 12)
        )
        ImageDraw.Draw(picture).rectangle((0, height - edge // 2, width, height), fill=(12, 12, 12))
    picture = picture.rotate(90 * how.turn, expand=True)
    if how.grey:
        picture = picture.convert("L")
    if how.jpeg is not None:
        stored = io.BytesIO()
        picture.save(stored, "JPEG", quality=how.jpeg)
        picture = Image.open(io.BytesIO(stored.getvalue())).convert(picture.mode)
    return picture.convert("L").point(lambda value: 255 * (value > 140), "1") if how.bilevel else picture


def _paper(pixels: Pixels, how: Spoil, rng: np.random.Generator) -> Pixels:
    gray = pixels.astype(np.float32) * (how.paper / 255)
    if how.slope:
        gray *= np.linspace(1, 1 - how.slope / 255, pixels.shape[1], dtype=np.float32)[None, :, None]
    if how.grain:
        gray += rng.normal(0, how.grain, pixels.shape[:2])[..., None]
    for _ in range(how.specks):
        y, x = int(rng.integers(pixels.shape[0] - 3)), int(rng.integers(pixels.shape[1] - 3))
        gray[y : y + int(rng.integers(1, 3)), x : x + int(rng.integers(1, 3))] = 30
    return np.clip(gray, 0, 255).astype(np.uint8)


def _seal(draw: ImageDraw.ImageDraw, size: tuple[int, int], how: Spoil) -> None:
    """Two red rings with signs between them and a star inside, 36 mm across."""
    x, y, r = int(size[0] * how.seal_at[0]), int(size[1] * how.seal_at[1]), int(0.7 * how.dpi)
    red = (214, 40, 48)
    for radius, width in ((r, how.dpi // 40), (int(r * 0.72), how.dpi // 60)):
        box = (x - radius, y - radius, x + radius, y + radius)
        draw.ellipse(box, outline=red, width=max(2, width))
    for angle in np.linspace(0, 2 * np.pi, 30, endpoint=False):
        near, far = 0.78 * r, 0.92 * r
        ends = [(x + reach * np.cos(angle), y + reach * np.sin(angle)) for reach in (near, far)]
        draw.line(ends, fill=red, width=max(2, how.dpi // 60))
    tips = np.linspace(-np.pi / 2, 1.5 * np.pi, 10, endpoint=False)
    reach = [0.34 * r, 0.14 * r] * 5
    draw.polygon([(x + d * np.cos(t), y + d * np.sin(t)) for d, t in zip(reach, tips, strict=True)], fill=red)


def _strokes(draw: ImageDraw.ImageDraw, size: tuple[int, int], dpi: int) -> None:
    t = np.linspace(0, 6 * np.pi, 120)
    xs = size[0] * 0.62 + t * dpi * 0.06
    ys = size[1] * 0.78 + np.sin(t) * dpi * 0.22
    draw.line(list(zip(xs.tolist(), ys.tolist(), strict=True)), fill=(40, 60, 205), width=max(2, dpi // 90))


def scan(pdf: bytes, how: Spoil, pages: int = 3) -> bytes:
    """Return a PDF of pictures: the first `pages` pages of `pdf`, each spoiled as `how` says."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        count = min(pages, len(document))
        clean = [document[i].render(scale=how.dpi / 72).to_pil() for i in range(count)]
    finally:
        document.close()
    pictures = [spoil(page, how, seed) for seed, page in enumerate(clean)]
    stored = io.BytesIO()
    pictures[0].save(stored, "PDF", resolution=how.dpi, save_all=True, append_images=pictures[1:])
    return stored.getvalue()
