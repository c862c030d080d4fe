"""Ruling lines in the picture of a page: found for tables and notes, then taken out of the picture.

A rule is a long, thin run of ink. It is looked for at half the resolution, where a line one pixel
askew or broken by a speck is still one run.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extract.ocr.picture import Gray, Mask, blocks_with_ink, connected, grown

_WIDE: Final = 66
"""Half pixels (11 mm at 300 dpi) of the shortest horizontal rule: bars of capitals that touch are shorter."""
_TALL: Final = 40
"""Half pixels (6.8 mm) of the shortest vertical rule: taller than any letter of text."""
_FILLED: Final = 0.95
_BESIDE: Final = 0.12
"""Share of a rule beside which other ink may stand."""
_THICK: Final = 7
"""Half pixels of the thickest rule, also one that is slightly askew."""
_MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class Ruling:
    """A rule in pixels: `at` is its y (horizontal) or x (vertical)."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rules of a page and the pixels that they cover."""

    horizontal: list[Ruling]
    vertical: list[Ruling]
    covered: Mask


def find_rulings(gray: Gray, cut: int) -> Rulings:
    """Find the rules of a level page whose ink is darker than `cut`; faint rules count too."""
    ink = gray < cut + (255 - cut) // 2
    rows, cols = ink.shape[0] // 2, ink.shape[1] // 2
    half = blocks_with_ink(ink, 2)
    across, down = _long_runs(half, _WIDE), _long_runs(half.T, _TALL)
    horizontal, flat = _along(across, half & ~down.T, _WIDE)
    vertical, upright = _along(down, half.T & ~across.T, _TALL)
    covered = np.zeros(ink.shape, dtype=bool)
    small = flat | upright.T
    covered[: rows * 2, : cols * 2] = small.repeat(2, axis=0).repeat(2, axis=1)
    return Rulings(horizontal, vertical, covered)


def _along(runs: Mask, others: Mask, shortest: int) -> tuple[list[Ruling], Mask]:
    """Rules of `runs` along the second axis, in whole pixels, and where they lie at half resolution.

    others: ink that is no rule of the other direction.
    """
    from scipy import ndimage

    labels = connected(grown(runs, 1))
    count = int(labels.max(initial=0))
    keep = np.zeros(count + 1, dtype=bool)
    found: list[Ruling] = []
    if count > _MOST:
        return [], np.zeros_like(runs)
    areas = np.bincount(labels[runs], minlength=count + 1)
    for number, place in enumerate(ndimage.find_objects(labels), start=1):
        if place is None:
            continue
        length = place[1].stop - place[1].start - 2
        if areas[number] > _THICK * length or length < shortest:
            continue
        if not _stands_clear(labels, others, number, place):
            continue
        keep[number] = True
        middle = (place[0].start + place[0].stop) / 2
        found.append(Ruling(middle * 2, (place[1].start + 1) * 2, (place[1].stop - 1) * 2))
    return found, keep[labels] & runs


def _stands_clear(labels: NDArray[np.int32], half: Mask, number: int, place: tuple[slice, slice]) -> bool:
    """Whether there is paper along both sides of a rule: letters stand along bars and serifs."""
    top, left = max(place[0].start - 2, 0), place[1].start
    window = (slice(top, place[0].stop + 2), slice(left, place[1].stop))
    own = labels[window] == number
    ink = half[window] & ~own
    beside = int(own.any(axis=0).sum())
    above, below = np.zeros_like(own), np.zeros_like(own)
    above[:-1] = own[1:] & ~own[:-1]
    below[1:] = own[:-1] & ~own[1:]
    return max(int((ink & above).sum()), int((ink & below).sum())) <= _BESIDE * beside


def _long_runs(half: Mask, shortest: int) -> Mask:
    """Pixels of runs along the second axis that are `_FILLED` over `shortest` pixels."""
    width = half.shape[1]
    if width <= shortest:
        return np.zeros_like(half)
    sums = np.zeros((half.shape[0], width + 1), dtype=np.int32)
    np.cumsum(half, axis=1, out=sums[:, 1:])
    full = sums[:, shortest:] - sums[:, :-shortest] >= _FILLED * shortest
    starts = np.zeros((half.shape[0], width + shortest), dtype=np.int32)
    np.cumsum(full, axis=1, out=starts[:, shortest : shortest + full.shape[1]])
    starts[:, shortest + full.shape[1] :] = starts[:, [shortest + full.shape[1] - 1]]
    runs: Mask = (starts[:, shortest:] - starts[:, :-shortest] > 0) & half
    return runs


def without_rulings(gray: Gray, rulings: Rulings) -> Gray:
    """Whiten the rules of a page."""
    if not rulings.horizontal and not rulings.vertical:
        return gray
    cleaned: Gray = np.where(grown(rulings.covered, 1), np.uint8(255), gray)
    return cleaned
