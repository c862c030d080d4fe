"""What a campaign is: frozen, unknown keys refused, every default visible here."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from transform.campaign.fields import (
    Arrival,
    Code,
    Day,
    Deadline,
    Email,
    Expect,
    Filled,
    Flag,
    Kind,
    Text,
    clean_marker,
)

__all__ = [
    "Agency",
    "Campaign",
    "Code",
    "Deadline",
    "Filled",
    "OutlineItem",
    "Override",
    "Text",
    "clean_marker",
]


class Frozen(BaseModel):
    """Base of every part of a campaign."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Request(Frozen):
    """The letter that asked for the reports; `number` without its symbol."""

    type: Text = "Công văn"
    number: Text | None = None
    symbol: Text | None = None
    date: Day | None = None
    issuer: Text | None = None

    @property
    def full_number(self) -> str | None:
        """Number and symbol joined as printed: `2057/SNV-CQTN&VTLT`."""
        if self.number and self.symbol:
            return f"{self.number}/{self.symbol}"
        return self.number


class Period(Frozen):
    """The time reported on, both days included."""

    start: Day | None = Field(default=None, alias="from")
    end: Day | None = Field(default=None, alias="to")


class Consolidator(Frozen):
    """Who collects: the letterhead of the letters that the program drafts."""

    parent: Text | None = None
    name: Text | None = None
    symbol: Text | None = None
    place: Text | None = None


class Defaults(Frozen):
    """What holds for an outline item that does not say otherwise."""

    required: Flag = True
    min_words: Annotated[int, Field(ge=0)] = 40
    expects: tuple[Expect, ...] = ()


class OutlineNode(Frozen):
    """One outline item as written in campaign.yaml."""

    marker: Filled
    title: Filled
    required: Flag | None = None
    min_words: Annotated[int, Field(ge=0)] | None = None
    expects: tuple[Expect, ...] | None = None
    items: tuple[OutlineNode, ...] = ()


class OutlineItem(Frozen):
    """One outline item with its defaults applied, in the order of the outline (`seq` from 1)."""

    path: str
    seq: int
    marker: str
    title: str
    level: int
    parent_path: str | None
    is_leaf: bool
    required: bool
    min_words: int
    expects: tuple[Expect, ...]


class Agency(Frozen):
    """One row of the officer's list. `deadline` None = the campaign's."""

    code: Code
    name: Filled
    kind: Kind
    parent: Text | None = None
    email: Email | None = None
    aliases: tuple[str, ...] = ()
    required: Flag = True
    deadline: Deadline | None = None


class RegisterRow(Frozen):
    """One row of the register of incoming documents; `file` is relative to inbox/, with /."""

    file: Filled
    received_at: Arrival | None = None
    agency: Text | None = None
    arrival_number: Text | None = None
    note: Text | None = None


class OverrideKind(StrEnum):
    """What an officer may correct by hand."""

    AGENCY = "agency"
    OUTLINE = "outline"
    NOT_CITATION = "not_citation"
    NOT_MISSING = "not_missing"


class Override(Frozen):
    """One correction. `file` is relative to inbox/; which other fields are needed depends on `kind`.

    agency: file, agency. outline: file, section (path of the report, e.g. `A.II.3`, or its title),
    outline_path. not_citation: file, surface. not_missing: agency, outline_path.
    """

    kind: OverrideKind
    file: Text | None = None
    agency: Text | None = None
    section: Text | None = None
    outline_path: Text | None = None
    surface: Text | None = None
    reason: Text | None = None


class ReportOptions(Frozen):
    """How long the provincial report is, how it shows its sources, and the frame it is written into.

    `template`: a Word file in the campaign's folder, edited from what `tonghop template` gives.
    """

    pages: Annotated[int, Field(ge=1, le=200)] | None = None
    length: Literal["short", "normal", "long"] | None = None
    sources: Literal["footnotes", "comments", "none"] | None = None
    examples: Annotated[int, Field(ge=0, le=50)] | None = None
    template: Text | None = None


class RuleOptions(Frozen):
    """Rules switched off for this campaign, by id."""

    off: tuple[Filled, ...] = ()


class MailOptions(Frozen):
    """Addresses on the letters; the server is set by the operator, never in a campaign.

    `officer`: who is told of a scheduled run that failed.
    """

    officer: Email | None = None
    sender: Email | None = None
    reply_to: Email | None = None
    cc: tuple[Email, ...] = ()


_FILES = (
    "campaign.yaml",
    "agencies.csv",
    "agencies.xlsx",
    "register.csv",
    "register.xlsx",
    "overrides.yaml",
)


class Campaign(Frozen):
    """Everything about one campaign except the reports themselves."""

    folder: Path
    id: Code
    title: Filled
    request: Request = Request()
    period: Period = Period()
    deadline: Deadline
    province: Text | None = None
    consolidator: Consolidator = Consolidator()
    defaults: Defaults = Defaults()
    outline: tuple[OutlineItem, ...]
    agencies: tuple[Agency, ...]
    register_rows: tuple[RegisterRow, ...] = ()
    overrides: tuple[Override, ...] = ()
    report: ReportOptions = ReportOptions()
    rules: RuleOptions = RuleOptions()
    mail: MailOptions = MailOptions()

    @property
    def inbox(self) -> Path:
        """Folder of the files as they came."""
        return self.folder / "inbox"

    @property
    def rules_folder(self) -> Path:
        """Folder of the Sở's own rules."""
        return self.folder / "rules"

    @property
    def template(self) -> Path | None:
        """The campaign's own Word frame of the report; None = the program's."""
        return self.folder / self.report.template if self.report.template else None

    @property
    def files(self) -> list[Path]:
        """Files on disk that say what the campaign is, its inbox apart; those that are there."""
        named = [self.folder / name for name in _FILES]
        own = [self.template] if self.template else []
        return [path for path in (*named, *own) if path.is_file()] + sorted(self.rules_folder.glob("*.sql"))

    @property
    def deadlines(self) -> frozenset[datetime]:
        """The campaign's deadline and the agencies' own."""
        return frozenset({self.deadline, *(agency.deadline for agency in self.agencies if agency.deadline)})

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Campaign:
        """Copy with changes; the look-up tables are made anew."""
        copied = super().model_copy(update=update, deep=deep)
        for table in ("by_code", "by_path"):
            copied.__dict__.pop(table, None)
        return copied

    @cached_property
    def by_code(self) -> dict[str, Agency]:
        """Agencies by code."""
        return {agency.code: agency for agency in self.agencies}

    @cached_property
    def by_path(self) -> dict[str, OutlineItem]:
        """Outline items by path."""
        return {item.path: item for item in self.outline}

    def agency_deadline(self, code: str) -> datetime:
        """When the report of agency `code` is due."""
        return self.by_code[code].deadline or self.deadline

    def digest(self) -> str:
        """Hash of all that is asked and corrected (not of the folder): a change re-matches the reports."""
        return hashlib.sha256(self.model_dump_json(exclude={"folder"}).encode()).hexdigest()
