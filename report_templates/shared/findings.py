"""Findings as letters, comments and the terminal use them, with the place each speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import duckdb

from report_templates.shared.query import Row, one, rows
from report_templates.shared.rules import severity_rank, wording


@dataclass(frozen=True, slots=True)
class Place:
    """A printed heading (marker and title) or, for a numbered paragraph, the start of its text.

    `relation`: `own` = the section itself; `after` = the missing section would follow it. `nth` counts
    earlier headings of the report with the same words (0 = none). `page` is 1-based, None without pages.
    """

    seq: int
    marker: str
    title: str
    opening: str
    relation: str = "own"
    nth: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding with its sentence, its quote and page, and whose job it is."""

    rule: str
    severity: str
    message: str
    advice: str
    outline_path: str | None = None
    outline_title: str | None = None
    evidence: str | None = None
    page: int | None = None
    owner: str = "agency"
    seq: int = 0
    outline_seq: int = 0
    finding_id: str = ""
    place: Place | None = None

    @property
    def order(self) -> tuple[int, int, int, str, int, str]:
        """What to do first: by severity, then as the rules order them, then as the outline runs."""
        rank = severity_rank(self.severity)
        return (rank, self.seq, self.outline_seq, self.rule, self.page or 0, self.finding_id)

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same finding in another version: rule, outline item, else the quote."""
        return (self.rule, self.outline_path or "", "" if self.outline_path else self.evidence or "")


_AFTER_OUTLINE = 1_000_000
"""Remarks on the whole report come after those on one item of it."""
_JUDGED = (
    "finding_id", "rule", "severity", "outline_path", "section_id", "message", "advice", "evidence", "page",
    "owner", "seq",
)  # fmt: skip
_FINDINGS = """
SELECT f.*, o.title AS outline_title, o.seq AS outline_seq
FROM finding f
LEFT JOIN outline_item o ON o.campaign_id = f.campaign_id AND o.outline_path = f.outline_path
WHERE f.campaign_id = ? AND f.agency_code = ?
ORDER BY f.finding_id
"""
_SECTIONS = """
SELECT s.section_id, s.seq, s.marker, s.title, left(s.text, 160) AS opening, s.page, m.outline_path,
  dense_rank() OVER (PARTITION BY lower(s.title) ORDER BY s.seq, s.section_id) - 1 AS nth
FROM section s
LEFT JOIN section_match m ON m.section_id = s.section_id
WHERE s.submission_id = ?
ORDER BY s.seq
"""
_CURRENT = """
SELECT submission_id FROM submission
WHERE campaign_id = ? AND agency_code = ? AND is_current AND status = 'read'
ORDER BY version DESC NULLS LAST, submission_id
"""


def read_findings(con: duckdb.DuckDBPyConnection, campaign_id: str, agency_code: str) -> list[Finding]:
    """Return the agency's findings, first what to do first, each with its place in the current report."""
    current = one(con, _CURRENT, campaign_id, agency_code)
    sections = rows(con, _SECTIONS, current["submission_id"]) if current else []
    outline = _outline_seq(con, campaign_id)
    found = [_finding(row, sections, outline) for row in rows(con, _FINDINGS, campaign_id, agency_code)]
    return sorted(found, key=lambda finding: finding.order)


def from_judged(
    con: duckdb.DuckDBPyConnection, campaign_id: str, agency_code: str, judged: Iterable[Any]
) -> list[Finding]:
    """Like `read_findings`, from the objects of `warehouse.judge` instead of the table (self-check)."""
    current = one(con, _CURRENT, campaign_id, agency_code)
    sections = rows(con, _SECTIONS, current["submission_id"]) if current else []
    items = rows(con, "SELECT outline_path, seq, title FROM outline_item WHERE campaign_id = ?", campaign_id)
    outline = {item["outline_path"]: item["seq"] or 0 for item in items}
    titles = {item["outline_path"]: item["title"] for item in items}
    found = []
    for one_judged in judged:
        row = {name: getattr(one_judged, name) for name in _JUDGED}
        path = row["outline_path"]
        extra = {"outline_title": titles.get(path), "outline_seq": outline.get(path)}
        found.append(_finding(row | extra, sections, outline))
    return sorted(found, key=lambda finding: finding.order)


def without_place(judged: Any) -> Finding:  # noqa: ANN401 - any object with the columns of `finding`
    """Turn a judged finding into one that knows its quote but not its heading."""
    row = {name: getattr(judged, name) for name in _JUDGED}
    return _finding(row | {"outline_title": None, "outline_seq": None}, [], {})


def _outline_seq(con: duckdb.DuckDBPyConnection, campaign_id: str) -> dict[str, int]:
    items = rows(con, "SELECT outline_path, seq FROM outline_item WHERE campaign_id = ?", campaign_id)
    return {item["outline_path"]: item["seq"] or 0 for item in items}


def _finding(row: Row, sections: list[Row], outline: dict[str, int]) -> Finding:
    words = wording(row["rule"])
    return Finding(
        rule=row["rule"],
        severity=row["severity"] or "warning",
        message=row["message"] or f"{words.label[:1].upper()}{words.label[1:]}.",
        advice=row["advice"] or words.advice,
        outline_path=row["outline_path"] or None,
        outline_title=row["outline_title"],
        evidence=row["evidence"] or None,
        page=row["page"],
        owner=row["owner"] or "agency",
        seq=row["seq"] or 0,
        outline_seq=_AFTER_OUTLINE if row["outline_seq"] is None else row["outline_seq"],
        finding_id=row["finding_id"],
        place=_place(row, sections, outline),
    )


def _place(row: Row, sections: list[Row], outline: dict[str, int]) -> Place | None:
    """Find the heading a finding stands at; for a missing item, the last section before it in the outline."""
    for section in sections:
        if row["section_id"] and section["section_id"] == row["section_id"]:
            return _as_place(section, "own")
    path = row["outline_path"]
    if not path:
        return None
    for section in sections:
        if section["outline_path"] == path:
            return _as_place(section, "own")
    wanted = outline.get(path, 0)
    before = [s for s in sections if s["outline_path"] and outline.get(s["outline_path"], wanted) < wanted]
    if not before:
        return None
    nearest = max(before, key=lambda s: (outline[s["outline_path"]], s["seq"]))
    return _as_place(nearest, "after")


def _as_place(section: Row, relation: str) -> Place:
    return Place(
        seq=section["seq"] or 0,
        marker=section["marker"] or "",
        title=section["title"] or "",
        opening=section["opening"] or "",
        relation=relation,
        nth=section["nth"] or 0,
        page=section["page"],
    )
