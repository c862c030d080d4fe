# ruff: noqa: E501 - one sentence a line
"""One loaded province for the tests that only read it."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import polars as pl
import pytest
import warehouse_faults as faults
from warehouse_factory import AS_OF, Report, good_report, make_campaign, warehouse

from extract.errors import EmptyFile
from warehouse import schema, store
from warehouse.judge import Judgement, frame, judge


def province_reports() -> list[Report]:
    """Ten agencies: seven good, one with gaps, one late, one unreadable; the last sends nothing."""
    reports = [good_report(f"cq{index}") for index in range(9)]
    reports[1].remove("III.2")
    reports[1].part("III.3").text = faults.PLAIN[0].format(**faults.words(1))
    reports[2].received = faults.DEADLINE.replace(month=7)
    reports[3].error = EmptyFile()
    faults.copied(reports[5], reports[6], "IV.3")
    return reports


@pytest.fixture(scope="session")
def province() -> Iterator[tuple[duckdb.DuckDBPyConnection, Judgement]]:
    """Warehouse and judgement of `province_reports`, with a statement and a run stored."""
    campaign = make_campaign()
    con = store.connect()
    schema.create(con)
    warehouse(campaign, province_reports(), con)
    judgement = judge(con, campaign.id, AS_OF)
    store.append(con, "finding", frame(judgement.findings))
    quote, section, submission = con.execute(
        "SELECT left(text, 30), section_id, submission_id FROM section WHERE agency_code = 'cq0' AND words > 0 LIMIT 1"
    ).fetchall()[0]
    common = {"campaign_id": campaign.id, "statement_id": "st1"}
    store.append(con, "statement", pl.DataFrame([{**common, "seq": 1, "kind": "model", "text": "Một câu."}]))
    source = {
        **common,
        "seq": 1,
        "submission_id": submission,
        "section_id": section,
        "agency_code": "cq0",
        "quote": quote,
    }
    store.append(con, "statement_source", pl.DataFrame([source]))
    store.append(
        con, "run", pl.DataFrame([{"run_id": "r1", "campaign_id": campaign.id, "as_of": AS_OF, "files": 9}])
    )
    yield con, judgement
    con.close()
