"""Write the letters to agencies, the reminder, and the page of check results."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import duckdb

from flows.layout import Layout
from flows.steps.annotated import return_annotated
from flows.steps.batches import batches, settle
from flows.steps.reader_version import code_digest
from flows.steps.withdrawn import withdraw_letters
from report_templates import feedback, quality, reminders
from report_templates.feedback.data import senders
from report_templates.shared.findings import read_findings
from report_templates.shared.output import replace, safe_name
from transform.campaign import Campaign
from warehouse.schema import literal
from warehouse.store import connect

_TOLD_FROM = ("agency", "submission", "document", "finding", "coverage")
"""What a letter says comes from these rows of its agency, and from the campaign."""


def write_letters(campaign: Campaign, layout: Layout, as_of: datetime, run_id: str) -> list[str]:
    """Write feedback/, reminders/ and quality/; return edited files that were kept.

    A letter whose facts are those of the last run, by the same code, is left as it lies: with 160
    agencies and one new report, one letter is written. A letter about to be written is struck off the
    record first: killed half way, the next run writes it whatever its facts are by then.
    """
    with connect(layout.staging) as con:
        settle(con)
        facts = _facts(con, campaign.id, as_of)
        told = _told(layout)
        changed = [
            code
            for code, digest in facts.items()
            if told.get(code) != digest or not _lies(layout.feedback, code)
        ]
        _remember(layout, {code: facts[code] for code in facts if code not in changed})
        written: list[Path] = []
        for batch in batches(con, campaign.id, changed):
            written += feedback.write_all(con, campaign.id, layout.feedback, as_of, only=batch)
            for code in batch:
                _return_annotated(con, campaign, code, layout.feedback / safe_name(code), as_of)
        reminder = reminders.write(con, campaign.id, layout.reminders, as_of)
        written += reminder
        withdraw_letters(layout, senders(con, campaign.id), reminder=bool(reminder))
        quality.write(con, run_id, layout.quality, as_of)
    _remember(layout, facts)
    return [str(path) for path in written if "(bản mới" in path.name]


def _return_annotated(
    con: duckdb.DuckDBPyConnection, campaign: Campaign, code: str, folder: Path, as_of: datetime
) -> None:
    """Lay the agency's own file, with the findings as comments, beside its letter; the original stays.

    A file that cannot be annotated leaves the letter alone.
    """
    query = (
        "SELECT s.file_name, d.format FROM submission AS s JOIN document AS d USING (submission_id) "  # noqa: S608 - values are literals
        f"WHERE s.campaign_id = {literal(campaign.id)} AND s.agency_code = {literal(code)} AND s.is_current"
    )
    for name, kind in con.execute(query).fetchall():
        original = campaign.inbox / name
        if original.is_file():
            return_annotated(original, kind, read_findings(con, campaign.id, code), folder, as_of)


def _facts(con: duckdb.DuckDBPyConnection, campaign_id: str, as_of: datetime) -> dict[str, str]:
    """Digest, for every agency, of all that its letter could say."""
    asked = f"SELECT c::VARCHAR FROM campaign AS c WHERE campaign_id = {literal(campaign_id)}"  # noqa: S608
    campaign = con.execute(asked)
    common = f"{campaign.fetchall()}{as_of.year}{code_digest('report_templates', 'warehouse')}"
    digests: dict[str, hashlib._Hash] = defaultdict(lambda: hashlib.sha256(common.encode()))
    for name in _TOLD_FROM:
        owner = "t.agency_code" if name != "document" else "s.agency_code"
        joined = " JOIN submission AS s USING (submission_id)" if name == "document" else ""
        query = (
            f"SELECT {owner}, t::VARCHAR FROM {name} AS t{joined} "  # noqa: S608 - our own names
            f"WHERE t.campaign_id = {literal(campaign_id)} AND {owner} IS NOT NULL ORDER BY ALL"
        )
        rows = con.execute(query).fetchall()
        for code, row in rows:
            digests[code].update(f"{name}{row}".encode())
    return {code: digest.hexdigest() for code, digest in sorted(digests.items())}


def _lies(folder: Path, code: str) -> bool:
    return (folder / safe_name(code) / "findings.json").exists()


def _told(layout: Layout) -> Mapping[str, str]:
    try:
        kept = json.loads((layout.state / "letters.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _remember(layout: Layout, facts: Mapping[str, str]) -> None:
    replace(layout.state / "letters.json", json.dumps(facts, indent=0).encode())
