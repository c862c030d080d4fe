"""Statements under construction and their frames."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from transform.statements.corpus import Agency, Clause, Section
from transform.statements.sentences import Span

STATEMENT_SCHEMA: dict[str, pl.DataType] = {
    "statement_id": pl.String(),
    "campaign_id": pl.String(),
    "outline_path": pl.String(),
    "seq": pl.Int32(),
    "kind": pl.String(),
    "text": pl.String(),
    "group_key": pl.String(),
    "agencies": pl.Int32(),
    "of_agencies": pl.Int32(),
    "in_report": pl.Boolean(),
}
SOURCE_SCHEMA: dict[str, pl.DataType] = {
    "statement_id": pl.String(),
    "seq": pl.Int32(),
    "campaign_id": pl.String(),
    "submission_id": pl.String(),
    "agency_code": pl.String(),
    "section_id": pl.String(),
    "page": pl.Int32(),
    "char_start": pl.Int32(),
    "char_end": pl.Int32(),
    "quote": pl.String(),
}
_PORTION = 20_000
"""Sources turned into a frame at a time: a nation has a million, and quotes as Python text are heavy."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a statement rests on: a quote of a section, or (section None) a submission, or its absence."""

    agency: Agency | None
    submission_id: str | None
    section: Section | None = None
    span: Span | None = None

    @property
    def text(self) -> str:
        """Words of the quote; empty when there is none."""
        return self.section.said(self.span) if self.section and self.span else ""

    @staticmethod
    def of(clause: Clause, span: Span | None = None) -> Source:
        """Return the clause (or the given part of it) as a source."""
        return Source(clause.agency, clause.section.submission_id, clause.section, span or clause.span)


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence of the report with its sources; `anchor` names it across runs, wording apart."""

    path: str
    kind: str
    text: str
    anchor: str
    sources: tuple[Source, ...]
    of_agencies: int
    group: str = ""
    in_report: bool = True
    agencies: int | None = None

    @property
    def backing(self) -> int:
        """Agencies behind the sentence, each counted once."""
        if self.agencies is not None:
            return self.agencies
        return len({source.agency.code for source in self.sources if source.agency})


@dataclass(slots=True)
class Ledger:
    """Collects drafts in the order of the report and turns them into the two frames."""

    campaign_id: str
    drafts: list[Draft] = field(default_factory=list)

    def add(self, drafts: Sequence[Draft]) -> None:
        """Append; a sentence without a source is a fault of ours and stops the run."""
        for draft in drafts:
            if not draft.sources:
                raise ValueError(f"statement without a source: {draft.text!r}")
            self.drafts.append(draft)

    def frames(self) -> dict[str, pl.DataFrame]:
        """`statement` and `statement_source`, rows in the order of the report."""
        statements: list[tuple[object, ...]] = []
        sources: list[tuple[object, ...]] = []
        done: list[pl.DataFrame] = []
        used: dict[str, int] = {}
        places: dict[str, int] = {}
        for draft in self.drafts:
            key = "|".join((self.campaign_id, draft.path, draft.kind, draft.group, draft.anchor))
            used[key] = used.get(key, 0) + 1
            name = hashlib.sha256(f"{key}|{used[key]}".encode()).hexdigest()[:16]
            places[draft.path] = places.get(draft.path, 0) + 1
            statements.append(
                (
                    *(name, self.campaign_id, draft.path, places[draft.path], draft.kind, draft.text),
                    *(draft.group or None, draft.backing, draft.of_agencies, draft.in_report),
                )
            )
            for seq, source in enumerate(draft.sources, start=1):
                sources.append((name, seq, self.campaign_id, *_cells(source)))
            if len(sources) >= _PORTION:
                done.append(_source_frame(sources))
                sources = []
        return {
            "statement": pl.DataFrame(statements, schema=STATEMENT_SCHEMA, orient="row"),
            "statement_source": pl.concat([*done, _source_frame(sources)]),
        }


def _source_frame(sources: list[tuple[object, ...]]) -> pl.DataFrame:
    return pl.DataFrame(sources, schema=SOURCE_SCHEMA, orient="row")


def _cells(source: Source) -> tuple[object, ...]:
    code = source.agency.code if source.agency else None
    if source.section is None or source.span is None:
        return (source.submission_id, code, None, None, None, None, None)
    start, end = source.span.start, source.span.end
    page = source.section.page_at(start)
    return (source.submission_id, code, source.section.id, page, start, end, source.text)
