"""The picture of a page made fit for recognition: seal and coloured ink out, text lines level."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Gray = NDArray[np.uint8]

_MAX_ANGLE: Final = 5.0
_SMALL_SIDE: Final = 900
_LEVEL: Final = 0.1  # degrees below which turning the picture costs more than it mends


def without_colour(picture: Image.Image) -> Gray:
    """Grey picture in which red seals and blue signatures fade and black print stays.

    The brightest channel of a pixel is high for any saturated ink and low for black, also where a
    seal lies over print.
    """
    pixels = np.asarray(picture.convert("RGB"))
    gray: Gray = pixels.max(axis=2)
    return gray


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


def skew(gray: Gray) -> float:
    """Angle in degrees by which the text lines fall to the right (positive = turn counter-clockwise).

    The rows of a level page are either ink or gap: the angle with the largest change between
    neighbouring rows of the sheared picture is taken, coarse to fine.
    """
    step = max(1, max(gray.shape) // _SMALL_SIDE)
    # the darkest pixel of each block: thin strokes survive the shrinking
    rows, cols = (gray.shape[0] // step) * step, (gray.shape[1] // step) * step
    small = gray[:rows, :cols].reshape(rows // step, step, cols // step, step).min(axis=(1, 3))
    ink = small < threshold(small)
    ys, xs = np.nonzero(ink)
    if len(ys) < 200 or ink.all():
        return 0.0
    best = 0.0
    for span, fine in ((_MAX_ANGLE, 0.5), (0.5, 0.1), (0.1, 0.02)):
        angles = best + np.arange(-span, span + fine / 2, fine)
        scores = [_sharpness(ys, xs, float(angle), ink.shape[0]) for angle in angles]
        best = float(angles[int(np.argmax(scores))])
    return best


def _sharpness(ys: NDArray[np.intp], xs: NDArray[np.intp], angle: float, height: int) -> float:
    shifted = np.round(ys - xs * np.tan(np.radians(angle))).astype(np.int64)
    profile = np.bincount(shifted - shifted.min(), minlength=height).astype(np.float64)
    return float((np.diff(profile) ** 2).sum())


def level(gray: Gray) -> Gray:
    """Turn the picture so that its text lines are level; a level one comes back as it is."""
    angle = skew(gray)
    if abs(angle) < _LEVEL:
        return gray
    turned = Image.fromarray(gray).rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    result: Gray = np.asarray(turned)
    return result


def clear_specks(gray: Gray, speck: int) -> tuple[Gray, list[tuple[int, int, int, int]]]:
    """Whiten paper and shapes of fewer than `speck` pixels; return the boxes of what stays.

    A shape close to a large one stays whatever its size: it may be a dot or a tail of a letter.
    """
    from scipy import ndimage

    ink = gray < threshold(gray)
    labels, count = ndimage.label(ink, structure=np.ones((3, 3), dtype=int))
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    small = sizes < speck
    small[0] = False
    reach = ndimage.binary_dilation(~small[labels] & ink, iterations=2)
    cleaned = gray.copy()
    cleaned[~ndimage.binary_dilation(reach, iterations=2)] = 255
    slices = ndimage.find_objects(labels)
    boxes = [
        (place[1].start, place[0].start, place[1].stop, place[0].stop)
        for number, place in enumerate(slices, start=1)
        if place is not None and not small[number]
    ]
    return cleaned, boxes
