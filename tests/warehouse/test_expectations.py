"""Great Expectations over the rules: results, errors apart from failures, integrity."""

from __future__ import annotations

import json
import os
from dataclasses import replace

import polars as pl
import pytest
from warehouse_factory import AS_OF, good_report, make_campaign, warehouse

from warehouse import expectations, store
from warehouse.judge import judge


@pytest.fixture(scope="module")
def results():
    """Results on a province with one gap, one rule in error and a damaged warehouse."""
    campaign = make_campaign(["cq0", "cq1"])
    report = good_report("cq0")
    report.remove("IV.3")
    con = warehouse(campaign, [report, good_report("cq1")])
    judgement = judge(con, campaign.id, AS_OF)
    outcomes = [
        replace(outcome, error="Binder Error: khong_co") if outcome.rule == "late" else outcome
        for outcome in judgement.outcomes
    ]
    judgement = replace(judgement, outcomes=tuple(outcomes))
    section, submission = con.execute("SELECT section_id, submission_id FROM section LIMIT 1").fetchone()
    common = {"campaign_id": campaign.id, "statement_id": "st1"}
    store.append(
        con, "statement", pl.DataFrame([{**common, "text": "Câu."}, {**common, "statement_id": "st2"}])
    )
    source = {
        **common,
        "seq": 1,
        "submission_id": submission,
        "section_id": section,
        "quote": "chữ không có ở đó",
    }
    store.append(con, "statement_source", pl.DataFrame([source]))
    con.execute(
        "INSERT INTO footnote (footnote_id, campaign_id, section_id) VALUES ('f', ?, 'mất')", [campaign.id]
    )
    con.execute(
        "UPDATE figure SET char_start = char_start + 1, char_end = char_end + 1 WHERE figure_id = "
        "(SELECT min(figure_id) FROM figure)"
    )
    frame = expectations.validate(con, campaign.id, "r1", judgement)
    assert store.append(con, "expectation_result", frame) == frame.height
    return {row["expectation"]: row for row in frame.iter_rows(named=True)}


def test_a_failing_rule_shows_its_rows(results):
    row = results["missing_section"]
    assert (row["suite"], row["success"], row["failed"], row["error"]) == ("coverage", False, 1, None)
    (failing,) = json.loads(row["failing"])
    assert (failing["agency_code"], failing["outline_path"]) == ("cq0", "IV.3")


def test_a_passing_rule_passes(results):
    assert results["no_figures"]["success"] is True
    assert results["no_figures"]["checked"] == 6


def test_an_error_is_no_failure(results):
    assert results["late"]["success"] is None
    assert "khong_co" in results["late"]["error"]


def test_nothing_to_judge_is_neither(results):
    assert results["signature_broken"]["success"] is None
    assert results["signature_broken"]["error"] is None


def test_integrity_finds_damage(results):
    ours = {
        "links_whole",
        "quotes_in_text",
        "statements_sourced",
        "figures_in_text",
        "keys_unique",
        "one_current",
    }
    broken = {name for name in ours if results[name]["success"] is False}
    assert broken == {"links_whole", "figures_in_text", "quotes_in_text", "statements_sourced"}
    assert results["figures_in_text"]["suite"] == "content", "one misplaced figure stops no run"
    assert "footnote.section_id" in results["links_whole"]["failing"]
    assert "st2" in results["statements_sourced"]["failing"]


def test_it_stays_offline_and_silent(results):
    assert results
    assert os.environ["GX_ANALYTICS_ENABLED"] == "false"


def test_an_exception_inside_is_read_as_an_error():
    flat = {"raised_exception": True, "exception_message": "hỏng"}
    assert expectations._raised(flat) == "hỏng"
    assert expectations._raised({"metric": flat}) == "hỏng"
    assert expectations._raised({"raised_exception": False, "exception_message": None}) is None
