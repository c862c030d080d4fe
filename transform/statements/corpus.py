"""The reports that count, arranged by outline item: current, read, not secret, of a listed agency.

`arrange.build` makes a `Corpus` out of the frames of a campaign.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from transform.statements.privacy import is_private
from transform.statements.remember import remembered
from transform.statements.sentences import Span, clauses, sentences
from transform.text import page_at

Frames = Mapping[str, pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency of the list; `kind` as in agencies.csv, `region` its superior or area."""

    code: str
    name: str
    kind: str
    region: str
    required: bool
    rank: int


@dataclass(frozen=True, slots=True)
class Item:
    """An outline item with the facts that decide what is said about it."""

    path: str
    title: str
    level: int
    rank: int
    is_leaf: bool
    required: bool
    expects: frozenset[str]
    parent: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a report that counts; `pages` maps offsets of `text` to page numbers, ascending."""

    id: str
    submission_id: str
    agency: Agency
    seq: int
    title: str
    text: str
    page: int | None
    pages: tuple[tuple[int, int], ...]
    context: str
    scan: bool

    def __hash__(self) -> int:
        return hash(self.id)

    def said(self, span: Span) -> str:
        """Words at the span exactly as printed."""
        return self.text[span.start : span.end]

    def page_at(self, offset: int) -> int | None:
        """Page on which the character at `offset` is printed; None where the format has no pages."""
        return page_at(offset, self.page, self.pages)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a section that may be quoted; `context` is the title or lead-in that it stands under."""

    section: Section
    span: Span
    context: str

    @property
    def text(self) -> str:
        """The words exactly as printed."""
        return self.section.said(self.span)

    @property
    def agency(self) -> Agency:
        """Whose report it is."""
        return self.section.agency

    @property
    def order(self) -> tuple[int, str, int, int]:
        """Place in the officer's list, then in the report."""
        return (self.agency.rank, self.agency.code, self.section.seq, self.span.start)


@dataclass(slots=True)
class Corpus:
    """What the composition reads. `reports` maps agency code to its current submission."""

    campaign_id: str
    agencies: dict[str, Agency]
    items: list[Item]
    reports: dict[str, str]
    sections: dict[str, list[Section]]
    coverage: dict[str, dict[str, str | None]]
    covering: dict[tuple[str, str], str]
    paths: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Items of a section that answers more than one."""
    by_id: dict[str, Section] = field(default_factory=dict)
    frames: Frames = field(default_factory=dict)

    def readers(self) -> list[Agency]:
        """Agencies whose report was read, in list order."""
        return [agency for agency in self.agencies.values() if agency.code in self.reports]


@remembered(1 << 16)
def private_at(section: Section, span: Span) -> bool:
    """Whether the sentence must not be quoted, judged by its words and by the section around it."""
    return is_private(section.said(span), section.context, section.text)


@remembered(8192)
def quotable(section: Section, split_clauses: bool = False) -> tuple[Clause, ...]:
    """Sentences (or clauses between semicolons) of a section that may be quoted, in print order.

    Lead-ins ending in a colon are not content; they become the `context` of what follows in the
    section. Sentences with private data are left out.
    """
    found: list[Clause] = []
    context = section.context
    for span in sentences(section.text):
        text = section.said(span)
        if text.endswith(":"):
            context = text
            continue
        if len(text.split()) < 4 or private_at(section, span):
            continue
        parts = clauses(section.text, span) if split_clauses else [span]
        found.extend(Clause(section, part, context) for part in parts)
    return tuple(found)
