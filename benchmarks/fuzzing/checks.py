"""What must hold of every result, whatever the input: each check names what is broken."""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import msgspec

from extract.model import Citation, Document, Figure, Section, from_json, to_json

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "document.schema.json"


@cache
def _validator() -> Any:
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def document_faults(document: Document, *, by_schema: bool = False, canary: bytes = b"") -> list[str]:
    """Name every invariant that `document` breaks.

    by_schema: validate against the published schema too (slow). canary: bytes that must not be in the result.
    """
    data = to_json(document)
    faults = set(_faults(document))
    if not data.decode().isascii() and not all(map(_is_composed, _strings(msgspec.to_builtins(document)))):
        faults.add("text is not NFC")
    if to_json(from_json(data)) != data:
        faults.add("JSON does not come back as it went")
    if canary and canary in data:
        faults.add("holds the text of another file")
    if by_schema:
        faults |= {f"schema: {list(e.absolute_path)[:1]}" for e in _validator().iter_errors(json.loads(data))}
    return sorted(faults)


def _is_composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)


def _faults(document: Document) -> Iterator[str]:
    for sections in (document.sections, document.annexes):
        for section in sections:
            yield from _section_faults(section, document.file.pages)
    count = len(document.sections)
    for note in document.footnotes:
        if note.section_index is not None and not 0 <= note.section_index < count:
            yield "footnote of no section"
        yield from _page_faults(note.page, document.file.pages)
    if len(document.table_places) != len(document.tables) or len(document.table_annexes) != len(
        document.tables
    ):
        yield "table without its place"
    if any(place is not None and not 0 <= place < count for place in document.table_places):
        yield "table of no section"
    if any(a is not None and not 0 <= a < len(document.annexes) for a in document.table_annexes):
        yield "table of no annex"
    for k, citation in enumerate(document.citations):
        yield from _citation_faults(document, k, citation)
    for figure in document.figures:
        yield from figure_faults(figure)
        if not any(_at(t, figure) == figure.text for t in _figure_texts(document, figure.section_index)):
            yield "figure is not where it says"
        yield from _page_faults(figure.page, document.file.pages)
    for warning in document.warnings:
        yield from _page_faults(warning.page, document.file.pages)


def _section_faults(section: Section, pages: int | None) -> Iterator[str]:
    if section.level < 1 or (section.marker and not section.path):
        yield "section without level or path"
    if section.confidence is not None and not 0.0 <= section.confidence <= 1.0:
        yield "confidence out of 0..1"
    yield from _page_faults(section.page, pages)
    yield from _page_faults(section.page_end, pages)
    if section.page is not None and section.page_end is not None and section.page_end < section.page:
        yield "section ends before it starts"
    starts = [start for start, _ in section.page_starts]
    if starts != sorted(set(starts)) or any(not 0 <= s <= len(section.text) for s in starts):
        yield "page starts out of order or out of the text"


def _page_faults(page: int | None, pages: int | None) -> Iterator[str]:
    if page is not None and (page < 1 or (pages is not None and page > pages)):
        yield "page out of the file"


def _citation_faults(document: Document, index: int, citation: Citation) -> Iterator[str]:
    yield from citation_faults(citation, len(document.citations))
    if citation.nested_in == index:
        yield "citation nested in itself"
    if citation.section_index is not None and not 0 <= citation.section_index < len(document.sections):
        yield "citation of no section"
        return
    yield from _page_faults(citation.page, document.file.pages)
    if not any(_at(text, citation) == citation.surface for text in _texts(document, citation)):
        yield f"citation is not where it says ({citation.where})"
    if (
        any(not citation.char_end <= citation.full_end <= len(t) for t in _texts(document, citation)[:1])
        and len(_texts(document, citation)) == 1
    ):
        yield "mention ends out of its text"


def citation_faults(citation: Citation, count: int) -> Iterator[str]:
    """Check what holds of a citation alone; count: length of the list it is in."""
    if not 0 <= citation.char_start < citation.char_end:
        yield "citation without extent"
    if citation.nested_in is not None and not 0 <= citation.nested_in < count:
        yield "nested in no citation"
    if citation.date is not None and not _is_date(citation.date):
        yield "date is not a date"


def _is_date(text: str) -> bool:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def figure_faults(figure: Figure) -> Iterator[str]:
    """Check what holds of a figure alone."""
    if not 0 <= figure.char_start < figure.char_end:
        yield "figure without extent"
    if not all(math.isfinite(v) for v in (figure.value, figure.of or 0.0, figure.upper or 0.0)):
        yield "figure is not finite"


def _at(text: str, item: Citation | Figure) -> str:
    return text[item.char_start : item.char_end]


def _texts(document: Document, citation: Citation) -> list[str]:
    """Texts that a citation may stand in, by its `where`."""
    where, index = citation.where, citation.section_index
    if where == "subject":
        return [document.meta.subject or ""]
    if where in ("preamble", "closing"):
        return [str(getattr(document, where))]
    if where == "footnote":
        return [note.text for note in document.footnotes if note.n == citation.footnote]
    if where == "table":
        return [cell for table in document.tables for row in table for cell in row]
    if where == "annex":
        return [text for annex in document.annexes for text in (annex.title, annex.text)]
    return [str(getattr(document.sections[index], where))] if index is not None else []


def _figure_texts(document: Document, index: int | None) -> list[str]:
    notes = [note.text for note in document.footnotes if note.section_index == index]
    return [document.preamble if index is None else document.sections[index].text, *notes]
