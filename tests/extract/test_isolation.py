"""One bad file costs one file: limits, crashes and hangs in worker processes."""

import signal
import time
from pathlib import Path

import psutil
import pytest

from extract import errors, isolation
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


def _before_asking(monkeypatch, act):
    """Do `act` to the first worker right before it is asked for its first file."""
    asked = isolation._Worker.ask
    done = []

    def ask(worker, path, limits):
        if not done:
            done.append(path)
            act(worker.process)
        asked(worker, path, limits)

    monkeypatch.setattr(isolation._Worker, "ask", ask)
    return done


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs SIGSTOP to make a reader hang")
def test_a_hang_ends_at_the_limit_and_the_next_file_is_read(tmp_path, monkeypatch):
    paths = [tmp_path / "a.docx", tmp_path / "b.docx"]
    for path in paths:
        path.write_bytes(b"")
    done = _before_asking(monkeypatch, lambda process: process.send_signal(signal.SIGSTOP))
    start = time.monotonic()
    outcomes = _outcomes(paths, workers=1, limits=Limits(seconds=1.0))
    assert done == [paths[0]]
    assert isinstance(outcomes["a.docx"].error, errors.TimeLimitExceeded)
    assert isinstance(outcomes["b.docx"].error, errors.EmptyFile)
    assert time.monotonic() - start < 15
    assert not _workers()


def test_a_killed_worker_is_a_crash_of_one_file(tmp_path, monkeypatch):
    paths = [tmp_path / "a.docx", tmp_path / "b.docx"]
    for path in paths:
        path.write_bytes(b"")

    def kill(process):
        process.kill()
        process.wait()

    _before_asking(monkeypatch, kill)
    outcomes = list(read_many(paths, workers=1))
    assert [outcome.error.code for outcome in outcomes] == ["reader_crashed", "empty_file"]


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
