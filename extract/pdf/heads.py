"""Lines of a letterhead that a narrow column broke: which go on with the line above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extract.pdf.columns import STATE, centre
from extract.pdf.lines import CUT_AFTER, CUT_BEFORE, Line
from extract.pdf.margins import Margins
from extract.pdf.weights import word_width

# What begins a line of a letterhead (Nghị định 30/2020, Phụ lục I): bodies, number, subject, motto, date
_BEGINS: Final = re.compile(
    r"(?:UBND|HĐND|UBMTTQ|BCH|(?:ỦY|UỶ) BAN|HỘI|SỞ|BAN|BỘ|CHI|CỤC|TỔNG|TRUNG TÂM|PHÒNG|VĂN PHÒNG|LIÊN|ĐẢNG"
    r"|TỈNH|THÀNH|CÔNG|VIỆN|TRƯỜNG|KHO BẠC|THANH TRA|MẶT TRẬN|ĐOÀN|ĐỘI|HUYỆN|XÃ|PHƯỜNG|THỊ|Số|V/v|Độc lập)\b"
    r"|[*–-]"
)
_DAY: Final = re.compile(r",\s+ngày\b")
_SLACK: Final = 4.0
"""Points by which a column may be narrower than twice the way from its middle to the page's edge."""
_TIGHTER: Final = 0.25
"""Ems by which lines of one paragraph stand closer than paragraphs."""
_NEAR: Final = 1.6


def broken_lines(lines: Sequence[Line], margins: dict[int, Margins]) -> set[int]:
    """`id`s of the lines that go on with the line above them in their column of a letterhead."""
    columns: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        if line.area is not None and line.column is not None:
            columns.setdefault((line.area, line.column), []).append(line)
    found: set[int] = set()
    for area in {area for area, _ in columns}:
        if any(STATE.match(line.text) for line in columns.get((area, 1), [])):
            for side in (0, 1):
                found |= _broken(columns.get((area, side), []), side, margins)
    return found


def _broken(column: Sequence[Line], side: int, margins: dict[int, Margins]) -> set[int]:
    if len(column) < 2:
        return set()
    edges = margins[column[0].page]
    middle = centre(column)
    room = 2 * ((middle - edges.left) if side == 0 else (edges.right - middle))
    gaps = [(below.base - above.base) / max(below.size, 1.0) for above, below in pairwise(column)]
    widest = max(gaps)
    return {
        id(below)
        for (above, below), gap in zip(pairwise(column), gaps, strict=True)
        if (above.spans[-1].edit & CUT_AFTER and below.spans[0].edit & CUT_BEFORE)
        or (
            gap < _NEAR
            and _same_look(above, below)
            and above.x1 - above.x0 + word_width(below) + 0.2 * below.size > room - _SLACK
            and (widest - gap > _TIGHTER or not _BEGINS.match(below.text))
            and not _DAY.search(below.text)
        )
    }


def _same_look(above: Line, below: Line) -> bool:
    looks = [(line.bold, line.italic, line.text.upper() == line.text) for line in (above, below)]
    if below.text.isdecimal():  # a year alone has no capitals
        looks[1] = (below.bold, below.italic, looks[0][2])
    return looks[0] == looks[1] and abs(above.size - below.size) < 0.6
