"""Earlier states can be asked for, and purge leaves nothing of a campaign, earlier states included."""

from __future__ import annotations

import os
import shutil
from datetime import datetime

import duckdb
import pytest
from click.testing import CliRunner

from flows import purging
from flows.commands import purge, status
from flows.errors import NotYetRunError
from flows.layout import Layout
from flows.purging import purge_campaign
from flows.snapshot import NoEarlierStateError, snapshot
from warehouse import past
from warehouse.publish import begin, history, publish
from warehouse.store import connect

DEMO = "demo-cchc-2026"


def _moment(text):
    return datetime.fromisoformat(f"{text}+07:00")


@pytest.fixture
def later(province_copy):
    """Publish a second run in which every report of one agency is gone, and a third of another campaign."""
    layout = province_copy.layout
    for run_id, campaign, moment, change in (
        (f"{DEMO}-hai", DEMO, "2026-02-07T09:30:00+07:00",
         "UPDATE submission SET is_current = false, status = 'superseded' WHERE agency_code = 'stc'"),
        ("dot-khac-mot", "dot-khac", "2026-02-08T09:30:00+07:00",
         "INSERT INTO campaign (campaign_id, title) VALUES ('dot-khac', 'Một đợt khác')"),
    ):  # fmt: skip
        begin(layout.warehouse, layout.staging)
        with connect(layout.staging) as con:
            con.execute(change)
            con.execute(
                "INSERT INTO run (run_id, campaign_id, as_of) VALUES (?, ?, ?)", [run_id, campaign, moment]
            )
        publish(layout.staging, layout.warehouse, run_id=run_id)
    return province_copy


def _status(ran, *options):
    done = CliRunner().invoke(status.command, [str(ran.folder), *options], standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.output


def _row(shown, name):
    return next(line for line in shown.splitlines() if name in line)


@pytest.mark.parametrize(
    ("moment", "closed", "sent"),
    [
        (None, "Số liệu chốt lúc 09:30 07/02/2026.", False),
        ("2026-02-20", "Số liệu chốt lúc 09:30 07/02/2026.", False),
        ("7/2/2026 9:30", "Số liệu chốt lúc 09:30 07/02/2026.", False),
        ("7/2/2026 9:29", "Số liệu chốt lúc 08:00 05/02/2026.", True),
        ("2026-02-05T08:00", "Số liệu chốt lúc 08:00 05/02/2026.", True),
    ],
)
def test_status_tells_how_it_stood(later, monkeypatch, moment, closed, sent):
    monkeypatch.setenv("COLUMNS", "200")
    shown = _status(later, *(("--as-of", moment) if moment else ()))
    assert closed in shown
    assert ("66/BC-STC" in shown or "11/11" in _row(shown, "Sở Tài chính")) is sent


def test_a_moment_before_the_first_run_is_refused_with_what_is_kept(later):
    with pytest.raises(NoEarlierStateError) as caught:
        _status(later, "--as-of", "4/2/2026")
    assert "23:59 04/02/2026" in str(caught.value)
    assert "08:00 05/02/2026; 09:30 07/02/2026" in str(caught.value)


def test_the_states_kept_are_listed(later, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    shown = _status(later, "--history")
    assert shown.index("08:00 05/02/2026") < shown.index("09:30 07/02/2026")
    assert "08/02/2026" not in shown  # another campaign's run


def test_a_run_repeated_after_a_later_one_is_the_newest_state(later):
    layout = later.layout
    first = history(layout.warehouse)[0]
    shutil.copyfile(first[1], layout.staging)
    publish(layout.staging, layout.warehouse, run_id=first[0])
    assert past.states(layout.warehouse, DEMO)[-1].run_id == first[0]
    assert past.at(layout.warehouse, DEMO, _moment("2026-03-01T00:00:00")).run_id == first[0]


def test_a_damaged_snapshot_is_left_out(later):
    path = history(later.layout.warehouse)[0][1]
    path.write_bytes(b"hong")
    with pytest.raises(NoEarlierStateError):
        snapshot(later.layout, DEMO, _moment("2026-02-06T00:00:00"))


def test_where_files_cannot_be_replaced_the_pointer_is_followed(later):
    layout = later.layout
    layout.warehouse.rename(layout.out / "warehouse.000007.duckdb")
    (layout.out / "warehouse.duckdb.current").write_text("warehouse.000007.duckdb", encoding="utf-8")
    assert snapshot(layout, DEMO).name == "warehouse.000007.duckdb"


def test_nothing_published_is_said(tmp_path):
    with pytest.raises(NotYetRunError):
        snapshot(Layout(tmp_path), DEMO)


def _words_left(folder, *words):
    return [
        (path.relative_to(folder), word)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for word in words
        if word.encode() in path.read_bytes() or word in path.name
    ]


def test_purge_leaves_nothing(province_copy):
    layout = province_copy.layout
    assert _words_left(layout.out, DEMO, "Sở Tài chính")
    done = CliRunner().invoke(purge.command, [str(province_copy.folder), "--yes"], standalone_mode=False)
    assert done.return_value == 0, done.output
    assert [path for path in layout.out.rglob("*") if path.is_file()] == []
    assert len(list((province_copy.folder / "inbox").iterdir())) == province_copy.summary.counts["files"]


def test_purge_keeps_another_campaign_and_nothing_else(later):
    layout = later.layout
    done = CliRunner().invoke(purge.command, [str(later.folder), "--yes"], standalone_mode=False)
    assert done.return_value == 0, done.output
    assert "Kho còn đợt khác (dot-khac)" in done.output
    assert [run_id for run_id, _ in history(layout.warehouse)] == ["dot-khac-mot"]
    for path in (layout.warehouse, history(layout.warehouse)[0][1]):
        with duckdb.connect(str(path), read_only=True) as con:
            assert con.execute("SELECT campaign_id FROM campaign").fetchall() == [("dot-khac",)]
            assert con.execute("SELECT count(*) FROM section").fetchone() == (0,)
    assert _words_left(layout.out, DEMO, "Sở Tài chính") == []
    kept = {path.name for path in layout.out.iterdir()}
    assert kept == {"warehouse.duckdb", "history", "export", ".tonghop"}


@pytest.mark.skipif(os.name == "nt", reason="quyền thư mục kiểu Unix")
def test_what_cannot_be_removed_is_told_and_can_be_tried_again(province_copy, monkeypatch):
    layout = province_copy.layout
    remove = purging._remove
    monkeypatch.setattr(purging, "_remove", lambda path: None if path == layout.report else remove(path))
    done = purge_campaign(layout, DEMO)
    assert {path.parent for path in done.left} == {layout.report}
    monkeypatch.undo()
    again = CliRunner().invoke(purge.command, [str(province_copy.folder), "--yes"], standalone_mode=False)
    assert again.return_value == 0, again.output
    assert [path for path in layout.out.rglob("*") if path.is_file()] == []
