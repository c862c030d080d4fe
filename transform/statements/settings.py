"""What may be set for the composition of the provincial report."""

from __future__ import annotations

from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field


class StatementSettings(BaseModel):
    """Limits of the composition; the defaults give 12-20 pages for 160 agencies and 23 outline items."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_pages: int = Field(default=18, ge=4, le=200)
    """Length that the draft should not exceed; examples and lists shrink to fit."""
    examples: int = Field(default=3, ge=0, le=8)
    themes: int = Field(default=4, ge=0, le=8)
    limits: int = Field(default=8, ge=1, le=30)
    causes: int = Field(default=4, ge=1, le=20)
    lessons: int = Field(default=5, ge=1, le=20)
    proposals: int = Field(default=5, ge=1, le=30)
    tasks: int = Field(default=6, ge=1, le=30)
    models: int = Field(default=8, ge=1, le=60)
    quote_chars: int = Field(default=330, ge=80, le=2000)
    """A longer quote is cut at a clause border and marked with an ellipsis."""
    names_shown: int = Field(default=4, ge=1, le=20)
    """Agencies named inside a sentence; the others are counted and stand in the sources."""
    merge_similarity: float = Field(default=0.5, gt=0, le=1)
    """Cosine from which two clauses of different agencies say the same."""
    max_clauses: int = Field(default=12_000, ge=100)
    """Clauses compared per list; beyond it each agency keeps its most specific ones."""


class ReportOptions(Protocol):
    """What a campaign may say of its report; None leaves the default."""

    @property
    def pages(self) -> int | None:
        """Length not to be exceeded."""
        ...

    @property
    def length(self) -> str | None:
        """`short`, `normal` or `long`."""
        ...

    @property
    def examples(self) -> int | None:
        """Examples under each item."""
        ...


_LENGTHS = {
    "short": {
        "max_pages": 12,
        "examples": 2,
        "themes": 2,
        "limits": 5,
        "lessons": 3,
        "proposals": 3,
        "models": 5,
    },
    "normal": {},
    "long": {
        "max_pages": 30,
        "examples": 4,
        "themes": 4,
        "limits": 12,
        "lessons": 8,
        "proposals": 8,
        "models": 14,
    },
}


def settings_for(options: ReportOptions | None) -> StatementSettings:
    """Return settings by the campaign's `report` options: a named length, then what is said explicitly."""
    if options is None:
        return StatementSettings()
    values: dict[str, int] = dict(_LENGTHS[options.length or "normal"])
    if options.pages is not None:
        values["max_pages"] = max(4, options.pages)
    if options.examples is not None:
        values["examples"] = min(8, options.examples)
    return StatementSettings(**values)
