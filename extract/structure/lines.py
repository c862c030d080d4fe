"""Blocks → lines: soft breaks cut where a marker follows, style measured, quotations followed."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from extract.blocks import Block
from extract.structure import markers
from extract.structure import vocabulary as v
from extract.structure.types import Line
from extract.structure.wording import ends_open, first_letter, is_caps

BOLD = 0.85
"""Share of bold letters from which a line counts as set in bold."""
_QUOTE_REACH = 40
"""An opening quotation mark without its end is given up after so many lines."""
_OPENING, _CLOSING = ("“", '"'), ("”", '"')
_MARKS = re.compile('[“”"]')
_CAPTION = re.compile(r"(?:Bảng|Biểu|Hình|Sơ đồ|Biểu đồ|Đơn vị tính|ĐVT|Ghi chú|Chú thích)\b", re.IGNORECASE)
_HEADING_STYLE = re.compile(r"^(?:heading|title|tiêu đề|đề mục|muc|mục)\b", re.IGNORECASE)
_BULLET = re.compile(r"[-–—+*•●▪■◦○·§Øü\uf000-\uf0ff]+\.?$")
_MAX_BARE = 160
_MAX_DECIDER = 3
_EDGE_TO_EDGE = 40
"""Capitals of a centred line from which it may reach from edge to edge and look like any other line."""


def to_lines(blocks: list[Block], indexes: list[int]) -> list[Line]:
    """Cut the chosen blocks into lines and attach every marker the grammar allows."""
    out: list[Line] = []
    for index in indexes:
        block = blocks[index]
        if block.kind == "table":
            out.append(Line(block, index, 0, "", table=True))
            continue
        out.extend(_cut(block, index))
    _follow_quotes(out)
    _weigh_bare(out)
    _find_wrapped(out)
    return out


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


def _find_wrapped(lines: list[Line]) -> None:
    """Mark lines that only continue the heading printed on the line before (Enter pressed in a title)."""
    named = False  # the line before gives the name of a label that stands alone above it
    for before, line in pairwise(lines):
        if before.table or line.table or line.marker or line.number or not line.text.strip():
            named = False
            continue
        if before.marker is not None and not before.rest.strip():
            named = True
            continue
        head = before.marker is not None or before.wrapped or before.bare > 0 or named
        named = False
        if head and _continues(before, line):
            line.wrapped = True
            line.bare = 0.0


def _continues(before: Line, line: Line) -> bool:  # noqa: PLR0911 - a list of signs, one a line
    tail = before.text.rstrip()
    if tail[-1:] in ".;:!?" or len(line.text) > 220 or len(tail) > 300:
        return False
    if line.text[0].islower() and (before.bold >= BOLD) == (line.bold >= BOLD) and len(tail) < 150:
        return len(line.text) < 150 and before.block.size == line.block.size
    bold_pair = before.bold >= BOLD and line.bold >= BOLD
    caps_pair = before.caps and line.caps
    if not (bold_pair or caps_pair) or before.block.size != line.block.size:
        return False
    if (line.block.outline_level is None) != (before.block.outline_level is None):
        return False
    middle = line.centered and before.centered
    if bold_pair and (line.centered or before.centered):  # one line of a title may reach both edges
        middle = middle or len(tail if line.centered else line.text) >= _EDGE_TO_EDGE
    if middle and caps_pair and line.text.lstrip()[0] not in "(-*":
        return True
    if first_letter(line.text).islower() or ends_open(tail):
        return True
    return (
        caps_pair == line.caps
        and len(tail) > 55
        and before.block.align == line.block.align
        and not before.bare
    )


def _weigh_bare(lines: list[Line]) -> None:
    """Give unnumbered lines the evidence that they are headings; most get none."""
    plain = [ln for ln in lines if not ln.table and not ln.marker]
    letters = sum(len(ln.text) for ln in plain) or 1
    bold_text = sum(len(ln.text) * ln.bold for ln in plain) / letters
    decider = _decider(lines)
    for i, line in enumerate(lines):
        if i < decider or line.table or line.marker or line.wrapped or line.number:
            continue
        if i and lines[i - 1].marker is not None and not lines[i - 1].rest.strip():
            continue  # the name of a label that stands alone on the line above
        after = lines[i + 1] if i + 1 < len(lines) else None
        line.bare = _bare_evidence(line, after, bold_text)


def _decider(lines: list[Line]) -> int:
    """Count the lines in capitals that say who decides, between the subject and the grounds."""
    for i, line in enumerate(lines[: _MAX_DECIDER + 1]):
        if i and v.GROUNDS.match(line.text):
            first = lines[0].text
            return i if v.TITLES.match(first) or f"{first.upper()} ".startswith(v.AGENCY_HEADS) else 0
        if line.table or line.marker or not line.caps:
            return 0
    return 0


def _bare_evidence(line: Line, after: Line | None, bold_text: float) -> float:  # noqa: PLR0911 - a list of signs
    text = line.text.strip()
    if len(text) < 4 or len(text) > _MAX_BARE or not first_letter(text).isupper() or _CAPTION.match(text):
        return 0.0
    if text[0] in '-–+*•(“"' or text[-1] in ".;,!" or (after is not None and after.table):
        return 0.0
    if v.ENACTS.match(text) and (text[-1] == ":" or (after is not None and after.marker is not None)):
        return 0.0
    block = line.block
    if block.column is not None or v.QUOC_HIEU.search(text) or v.TIEU_NGU.search(text):
        return 0.0  # the head or the signature of a form or of another document in an annex
    if block.outline_level is not None or _HEADING_STYLE.match(block.style or ""):
        return 3.0
    if after is None or line.bold < 0.95 or bold_text > 0.35:
        return 0.0
    if line.centered and line.caps and text[-1] != ":":
        return 1.6
    if after.marker is None and after.bold < 0.5 and len(after.text) > 60:
        return 1.4 if text[-1] != ":" or len(text) <= 70 else 0.0
    if after.marker is not None and len(text) <= 80 and text[-1] != ":":
        return 1.0
    return 0.8 if line.caps and text[-1] != ":" else 0.0


def body_size(lines: list[Line]) -> float | None:
    """Most common font size by letters, or None when no reader gave one."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.block.size:
            sizes[line.block.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else None
