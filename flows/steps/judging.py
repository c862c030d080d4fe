"""Judge the staging warehouse: findings for people, expectation results for the quality page."""

from __future__ import annotations

from collections import Counter

from warehouse.expectations import validate
from warehouse.judge import judge

from flows.layout import Layout
from transform.campaign import Campaign
from warehouse.store import append, clear, connect


def judge_all(campaign: Campaign, layout: Layout, run_id: str) -> dict[str, int]:
    """Write `finding` and `expectation_result`; return the number of findings by severity."""
    with connect(layout.staging) as con:
        judged = judge(con, campaign.id, off=campaign.rules.off, extra=campaign.folder / "rules")
        clear(con, "finding", campaign.id)
        append(con, "finding", judged.findings)
        append(con, "expectation_result", validate(con, campaign.id, run_id, judged))
    return dict(sorted(Counter(judged.findings["severity"].to_list()).items()))
