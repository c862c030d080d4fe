"""Run rules over a connection: every row they looked at, with its verdict. No wording here."""

# ruff: noqa: S608 - the SQL is a rule's own file; names are our own

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import duckdb

from warehouse.rulebook import SEVERITIES, Rule
from warehouse.schema import ident, literal, views

COLUMNS = (
    "campaign_id",
    "agency_code",
    "submission_id",
    "outline_path",
    "section_id",
    "verdict",
    "evidence",
    "page",
    "params",
)
"""What a rule's query returns, in any order; `severity` may be added to soften a single row."""
VERDICTS = ("pass", "fail", "unjudged")
SHARED_VIEWS = ("current_submission", "outline_part", "section_item", "item_section", "coverage", "item_text")
"""Views that several rules read: computed once and kept in temporary tables of the same name."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A failing row: typed, not worded."""

    rule: Rule
    severity: str
    campaign_id: str
    agency_code: str | None
    submission_id: str | None
    outline_path: str | None
    section_id: str | None
    evidence: str | None
    page: int | None
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one rule went: rows by verdict, or the error of the check itself."""

    rule: str
    suite: str
    severity: str
    about: str
    checked: int = 0
    failed: int = 0
    unjudged: int = 0
    error: str | None = None
    unjudged_reason: str | None = None


@contextmanager
def prepared(con: duckdb.DuckDBPyConnection, campaign_id: str, as_of: datetime | None) -> Iterator[None]:
    """Compute the shared views of one campaign once; works on a read-only connection too."""
    moment = "NULL" if as_of is None else literal(as_of.isoformat())
    con.execute(f"SET VARIABLE as_of = CAST({moment} AS TIMESTAMPTZ)")
    queries = {view.name: view.sql for view in views()}
    made: list[str] = []
    try:
        for name in SHARED_VIEWS:
            # The temporary table hides the view, so each view reads the ones already computed.
            con.execute(
                f"CREATE OR REPLACE TEMP TABLE {ident(name)} AS "
                f"SELECT * FROM (\n{queries[name]}\n) WHERE campaign_id = {literal(campaign_id)}"
            )
            made.append(name)
        yield
    finally:
        for name in made:
            con.execute(f"DROP TABLE IF EXISTS temp.{ident(name)}")


def query(rule: Rule, campaign_id: str) -> str:
    """Return the rule's query, restricted to one campaign."""
    return f"SELECT * FROM (\n{rule.sql}\n) AS looked_at WHERE campaign_id = {literal(campaign_id)}"


def run(
    con: duckdb.DuckDBPyConnection, rules: Iterable[Rule], campaign_id: str
) -> tuple[list[Failure], list[Outcome]]:
    """Failures and outcomes of `rules`; call inside `prepared`. An error stays with its rule."""
    failures: list[Failure] = []
    outcomes: list[Outcome] = []
    for rule in rules:
        try:
            failed, outcome = run_one(con, rule, campaign_id)
        except duckdb.Error as error:
            failed, outcome = [], broken(rule, str(error))
        failures += failed
        outcomes.append(outcome)
    return failures, outcomes


def broken(rule: Rule, error: str) -> Outcome:
    """Outcome of a rule whose query went wrong: neither pass nor fail."""
    return Outcome(rule.id, rule.suite, rule.severity, rule.about, error=error.splitlines()[0][:500])


def run_one(con: duckdb.DuckDBPyConnection, rule: Rule, campaign_id: str) -> tuple[list[Failure], Outcome]:
    """Run one rule. Raises `duckdb.Error` on bad SQL; wrong columns or verdicts are its error too."""
    con.execute(f"CREATE OR REPLACE TEMP TABLE _verdict AS {query(rule, campaign_id)}")
    names = [str(row[0]) for row in con.execute("DESCRIBE temp._verdict").fetchall()]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        return [], broken(rule, f"Truy vấn thiếu cột: {', '.join(missing)}")
    counts = dict(con.execute("SELECT verdict, count(*) FROM temp._verdict GROUP BY verdict").fetchall())
    strange = sorted(str(verdict) for verdict in counts if verdict not in VERDICTS)
    if strange:
        return [], broken(rule, f"Kết luận không hợp lệ: {', '.join(strange)}")
    outcome = Outcome(
        rule.id,
        rule.suite,
        rule.severity,
        rule.about,
        checked=sum(counts.values()),
        failed=counts.get("fail", 0),
        unjudged=counts.get("unjudged", 0),
        unjudged_reason=rule.unjudged if counts.get("unjudged") else None,
    )
    if not outcome.failed:
        return [], outcome
    severity = "severity" if "severity" in names else "NULL"
    rows = con.execute(
        f"SELECT {', '.join(COLUMNS)}, {severity} FROM temp._verdict WHERE verdict = 'fail' "
        "ORDER BY agency_code, submission_id, outline_path, section_id, page, evidence"
    ).fetchall()
    return [_failure(rule, row) for row in rows], outcome


def _failure(rule: Rule, row: tuple[Any, ...]) -> Failure:
    campaign, agency, submission, outline, section, _verdict, evidence, page, params, severity = row
    return Failure(
        rule=rule,
        severity=severity if severity in SEVERITIES else rule.severity,
        campaign_id=campaign,
        agency_code=agency,
        submission_id=submission,
        outline_path=outline,
        section_id=section,
        evidence=evidence or None,
        page=None if page is None else int(page),
        params=_params(params),
    )


def _params(value: object) -> dict[str, Any]:
    """Return a struct or JSON object as a dict without nulls."""
    if isinstance(value, str):
        value = json.loads(value)
    return {key: item for key, item in value.items() if item is not None} if isinstance(value, dict) else {}
