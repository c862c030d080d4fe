"""One run from the command line: with a Prefect server of its own, and without one that will not start."""

from __future__ import annotations

import subprocess
import sys

import pytest

from flows import prefect_local, running
from flows.demo.province import make_province
from flows.errors import ServerStartError
from flows.job import make_job


class Broken:
    """A server that ended before it answered."""

    def wait(self) -> None:
        raise ServerStartError("mã 1")


def test_a_run_does_without_a_server_that_will_not_start(tmp_path, capsys):
    make_province(tmp_path / "dot", agencies=1)
    job = make_job(tmp_path / "dot", None, None, 1, None)
    summary = running.run_with(Broken(), job)
    assert summary.counts["files"] == summary.counts["read"] == 1
    assert job.layout.warehouse.exists()
    assert "(mã 1); lượt chạy tiếp tục mà không ghi vào Prefect" in capsys.readouterr().out


def test_runs_at_once_have_records_of_their_own_and_use_them_again(tmp_path, monkeypatch):
    monkeypatch.setenv("TONGHOP_STATE", str(tmp_path))
    monkeypatch.setattr(prefect_local, "_HOMES", 2)
    one, first = prefect_local._free_home()
    two, second = prefect_local._free_home()
    assert [one.name, two.name] == ["1", "2"]
    with pytest.raises(ServerStartError):
        prefect_local._free_home()
    first.release()
    again, third = prefect_local._free_home()
    assert again == one
    second.release()
    third.release()


def test_another_version_of_prefect_has_records_of_its_own(tmp_path, monkeypatch):
    """A server refuses to start on a database that a newer one has migrated."""
    monkeypatch.setenv("TONGHOP_STATE", str(tmp_path))
    folders = []
    for number in ("3.8.1", "3.9.0"):
        monkeypatch.setattr(prefect_local, "version", lambda _name, number=number: number)
        folder, lock = prefect_local._free_home()
        lock.release()
        folders.append(folder)
    assert len(set(folders)) == 2


def test_a_server_that_ends_while_its_parent_lives_ends_in_order():
    """Its thread waits for the parent's end; that must not abort an interpreter on its way out."""
    code = (
        "import threading, time; from flows.server_process import _end_with_parent; "
        "threading.Thread(target=_end_with_parent, daemon=True).start(); time.sleep(0.3)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE) as process:
        assert process.wait(30) == 0
