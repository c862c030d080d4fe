"""One file of the inbox: what is found out about it alone, and what it is among the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from extract.errors import ReadError, SecretDocument
from extract.model import Document
from transform.assign import Assignment
from transform.inbox import InboxFile
from transform.matching import Match
from transform.relevance import Relevance


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the inbox with everything found out about it alone."""

    submission_id: str
    file: InboxFile
    assignment: Assignment
    received_at: datetime | None
    received_source: str | None
    document: Document | None = None
    error: ReadError | None = None
    relevance: Relevance | None = None
    matches: tuple[Match, ...] = field(default=())
    forced: frozenset[int] = frozenset()

    @property
    def secret(self) -> bool:
        """Whether it bears a secrecy mark."""
        return isinstance(self.error, SecretDocument) or bool(self.document and self.document.meta.secrecy)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a file is among the others: the columns of `submission` that need the whole inbox."""

    status: str
    version: int | None = None
    is_current: bool = False
    is_late: bool | None = None
    reason_code: str | None = None
    reason: str | None = None
    advice: str | None = None
    belongs_to: str | None = None
