"""Ruling lines and images of a page: where tables, footnote separators and scans show themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from ctypes import addressof, c_int
from dataclasses import dataclass, field
from typing import Final

from extract.pdf import ffi
from extract.pdf.runs import Frame

THIN: Final = 2.5
"""Points up to which a filled rectangle is a ruling line."""
_SHORTEST: Final = 3.0
_MAX_OBJECTS: Final = 20_000
_MAX_SEGMENTS: Final = 4_000
_MAX_DEPTH: Final = 4
_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_STRAIGHT: Final = 0.7
_WHITE: Final = 250
"""Value of every channel (0..255) from which a colour is white."""
_MAX_GROUNDS: Final = 200
"""Filled shapes of a page among which white rules are looked for; more are a drawing."""

_SEPARATOR: Final = (40.0, 0.62)
"""Length of a footnote separator: above so many points, below so much of the page's width."""

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]

_flags = (c_int * 2)()
_FILL, _STROKE = addressof(_flags), addressof(_flags) + 4


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical line, displayed space: `at` is its y (horizontal) or x (vertical).

    path: handle of the object that is this line and no more, valid while the page is loaded; else 0.
    """

    at: float
    start: float
    end: float
    path: int = field(default=0, compare=False)


@dataclass(slots=True)
class Graphics:
    """Ruling lines and the share (0..1) of the page that its images cover (a scan may come in strips).

    texts: handles of the text objects, valid while the page is loaded.
    """

    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    image_share: float = 0.0
    texts: list[int] = field(default_factory=list)


def _multiply(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _objects(page: int) -> Iterator[tuple[int, int, Matrix | None]]:
    """Every path, image and text of the page itself: type, and matrix of the forms around it (None: none).

    Stops after `_MAX_OBJECTS` objects of any type, however deep forms hold forms.
    """
    left = _MAX_OBJECTS
    containers: list[tuple[int, Matrix | None, int]] = [(page, None, 0)]
    while containers:
        container, outer, depth = containers.pop()
        count, get = (ffi.form_objects, ffi.form_object) if depth else (ffi.page_objects, ffi.page_object)
        for index in range(min(count(container), left)):
            item = get(container, index)
            kind = ffi.object_type(item)
            if kind == _FORM and depth < _MAX_DEPTH:
                own = ffi.form_matrix(item)
                containers.append((item, own if outer is None else _multiply(own, outer), depth + 1))
            elif kind in (_PATH, _IMAGE) or (kind == _TEXT and depth == 0):
                yield item, kind, outer
            left -= 1


def read_graphics(page: int, frame: Frame) -> Graphics:
    """Look at all objects of a loaded page. Cost: linear in their number, which is limited."""
    result = Graphics()
    area = max(frame.width * frame.height, 1.0)
    white: list[tuple[int, Matrix | None, Box]] = []
    grounds: list[Box] = []
    for item, kind, outer in _objects(page):
        if kind == _TEXT:
            result.texts.append(item)
            continue
        edges = ffi.bounds(item)
        if edges is None:
            continue
        left, top, right, bottom = _display(edges, outer, frame)
        if kind == _IMAGE:
            shown = max(0.0, min(right, frame.width) - max(left, 0.0)) * max(
                0.0, min(bottom, frame.height) - max(top, 0.0)
            )
            result.image_share = min(1.0, result.image_share + shown / area)
        elif _is_white(item):
            white.append((item, outer, (left, top, right, bottom)))
        else:
            if bottom - top > THIN and right - left > THIN:
                grounds.append((left, top, right, bottom))
            _add_path(item, outer, (left, top, right, bottom), frame, result)
    for item, outer, box in white if len(grounds) <= _MAX_GROUNDS else ():
        if any(_touch(box, ground) for ground in grounds):
            _add_path(item, outer, box, frame, result)
    return result


def _is_white(path: int) -> bool:
    """Whether a path is drawn in white: nobody sees it on paper (text pasted from web pages has such)."""
    colours = ffi.drawn_colours(path)
    return bool(colours) and all(min(colour) >= _WHITE for colour in colours)


def _touch(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _add_path(path: int, outer: Matrix | None, box: Box, frame: Frame, result: Graphics) -> None:
    left, top, right, bottom = box
    if bottom - top <= THIN and right - left >= _SHORTEST:
        result.horizontal.append(Rule((top + bottom) / 2, left, right, path))
    elif right - left <= THIN and bottom - top >= _SHORTEST:
        result.vertical.append(Rule((left + right) / 2, top, bottom))
    elif bottom - top > THIN and right - left > THIN:
        _add_outline(path, outer, frame, result)


def separators(graphics: Graphics, width: float, height: float) -> list[Rule]:
    """Horizontal rules that may part footnotes from the text, the lowest first; none is a table's border."""
    vertical = sorted(graphics.vertical, key=lambda rule: rule.at)
    places = [rule.at for rule in vertical]
    found = [
        rule
        for rule in graphics.horizontal
        if rule.at > 0.2 * height
        and _SEPARATOR[0] < rule.end - rule.start < _SEPARATOR[1] * width
        and not _meets_vertical(rule, vertical, places)
    ]
    return sorted(found, key=lambda rule: -rule.at)


def _meets_vertical(rule: Rule, vertical: list[Rule], places: list[float]) -> bool:
    """Whether one of the vertical rules (sorted; `places` are their x) meets a horizontal one."""
    first, last = bisect_left(places, rule.start - THIN), bisect_left(places, rule.end + THIN)
    return any(other.start - THIN <= rule.at <= other.end + THIN for other in vertical[first:last])


def has_separator(graphics: Graphics, frame: Frame) -> bool:
    """Whether a page may have footnotes below a rule."""
    return bool(separators(graphics, frame.width, frame.height))


def _display(edges: Box, outer: Matrix | None, frame: Frame) -> Box:
    """Left, top, right, bottom in displayed space of a box given as left, bottom, right, top."""
    left, bottom, right, top = edges
    x0, y0 = _point(left, bottom, outer, frame)
    x1, y1 = _point(right, top, outer, frame)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _point(x: float, y: float, outer: Matrix | None, frame: Frame) -> tuple[float, float]:
    if outer is not None:
        a, b, c, d, e, f = outer
        x, y = a * x + c * y + e, b * x + d * y + f
    return frame.place(x, y)


def _add_outline(path: int, outer: Matrix | None, frame: Frame, result: Graphics) -> None:
    """Add the straight edges of a stroked path (a table drawn as rectangles or as one long path)."""
    ffi.path_mode(path, _FILL, _STROKE)
    if not _flags[1]:
        return
    count = ffi.path_segments(path)
    if count > _MAX_SEGMENTS:  # a drawing, not a table
        return
    own = ffi.form_matrix(path)
    combined = own if outer is None else _multiply(own, outer)
    before: tuple[float, float] | None = None
    first: tuple[float, float] | None = None
    for index in range(count):
        segment = ffi.path_segment(path, index)
        here = _point(*ffi.point(segment), combined, frame)
        if ffi.segment_type(segment) == 2:  # move
            _add_edge(before, first, result)
            first = here
        elif before is not None:
            _add_edge(before, here, result)
        before = here
    _add_edge(before, first, result)


def _add_edge(start: tuple[float, float] | None, end: tuple[float, float] | None, result: Graphics) -> None:
    if start is None or end is None or start == end:
        return
    (x0, y0), (x1, y1) = start, end
    if abs(y1 - y0) <= _STRAIGHT and abs(x1 - x0) >= _SHORTEST:
        result.horizontal.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    elif abs(x1 - x0) <= _STRAIGHT and abs(y1 - y0) >= _SHORTEST:
        result.vertical.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
