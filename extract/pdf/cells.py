"""Cells of ruled tables → text and blocks; a table that goes on overleaf is one table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extract.blocks import Block, NoteCall
from extract.pdf.compose import compose
from extract.pdf.lines import Line
from extract.pdf.tables import Table
from extract.pdf.weights import word_width

_NEW_ITEM: Final = re.compile(r"[-–+•*▪]\s*\S|\d{1,2}[.)]\s|[a-zđ]\)\s")
_ENDED: Final = re.compile(r"[.;:,!?)”\"]$")
_TOLERANCE: Final = 6.0
"""Points by which the columns of a continued table may differ."""


def _starts_item(before: Line, line: Line, right: float) -> bool:
    """Whether a line of a cell starts an item: by its marker, after a line that ended or was left short."""
    if not _NEW_ITEM.match(line.text):
        return False
    return _ENDED.search(before.text) is not None or right - before.x1 > word_width(line) + 0.3 * line.size


def cell_text(lines: Sequence[Line]) -> tuple[str, list[str]]:
    """Return a cell's text (items of a list on lines of their own) and the keys of notes called in it."""
    groups: list[list[Line]] = []
    right = max(line.x1 for line in lines)
    for line in lines:
        if groups and not _starts_item(groups[-1][-1], line, right):
            groups[-1].append(line)
        else:
            groups.append([line])
    blocks = [compose(group) for group in groups]
    return "\n".join(block.text for block in blocks), [call.key for block in blocks for call in block.calls]


def table_block(table: Table) -> Block:
    """Return the block of a table, after its notes were bound."""
    cells, calls = [], []
    for row in table.grid:
        texts = []
        for lines in row:
            text, keys = cell_text(lines) if lines else ("", [])
            texts.append(text)
            calls += [NoteCall(0, key) for key in keys]
        cells.append(texts)
    scores = [span.confidence for line in table.lines for span in line.spans if span.confidence is not None]
    return Block(
        kind="table",
        page=table.page,
        page_end=table.page_end,
        cells=cells,
        calls=calls,
        scan=bool(scores) or any(line.scan for line in table.lines),
        confidence=round(sum(scores) / len(scores), 3) if scores else None,
    )


def continue_table(joined: Table, following: Table) -> bool:
    """Append `following` (next page) to `joined` when their columns agree; a repeated header is dropped.

    The caller knows that no text stands between them. Returns whether they were joined.
    """
    if following.page != joined.page_end + 1 or len(following.edges) != len(joined.edges):
        return False
    shift = following.edges[0] - joined.edges[0]
    if any(abs(b - a - shift) > _TOLERANCE for a, b in zip(joined.edges, following.edges, strict=True)):
        return False
    rows = following.grid
    header = 0
    while header < min(3, len(rows), len(joined.grid)) and _texts(rows[header]) == _texts(
        joined.grid[header]
    ):
        header += 1
    rows = rows[header:]
    if rows and _is_cut_row(joined.grid, rows[0]):
        for own, more in zip(joined.grid[-1], rows[0], strict=True):
            if own is not None and more:
                own.extend(more)
        rows = rows[1:]
    joined.grid.extend(rows)
    joined.lines.extend(following.lines)
    joined.page_end = following.page_end
    return True


def _texts(row: list[list[Line] | None]) -> list[str]:
    return [cell_text(cell)[0] if cell else "" for cell in row]


def _is_cut_row(grid: list[list[list[Line] | None]], row: list[list[Line] | None]) -> bool:
    """Whether a page cut the last row: its first cell is blank below a column that is numbered throughout."""
    if row[0] or row[0] is None or not any(row):
        return False
    numbers = [_texts(own[:1])[0].rstrip(".") for own in grid[1:]]
    return len(numbers) >= 1 and all(number.isdecimal() for number in numbers)
