"""The same job on a Dask cluster of separate processes: same results, whoever dies in the middle."""

import hashlib
import os
import shutil
import signal
import threading
import zipfile
from dataclasses import replace

import psutil
import pytest
from deadly import NAME, read_or_die
from direct_run import consolidated

from extract import errors
from extract.isolation import read_many
from extract.limits import DEFAULT
from extract.model import to_json
from flows.cli import group
from flows.runners import cluster as cluster_module
from flows.runners import make_runner, on_dask, remote
from flows.runners.errors import (
    DaskMissingError,
    DaskUnreachableError,
    DaskWorkerDiffersError,
    NoDaskWorkersError,
)
from flows.runners.remote import outcome, read_here, request

distributed = pytest.importorskip("distributed", reason="the extra `dask` is not installed")


@pytest.fixture(autouse=True)
def _no_reader_left():
    """End the reader of this process, where a test read as a worker would."""
    yield
    if (reader := getattr(remote._own, "reader", None)) is not None:
        reader.close()


def _cluster(workers):
    return distributed.LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        memory_limit=None,
        silence_logs=50,
    )


@pytest.fixture(scope="module")
def address():
    """Scheduler of a cluster of two worker processes."""
    import dask

    with dask.config.set({"distributed.scheduler.allowed-failures": 1}), _cluster(2) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def files(province, tmp_path):
    """Copy some of the province's files, with their hashes; one is damaged."""
    for name in ("stc.docx", "sxd.pdf", "xa-loc-hai.docx"):
        shutil.copy(province.folder / "inbox" / name, tmp_path / name)
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04" + b"\0" * 40)
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(tmp_path.iterdir())}


def _told(outcomes):
    return [
        (
            o.path.name,
            to_json(o.document) if o.document else None,
            type(o.error).__name__,
            o.error and o.error.detail,
        )
        for o in outcomes
    ]


def test_a_cluster_reads_what_the_pool_reads(files, address):
    on_cluster = make_runner("dask", workers=2, address=address)
    assert sorted(_told(on_cluster(files, DEFAULT))) == sorted(_told(read_many(list(files), workers=2)))


def test_limits_of_a_file_travel_with_it(files, address):
    path, sha256 = next((path, sha256) for path, sha256 in files.items() if path.suffix == ".pdf")
    runner = make_runner("dask", workers=2, address=address)
    (found,) = runner({path: sha256}, replace(DEFAULT, max_bytes=10))
    assert isinstance(found.error, errors.FileTooLarge)


def test_time_is_watched_where_the_file_is_read(province, tmp_path):
    path = _long_copy(province.folder / "inbox" / "stc.docx", tmp_path / "dai.docx")
    asked = request(path, hashlib.sha256(path.read_bytes()).hexdigest(), replace(DEFAULT, seconds=0.2))
    assert isinstance(outcome(path, read_here(asked)).error, errors.TimeLimitExceeded)


def _long_copy(original, target):
    """Write a report whose body stands in it three hundred times: seconds to read."""
    with zipfile.ZipFile(original) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                start, end = data.index(b"<w:body>") + len(b"<w:body>"), data.rindex(b"<w:sectPr")
                data = data[:start] + 300 * data[start:end] + data[end:]
            new.writestr(name, data)
    return target


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_file_that_kills_its_workers_is_one_unread_file(files, address, monkeypatch, tmp_path):
    monkeypatch.setattr(on_dask, "read_here", read_or_die)
    deadly = tmp_path / NAME
    shutil.copy(next(iter(files)), deadly)
    files |= {deadly: hashlib.sha256(deadly.read_bytes()).hexdigest()}
    found = list(on_dask.read_on_dask(files, DEFAULT, workers=2, address=address))
    assert sorted(o.path for o in found) == sorted(files)
    unread = {o.path.name: type(o.error) for o in found if o.error}
    assert unread == {NAME: errors.ReaderCrashed, "hong.docx": errors.CorruptFile}


class Future:
    """A future that was done, and is not any more: its worker died before the answer was fetched."""

    key = "k"

    def __init__(self, status):
        self.status, self.callbacks = status, []

    def add_done_callback(self, callback):
        self.callbacks.append(callback)


@pytest.mark.parametrize("status", ["pending", "lost"])
def test_an_answer_that_died_with_its_worker_is_waited_for_again(files, status):
    path = next(iter(files))
    reading = on_dask._Reading(None, files, DEFAULT, "tcp://x")
    future = Future(status)
    reading._under_way["k"] = (future, path)
    reading._done.put(future)
    assert reading._next() is None
    assert reading._under_way == {"k": (future, path)}
    assert len(future.callbacks) == 1


def test_a_file_that_the_cluster_cannot_see_is_sent_to_it(files, tmp_path):
    path, sha256 = next(iter(files.items()))
    asked = request(path, sha256, DEFAULT)
    content = path.read_bytes()
    seen = read_here(asked)
    path.write_bytes(b"other bytes under the same name")
    assert read_here(asked).kind == "unseen"
    path.unlink()
    assert read_here(asked).kind == "unseen"
    assert read_here(asked, content).payload == seen.payload


def test_another_reader_is_refused(files):
    path, sha256 = next(iter(files.items()))
    other = replace(request(path, sha256, DEFAULT), reader="0" * 16)
    assert read_here(other).kind == "differs"
    reading = on_dask._Reading(None, files, DEFAULT, "tcp://x")
    with pytest.raises(DaskWorkerDiffersError, match="cùng một bản tonghop"):
        reading._judge(path, read_here(other))


def test_a_cluster_without_workers_is_said(files, monkeypatch):
    monkeypatch.setattr(on_dask, "IDLE_SECONDS", 0.5)
    with (
        _cluster(0) as empty,
        pytest.raises(NoDaskWorkersError, match="dask worker"),
    ):
        list(on_dask.read_on_dask(files, DEFAULT, workers=2, address=empty.scheduler_address))


def test_a_scheduler_that_goes_away_in_the_middle_is_said(files):
    with _cluster(1) as going:
        outcomes = on_dask.read_on_dask(files, DEFAULT, workers=1, address=going.scheduler_address)
        next(outcomes)
        going.close()
        with pytest.raises(DaskUnreachableError, match="giữ lại"):
            list(outcomes)


def test_nobody_at_the_address_is_said(files, monkeypatch):
    monkeypatch.setattr(cluster_module, "_CONNECT_SECONDS", 1)
    with pytest.raises(DaskUnreachableError, match=r"tcp://127\.0\.0\.1:9"):
        list(on_dask.read_on_dask(files, DEFAULT, workers=2, address="tcp://127.0.0.1:9"))


def test_without_the_extra_the_officer_is_told_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr(cluster_module, "find_spec", lambda _name: None)
    with pytest.raises(DaskMissingError, match=r"pip install tonghop\[dask\]"):
        group.main(["run", str(tmp_path), "--runner", "dask"], standalone_mode=False)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.timeout(600)
def test_a_run_whose_worker_is_killed_ends_as_the_pools_run(province, tmp_path):
    moved = tmp_path / "dot"
    shutil.copytree(province.folder, moved, ignore=shutil.ignore_patterns("out"))
    over, killed = threading.Event(), []
    killer = threading.Thread(target=_kill_one_at_work, args=(over, killed))
    killer.start()
    try:
        summary = consolidated(moved, runner="dask", workers=2)
    finally:
        over.set()
        killer.join()
    assert len(killed) == 1
    assert summary.counts == province.summary.counts
    assert sum(summary.counts.values()) == 2 * summary.counts["files"]
    assert _written(moved / "out") == _written(province.layout.out)


def _kill_one_at_work(over, killed):
    """Kill the first Dask worker of this process that is reading a file."""
    while not over.wait(0.05):
        for worker in psutil.Process().children():
            try:
                at_work = any("extract.worker" in " ".join(c.cmdline()) for c in worker.children())
                if at_work and "spawn_main" in " ".join(worker.cmdline()):
                    os.kill(worker.pid, signal.SIGKILL)
                    killed.append(worker.pid)
                    return
            except (psutil.Error, ProcessLookupError):
                continue


def _written(out):
    """Bytes of all that people and their tools open; the warehouse by its Parquet export."""
    kept = ("export", "feedback", "report", "reminders", "quality")
    return {
        path.relative_to(out): path.read_bytes()
        for folder in kept
        for path in sorted((out / folder).rglob("*"))
        if path.is_file() and path.suffix != ".pdf"
    }
