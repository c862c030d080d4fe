"""What may be set for the composition of the provincial report."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class StatementSettings(BaseModel):
    """Limits of the composition; the defaults give 12-20 pages for 160 agencies and 23 outline items."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_pages: int = Field(default=18, ge=4, le=200)
    """Length that the draft should not exceed; examples and lists shrink to fit."""
    examples: int = Field(default=3, ge=0, le=8)
    themes: int = Field(default=3, ge=0, le=8)
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
