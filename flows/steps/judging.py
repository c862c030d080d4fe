"""Judge the staging warehouse: findings for people, expectation results for the quality page."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import polars as pl

from flows.errors import IntegrityError
from flows.layout import Layout
from transform.campaign import Campaign
from warehouse.expectations import validate
from warehouse.judge import Judgement, frame, judge
from warehouse.store import append, clear, connect


def judge_all(campaign: Campaign, layout: Layout, as_of: datetime) -> Judgement:
    """Apply every rule and write `finding`."""
    with connect(layout.staging) as con:
        judgement = judge(con, campaign.id, as_of, folder=campaign.rules_folder, off=campaign.rules.off)
        clear(con, "finding", campaign.id)
        if judgement.findings:
            append(con, "finding", frame(judgement.findings))
    return judgement


def verify(campaign: Campaign, layout: Layout, run_id: str, judgement: Judgement) -> None:
    """Run the Great Expectations suites over what is about to be published and write their results.

    Raises IntegrityError when the warehouse contradicts itself: nothing wrong is published.
    """
    with connect(layout.staging) as con:
        results = validate(con, campaign.id, run_id, judgement)
        append(con, "expectation_result", results)
    broken = results.filter((pl.col("suite") == "integrity") & ~pl.col("success"))
    if not broken.is_empty():
        raise IntegrityError(broken["description"].to_list())


def count_findings(judgement: Judgement) -> dict[str, int]:
    """Count findings by severity."""
    return dict(sorted(Counter(finding.severity for finding in judgement.findings).items()))


def rule_errors(judgement: Judgement) -> dict[str, str]:
    """Map each rule that could not be run to the reason; such a rule has judged nobody."""
    return {outcome.rule: outcome.error for outcome in judgement.outcomes if outcome.error}
