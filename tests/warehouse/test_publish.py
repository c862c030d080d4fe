"""Publishing: readers meet whole states only; history; names that change where files cannot."""

from __future__ import annotations

import hashlib
import multiprocessing
import time
from pathlib import Path

import duckdb
import pytest
from warehouse_factory import good_report, make_campaign, warehouse

from warehouse import export, publish, purge, schema, store
from warehouse.errors import PublishError
from warehouse.tables import TABLES


def _staging(path: Path, agencies: int = 2, **changes) -> Path:
    with store.connect(path) as con:
        schema.create(con)
        warehouse(make_campaign(**changes), [good_report(f"cq{index}") for index in range(agencies)], con)
    return path


def _count(path: Path, table: str = "submission") -> int:
    with store.connect(path, read_only=True) as con:
        return con.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def _read_on(target: str, stop, results) -> None:
    """Loop in another process: each state must be whole (one finding for each submission)."""
    seen: list[tuple[int, int]] = []
    errors: list[str] = []
    while not stop.is_set():
        try:
            with duckdb.connect(target, read_only=True) as con:
                seen.append(
                    con.execute(
                        "SELECT (SELECT count(*) FROM run), (SELECT count(*) FROM finding)"
                    ).fetchone()
                )
        except Exception as error:
            errors.append(repr(error))
    results.put((seen, errors))


def test_a_reader_looping_over_ten_runs_sees_only_whole_states(tmp_path):
    target, staging = tmp_path / "warehouse.duckdb", tmp_path / "staging.duckdb"
    with store.connect(staging) as con:
        schema.create(con)
    publish.publish(staging, target)
    context = multiprocessing.get_context("spawn")
    stop, results = context.Event(), context.Queue()
    reader = context.Process(target=_read_on, args=(str(target), stop, results))
    reader.start()
    time.sleep(0.5)
    for number in range(1, 11):
        with store.connect(staging) as con:
            con.execute("INSERT INTO run (run_id) VALUES (?)", [f"r{number}"])
            con.execute("INSERT INTO finding (finding_id) VALUES (?)", [f"f{number}"])
        publish.publish(staging, target, run_id=f"r{number}")
    stop.set()
    seen, errors = results.get(timeout=60)
    reader.join(timeout=60)
    assert errors == []
    assert seen
    assert all(runs == findings for runs, findings in seen)


def test_a_reader_that_holds_the_old_file_keeps_it(tmp_path):
    target = tmp_path / "warehouse.duckdb"
    publish.publish(_staging(tmp_path / "a.duckdb", 1), target)
    held = store.connect(target, read_only=True)
    publish.publish(_staging(tmp_path / "b.duckdb", 2), target)
    assert held.execute("SELECT count(*) FROM submission").fetchone() == (1,)
    assert held.execute("SELECT count(*) FROM section").fetchone()[0] > 0
    held.close()
    assert _count(target) == 2


def test_nothing_but_the_snapshot_is_left(tmp_path):
    target = tmp_path / "out" / "warehouse.duckdb"
    publish.publish(_staging(tmp_path / "a.duckdb", 1), target)
    assert [path.name for path in target.parent.iterdir()] == ["warehouse.duckdb"]


def test_views_macros_and_comments_are_published(tmp_path):
    target = tmp_path / "warehouse.duckdb"
    publish.publish(_staging(tmp_path / "a.duckdb", 1), target)
    with duckdb.connect(str(target), read_only=True) as con:
        assert con.execute("SELECT count(*) FROM coverage").fetchone()[0] == 16
        assert con.execute("SELECT count(*) FROM tim('KHO ho so')").fetchone() is not None
        assert con.execute("SELECT title FROM tim('hồ sơ')").fetchall()
        assert con.execute("SELECT comment FROM duckdb_tables() WHERE table_name = 'agency'").fetchone()[0]


def test_a_failed_publication_keeps_the_old_state(tmp_path):
    target = tmp_path / "warehouse.duckdb"
    publish.publish(_staging(tmp_path / "a.duckdb", 1), target)
    broken = tmp_path / "hong.duckdb"
    broken.write_bytes(b"khong phai kho du lieu" * 100)
    with pytest.raises(PublishError, match="Chưa đưa được"):
        publish.publish(broken, target)
    assert _count(target) == 1
    assert sorted(path.name for path in tmp_path.glob(".warehouse*")) == []


def test_history_answers_as_the_warehouse_stood(tmp_path):
    target = tmp_path / "warehouse.duckdb"
    for number in range(1, 5):
        publish.publish(
            _staging(tmp_path / f"{number}.duckdb", number), target, run_id=f"2026-05-0{number}", keep=3
        )
    assert [run for run, _ in publish.history(target)] == ["2026-05-02", "2026-05-03", "2026-05-04"]
    assert _count(publish.as_of(target, "2026-05-03")) == 3
    with pytest.raises(PublishError, match="Không còn giữ"):
        publish.as_of(target, "2026-05-01")


def test_the_same_run_again_takes_no_second_place_in_history(tmp_path):
    target = tmp_path / "warehouse.duckdb"
    staging = _staging(tmp_path / "a.duckdb", 1)
    for _ in range(3):
        publish.publish(staging, target, run_id="r/1")
    assert [run for run, _ in publish.history(target)] == ["r_1"]


def test_versioned_names_with_a_pointer(tmp_path):
    target = tmp_path / "warehouse.duckdb"
    for number in (1, 2, 3):
        fresh = tmp_path / "fresh.duckdb"
        _staging(fresh, number)
        named = publish.put_versioned(fresh, target)
        assert publish.resolve(target) == named
        assert _count(publish.resolve(target)) == number
    assert [path.name for path in sorted(tmp_path.glob("warehouse.0*"))] == ["warehouse.000003.duckdb"]


def test_a_pointer_cannot_lead_elsewhere(tmp_path):
    target = tmp_path / "warehouse.duckdb"
    (tmp_path / "warehouse.duckdb.current").write_text("../../etc/passwd", encoding="utf-8")
    assert publish.resolve(target) == target


def test_a_run_begins_with_what_is_published(tmp_path):
    target, staging = tmp_path / "warehouse.duckdb", tmp_path / "work" / "staging.duckdb"
    publish.begin(target, staging)
    assert not staging.exists()
    publish.publish(_staging(tmp_path / "a.duckdb", 2), target)
    publish.begin(target, staging)
    assert _count(staging) == 2


def test_export_writes_the_same_bytes(tmp_path):
    paths = []
    for name in ("mot", "hai"):
        with store.connect(_staging(tmp_path / f"{name}.duckdb", 3)) as con:
            paths.append(export.export_parquet(con, tmp_path / name))
    assert {path.stem for path in paths[0]} == {table.name for table in TABLES} | set(export.EXPORTED_VIEWS)
    one, two = ([hashlib.sha256(path.read_bytes()).hexdigest() for path in listed] for listed in paths)
    assert one == two


def test_export_removes_what_no_longer_exists_and_has_declared_types(tmp_path):
    from warehouse.dictionary import parquet_schema

    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "bang_cu.parquet").write_bytes(b"x")
    with store.connect(_staging(tmp_path / "a.duckdb", 1)) as con:
        export.export_parquet(con, folder)
        for table in TABLES:
            rows = con.execute(f"DESCRIBE SELECT * FROM '{folder / table.name}.parquet'").fetchall()
            found = {row[0]: row[1].replace("TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ") for row in rows}
            assert found == parquet_schema(table), table.name
    assert not (folder / "bang_cu.parquet").exists()


def test_purge_leaves_no_text_of_the_campaign_anywhere(tmp_path):
    target, staging = tmp_path / "warehouse.duckdb", tmp_path / "a.duckdb"
    _staging(staging, 2)
    publish.publish(staging, target, run_id="r1")
    with store.connect(staging) as con:
        warehouse(make_campaign(id="khac-2027"), [good_report("cq3")], con)
    publish.publish(staging, target, run_id="r2")
    word = "cạnh bến xe".encode()
    assert word in target.read_bytes()
    deleted = purge.purge(target, "vtlt-2026")
    assert deleted["submission"] == 2
    with store.connect(target, read_only=True) as con:
        assert con.execute("SELECT DISTINCT campaign_id FROM submission").fetchall() == [("khac-2027",)]
    for _, path in publish.history(target):
        with store.connect(path, read_only=True) as con:
            assert con.execute("SELECT count(*) FROM section WHERE campaign_id = 'vtlt-2026'").fetchone() == (
                0,
            )
    for path in [target, *(path for _, path in publish.history(target))]:
        assert word not in path.read_bytes(), path
    assert sorted(path.name for path in tmp_path.glob(".*")) == []
