"""Lists of documents printed as a table: what the other cells of a row say of the number in one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from extract.citations.dates import read_date
from extract.citations.doctypes import WORDS, bare
from extract.citations.folding import fold
from extract.citations.wordlists import phrase_set
from extract.model import Citation

HEADINGS: dict[str, frozenset[str]] = {
    "number": phrase_set("""
so ky hieu; so, ky hieu; so va ky hieu; so/ky hieu; so hieu; so hieu van ban; so van ban; so, ky hieu van ban
so ky hieu van ban; ky hieu; so - ky hieu
"""),
    "date": phrase_set("""
ngay; ngay thang; ngay, thang; ngay ban hanh; ngay thang ban hanh; ngay, thang ban hanh; ngay van ban; ngay ky
ngay, thang, nam; ngay thang nam; ngay thang nam ban hanh; ngay, thang, nam ban hanh; thoi gian ban hanh
ngay thang van ban; ngay, thang van ban
"""),
    "subject": phrase_set("""
trich yeu; trich yeu noi dung; noi dung; noi dung van ban; noi dung trich yeu; trich yeu van ban; ve viec
trich yeu noi dung van ban
"""),
    "issuer": phrase_set("""
co quan ban hanh; noi ban hanh; don vi ban hanh; co quan, don vi ban hanh; cap ban hanh; tac gia
co quan ban hanh van ban; chu the ban hanh
"""),
    "type": phrase_set("loai van ban; ten loai; hinh thuc van ban; the loai; ten loai van ban; loai"),
}
"""Headings of columns (small letters, without marks) by the field they hold."""

_HEAD_ROWS = 3
_LEADING = re.compile(r"\A(?:v/v|về việc|về)[:\s]\s*", re.IGNORECASE)


def columns(table: Sequence[Sequence[str]]) -> dict[str, int]:
    """Field → column of a table that lists documents; empty when no row at its top heads such a list."""
    for row in table[:_HEAD_ROWS]:
        found: dict[str, int] = {}
        for at, cell in enumerate(row):
            heading = bare(" ".join(cell.split()).strip(" :.*"))
            for field, headings in HEADINGS.items():
                if heading in headings:
                    found.setdefault(field, at)
        if "number" in found and len(found) > 1:
            return found
    return {}


def fields(row: Sequence[str], place: Mapping[str, int]) -> dict[str, str]:
    """Cells of `row` by field, the number's left out; empty cells too."""
    cells = {field: row[at] for field, at in place.items() if field != "number" and at < len(row)}
    return {field: " ".join(cell.split()) for field, cell in cells.items() if cell.strip()}


def complete(citation: Citation, cells: Mapping[str, str]) -> Citation:
    """Copy of `citation` with what its own cell leaves out taken from the row's other cells.

    The row speaks of this document alone, so these fields are printed, not `inherited` from a neighbour.
    """
    new: dict[str, object] = {}
    if citation.date is None and (date := _date(cells.get("date", ""))):
        new["date"] = date
    for field in ("subject", "issuer"):
        if getattr(citation, field) is None and field in cells:
            new[field] = _LEADING.sub("", cells[field]) if field == "subject" else cells[field]
    name = WORDS.get(cells.get("type", "").lower())
    if name and (citation.type is None or "type" in citation.inherited):
        new["type"] = name
    inherited = [field for field in citation.inherited if field not in new]
    return msgspec.structs.replace(citation, **new, inherited=inherited) if new else citation


def _date(cell: str) -> str | None:
    folded = fold(cell).text
    found = read_date(folded, 0, len(folded))
    return found.iso if found and not folded[found.end :].strip() else None
