"""What the provincial report shows, read once from the warehouse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import duckdb

from report_templates.shared.campaign import Agency, Campaign, read_agencies, read_campaign
from report_templates.shared.query import Row, rows


@dataclass(frozen=True, slots=True)
class Source:
    """A quote behind a sentence, or (`quote` empty) a submission, or (both empty) an agency's silence."""

    agency: str
    agency_code: str
    submission_id: str
    document: str
    place: str
    page: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement as it stands in the report."""

    id: str
    kind: str
    text: str
    group: str
    agencies: int
    of_agencies: int
    in_report: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """An outline item with its sentences in order; `path` is empty for the general part."""

    path: str
    marker: str
    title: str
    level: int
    is_leaf: bool
    sentences: tuple[Sentence, ...]

    @property
    def label(self) -> str:
        """Marker as printed before a title: `III.`, `1.`; a marker with its own mark stays."""
        return f"{self.marker}." if self.marker[-1:].isalnum() else self.marker

    def shown(self, *kinds: str) -> list[Sentence]:
        """Sentences of these kinds (all when none is named) that belong into the draft."""
        return [one for one in self.sentences if one.in_report and (not kinds or one.kind in kinds)]


@dataclass(frozen=True, slots=True)
class Moved:
    """One change since the last run."""

    kind: str
    outline_path: str
    message: str
    before: str
    after: str
    statement_id: str = ""


@dataclass
class Report:
    """Everything the writers need; `parts` in outline order after the general part."""

    campaign: Campaign
    province: str
    agencies: list[Agency]
    parts: list[Part]
    moved: list[Moved] = field(default_factory=list)

    @cached_property
    def names(self) -> dict[str, str]:
        """Agency names by code."""
        return {agency.code: agency.name for agency in self.agencies}


class Change(Protocol):
    """A change as its finder tells it; one that concerns a sentence also has `statement_id`."""

    @property
    def kind(self) -> str:
        """What sort of change."""
        ...

    @property
    def outline_path(self) -> str | None:
        """Item concerned, if one."""
        ...

    @property
    def message(self) -> str | None:
        """The change in a Vietnamese sentence."""
        ...

    @property
    def before(self) -> str | None:
        """What stood before."""
        ...

    @property
    def after(self) -> str | None:
        """What stands now."""
        ...


def _moved(change: Change) -> Moved:
    return Moved(
        kind=change.kind,
        outline_path=change.outline_path or "",
        message=change.message or "",
        before=change.before or "",
        after=change.after or "",
        statement_id=getattr(change, "statement_id", None) or "",
    )


def load(con: duckdb.DuckDBPyConnection, campaign_id: str, changes: Sequence[Change] = ()) -> Report:
    """Read the campaign's statements with their sources; raises `UnknownCampaignError`.

    `changes` since the last run; without them those recorded in the warehouse.
    """
    moved = [_moved(change) for change in changes] or _recorded(con, campaign_id)
    campaign = read_campaign(con, campaign_id)
    agencies = read_agencies(con, campaign_id)
    province = rows(con, "SELECT province FROM campaign WHERE campaign_id = ?", campaign_id)[0]["province"]
    sources = _sources(con, campaign_id, {agency.code: agency.name for agency in agencies})
    sentences: dict[str, list[Sentence]] = defaultdict(list)
    found = rows(con, "SELECT * FROM statement WHERE campaign_id = ? ORDER BY outline_path, seq", campaign_id)
    for row in found:
        sentences[row["outline_path"] or ""].append(_sentence(row, sources))
    parts = [Part("", "", "Tình hình gửi báo cáo", 1, True, tuple(sentences.get("", ())))]
    items = rows(
        con, "SELECT * FROM outline_item WHERE campaign_id = ? ORDER BY seq, outline_path", campaign_id
    )
    parts.extend(
        Part(
            row["outline_path"],
            row["marker"] or "",
            row["title"] or "",
            row["level"] or 1,
            bool(row["is_leaf"]),
            tuple(sentences.get(row["outline_path"], ())),
        )
        for row in items
    )
    return Report(campaign, province or "", agencies, parts, moved)


def _recorded(con: duckdb.DuckDBPyConnection, campaign_id: str) -> list[Moved]:
    found = rows(con, "SELECT * FROM change WHERE campaign_id = ? ORDER BY seq", campaign_id)
    return [
        Moved(
            row["kind"],
            row["outline_path"] or "",
            row["message"] or "",
            row["before"] or "",
            row["after"] or "",
            row.get("statement_id") or "",
        )
        for row in found
    ]


def _sentence(row: Row, sources: Mapping[str, list[Source]]) -> Sentence:
    return Sentence(
        id=row["statement_id"],
        kind=row["kind"],
        text=row["text"],
        group=row["group_key"] or "",
        agencies=row["agencies"] or 0,
        of_agencies=row["of_agencies"] or 0,
        in_report=row["in_report"] is not False,
        sources=tuple(sources.get(row["statement_id"], ())),
    )


_SOURCES = """
SELECT s.statement_id, s.agency_code, s.submission_id, s.page, s.quote, c.path, c.title, d.number, m.file_name
FROM statement_source AS s
LEFT JOIN section AS c ON c.section_id = s.section_id
LEFT JOIN document AS d ON d.submission_id = s.submission_id
LEFT JOIN submission AS m ON m.submission_id = s.submission_id
WHERE s.campaign_id = ?
ORDER BY s.statement_id, s.seq
"""


def _sources(
    con: duckdb.DuckDBPyConnection, campaign_id: str, names: Mapping[str, str]
) -> dict[str, list[Source]]:
    found: dict[str, list[Source]] = defaultdict(list)
    for row in rows(con, _SOURCES, campaign_id):
        code = row["agency_code"] or ""
        found[row["statement_id"]].append(
            Source(
                agency=names.get(code, row["file_name"] or code),
                agency_code=code,
                submission_id=row["submission_id"] or "",
                document=row["number"] or "",
                place=_place(row["path"], row["title"]),
                page=row["page"],
                quote=row["quote"] or "",
            )
        )
    return found


def _place(path: str | None, title: str | None) -> str:
    """Where in the report: its own numbering when it has one, else the title."""
    if path:
        return f"mục {path}"
    return f"mục “{title}”" if title else ""
