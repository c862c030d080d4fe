"""Seals on black-and-white scans: grey ink, told from print by its having no dark core.

Where colour is gone, a seal is a large round figure of grey lines, paler than the page's print everywhere
but where it crosses it. Around its lines only what stands close to dark print stays. A seal copied as dark
as the print cannot be told from it and stays in the picture.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from extract.ocr.colour import INKED, usual_print
from extract.ocr.picture import Gray, Mask, Place, blocks_with_ink, connected, grown, large_shapes
from extract.ocr.tesseract import DPI

_BLOCK: Final = 4
_SIDES: Final = (20 * DPI / 25.4 / _BLOCK, 60 * DPI / 25.4 / _BLOCK)
"""Least and largest side of a seal (20 to 60 mm) in blocks."""
_SQUARE: Final = 1.2
_OUTSIDE: Final = 0.04
"""Share of a round figure's ink outside the ellipse of its bounds: pale text fills its corners."""
_CORE: Final = 38
"""Greys over the page's usual print within which a letter has its core."""
_SOLID: Final = 5
"""Dark pixels of nine that make a core: the noise of JPEG is single."""
_GAP: Final = 3
"""Blocks between the pieces of a seal that noise and print broke."""
_PIECE: Final = 24
"""Pixels of a piece of a seal; flecks at the edges of letters have fewer."""
_EDGE: Final = 2
_BESIDE: Final = 3
_AROUND: Final = 8
"""Pixels around a seal's pieces in which what is no print is more of the seal."""
_LEAST: Final = 2_500
"""Pale pixels of the thinnest seal."""


def without_grey_seal(gray: Gray) -> Gray:
    """Whiten the grey lines of seals on a level page without rules; the same picture where there are none."""
    usual = usual_print(gray)
    if usual is None:
        return gray
    print_ = grown(_solid(gray < usual + _CORE), _EDGE)
    pale = (gray < INKED) & ~print_
    if int(pale.sum()) < _LEAST:
        return gray
    pieces = connected(pale)
    pale = large_shapes(pieces, _PIECE)[pieces]
    result = gray.copy()
    for figure in _figures(pale):
        place = _pixels(figure)
        part, seal = gray[place], pale[place]
        # the ink's own grey: what print is seen through
        ink = max(1, int(np.median(part[seal])))
        lifted = np.minimum(part.astype(np.uint16) * 255 // ink, 255).astype(np.uint8)
        seen = np.where(grown(seal, _BESIDE), lifted, part)
        result[place] = np.where(print_[place] | ~grown(seal, _AROUND), seen, np.uint8(255))
    return result


def _figures(pale: Mask) -> list[Place]:
    """Bounds, in blocks, of the connected figures of a seal's size; print across them may break them."""
    from scipy import ndimage

    small = grown(blocks_with_ink(pale, _BLOCK), _GAP)
    return [place for place in ndimage.find_objects(connected(small)) if _is_round(place, pale)]


def _is_round(place: Place, pale: Mask) -> bool:
    """Whether a figure has a seal's size and form: stamps with a frame and pale print are text to be read."""
    sides = [part.stop - part.start - 2 * _GAP for part in place]
    if not (_SIDES[0] <= min(sides) and max(sides) <= min(_SIDES[1], _SQUARE * min(sides))):
        return False
    part = pale[_pixels(place)]
    ys, xs = np.nonzero(part)
    height, width = part.shape
    far = (2 * ys / height - 1) ** 2 + (2 * xs / width - 1) ** 2
    return bool((far > 1).mean() <= _OUTSIDE)


def _pixels(place: Place) -> Place:
    rows, cols = place
    return slice(rows.start * _BLOCK, rows.stop * _BLOCK), slice(cols.start * _BLOCK, cols.stop * _BLOCK)


def _solid(dark: Mask) -> Mask:
    """Dark pixels that stand among others."""
    from scipy.ndimage import correlate1d

    around = dark.view(np.uint8)
    for axis in (0, 1):
        around = correlate1d(around, (1, 1, 1), axis=axis, mode="constant")
    solid: Mask = dark & (around >= _SOLID)
    return solid
