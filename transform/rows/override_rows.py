"""override_applied: what the officer corrected, and whether it could be applied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transform.campaign import Campaign, Override, OverrideKind
from transform.entry import Entry
from transform.rows.content_rows import dropped_citations
from transform.rows.entries import find_sections


def override_rows(campaign: Campaign, entries: Sequence[Entry]) -> Iterator[tuple[object, ...]]:
    """Rows in declared column order, in the order written."""
    by_name = {entry.file.name: entry for entry in entries}
    for seq, override in enumerate(campaign.overrides, start=1):
        entry = by_name.get(override.file or "")
        target, value = _described(override)
        applied = _applied(campaign, override, entry)
        yield campaign.id, seq, str(override.kind), target, value, override.reason, applied


def _described(override: Override) -> tuple[str | None, str | None]:
    """Target and value: a not_missing row holds the agency's code and the outline item."""
    if override.kind is OverrideKind.AGENCY:
        return override.file, override.agency
    if override.kind is OverrideKind.OUTLINE:
        return f"{override.file}#{override.section}", override.outline_path
    if override.kind is OverrideKind.NOT_CITATION:
        return override.file, override.surface
    return override.agency, override.outline_path


def _applied(campaign: Campaign, override: Override, entry: Entry | None) -> bool:
    if override.kind is OverrideKind.NOT_MISSING:
        return True
    if entry is None:
        return False
    if override.kind is OverrideKind.AGENCY:
        return entry.assignment.source == "override"
    if entry.document is None or entry.secret:
        return False
    if override.kind is OverrideKind.OUTLINE:
        return len(find_sections(entry.document, override.section or "")) == 1
    kept = dropped_citations(campaign, entry)
    return any(entry.document.citations[index].surface == override.surface for index in kept)
