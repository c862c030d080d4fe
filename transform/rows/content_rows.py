"""What stands inside the documents: sections, matches, footnotes, citations, tables, figures."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.encoding import search_key
from extract.model import Document
from transform.campaign import Campaign, OverrideKind
from transform.entry import Entry
from transform.matching.tree import build
from transform.text import count_words, to_date

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Content:
    """One document that was read, with the ids that its rows share."""

    campaign_id: str
    entry: Entry
    document: Document

    @property
    def shared(self) -> Row:
        """Key columns common to the rows of one submission."""
        return {"submission_id": self.entry.submission_id, "campaign_id": self.campaign_id}

    def section_id(self, index: int | None) -> str | None:
        """Id of the section at `index` (0-based); None before the first section."""
        return None if index is None else f"{self.entry.submission_id}-{index + 1:03d}"


def contents(campaign: Campaign, entries: Sequence[Entry]) -> list[Content]:
    """Documents whose text may be stored: read, and bearing no secrecy mark."""
    return [Content(campaign.id, e, e.document) for e in entries if e.document is not None and not e.secret]


def section_rows(content: Content) -> Iterator[Row]:
    """Sections as printed, each with the outline item it answers first of all."""
    primary = {match.section: match for match in content.entry.matches if match.primary}
    nodes = build(content.document.sections)
    for node in nodes:
        section, match = node.section, primary.get(node.index)
        yield {
            **content.shared,
            "section_id": content.section_id(node.index),
            "agency_code": content.entry.assignment.code,
            "seq": node.index + 1,
            "path": ".".join(section.path),
            "marker": section.marker,
            "level": section.level,
            "kind": section.kind,
            "title": section.title,
            "text": section.text,
            "page": section.page,
            "page_end": section.page_end,
            "page_starts": json.dumps(section.page_starts) if section.page_starts else None,
            "words": count_words(section.text),
            "outline_path": match.outline_path if match else None,
            "match_score": match.score if match else None,
            "match_kind": match.kind if match else None,
            "parent_id": content.section_id(node.parent),
            "scan": section.scan,
            "confidence": section.confidence,
            "text_search": search_key(f"{section.title}\n{section.text}"),
        }


def match_rows(content: Content) -> Iterator[Row]:
    """All pairs of section and item, also the further items of a merged section."""
    for match in content.entry.matches:
        yield {
            **content.shared,
            "section_id": content.section_id(match.section),
            "outline_path": match.outline_path,
            "match_score": match.score,
            "match_kind": match.kind,
        }


def footnote_rows(content: Content) -> Iterator[Row]:
    """Footnotes with the section that calls them."""
    for seq, note in enumerate(content.document.footnotes, start=1):
        yield {
            **content.shared,
            "footnote_id": f"{content.entry.submission_id}-n{seq:03d}",
            "section_id": content.section_id(note.section_index),
            "n": note.n,
            "text": note.text,
            "anchor": note.anchor,
            "page": note.page,
        }


def dropped_citations(campaign: Campaign, entry: Entry) -> frozenset[int]:
    """Indexes of citations that the officer says are none."""
    surfaces = {
        override.surface
        for override in campaign.overrides
        if override.kind is OverrideKind.NOT_CITATION and override.file == entry.file.name
    }
    if not surfaces or entry.document is None:
        return frozenset()
    return frozenset(i for i, c in enumerate(entry.document.citations) if c.surface in surfaces)


def citation_rows(content: Content, dropped: frozenset[int]) -> Iterator[Row]:
    """Every mention of a document, in order; `cited_document_id` is set by the register."""
    for index, citation in enumerate(content.document.citations):
        if index in dropped:
            continue
        nested = citation.nested_in if citation.nested_in not in dropped else None
        yield {
            **content.shared,
            "citation_id": citation_id(content.entry, index),
            "agency_code": content.entry.assignment.code,
            "section_id": content.section_id(citation.section_index),
            "footnote_n": citation.footnote,
            "place": citation.where,
            "seq": index + 1,
            "surface": citation.surface,
            "type": citation.type,
            "number": citation.number,
            "symbol": citation.symbol,
            "year": citation.year,
            "date": to_date(citation.date),
            "issuer": citation.issuer,
            "subject": citation.subject,
            "article": citation.article,
            "inherited": ",".join(citation.inherited) or None,
            "repaired": citation.repaired,
            "warnings": ",".join(citation.warnings) or None,
            "nested_in": None if nested is None else citation_id(content.entry, nested),
            "page": citation.page,
            "char_start": citation.char_start,
            "char_end": citation.char_end,
        }


def citation_id(entry: Entry, index: int) -> str:
    """Id of the citation at `index` (0-based) of the document."""
    return f"{entry.submission_id}-c{index + 1:04d}"


def annex_rows(content: Content) -> Iterator[Row]:
    """Sections of what stands after the signature, as printed; no outline item is answered there."""
    for index, annex in enumerate(content.document.annexes):
        yield {
            **content.shared,
            "annex_id": _annex_id(content, index),
            "agency_code": content.entry.assignment.code,
            "seq": index + 1,
            "marker": annex.marker,
            "level": annex.level,
            "title": annex.title,
            "text": annex.text,
            "page": annex.page,
            "page_end": annex.page_end,
            "words": count_words(annex.text),
            "text_search": search_key(f"{annex.title}\n{annex.text}"),
        }


def _annex_id(content: Content, index: int | None) -> str | None:
    return None if index is None else f"{content.entry.submission_id}-p{index + 1:03d}"


def table_rows(content: Content) -> Iterator[Row]:
    """Tables with their size and section, or the annex they stand in."""
    places = content.document.table_places
    sections, annexes = content.document.sections, content.document.annexes
    outside = content.document.table_annexes
    for seq, table in enumerate(content.document.tables):
        place = places[seq] if seq < len(places) else None
        annex = outside[seq] if seq < len(outside) else None
        above = sections[place] if place is not None else annexes[annex] if annex is not None else None
        yield {
            **content.shared,
            "table_id": _table_id(content, seq),
            "section_id": content.section_id(place),
            "seq": seq + 1,
            "rows": len(table),
            "columns": max((len(row) for row in table), default=0),
            "page": above.page if above is not None else None,
            "annex_id": _annex_id(content, annex),
        }


def cell_rows(content: Content) -> Iterator[tuple[object, ...]]:
    """Cells in declared column order: table_id, row, column, campaign_id, submission_id, text."""
    for seq, table in enumerate(content.document.tables):
        for row, cells in enumerate(table):
            for column, text in enumerate(cells):
                yield (
                    _table_id(content, seq),
                    row,
                    column,
                    content.campaign_id,
                    content.entry.submission_id,
                    text,
                )


def figure_rows(content: Content) -> Iterator[Row]:
    """Numbers in prose with their units."""
    for seq, figure in enumerate(content.document.figures, start=1):
        yield {
            **content.shared,
            "figure_id": f"{content.entry.submission_id}-f{seq:04d}",
            "agency_code": content.entry.assignment.code,
            "section_id": content.section_id(figure.section_index),
            "value": figure.value,
            "unit": figure.unit,
            "qualifier": figure.qualifier,
            "period": figure.period,
            "text": figure.text,
            "page": figure.page,
            "char_start": figure.char_start,
            "char_end": figure.char_end,
        }


def _table_id(content: Content, seq: int) -> str:
    return f"{content.entry.submission_id}-t{seq + 1:03d}"
