"""Judge the staging warehouse: findings for people, expectation results for the quality page."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from flows.layout import Layout
from transform.campaign import Campaign
from warehouse.expectations import validate
from warehouse.judge import frame, judge
from warehouse.store import append, clear, connect


def judge_all(campaign: Campaign, layout: Layout, run_id: str, as_of: datetime) -> dict[str, int]:
    """Write `finding` and `expectation_result`; return the number of findings by severity."""
    with connect(layout.staging) as con:
        judgement = judge(con, campaign.id, as_of, folder=campaign.folder / "rules", off=campaign.rules.off)
        clear(con, "finding", campaign.id)
        if judgement.findings:
            append(con, "finding", frame(judgement.findings))
        append(con, "expectation_result", validate(con, campaign.id, run_id, judgement))
    return dict(sorted(Counter(finding.severity for finding in judgement.findings).items()))
