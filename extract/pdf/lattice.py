"""Cells between crossing rules: what pdfplumber's `intersections_to_cells` finds, without its square cost.

pdfplumber looks through all points for every point: graph paper (14,000 crossings) took ten seconds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Rules = dict[Point, frozenset[Box]]
_MAX_CROSSINGS: Final = 8_000
"""A page holds no table of so many cells: it is a map, a diagram, graph paper."""
_MAX_STEPS: Final = 2_000_000
"""Pairs of points looked at on one page; a table needs a few for each cell."""


def cells_between(crossings: Mapping[Point, Mapping[str, list[dict[str, Any]]]]) -> list[Box]:
    """Return (x0, top, x1, bottom) of the smallest cell to the lower right of every crossing that has one.

    crossings: (x, top) → the rules `v` and `h` that touch there, as `edges_to_intersections` gives them.
    Empty for a drawing and for a tangle made to be slow: the text stays running text.
    """
    if len(crossings) > _MAX_CROSSINGS:
        return []
    points = sorted(crossings)
    vertical = {point: _boxes(crossings[point]["v"]) for point in points}
    horizontal = {point: _boxes(crossings[point]["h"]) for point in points}
    below, beside = _followers(points)
    cells: list[Box] = []
    steps = 0
    for point in points:
        cell, tried = _smallest(point, below[point], beside[point], vertical, horizontal)
        if cell is not None:
            cells.append(cell)
        steps += tried
        if steps > _MAX_STEPS:
            return []
    return cells


def _followers(points: Sequence[Point]) -> tuple[dict[Point, list[float]], dict[Point, list[float]]]:
    """For each point the tops of those below it and the x of those to its right, nearest first."""
    columns, rows = defaultdict(list), defaultdict(list)
    for x, top in points:  # sorted by x, then top: both lists come out in order
        columns[x].append(top)
        rows[top].append(x)
    below = {(x, top): tops[k + 1 :] for x, tops in columns.items() for k, top in enumerate(tops)}
    beside = {(x, top): places[k + 1 :] for top, places in rows.items() for k, x in enumerate(places)}
    return below, beside


def _smallest(
    point: Point, bottoms: Sequence[float], ends: Sequence[float], vertical: Rules, horizontal: Rules
) -> tuple[Box | None, int]:
    """Return the cell of the nearest corner joined to `point` both ways, and how many points were tried."""
    x, top = point
    tried = 0
    for bottom in bottoms:
        tried += 1
        if vertical[point].isdisjoint(vertical[x, bottom]):
            continue
        for end in ends:
            tried += 1
            corner = (end, bottom)
            if corner not in vertical or horizontal[point].isdisjoint(horizontal[end, top]):
                continue
            if not (
                vertical[corner].isdisjoint(vertical[end, top])
                or horizontal[corner].isdisjoint(horizontal[x, bottom])
            ):
                return (x, top, end, bottom), tried
    return None, tried


def _boxes(rules: list[dict[str, Any]]) -> frozenset[Box]:
    return frozenset((rule["x0"], rule["top"], rule["x1"], rule["bottom"]) for rule in rules)
