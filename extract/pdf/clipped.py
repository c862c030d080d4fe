"""Text that a clip path keeps off the page: the rest of a cropped drawing or sheet, which nobody sees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.pdf import ffi
from extract.pdf.runs import Run

_MOST_SEGMENTS: Final = 400
"""A clip of more corners is a drawing's outline and is not measured."""
_SHOWN: Final = 0.2
"""Share of the height of an object, up and along, of which nothing can be read if less is inside."""

Area = tuple[float, float, float, float]


def drop_clipped(lines: Sequence[list[Run]], texts: Sequence[int]) -> list[list[Run]]:
    """Lines without the runs whose text object lies outside of its clip path.

    texts: handles of the text objects that stand on the page itself. Cost: one call for each object.
    """
    hidden = {handle for handle in texts if (clip := ffi.object_clip(handle)) and _is_outside(handle, clip)}
    if not hidden:
        return list(lines)
    kept = ([run for run in line if run.handle not in hidden] for line in lines)
    return [line for line in kept if line]


def _is_outside(handle: int, clip: int) -> bool:
    ink, area = ffi.bounds(handle), _area(clip)
    if ink is None or area is None:
        return False
    high, wide = ink[3] - ink[1], ink[2] - ink[0]
    shown_high = min(ink[3], area[3]) - max(ink[1], area[1])
    shown_wide = min(ink[2], area[2]) - max(ink[0], area[0])
    return shown_high < _SHOWN * high or shown_wide < _SHOWN * min(high, wide)


def _area(clip: int) -> Area | None:
    """Left, bottom, right, top of what all paths of a clip leave; None when it is not to be told."""
    area: Area | None = None
    for path in range(ffi.clip_paths(clip)):
        count = ffi.clip_segments(clip, path)
        if not 0 < count <= _MOST_SEGMENTS:
            return None
        points = [ffi.point(ffi.clip_segment(clip, path, index)) for index in range(count)]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        own = (min(xs), min(ys), max(xs), max(ys))
        area = own if area is None else (
            max(area[0], own[0]), max(area[1], own[1]), min(area[2], own[2]), min(area[3], own[3]),
        )  # fmt: skip
    return area
