"""What the provincial report shows, read once from the warehouse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import duckdb

from report_templates.provincial.sentences import Sentence, read_sentences
from report_templates.shared.campaign import Agency, Campaign, read_agencies, read_campaign
from report_templates.shared.query import rows


@dataclass(frozen=True, slots=True)
class Part:
    """An outline item with its sentences of the draft in order; `path` is empty for the general part."""

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
        """Sentences of these kinds, all when none is named."""
        return [one for one in self.sentences if not kinds or one.kind in kinds]


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
class Facts:
    """What report and annexes are about: the campaign, its agencies, what moved since the last run."""

    campaign: Campaign
    agencies: list[Agency]
    moved: list[Moved]

    @cached_property
    def names(self) -> dict[str, str]:
        """Agency names by code."""
        return {agency.code: agency.name for agency in self.agencies}


@dataclass
class Report(Facts):
    """Everything the writers of the report need; `parts` in outline order after the general part."""

    province: str
    parts: list[Part]


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


def load_facts(con: duckdb.DuckDBPyConnection, campaign_id: str, changes: Sequence[Change] = ()) -> Facts:
    """Read what report and annexes are about; raises `UnknownCampaignError`.

    `changes` since the last run; without them those recorded in the warehouse.
    """
    moved = [_moved(change) for change in changes] or _recorded(con, campaign_id)
    return Facts(read_campaign(con, campaign_id), read_agencies(con, campaign_id), moved)


def load(con: duckdb.DuckDBPyConnection, campaign_id: str, changes: Sequence[Change] = ()) -> Report:
    """Read, beside the facts (`load_facts`), the sentences of the draft with their sources.

    What stands in the annex alone is read when it is written (`read_sentences`).
    """
    facts = load_facts(con, campaign_id, changes)
    province = rows(con, "SELECT province FROM campaign WHERE campaign_id = ?", campaign_id)[0]["province"]
    sentences: dict[str, list[Sentence]] = defaultdict(list)
    for one in read_sentences(con, campaign_id, facts.names, in_report=True):
        sentences[one.path].append(one)
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
    return Report(facts.campaign, facts.agencies, facts.moved, province or "", parts)


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
