"""From failing rows to findings: hide consequences, merge repeats, then word what remains.

Used by the flow, the self-check and the letters alike; imports neither pandas nor Great
Expectations, so that `tonghop check` starts fast.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from warehouse import rulebook, sandbox, verdicts
from warehouse.errors import RuleError
from warehouse.hiding import drop_consequences
from warehouse.rulebook import BLOCKING, SEVERITIES, fill
from warehouse.schema import literal
from warehouse.verdicts import Failure, Outcome

if TYPE_CHECKING:
    import polars as pl

_LISTED = 12
"""A merged sentence names at most this many places; the rest are counted. All are in `params`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One worded finding, as a row of `finding`; `seq` orders an agency's findings, first to do first."""

    finding_id: str
    campaign_id: str
    agency_code: str | None
    submission_id: str | None
    rule: str
    severity: str
    outline_path: str | None
    section_id: str | None
    message: str
    advice: str
    evidence: str | None
    page: int | None
    owner: str
    rule_version: str
    params: str
    seq: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """Findings in the order of agencies, how each rule went, and the moment judged at."""

    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...]
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Names:
    """What sentences call things: outline items, their order, agencies."""

    items: dict[str, str]
    order: dict[str, int]
    parents: dict[str, str | None]
    agencies: dict[str, str]


def is_blocking(finding: Finding) -> bool:
    """Tell whether a report should not be sent before this is put right (`check` exits 4)."""
    return finding.severity in BLOCKING


def judge(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    as_of: datetime | None = None,
    *,
    folder: Path | None = None,
    off: Collection[str] = (),
) -> Judgement:
    """Judge one campaign as loaded in `con` (read-only is enough).

    as_of: the moment of the run; before an agency's deadline nothing counts as not submitted.
    folder: `CAMPAIGN/rules` with the Sở's own rules. off: ids of rules switched off.
    """
    rules, broken = rulebook.load(folder, off)
    own = [rule for rule in rules if not rule.custom]
    custom = [rule for rule in rules if rule.custom]
    with verdicts.prepared(con, campaign_id, as_of):
        failures, outcomes = verdicts.run(con, own, campaign_id)
    if custom:
        more, how = sandbox.run(con, custom, campaign_id, as_of)
        failures, outcomes = failures + more, outcomes + how
    outcomes += [Outcome(b.id, "content", "warning", "", error=b.error) for b in broken]
    names = _names(con, campaign_id)
    findings, wording_faults = _word(drop_consequences(failures, names.parents), names)
    outcomes = [
        replace(outcome, error=wording_faults[outcome.rule]) if outcome.rule in wording_faults else outcome
        for outcome in outcomes
    ]
    return Judgement(tuple(findings), tuple(outcomes), as_of)


def frame(findings: Sequence[Finding]) -> pl.DataFrame:
    """Rows for the `finding` table."""
    import polars as pl

    rows = [{name: getattr(finding, name) for name in Finding.__slots__} for finding in findings]
    return pl.DataFrame(rows, schema_overrides={"page": pl.Int32, "seq": pl.Int32}, infer_schema_length=None)


def _names(con: duckdb.DuckDBPyConnection, campaign_id: str) -> _Names:
    where = f"WHERE campaign_id = {literal(campaign_id)}"
    outline = con.execute(
        f"SELECT outline_path, title, seq, parent_path FROM outline_item {where} ORDER BY seq"  # noqa: S608
    ).fetchall()
    agencies = con.execute(f"SELECT agency_code, name FROM agency {where}").fetchall()  # noqa: S608
    return _Names(
        items={path: f"{path}. {(title or '').strip().rstrip('.:;')}" for path, title, _, _ in outline},
        order={path: seq for path, _, seq, _ in outline},
        parents={path: parent for path, _, _, parent in outline},
        agencies={code: name or code for code, name in agencies},
    )


def _word(failures: Iterable[Failure], names: _Names) -> tuple[list[Finding], dict[str, str]]:
    """Word the failures, merged where their rule says so; a rule whose sentence fails is reported."""
    groups: dict[tuple[object, ...], list[Failure]] = {}
    for failure in failures:
        groups.setdefault(_group_key(failure), []).append(failure)
    findings: list[Finding] = []
    faults: dict[str, str] = {}
    for group in groups.values():
        try:
            findings.append(_finding(group, names))
        except RuleError as error:
            faults[group[0].rule.id] = f"{group[0].rule.id}: {error}"
    return _numbered(findings, names), faults


def _group_key(failure: Failure) -> tuple[object, ...]:
    base = (failure.rule.id, failure.agency_code or "", failure.submission_id or "")
    if failure.rule.merge == "submission":
        return base
    if failure.rule.merge == "section":
        return (*base, failure.section_id)
    return (*base, failure.outline_path, failure.section_id, failure.params.get("key"))


def _finding(group: Sequence[Failure], names: _Names) -> Finding:
    first, rule = group[0], group[0].rule
    many = bool(rule.merge) and len(group) > 1
    values = _values(group, names)
    paths = {failure.outline_path for failure in group}
    evidence = list(dict.fromkeys(failure.evidence for failure in group if failure.evidence))
    return Finding(
        finding_id="",
        campaign_id=first.campaign_id,
        agency_code=first.agency_code,
        submission_id=first.submission_id,
        rule=rule.id,
        severity=min((failure.severity for failure in group), key=SEVERITIES.index),
        outline_path=first.outline_path if len(paths) == 1 else None,
        section_id=first.section_id,
        message=fill(rule.message_many if many else rule.message, values),
        advice=fill(rule.advice, values),
        evidence="\n".join(evidence[:_LISTED]) if rule.merge else (evidence[0] if evidence else None),
        page=next((failure.page for failure in group if failure.page is not None), None),
        owner=rule.owner,
        rule_version=rule.version,
        params=json.dumps(_details(group), ensure_ascii=False, sort_keys=True),
        seq=0,
    )


def _values(group: Sequence[Failure], names: _Names) -> dict[str, Any]:
    first = group[0]
    labels = list(dict.fromkeys(str(failure.params.get("label", "")) for failure in group))
    rest = len(labels) - _LISTED
    listed = "; ".join(labels[:_LISTED]) + (f"; và {rest:02d} chỗ khác" if rest > 0 else "")
    values: dict[str, Any] = {"n": f"{len(group):02d}", "list": listed}
    if first.outline_path is not None:
        values["item"] = names.items.get(first.outline_path, first.outline_path)
    if first.agency_code is not None:
        values["agency"] = names.agencies.get(first.agency_code, first.agency_code)
    return values | first.params


def _details(group: Sequence[Failure]) -> dict[str, Any]:
    """Return the first row's params, plus every place when several rows were merged."""
    details = dict(group[0].params)
    if len(group) > 1:
        details["places"] = [
            {
                "outline_path": failure.outline_path,
                "section_id": failure.section_id,
                "page": failure.page,
                "evidence": failure.evidence,
                "label": failure.params.get("label"),
            }
            for failure in group
        ]
    return details


def _numbered(findings: Iterable[Finding], names: _Names) -> list[Finding]:
    """Order by agency, then what to do first; give ids that stay the same from run to run."""
    last = len(names.order) + 1
    ordered = sorted(
        findings,
        key=lambda f: (
            f.agency_code or "~",
            SEVERITIES.index(f.severity),
            names.order.get(f.outline_path or "", last),
            f.page or 0,
            f.rule,
            f.submission_id or "",
            f.section_id or "",
            f.message,
        ),
    )
    result: list[Finding] = []
    seen: dict[str, int] = {}
    counts: dict[str, int] = {}
    for finding in ordered:
        agency = finding.agency_code or ""
        counts[agency] = counts.get(agency, 0) + 1
        base = _stable_key(finding)
        seen[base] = seen.get(base, 0) + 1
        digest = hashlib.sha256(f"{base}|{seen[base]}".encode()).hexdigest()[:16]
        result.append(replace(finding, finding_id=digest, seq=counts[agency]))
    return result


def _stable_key(finding: Finding) -> str:
    """Return what names a finding over several versions of a report: not the submission."""
    who = finding.agency_code or finding.submission_id or ""
    key = json.loads(finding.params).get("key") or ""
    return "|".join((finding.campaign_id, who, finding.rule, finding.outline_path or "", str(key)))
