"""Sections of a report ↔ items of the outline."""

from __future__ import annotations

from transform.matching.match import Match, match_sections, outline_model
from transform.matching.titles import TitleModel

__all__ = ["Match", "TitleModel", "match_sections", "outline_model"]
