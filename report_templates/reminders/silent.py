"""Who has sent nothing. An agency whose file came but could not be read or placed did send."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

import duckdb

from report_templates.shared.campaign import Agency, Campaign, read_agencies, read_campaign
from report_templates.shared.format import local
from report_templates.shared.query import rows

Kind = Literal["before", "after", "second"]
SECOND_AFTER = timedelta(days=7)
"""The second letter, copied to the leaders, is due a week after the deadline."""


@dataclass(frozen=True, slots=True)
class Silent:
    """Who was asked, who sent, who did not. `unplaced` = files whose sender is not known yet."""

    campaign: Campaign
    asked: int
    sent: int
    agencies: list[Agency]
    unplaced: int
    maybe_sent: dict[str, list[str]] = field(default_factory=dict)
    """Files whose sender is not known yet, by the code of an agency that may have sent them."""


def read_silent(con: duckdb.DuckDBPyConnection, campaign_id: str) -> Silent:
    """Read who must report and from whom no file at all came."""
    senders = {
        row["agency_code"]
        for row in rows(
            con,
            "SELECT DISTINCT agency_code FROM submission WHERE campaign_id = ? "
            "AND agency_code IS NOT NULL AND status NOT IN ('wrong_campaign', 'annex')",
            campaign_id,
        )
    }
    required = {
        row["agency_code"]
        for row in rows(
            con,
            "SELECT agency_code FROM agency WHERE campaign_id = ? AND coalesce(required, true)",
            campaign_id,
        )
    }
    asked = [agency for agency in read_agencies(con, campaign_id) if agency.code in required]
    unplaced = rows(
        con,
        "SELECT count(*) AS n FROM submission WHERE campaign_id = ? AND agency_code IS NULL",
        campaign_id,
    )
    silent = [agency for agency in asked if agency.code not in senders]
    return Silent(
        campaign=read_campaign(con, campaign_id),
        asked=len(asked),
        sent=len(asked) - len(silent),
        agencies=silent,
        unplaced=int(unplaced[0]["n"]),
        maybe_sent=_maybe_sent(con, campaign_id),
    )


def _maybe_sent(con: duckdb.DuckDBPyConnection, campaign_id: str) -> dict[str, list[str]]:
    files: dict[str, list[str]] = {}
    for row in rows(
        con,
        "SELECT file_name, agency_candidates FROM submission WHERE campaign_id = ? AND status = 'unmatched' "
        "AND agency_candidates IS NOT NULL ORDER BY file_name",
        campaign_id,
    ):
        for code in row["agency_candidates"].split(";"):
            files.setdefault(code, []).append(row["file_name"])
    return files


def kind_at(deadline: datetime | None, as_of: datetime) -> Kind:
    """Choose the letter by the day: before the deadline, after it, or from a week after it the second."""
    if deadline is None or local(as_of) <= local(deadline):
        return "before"
    return "after" if local(as_of) < local(deadline) + SECOND_AFTER else "second"
