"""Blocks → lines: soft breaks cut where a marker follows, style measured, quotations followed."""

from __future__ import annotations

import re

from extract.blocks import Block
from extract.structure import markers
from extract.structure.bare import weigh_bare
from extract.structure.types import BOLD, Line
from extract.structure.wording import is_caps
from extract.structure.wrapped import find_wrapped

_QUOTE_REACH = 40
"""An opening quotation mark without its end is given up after so many lines."""
_MAX_UNSIGNED = 160
_OPENING, _CLOSING = ("“", '"'), ("”", '"')
_MARKS = re.compile('[“”"]')
_BULLET = re.compile(r"[-–—+*•●▪■◦○·§Øü\uf000-\uf0ff]+\.?$")


def to_lines(blocks: list[Block], indexes: list[int], *, annex: bool = False) -> list[Line]:
    """Cut the chosen blocks into lines and attach every marker the grammar allows.

    annex: they stand after the signature, where a line in the middle above a table names an annex.
    """
    out: list[Line] = []
    for index in indexes:
        block = blocks[index]
        if block.kind == "table":
            out.append(Line(block, index, 0, "", table=True))
            continue
        out.extend(_cut(block, index))
    _take_unsigned(out)
    _follow_quotes(out)
    weigh_bare(out, annex=annex)
    find_wrapped(out)
    return out


def _take_unsigned(lines: list[Line]) -> None:
    """Attach numbers without a sign to titles in bold, where the document has a first and a second."""
    found = [
        (line, marker)
        for line in lines
        if not (line.table or line.marker or line.number) and line.bold >= BOLD
        and len(line.text) <= _MAX_UNSIGNED and (marker := markers.unsigned(line.text)) is not None
    ]  # fmt: skip
    if {"1", "2"} <= {marker.label for _, marker in found}:
        for line, marker in found:
            line.marker, line.caps = marker, is_caps(line.text[marker.end :])


def label_text(block: Block) -> str:
    """Automatic label to print before the text: bullets of symbol fonts as "-", "" when none."""
    if not block.number:
        return ""
    label = block.number.strip()
    if _BULLET.fullmatch(label):
        return label if label in "-–—+*•" else "-"
    return label


def _cut(block: Block, index: int) -> list[Line]:
    text = block.text
    if "\n" not in text:
        return [_line(block, index, 0, text, block.number)]
    out: list[Line] = []
    start = 0
    offset = 0
    for part in text.split("\n"):
        if offset > start and _opens(part):
            out.append(
                _line(block, index, start, text[start : offset - 1], block.number if not start else None)
            )
            start = offset
        offset += len(part) + 1
    out.append(_line(block, index, start, text[start:], block.number if not start else None))
    return out


def _opens(part: str) -> bool:
    marker = markers.parse(part)
    return marker is not None and (marker.spaced or part[marker.end : marker.end + 1].isupper())


def _line(block: Block, index: int, start: int, text: str, number: str | None) -> Line:
    lead = len(text) - len(text.lstrip())
    prefix = min(max(0, block.bold_prefix - start), len(text))
    whole = len(block.text) == len(text)
    bold = block.bold if whole else _share(block, start, text, prefix)
    marker = None
    shown = label_text(block) if number else None
    if shown and not _BULLET.fullmatch(shown):
        auto = markers.parse_label(shown)
        if auto is not None:
            marker = markers.Marker(auto.shown, 0, auto.readings, auto.label)
    if marker is None and not shown:
        marker = markers.parse(text[lead:])
        if marker and lead:
            marker = markers.Marker(
                marker.shown, marker.end + lead, marker.readings, marker.label, marker.spaced
            )
    if marker is not None and not block.scan:
        marker = marker.without_ocr()
    rest = text[marker.end :] if marker else text
    return Line(
        block, index, start, text, bold, block.italic, prefix,
        lead_prefix=min(max(0, block.lead_prefix - start), len(text)),
        caps=is_caps(rest.split("\n")[0]), centered=block.align == "center", number=shown, marker=marker,
    )  # fmt: skip


def _share(block: Block, start: int, text: str, prefix: int) -> float:
    if block.bold >= BOLD or prefix >= len(text.rstrip()):
        return 1.0
    return 0.0 if start >= block.bold_prefix and block.bold < 0.5 else prefix / max(1, len(text))


def _follow_quotes(lines: list[Line]) -> None:
    _follow_citations(lines)
    opened_at = -1
    for i, line in enumerate(lines):
        line.quoted = line.cited or (opened_at >= 0 and i - opened_at <= _QUOTE_REACH)
        opened, closed = line.text.rfind("“"), line.text.rfind("”")
        if opened > closed and (not line.block.scan or _is_closed(lines, i, opened)):
            opened_at = i
        elif closed >= 0:
            opened_at = -1


def _follow_citations(lines: list[Line]) -> None:
    """Mark paragraphs quoted as such ("“Điều 5. …", "1. …", "2. …”"): no other mark may stand in between."""
    for i, line in enumerate(lines):
        if line.text.lstrip()[:1] not in _OPENING or line.cited or _MARKS.search(line.text.lstrip()[1:]):
            continue
        for k in range(i + 1, min(i + 1 + _QUOTE_REACH, len(lines))):
            mark = _MARKS.search(lines[k].text)
            if mark is None:
                continue
            if mark[0] in _CLOSING and mark.end() >= len(lines[k].text.rstrip(" .;,:)")):
                for quoted in lines[i + 1 : k + 1]:
                    quoted.cited = True
            break


def _is_closed(lines: list[Line], start: int, opened: int) -> bool:
    """On a scan, specks look like quotation marks: one counts before a word, and with its end in reach."""
    if not lines[start].text[opened + 1 : opened + 2].isalnum():
        return False
    return any("”" in line.text for line in lines[start + 1 : start + 1 + _QUOTE_REACH])
