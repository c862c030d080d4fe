"""One bad file costs one file: limits, crashes and hangs in worker processes."""

import os
import signal
import threading
import time
from pathlib import Path

import psutil
import pytest

from extract import errors
from extract.isolation import read_many
from extract.limits import Limits


def _outcomes(paths, **options):
    return {outcome.path.name: outcome for outcome in read_many(paths, **options)}


def test_every_path_gets_exactly_one_typed_outcome(tmp_path):
    (tmp_path / "rong.docx").write_bytes(b"")
    (tmp_path / "la.bin").write_bytes(b"\x01\x02\x03" * 50)
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04" + b"\0" * 40)
    outcomes = _outcomes([*sorted(tmp_path.iterdir()), tmp_path / "khong-co.pdf"])
    assert isinstance(outcomes["rong.docx"].error, errors.EmptyFile)
    assert isinstance(outcomes["la.bin"].error, errors.UnknownFormat)
    assert isinstance(outcomes["hong.docx"].error, errors.CorruptFile)
    assert outcomes["khong-co.pdf"].error is not None
    assert all(outcome.document is None for outcome in outcomes.values())


def _workers() -> list[psutil.Process]:
    return [
        child
        for child in psutil.Process().children(recursive=True)
        if "extract.worker" in " ".join(child.cmdline())
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes to hang a reader")
def test_a_hang_ends_at_the_limit_and_the_next_file_is_read(tmp_path):
    # `sniff` stats a size of 0 for a pipe, so hang below it: a pipe behind a large sparse name is not
    # possible; a worker stopped by a signal is the same to its parent.
    blank = tmp_path / "a.docx"
    blank.write_bytes(b"")
    stopped = threading.Event()

    def stop_worker() -> None:
        for _ in range(400):
            for child in _workers():
                child.send_signal(signal.SIGSTOP)
                stopped.set()
                return
            time.sleep(0.005)

    thread = threading.Thread(target=stop_worker)
    thread.start()
    start = time.monotonic()
    (outcome,) = read_many([blank], workers=1, limits=Limits(seconds=1.5))
    thread.join()
    assert stopped.is_set()
    assert isinstance(outcome.error, errors.TimeLimitExceeded)
    assert time.monotonic() - start < 10
    assert not _workers()


def test_a_killed_worker_is_a_crash_of_one_file(tmp_path):
    paths = []
    for name in ("a.docx", "b.docx"):
        paths.append(tmp_path / name)
        paths[-1].write_bytes(b"")

    def kill_first() -> None:
        for _ in range(400):
            for child in _workers():
                child.kill()
                return
            time.sleep(0.002)

    thread = threading.Thread(target=kill_first)
    thread.start()
    outcomes = list(read_many(paths, workers=1))
    thread.join()
    codes = sorted(outcome.error.code for outcome in outcomes)
    assert codes == ["empty_file", "reader_crashed"]


def test_errors_survive_the_process_border():
    for code, cls in errors.BY_CODE.items():
        rebuilt = errors.from_code(code, "(x)")
        assert type(rebuilt) is cls
        assert rebuilt.detail == "(x)"
    assert len(errors.BY_CODE) == len({cls.reason for cls in errors.BY_CODE.values()})


def test_path_is_given_as_it_is(tmp_path):
    odd = tmp_path / "Báo cáo (1) final – ‘bản chính’.docx"
    odd.write_bytes(b"")
    (outcome,) = read_many([odd])
    assert outcome.path == Path(odd)
    assert isinstance(outcome.error, errors.EmptyFile)
