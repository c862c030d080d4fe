"""From the frames of a campaign to its `Corpus`: current, read reports of listed agencies, by outline item.

Everything is sorted by the officer's list and the order of print, so that the order in which files
were found changes nothing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import polars as pl

from transform.statements.corpus import Agency, Corpus, Frames, Item, Section

READS: Mapping[str, tuple[str, ...]] = {
    "agency": ("agency_code", "name", "kind", "parent", "required", "seq"),
    "outline_item": (
        "outline_path", "seq", "title", "level", "parent_path", "is_leaf", "required", "expects",
    ),
    "submission": (
        "submission_id", "agency_code", "status", "is_current", "is_late", "received_at",
        "received_source", "version", "belongs_to", "reason_code",
    ),
    "section": (
        "section_id", "submission_id", "agency_code", "seq", "title", "text", "page", "page_starts",
        "outline_path", "parent_id", "scan",
    ),
    "section_match": ("section_id", "outline_path"),
    "figure": (
        "figure_id", "section_id", "char_start", "char_end", "text", "unit", "value", "period", "qualifier",
    ),
    "coverage": ("outline_path", "agency_code", "status", "section_id", "reason"),
}  # fmt: skip
"""Tables and columns that the composition reads; whoever has a warehouse need not fetch the others."""
_SECTION = READS["section"]


def rows(frames: Frames, name: str) -> Iterator[dict[str, Any]]:
    """Rows of a frame, none when the frame is absent."""
    frame = frames.get(name)
    return iter(()) if frame is None else frame.iter_rows(named=True)


def _columns(frame: pl.DataFrame | None, wanted: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Rows with the wanted columns only: the others (search text) need not be held twice."""
    if frame is None:
        return iter(())
    return frame.select([name for name in wanted if name in frame.columns]).iter_rows(named=True)


def _agencies(frames: Frames) -> dict[str, Agency]:
    found = sorted(rows(frames, "agency"), key=lambda row: (_whole(row.get("seq")), row["agency_code"]))
    return {
        row["agency_code"]: Agency(
            code=row["agency_code"],
            name=row["name"] or row["agency_code"],
            kind=row.get("kind") or "other",
            region=row.get("parent") or "",
            required=row.get("required") is not False,
            rank=rank,
        )
        for rank, row in enumerate(found)
    }


def _whole(value: Any) -> int:  # noqa: ANN401 - a cell of a frame
    return int(value) if value is not None else 0


def _items(frames: Frames) -> list[Item]:
    found = sorted(
        rows(frames, "outline_item"), key=lambda row: (_whole(row.get("seq")), row["outline_path"])
    )
    return [
        Item(
            path=row["outline_path"],
            title=row["title"] or "",
            level=_whole(row.get("level")) or 1,
            rank=rank,
            is_leaf=bool(row.get("is_leaf")),
            required=row.get("required") is not False,
            expects=frozenset(_words(row.get("expects"))),
            parent=row.get("parent_path") or "",
        )
        for rank, row in enumerate(found)
    ]


def _words(value: Any) -> Iterable[str]:  # noqa: ANN401 - text, list or nothing, by source
    if value is None:
        return ()
    if isinstance(value, str):
        return (part.strip(' "[]') for part in value.replace(";", ",").split(","))
    return (str(part) for part in value)


def _reports(frames: Frames, agencies: Mapping[str, Agency]) -> dict[str, str]:
    """One current submission that was read for each listed agency."""
    found = [
        row
        for row in rows(frames, "submission")
        if row["is_current"] and row["status"] == "read" and row["agency_code"] in agencies
    ]
    found.sort(key=lambda row: (agencies[row["agency_code"]].rank, row["submission_id"]))
    return {row["agency_code"]: row["submission_id"] for row in found}


def _pages(value: Any) -> tuple[tuple[int, int], ...]:  # noqa: ANN401 - JSON text or list
    if not value:
        return ()
    pairs = json.loads(value) if isinstance(value, str) else value
    return tuple((int(start), int(page)) for start, page in pairs)


def build(campaign_id: str, frames: Frames) -> Corpus:
    """Arrange the frames; see `Corpus`."""
    agencies = _agencies(frames)
    reports = _reports(frames, agencies)
    by_item, by_id = _sections(frames, agencies, reports, _supplements(frames, reports))
    paths: dict[str, list[str]] = defaultdict(list)
    for path, sections in by_item.items():
        for section in sections:
            paths[section.id].append(path)
    coverage: dict[str, dict[str, str | None]] = defaultdict(dict)
    covering: dict[tuple[str, str], str] = {}
    for row in rows(frames, "coverage"):
        if row["agency_code"] in reports:
            coverage[row["outline_path"]][row["agency_code"]] = row["status"]
            if row.get("section_id"):
                covering[row["outline_path"], row["agency_code"]] = row["section_id"]
    return Corpus(
        campaign_id=campaign_id,
        agencies=agencies,
        items=_items(frames),
        reports=reports,
        sections=by_item,
        coverage=coverage,
        covering=covering,
        by_id=by_id,
        paths={name: tuple(sorted(many)) for name, many in paths.items() if len(many) > 1},
        frames={name: frame for name, frame in frames.items() if name in ("submission", "figure")},
    )


def _supplements(frames: Frames, reports: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return for each supplement of a report in use the items that only it tells."""
    told: dict[str, set[str]] = defaultdict(set)
    for row in rows(frames, "coverage"):
        if row.get("reason") == "supplement" and row["agency_code"] in reports:
            told[reports[row["agency_code"]]].add(row["outline_path"])
    return {
        row["submission_id"]: frozenset(told.get(row["belongs_to"], ()))
        for row in rows(frames, "submission")
        if row.get("reason_code") == "supplement" and row.get("belongs_to") in told
    }


def _sections(
    frames: Frames,
    agencies: Mapping[str, Agency],
    reports: Mapping[str, str],
    supplements: Mapping[str, frozenset[str]],
) -> tuple[dict[str, list[Section]], dict[str, Section]]:
    """Sections by outline item; a section below a matched one and itself unmatched goes with it.

    Of a supplement only what its report does not tell is taken.
    """
    current = {*reports.values(), *supplements}
    matches: dict[str, list[str]] = defaultdict(list)
    for row in rows(frames, "section_match"):
        matches[row["section_id"]].append(row["outline_path"])
    found = [row for row in _columns(frames.get("section"), _SECTION) if row["submission_id"] in current]
    found.sort(
        key=lambda row: (
            agencies[row["agency_code"]].rank,
            row["submission_id"] in supplements,
            _whole(row["seq"]),
            row["section_id"],
        )
    )
    paths: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    by_item: dict[str, list[Section]] = defaultdict(list)
    by_id: dict[str, Section] = {}
    for row in found:
        own = sorted(set(matches.get(row["section_id"], [])) | ({row["outline_path"]} - {None, ""}))
        inherited = paths.get(row.get("parent_id") or "", [])
        paths[row["section_id"]] = own or inherited
        title = row.get("title") or ""
        above = titles.get(row.get("parent_id") or "", "") if not own else ""
        titles[row["section_id"]] = f"{above} {title}".strip()
        section = Section(
            id=row["section_id"],
            submission_id=row["submission_id"],
            agency=agencies[row["agency_code"]],
            seq=_whole(row["seq"]),
            title=title,
            text=row["text"] or "",
            page=row.get("page"),
            pages=_pages(row.get("page_starts")),
            context=titles[row["section_id"]],
            scan=bool(row.get("scan")),
        )
        by_id[section.id] = section
        wanted = supplements.get(section.submission_id)
        for path in paths[section.id]:
            if wanted is None or path in wanted:
                by_item[path].append(section)
    return by_item, by_id
