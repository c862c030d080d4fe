"""A few hundred inputs of the fuzzing driver with its checks: the long run is in `benchmarks/fuzzing`."""

from __future__ import annotations

import os
import signal
import time

import pytest

from benchmarks.fuzzing import isolated, sandbox
from benchmarks.fuzzing.checks import document_faults
from benchmarks.fuzzing.kinds import CANARY, Acts, feed_text
from extract.document import read_text

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
SEED = 1


@pytest.fixture
def acts(tmp_path, monkeypatch) -> Acts:
    monkeypatch.setenv("TONGHOP_SOFFICE", "/khong-co")
    monkeypatch.setenv("PATH", "")
    # a test before this one may have found tesseract, which is remembered
    monkeypatch.setattr("extract.pdf.reader.find_engine", lambda: None)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return Acts(SEED, tmp_path)


@needs_fork
@pytest.mark.parametrize(("kind", "count"), [("docx", 200), ("pdf", 150), ("text", 200), ("other", 300)])
def test_every_mutated_input_ends_in_a_document_or_a_typed_error(acts, kind, count):
    acts.feed(kind, 10**9)  # imports, once
    results = list(sandbox.run(range(count), acts.act(kind), acts.folder, limit=60.0))
    assert [result.index for result in results] == list(range(count))
    assert {f"{kind}:{r.index}": r.faults for r in results if r.faults} == {}
    assert not {"untyped", "hang", "crash"} & {result.outcome for result in results}
    if kind in ("docx", "pdf"):  # the mutations leave enough to read
        assert sum(result.outcome == "document" for result in results) > count // 3


@needs_fork
def test_worker_processes_end_mutated_files_the_same_way(acts):
    inputs = [(kind, 5000 + k) for k in range(8) for kind in ("docx", "pdf", "other")]
    results = isolated.run(acts, inputs, "", "/khong-co")
    assert len(results) == len(inputs)
    assert [result.faults for result in results if result.faults] == []


def test_the_same_seed_makes_the_same_inputs(acts, tmp_path):
    other = Acts(SEED, tmp_path)
    for kind in ("docx", "pdf", "text", "other"):
        assert acts.make(kind, 7) == other.make(kind, 7) != acts.make(kind, 8)


@needs_fork
def test_the_sandbox_tells_of_a_crash_a_hang_a_write_outside_and_a_program(tmp_path):
    """The driver must see what it is there to see."""

    def act(index: int) -> tuple[str, list[str]]:
        if index == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        if index == 2:
            time.sleep(60)
        if index == 3:
            (tmp_path.parent / f"{tmp_path.name}.txt").write_text("x")
        if index == 4:
            os.system("true")  # noqa: S605 - what no reader may do
        return "document", []

    results = list(sandbox.run(range(6), act, tmp_path, limit=2.0))
    (tmp_path.parent / f"{tmp_path.name}.txt").unlink()
    assert [r.outcome for r in results] == ["document", "crash", "hang", "document", "document", "document"]
    assert results[1].faults == ["crash (SIGKILL)"]
    assert results[2].faults == ["hang"]
    assert any("outside the work folder" in fault for fault in results[3].faults)
    assert any(fault.startswith("os.system") for fault in results[4].faults)
    assert results[5].faults == []


def test_the_checks_see_a_false_document():
    document = read_text("I. Tình hình\nNăm 2025 có 12 xã theo Kế hoạch số 12/KH-STN ngày 03/02/2020.")
    assert document_faults(document, by_schema=True) == []
    document.citations[0].char_start += 1
    document.figures[0].text = CANARY
    document.sections[0].text = "e\u0323\u0302" + document.sections[0].text
    document.sections[0].page = 0
    faults = document_faults(document, canary=CANARY.encode())
    assert set(faults) >= {
        "citation is not where it says (text)",
        "figure is not where it says",
        "holds the text of another file",
        "page out of the file",
        "text is not NFC",
    }


def test_a_fault_of_a_parser_is_named(monkeypatch):
    def broken(text: str):
        raise ZeroDivisionError

    monkeypatch.setitem(__import__("benchmarks.fuzzing.kinds", fromlist=["x"]).PARSERS, "broken", broken)
    assert feed_text("x")[1] == [
        f"broken: ZeroDivisionError at test_short_run.py:{broken.__code__.co_firstlineno + 1} broken"
    ]
