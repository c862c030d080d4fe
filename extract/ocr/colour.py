"""Ink that is not black taken apart from black print: seals, signatures, and text printed in colour.

A pixel is paper seen through black ink and coloured ink. How much of its darkness is coloured ink's shows
in its chroma held against that darkness: black ink takes light and no colour. The light that the coloured
ink alone would let through is divided out, and what stays is the black print, also where a seal lies over
it. The chroma of JPEG pictures is blurred, so that less of it counts as pure ink already; the thin lines
whose colour was lost altogether are told from print by their having no dark core.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extract.ocr.picture import Gray, Mask, blocks_with_ink, connected, grown, large_shapes

_SATURATED: Final = 56
"""Difference of a pixel's channels above which it is coloured ink; tinted paper and JPEG noise stay below."""
_LEAST: Final = 400
"""Coloured pixels below which a page is taken as black and white."""
_TINGED: Final = 32
"""Difference of channels from which a pixel close to coloured ink is a line of it that JPEG bleached."""
_REACH: Final = 16
_BLOCK: Final = 4
_NO_INK, _ALL_INK = 0.1, 0.4
"""Chroma per darkness, in that of pure ink: below the one no coloured ink, above the other nothing else."""
_GHOST: Final = 200
"""Grey above which what stays beside coloured ink is its ghost."""
INKED: Final = 170
"""Grey below which a pixel is ink."""
CORE: Final = 50
"""Greys over the page's usual print within which a letter has its core."""
_CORE_PIXELS: Final = 4
_EDGE: Final = 2
"""Pixels of grey around the dark of a letter."""
_SAMPLE: Final = 7
_PAPER_BLOCK: Final = 24
_EVEN: Final = 238
"""Paper this bright everywhere needs no flattening."""
_DARKEST_PAPER: Final = 96


@dataclass(frozen=True, slots=True)
class Inks:
    """The two inks of a page as grey pictures: `black` print, and `coloured` ink (None: there is none).

    coloured_share: coloured pixels per pixel of either ink, 0..1.
    """

    black: Gray
    coloured: Gray | None
    coloured_share: float


def split_inks(picture: Image.Image) -> Inks:
    """Split an RGB (or grey) picture of a page, its paper made white, into its inks."""
    channels = _channels(picture)
    if len(channels) == 1:
        return Inks(channels[0], None, 0.0)
    red, green, blue = channels
    bright = np.maximum(np.maximum(red, green), blue)
    chroma = bright - np.minimum(np.minimum(red, green), blue)
    coloured = chroma > _SATURATED
    if int(coloured.sum()) < _LEAST:
        return Inks(bright, None, 0.0)
    near = _near(coloured)
    near |= _near(chroma > _TINGED) & grown(near, _REACH)
    light = _luminance(red, green, blue, near)
    own = chroma[near].astype(np.float32)
    black = bright[near].astype(np.float32)
    cover = np.zeros(len(own), dtype=np.float32)
    hues = np.argmax(np.stack([channel[near] for channel in (red, green, blue)]), axis=0)
    for hue in (0, 1, 2):
        pure = (hues == hue) & (own > _SATURATED)
        if not pure.any():
            continue
        strong = float(np.percentile(own[pure], 95))
        ink = float(np.percentile(light[pure & (own >= 0.7 * strong)], 30))
        black = np.where(hues == hue, _behind(light, own / strong, ink), black)
        cover = np.where(hues == hue, np.minimum(own / strong, 1.0), cover)
    print_only, ink_only = bright.copy(), np.full_like(bright, 255)
    print_only[near] = np.where(black > _GHOST, 255, black).astype(np.uint8)
    _clear_ghosts(print_only, near)
    ink_only[near] = 255 - (cover * 255).astype(np.uint8)
    printed = int((print_only < 128).sum())
    count = int((ink_only < 128).sum())
    return Inks(print_only, ink_only, count / max(1, count + printed))


def _behind(light: NDArray[np.float32], chroma: NDArray[np.float32], ink: float) -> NDArray[np.float32]:
    """Light of the black print alone. chroma: in that of the pure ink, whose own light is `ink`."""
    dark = (255.0 - light) / (255.0 - ink)
    found = chroma / np.maximum(dark, 1.0 / 255.0)
    share = np.clip((found - _NO_INK) / (_ALL_INK - _NO_INK), 0.0, 1.0)
    behind: NDArray[np.float32] = np.minimum(
        light * 255.0 / np.maximum(255.0 - share * (255.0 - ink), 1.0), 255.0
    )
    return behind


def _clear_ghosts(black: Gray, near: Mask) -> None:
    """Whiten, in place, what lies beside coloured ink and has nowhere the darkness of the page's print."""
    usual = usual_print(black, ~near)
    if usual is None:
        return
    window = _window(near)
    part, beside = black[window], near[window]
    shapes = connected(part < INKED)
    lasting = large_shapes(shapes, _CORE_PIXELS, part < usual + CORE)
    part[beside & ~grown(lasting[shapes], _EDGE)] = 255


def one_ink(picture: Image.Image) -> Gray:
    """Grey picture in which ink of any colour is dark."""
    channels = _channels(picture)
    if len(channels) == 1:
        return channels[0]
    darkest: Gray = np.minimum(np.minimum(channels[0], channels[1]), channels[2])
    return darkest


def _channels(picture: Image.Image) -> list[Gray]:
    """Channels with the paper made white; one where the picture is grey."""
    if picture.mode not in ("RGB", "L"):
        picture = picture.convert("RGB")
    parts = [np.asarray(part) for part in picture.split()]
    if len(parts) == 3 and (parts[0] == parts[1]).all() and (parts[1] == parts[2]).all():
        parts = parts[:1]
    return [flatten(part) for part in parts]


def flatten(gray: Gray) -> Gray:
    """Make the paper white: divide by its brightness around each place (shadows, grey or tinted paper)."""
    rows, cols = gray.shape[0] // _PAPER_BLOCK, gray.shape[1] // _PAPER_BLOCK
    if rows < 3 or cols < 3:
        return gray
    blocks = gray[: rows * _PAPER_BLOCK, : cols * _PAPER_BLOCK]
    # every third pixel shows the paper of a block as well as all of them
    blocks = blocks.reshape(rows, _PAPER_BLOCK, cols, _PAPER_BLOCK)[:, ::3, :, ::3]
    paper = np.percentile(blocks.transpose(0, 2, 1, 3).reshape(rows, cols, -1), 75, axis=2)
    from scipy import ndimage

    # the brightest place around: a block may be all letters
    paper = ndimage.gaussian_filter(ndimage.percentile_filter(paper, 80, size=5), 1.5)
    if paper.min() >= _EVEN:
        return gray
    wide = Image.fromarray(np.clip(paper, _DARKEST_PAPER, 255).astype(np.uint8)).resize(
        (gray.shape[1], gray.shape[0]), Image.Resampling.BILINEAR
    )
    white: Gray = np.minimum(gray.astype(np.uint16) * 255 // np.asarray(wide), 255).astype(np.uint8)
    return white


def _near(coloured: Mask) -> Mask:
    """Every pixel in or beside a small block that holds coloured ink."""
    rows, cols = -(-coloured.shape[0] // _BLOCK), -(-coloured.shape[1] // _BLOCK)
    padded = np.zeros((rows * _BLOCK, cols * _BLOCK), dtype=bool)
    padded[: coloured.shape[0], : coloured.shape[1]] = coloured
    small = grown(blocks_with_ink(padded, _BLOCK), 1)
    near: Mask = small.repeat(_BLOCK, axis=0).repeat(_BLOCK, axis=1)[: coloured.shape[0], : coloured.shape[1]]
    return near


def usual_print(gray: Gray, where: Mask | None = None) -> float | None:
    """Grey of the page's print (its darker quarter); None where there is no print."""
    sample = gray[::_SAMPLE, ::_SAMPLE]
    if where is not None:
        sample = sample[where[::_SAMPLE, ::_SAMPLE]]
    inked = sample[sample < INKED]
    return float(np.percentile(inked, 25)) if len(inked) else None


def _window(mask: Mask) -> tuple[slice, slice]:
    """Rows and columns that hold all of a mask, and one more on each side."""
    rows, cols = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return slice(max(0, rows[0] - 1), rows[-1] + 2), slice(max(0, cols[0] - 1), cols[-1] + 2)


def _luminance(red: Gray, green: Gray, blue: Gray, where: Mask) -> NDArray[np.float32]:
    parts = (red[where], green[where], blue[where])
    total: NDArray[np.float32] = sum(
        weight * part.astype(np.float32) for weight, part in zip((0.299, 0.587, 0.114), parts, strict=True)
    )  # type: ignore[assignment]
    return total
