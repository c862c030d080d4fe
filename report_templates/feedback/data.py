"""Everything one agency's letter is made of, read from the warehouse."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

import duckdb

from report_templates.shared.campaign import Agency, Campaign, read_agency, read_campaign
from report_templates.shared.findings import Finding, read_findings
from report_templates.shared.query import Row, one, rows

State = Literal["complete", "supplement", "unread", "secret", "wrong_campaign", "not_a_report"]
_WITH_CONTENT = ("present", "merged")
_WITHOUT_REPORT: tuple[tuple[str, State], ...] = (
    ("secret", "secret"),
    ("unread", "unread"),
    ("wrong_campaign", "wrong_campaign"),
)


@dataclass(frozen=True, slots=True)
class Submission:
    """The report the letter speaks of; `files` = every file of the agency with its status."""

    submission_id: str
    file_name: str
    sha256: str
    received_at: datetime | None
    received_source: str | None
    version: int | None
    is_late: bool
    is_scan: bool
    number: str | None
    day: date | None
    doc_type: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """An outline item."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class FeedbackData:
    """Read-only facts of one letter. `required`, `present` count required leaf items.

    `unverified` counts those a scan does not allow to judge.
    """

    campaign: Campaign
    agency: Agency
    state: State
    submission: Submission | None
    files: list[Row]
    findings: list[Finding]
    complete: list[Item]
    required: int
    present: int
    unverified: int
    citations: int
    figures: int
    previous: dict[str, Any] | None


_FILES = """
SELECT s.*, d.number, d.date AS day, d.doc_type
FROM submission s LEFT JOIN document d ON d.submission_id = s.submission_id
WHERE s.campaign_id = ? AND s.agency_code = ?
ORDER BY s.received_at NULLS LAST, s.version NULLS LAST, s.file_name, s.submission_id
"""
_COVERAGE = """
SELECT o.outline_path, o.title, coalesce(o.required, true) AS required, c.status
FROM outline_item o
JOIN coverage c ON c.campaign_id = o.campaign_id AND c.outline_path = o.outline_path AND c.agency_code = ?
WHERE o.campaign_id = ? AND coalesce(o.is_leaf, true)
ORDER BY o.seq, o.outline_path
"""
_SENDERS = """
SELECT DISTINCT s.agency_code
FROM submission s JOIN agency a ON a.campaign_id = s.campaign_id AND a.agency_code = s.agency_code
WHERE s.campaign_id = ? ORDER BY 1
"""


def senders(con: duckdb.DuckDBPyConnection, campaign_id: str) -> list[str]:
    """Return the codes of the agencies from which at least one file came, sorted."""
    return [row["agency_code"] for row in rows(con, _SENDERS, campaign_id)]


def read(con: duckdb.DuckDBPyConnection, campaign_id: str, agency_code: str, folder: Path) -> FeedbackData:
    """Read one letter's facts; `folder/findings.json`, when there, tells what was asked last time."""
    files = rows(con, _FILES, campaign_id, agency_code)
    submission = _current(files)
    findings = [f for f in read_findings(con, campaign_id, agency_code) if f.rule != "not_submitted"]
    coverage = rows(con, _COVERAGE, agency_code, campaign_id) if submission else []
    spoken_of = {f.outline_path for f in findings if f.owner == "agency" and f.severity != "info"}
    held = [row for row in coverage if row["status"] in ("present", "merged")]
    return FeedbackData(
        campaign=read_campaign(con, campaign_id),
        agency=read_agency(con, campaign_id, agency_code),
        state=_state(submission, files, findings),
        submission=submission,
        files=files,
        findings=findings,
        complete=[
            Item(row["outline_path"], row["title"] or "")
            for row in held
            if row["outline_path"] not in spoken_of
        ],
        required=sum(bool(row["required"]) for row in coverage),
        present=sum(bool(row["required"]) and row["status"] in _WITH_CONTENT for row in coverage),
        unverified=sum(bool(row["required"]) and row["status"] is None for row in coverage),
        citations=_count(con, "citation", submission),
        figures=_count(con, "figure", submission),
        previous=_previous(folder / "findings.json", submission, files),
    )


def _current(files: list[Row]) -> Submission | None:
    current = [row for row in files if row["is_current"] and row["status"] == "read"]
    if not current:
        return None
    row = current[-1]
    return Submission(
        submission_id=row["submission_id"],
        file_name=row["file_name"] or "",
        sha256=row["sha256"] or "",
        received_at=row["received_at"],
        received_source=row["received_source"],
        version=row["version"],
        is_late=bool(row["is_late"]),
        is_scan=bool(row["is_scan"]),
        number=row["number"],
        day=row["day"],
        doc_type=row["doc_type"],
    )


def _state(submission: Submission | None, files: list[Row], findings: list[Finding]) -> State:
    if submission is not None:
        asked = [f for f in findings if f.owner == "agency" and not is_note(f)]
        return "supplement" if asked else "complete"
    statuses = {row["status"] for row in files}
    return next((state for status, state in _WITHOUT_REPORT if status in statuses), "not_a_report")


def is_note(finding: Finding) -> bool:
    """Tell whether a finding is said for information only and asks for nothing."""
    from report_templates.shared.rules import wording

    return finding.severity == "info" or wording(finding.rule).note


def _count(
    con: duckdb.DuckDBPyConnection, table: Literal["citation", "figure"], of: Submission | None
) -> int:
    if of is None:
        return 0
    sql = {
        "citation": "SELECT count(*) AS n FROM citation WHERE submission_id = ?",
        "figure": "SELECT count(*) AS n FROM figure WHERE submission_id = ?",
    }[table]
    found = one(con, sql, of.submission_id)
    return int(found["n"]) if found else 0


def _previous(file: Path, submission: Submission | None, files: list[Row]) -> dict[str, Any] | None:
    """Return what the last letter about an earlier version asked; None when there was none.

    A letter about the same file is not an earlier one: then what that letter itself compared with
    is carried on, so that running again says the same.
    """
    try:
        old = json.loads(file.read_text("utf-8"))
        sent, findings = old["submission"], old["findings"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if submission is None or not isinstance(sent, dict) or not isinstance(findings, list):
        return None
    if sent.get("sha256") == submission.sha256:
        carried = old.get("previous")
        return carried if isinstance(carried, dict) else None
    if sent.get("sha256") not in {row["sha256"] for row in files}:
        return None
    kept = ("rule", "severity", "outline_path", "outline_title", "message", "evidence", "page", "owner")
    return {
        "submission": sent,
        "findings": [{key: f.get(key) for key in kept} for f in findings if isinstance(f, dict)],
    }
