"""Loading: what is refused, what changes, what stays."""

from __future__ import annotations

from datetime import UTC, datetime

import duckdb
import polars as pl
import pytest
from warehouse_factory import frames, good_report, make_campaign

from warehouse import loading, schema, store
from warehouse.errors import LoadError
from warehouse.schema import views
from warehouse.tables import TABLES


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    connection = store.connect()
    schema.create(connection)
    return connection


def _everything(con: duckdb.DuckDBPyConnection) -> dict[str, list[tuple]]:
    return {
        table.name: con.execute(f'SELECT * FROM "{table.name}" ORDER BY ALL').fetchall() for table in TABLES
    }


def test_same_rows_twice_change_nothing(con):
    campaign = make_campaign()
    rows = frames(campaign, [good_report(agency.code) for agency in campaign.agencies])
    first = loading.load(con, rows)
    before = _everything(con)
    second = loading.load(con, rows)
    assert len(first.added) == 10
    assert (second.added, second.changed, second.removed) == ((), (), ())
    assert len(second.unchanged) == 10
    assert _everything(con) == before


def test_order_of_rows_does_not_matter(con):
    campaign = make_campaign()
    rows = frames(campaign, [good_report(agency.code) for agency in campaign.agencies])
    loading.load(con, rows)
    turned = {name: frame.reverse() for name, frame in rows.items()}
    assert loading.load(con, turned).changed == ()


def test_changed_submission_alone_is_reloaded(con):
    campaign = make_campaign()
    reports = [good_report(agency.code) for agency in campaign.agencies]
    loading.load(con, frames(campaign, reports))
    rows = frames(campaign, reports)
    first = rows["section"]["submission_id"][0]
    changed = pl.when(pl.col("submission_id") == first).then(pl.lit("khác")).otherwise(pl.col("text"))
    rows["section"] = rows["section"].with_columns(changed.alias("text"))
    assert loading.load(con, rows).changed == (first,)


def test_vanished_submission_goes_with_everything(con):
    campaign = make_campaign()
    reports = [good_report(agency.code) for agency in campaign.agencies]
    loading.load(con, frames(campaign, reports))
    report = loading.load(con, frames(campaign, reports[1:]))
    assert len(report.removed) == 1
    for name in ("submission", "document", "section", "section_match", "citation", "figure"):
        left = con.execute(
            f"SELECT count(*) FROM {name} WHERE submission_id = ?", [report.removed[0]]
        ).fetchone()
        assert left == (0,), name


def test_campaigns_live_side_by_side(con):
    first, second = make_campaign(), make_campaign(id="khac-2027")
    loading.load(con, frames(first, [good_report("cq0")]))
    loading.load(con, frames(second, [good_report("cq0"), good_report("cq1")]))
    loading.load(con, frames(first, []))
    counts = dict(con.execute("SELECT campaign_id, count(*) FROM submission GROUP BY ALL").fetchall())
    assert counts == {"khac-2027": 2}
    assert con.execute("SELECT count(*) FROM campaign").fetchone() == (2,)


@pytest.mark.parametrize(
    ("name", "rows", "words"),
    [
        ("submission", {"submission_id": ["a"], "la": ["x"]}, "không có cột la"),
        ("submission", {"campaign_id": ["vtlt-2026"]}, "khóa submission_id để trống"),
        ("submission", {"submission_id": ["a", "a"], "campaign_id": ["c", "c"]}, "khóa lặp lại: a"),
        ("submission", {"submission_id": ["a"], "bytes": ["không phải số"]}, "giá trị không đúng kiểu"),
        ("bang_la", {"a": [1]}, "Không có bảng: bang_la"),
        ("section", {"section_id": ["s"], "submission_id": ["không có"]}, "không có trong bảng submission"),
    ],
)
def test_rows_that_do_not_fit_are_refused(con, name, rows, words):
    campaign = pl.DataFrame({"campaign_id": ["vtlt-2026"]})
    with pytest.raises(LoadError, match=words):
        loading.load(con, {"campaign": campaign, name: pl.DataFrame(rows)})
    assert con.execute("SELECT count(*) FROM submission").fetchone() == (0,)


def test_no_campaign_row_is_refused(con):
    with pytest.raises(LoadError, match="campaign"):
        loading.load(con, {})


def test_a_failing_submission_leaves_the_others_whole(con, monkeypatch):
    campaign = make_campaign()
    rows = frames(campaign, [good_report(f"cq{index}") for index in range(4)])
    done: list[str] = []
    original = loading._insert

    def fail_third(connection, submission_id, tables):
        original(connection, submission_id, tables)
        done.append(submission_id)
        if len(done) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(loading, "_insert", fail_third)
    with pytest.raises(KeyboardInterrupt):
        loading.load(con, rows)
    whole = con.execute("SELECT submission_id FROM submission ORDER BY 1").fetchall()
    assert [row[0] for row in whole] == sorted(done[:2])
    assert con.execute("SELECT count(DISTINCT submission_id) FROM section").fetchone() == (2,)
    monkeypatch.undo()
    loading.load(con, rows)
    assert con.execute("SELECT count(*) FROM submission").fetchone() == (4,)


def test_appending_replaces_the_campaigns_rows(con):
    rows = pl.DataFrame({"finding_id": ["a", "b"], "campaign_id": ["c", "c"], "rule": ["late", "late"]})
    store.append(con, "finding", rows)
    store.append(con, "finding", rows.head(1))
    assert con.execute("SELECT finding_id FROM finding").fetchall() == [("a",)]
    store.clear(con, "finding", "c")
    assert con.execute("SELECT count(*) FROM finding").fetchone() == (0,)


def test_times_keep_their_instant(con):
    when = datetime(2026, 4, 25, 10, 0, tzinfo=UTC)
    frame = pl.DataFrame({"submission_id": ["a"], "campaign_id": ["c"], "received_at": [when]})
    loading.load(con, {"campaign": pl.DataFrame({"campaign_id": ["c"]}), "submission": frame})
    assert con.execute("SELECT gio_vn(received_at) FROM submission").fetchone() == (
        datetime(2026, 4, 25, 17, 0),
    )
    assert con.execute("SELECT ngay_vn(received_at) FROM submission").fetchone() == ("25/04/2026",)


def test_every_column_has_its_comment(con):
    bare = con.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal "
        "AND comment IS NULL"
    ).fetchall()
    assert bare == []
    commented = con.execute(
        "SELECT count(*) FROM duckdb_views() WHERE NOT internal AND comment IS NOT NULL"
    ).fetchone()
    assert commented == (len(views()),)


def test_views_have_the_columns_they_declare(con):
    for view in views():
        columns = [row[0] for row in con.execute(f"DESCRIBE {view.name}").fetchall()]
        assert columns == [name for name, _ in view.columns], view.name


def test_an_older_warehouse_gains_new_columns(con):
    con.execute("DROP VIEW IF EXISTS submission_status; ALTER TABLE finding DROP COLUMN advice")
    schema.create(con)
    assert con.execute("SELECT advice FROM finding").fetchall() == []


SETTINGS = "SELECT current_setting('memory_limit'), current_setting('threads')"


def test_little_memory_and_all_of_it_where_little_is_not_enough(tmp_path):
    with store.connect(tmp_path / "kho.duckdb") as con:
        own = con.execute(SETTINGS).fetchone()
        seen = []

        def work():
            seen.append(con.execute(SETTINGS).fetchone())
            if len(seen) == 1:
                raise duckdb.OutOfMemoryException
            return "done"

        assert store.frugally(con, work) == "done"
        assert seen == [("381.4 MiB", 2), own]
        assert con.execute(SETTINGS).fetchone() == own


def test_another_fault_is_not_tried_again(tmp_path):
    with store.connect(tmp_path / "kho.duckdb") as con:
        own, times = con.execute(SETTINGS).fetchone(), []

        def work():
            times.append(1)
            raise KeyError

        with pytest.raises(KeyError):
            store.frugally(con, work)
        assert times == [1]
        assert con.execute(SETTINGS).fetchone() == own
