"""Unnumbered lines: what speaks for one being a heading."""

from __future__ import annotations

import re

from extract.structure import vocabulary as v
from extract.structure.types import BOLD, Line
from extract.structure.wording import first_letter

_CAPTION = re.compile(r"(?:Bảng|Biểu|Hình|Sơ đồ|Biểu đồ|Đơn vị tính|ĐVT|Ghi chú|Chú thích)\b", re.IGNORECASE)
_HEADING_STYLE = re.compile(r"^(?:heading|title|tiêu đề|đề mục|muc|mục)\b", re.IGNORECASE)
_MAX_BARE = 160
_TITLE = 1.6
"""Evidence of a line in the middle in bold capitals."""
_MAX_DECIDER = 3


def weigh_bare(lines: list[Line], *, annex: bool) -> None:
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
        if annex and after is not None and after.table and _names_table(line):
            line.bare = _TITLE


def _decider(lines: list[Line]) -> int:
    """Count the lines in capitals that say who decides, between the subject and the grounds."""
    for i, line in enumerate(lines[: _MAX_DECIDER + 1]):
        if i and v.GROUNDS.match(line.text):
            first = lines[0].text
            return i if v.TITLES.match(first) or f"{first.upper()} ".startswith(v.AGENCY_HEADS) else 0
        if line.table or line.marker or not line.caps:
            return 0
    return 0


def _names_table(line: Line) -> bool:
    """Whether a line set as the title of an annex is one: in the middle, in bold capitals."""
    text = line.text.strip()
    return (
        line.centered and line.caps and line.bold >= BOLD and len(text) <= _MAX_BARE and text[-1:].isalnum()
    )


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
        return _TITLE
    if after.marker is None and after.bold < 0.5 and len(after.text) > 60:
        return 1.4 if text[-1] != ":" or len(text) <= 70 else 0.0
    if after.marker is not None and len(text) <= 80 and text[-1] != ":":
        return 1.0
    return 0.8 if line.caps and text[-1] != ":" else 0.0
