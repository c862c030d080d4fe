"""What moved since the last published run."""

from __future__ import annotations

from collections import Counter

import pytest
from warehouse_factory import AS_OF, good_report, make_campaign, warehouse

from warehouse import publish, schema, store
from warehouse.changes import record_changes
from warehouse.judge import frame, judge


def _run(path, reports, published):
    campaign = make_campaign(["cq0", "cq1"])
    publish.begin(published, path)
    with store.connect(path) as con:
        schema.create(con)
        warehouse(campaign, reports, con)
        judgement = judge(con, campaign.id, AS_OF)
        store.clear(con, "finding", campaign.id)
        if judgement.findings:
            store.append(con, "finding", frame(judgement.findings))
        changes = record_changes(con, published, campaign.id)
        rows = con.execute("SELECT kind, message FROM change ORDER BY seq").fetchall()
    publish.publish(path, published)
    return changes, rows


def _gap():
    report = good_report("cq0")
    report.remove("IV.3")
    return report


@pytest.fixture
def places(tmp_path):
    return tmp_path / "staging.duckdb", tmp_path / "warehouse.duckdb"


def test_first_run_has_nothing_to_compare(places):
    staging, published = places
    assert _run(staging, [_gap()], published) == ([], [])


def test_a_late_report_and_a_mended_one(places):
    staging, published = places
    _run(staging, [_gap()], published)
    changes, rows = _run(staging, [good_report("cq0"), good_report("cq1")], published)
    kinds = Counter(change.kind for change in changes)
    # the mended file has other bytes, so it is a new file and the old one is gone
    assert kinds == {"submission_new": 2, "submission_gone": 1, "coverage": 1, "finding_resolved": 2}
    coverage = next(change for change in changes if change.kind == "coverage")
    assert (coverage.outline_path, coverage.before, coverage.after) == ("IV.3", "missing", "present")
    assert [row[0] for row in rows] == [change.kind for change in changes]
    assert all(change.message.endswith(".") for change in changes)


def test_the_same_inbox_again_changes_no_row(places):
    staging, published = places
    _run(staging, [_gap()], published)
    second = _run(staging, [good_report("cq0")], published)
    assert _run(staging, [good_report("cq0")], published) == second
    assert second[0]


def test_a_damaged_published_file_is_no_previous_run(places):
    staging, published = places
    with store.connect(staging) as con:
        schema.create(con)
        warehouse(make_campaign(["cq0"]), [good_report("cq0")], con)
        published.write_bytes(b"hong" * 5000)
        assert record_changes(con, published, "vtlt-2026") == []
