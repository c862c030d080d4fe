"""The picture of a page made fit for recognition: text lines level, specks out."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Gray = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Shapes = NDArray[np.int32]
"""A picture of numbers: which shape each pixel is of."""
Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""
Place = tuple[slice, slice]
"""Rows and columns."""

_MAX_ANGLE: Final = 5.0
_SMALL_SIDE: Final = 900
_PALEST: Final = 190
"""Lightest grey of print on white paper."""
_LEVEL: Final = 0.1  # degrees below which turning the picture costs more than it mends


def threshold(gray: Gray) -> int:
    """Otsu's threshold: ink is below it, paper at or above it."""
    counts = np.bincount(gray.ravel(), minlength=256).astype(np.float64)
    total, values = counts.sum(), np.arange(256)
    weight = np.cumsum(counts)
    mean = np.cumsum(counts * values)
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (mean[-1] * weight / total - mean) ** 2 / (weight * (total - weight))
    between[~np.isfinite(between)] = 0
    # equally good cuts form a plateau (0..254 on a 1-bit picture): its middle keeps both sides clear
    best = np.flatnonzero(between >= between.max() * (1 - 1e-9))
    return int(best[0] + best[-1]) // 2 + 1


def ink_cut(gray: Gray) -> int:
    """Threshold of a page with white paper: on a page almost blank, Otsu's would part grain from paper."""
    return min(threshold(gray), _PALEST)


def skew(gray: Gray) -> float:
    """Angle in degrees by which the text lines fall to the right (positive = turn counter-clockwise).

    The rows of a level page are either ink or gap: the angle with the largest change between
    neighbouring rows of the sheared picture is taken, coarse to fine.
    """
    return _slope(*_small_ink(gray))[0]


def lies_on_side(gray: Gray) -> bool:
    """Whether the columns of a page are more evenly ink or gap than its rows: its text lines stand on end."""
    ys, xs, height, width = _small_ink(gray)
    return _slope(xs, ys, width, height)[1] > _slope(ys, xs, height, width)[1]


def _small_ink(gray: Gray) -> tuple[NDArray[np.intp], NDArray[np.intp], int, int]:
    """Rows and columns of the ink of the shrunken picture, and its height and width."""
    step = max(1, max(gray.shape) // _SMALL_SIDE)
    # the darkest pixel of each block: thin strokes survive the shrinking
    rows, cols = (gray.shape[0] // step) * step, (gray.shape[1] // step) * step
    small = gray[:rows, :cols].reshape(rows // step, step, cols // step, step).min(axis=(1, 3))
    ink = small < ink_cut(small)
    ys, xs = np.nonzero(ink)
    return ys, xs, *ink.shape


def _slope(ys: NDArray[np.intp], xs: NDArray[np.intp], height: int, width: int) -> tuple[float, float]:
    """Slope of the lines in degrees, and how sharply they stand out then."""
    if len(ys) < 200 or len(ys) == height * width:
        return 0.0, 0.0
    best = sharpest = 0.0
    for span, fine in ((_MAX_ANGLE, 0.5), (0.5, 0.1), (0.1, 0.02)):
        angles = best + np.arange(-span, span + fine / 2, fine)
        scores = [_sharpness(ys, xs, float(angle), height) for angle in angles]
        sharpest = max(scores)
        best = float(angles[int(np.argmax(scores))])
    return best, sharpest


def _sharpness(ys: NDArray[np.intp], xs: NDArray[np.intp], angle: float, height: int) -> float:
    shifted = np.round(ys - xs * np.tan(np.radians(angle))).astype(np.int64)
    profile = np.bincount(shifted - shifted.min(), minlength=height).astype(np.float64)
    return float((np.diff(profile) ** 2).sum())


def level(
    gray: Gray, angle: float | None = None, resample: Image.Resampling = Image.Resampling.BICUBIC
) -> Gray:
    """Turn the picture so that its text lines are level; a level one comes back as it is.

    angle: as `skew` measures it; measured here where it is not given.
    """
    if angle is None:
        angle = skew(gray)
    if abs(angle) < _LEVEL:
        return gray
    turned = Image.fromarray(gray).rotate(angle, resample=resample, fillcolor=255)
    result: Gray = np.asarray(turned)
    return result


def clear_specks(gray: Gray, speck: int, cut: int) -> tuple[Gray, list[Box]]:
    """Whiten paper (`cut` and above) and shapes of fewer than `speck` pixels; return the boxes of what stays.

    A shape close to a large one stays whatever its size: it may be a dot or a tail of a letter.
    """
    from scipy import ndimage

    shapes = connected(gray < cut)
    large = large_shapes(shapes, speck)
    cleaned = np.where(grown(large[shapes], 4), gray, np.uint8(255))
    boxes = [
        (place[1].start, place[0].start, place[1].stop, place[0].stop)
        for number, place in enumerate(ndimage.find_objects(shapes), start=1)
        if place is not None and large[number]
    ]
    return cleaned, boxes


def connected(mask: Mask) -> Shapes:
    """Give the shapes whose pixels touch, also at a corner, numbers from 1; 0 where there is none."""
    from scipy import ndimage

    labels, _ = ndimage.label(mask, structure=np.ones((3, 3), dtype=int))
    numbered: Shapes = labels
    return numbered


def large_shapes(shapes: Shapes, least: int, where: Mask | None = None) -> Mask:
    """Tell of each number of `connected` whether its shape has `least` pixels (of those in `where`)."""
    counted = shapes if where is None else shapes[where]
    large: Mask = np.bincount(counted.ravel(), minlength=int(shapes.max(initial=0)) + 1) >= least
    large[0] = False
    return large


def blocks_with_ink(ink: Mask, side: int) -> Mask:
    """`ink` in squares of `side` pixels: true where any pixel is; what makes no whole square is left out."""
    rows, cols = ink.shape[0] // side, ink.shape[1] // side
    squares = ink[: rows * side, : cols * side].reshape(rows, side, cols, side)
    result: Mask = np.asarray(squares.any(axis=(1, 3)))
    return result


def grown(mask: Mask, reach: int) -> Mask:
    """`mask` widened by `reach` pixels in each direction (a square); fast on pictures of pages."""
    return widest(mask.view(np.uint8), reach).view(np.bool_)


def widest(values: Gray, reach: int) -> Gray:
    """Highest value within `reach` pixels of each pixel (a square)."""
    result = values
    for axis in (0, 1):
        source, result = result, result.copy()
        for step in range(1, reach + 1):
            for target, part in (
                (result[step:], source[:-step]) if axis == 0 else (result[:, step:], source[:, :-step]),
                (result[:-step], source[step:]) if axis == 0 else (result[:, :-step], source[:, step:]),
            ):
                np.maximum(target, part, out=target)
    return result
