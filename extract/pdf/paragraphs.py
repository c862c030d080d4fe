"""Lines in reading order → blocks: paragraphs with page cuts joined, tables where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extract.blocks import Block
from extract.pdf.cells import table_block
from extract.pdf.compose import compose
from extract.pdf.heads import broken_lines
from extract.pdf.joining import Pair, joins
from extract.pdf.labels import MARKER
from extract.pdf.lines import Line, pitch
from extract.pdf.margins import Margins
from extract.pdf.tables import Table

_RECIPIENTS: Final = re.compile(r"\s*(?:Nơi\s+(?:nhận|gửi)|Kính gửi)\b", re.I)
_ENDED: Final = re.compile(r"[;.:/]\s*$")


def build_blocks(items: Sequence[Line | Table], margins: dict[int, Margins]) -> list[Block]:
    """Blocks in the order of `items`. Lines of a side-by-side area join only within their column."""
    blocks: list[Block] = []
    paragraph: list[Line] = []
    above: Line | None = None
    areas = _recipient_areas(items)
    broken = broken_lines([item for item in items if isinstance(item, Line)], margins)

    def close() -> None:
        nonlocal above
        if paragraph:
            block = compose(paragraph, margins.get(paragraph[0].page))
            block.space_before = _space_before(above, paragraph[0], margins)
            if block.text or block.calls:
                blocks.append(block)
            above = paragraph[-1]
            paragraph.clear()

    for index, item in enumerate(items):
        if isinstance(item, Table):
            close()
            blocks.append(table_block(item))
            above = None
            continue
        goes_on = id(item) in broken or (
            bool(paragraph) and _continues(paragraph, item, _next_line(items, index), margins, areas)
        )
        if paragraph and not goes_on:
            close()
        paragraph.append(item)
    close()
    return blocks


def _next_line(items: Sequence[Line | Table], index: int) -> Line | None:
    following = items[index + 1] if index + 1 < len(items) else None
    return following if isinstance(following, Line) else None


def _recipient_areas(items: Sequence[Line | Table]) -> set[int]:
    """Numbers of the areas whose left column is a list of recipients."""
    return {
        item.area
        for item in items
        if isinstance(item, Line)
        and item.area is not None
        and item.column == 0
        and _RECIPIENTS.match(item.text)
    }


def _continues(
    paragraph: list[Line], line: Line, after: Line | None, margins: dict[int, Margins], areas: set[int]
) -> bool:
    before = paragraph[-1]
    if (before.area, before.column) != (line.area, line.column):
        return False
    if line.area is not None:
        return line.area in areas and line.column == 0 and _same_recipient(before, line)
    return joins(Pair(paragraph, line, after, margins[line.page], margins[before.page]))


def _same_recipient(before: Line, line: Line) -> bool:
    """Whether a line goes on with the recipient above it (a list of "- …;")."""
    if MARKER.match(line.text) or _RECIPIENTS.match(before.text) or _ENDED.search(before.text):
        return False
    return line.base - before.base < 1.6 * line.size


def _space_before(above: Line | None, first: Line, margins: dict[int, Margins]) -> float | None:
    """Points above a paragraph beyond normal leading; None at the top of a page or column."""
    if above is None or above.page != first.page or above.column != first.column:
        return None
    gap = pitch(above, first) - margins[first.page].leading * first.size
    return round(max(gap, 0.0), 1)
