"""What made the reading of many files stop: names that are no text, no process, a broken reply."""

import dataclasses
import os
import sys
from datetime import UTC, datetime

import docx_maker
import msgspec
import pdf_raw
import psutil
import pytest

from extract import errors, isolation, worker
from extract.isolation import read_many
from extract.limits import Limits
from extract.signatures import _time


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux alone")
@pytest.mark.parametrize("kind", ["pdf", "docx", "empty"])
def test_a_name_that_is_no_utf8_is_read_and_hangs_nothing(tmp_path, kind):
    """A name made under another code page: the request could not be written, and `read_many` never ended."""
    path = tmp_path / os.fsdecode(b"B\xe1o c\xe1o." + kind.encode())
    if kind == "pdf":
        path.write_bytes(pdf_raw.page(pdf_raw.lines(["So: 12/BC-STN"])))
    elif kind == "docx":
        docx_maker.write(path, docx_maker.para("I. Tình hình"))
    else:
        path.write_bytes(b"")
    (outcome,) = read_many([path], workers=1)
    assert outcome.path == path
    if kind == "empty":
        assert isinstance(outcome.error, errors.EmptyFile)
    else:
        assert outcome.document.file.name == rf"B\xe1o c\xe1o.{kind}"


def test_a_process_that_cannot_start_is_an_outcome_and_not_a_wait(tmp_path, monkeypatch):
    def refuse():
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(isolation, "_Worker", refuse)
    paths = [tmp_path / "a.docx", tmp_path / "b.docx"]
    outcomes = list(read_many(paths, workers=2))
    assert sorted(outcome.path for outcome in outcomes) == paths
    assert {outcome.error.code for outcome in outcomes} == {"reader_crashed"}


def test_a_reply_that_is_none_costs_one_file(tmp_path, monkeypatch):
    (tmp_path / "a.docx").write_bytes(b"")
    monkeypatch.setattr(isolation, "_await", lambda *_: (isolation.worker.REPLY_DOCUMENT, b"{"))
    (outcome,) = read_many([tmp_path / "a.docx"], workers=1)
    assert outcome.error.code == "reader_crashed"
    assert not [child for child in psutil.Process().children() if "extract.worker" in child.cmdline()]


def test_a_document_that_swells_is_not_handed_over(tmp_path, monkeypatch):
    """A long number text is printed by every paragraph: 3 KB of file can be 100 MB of document."""
    label = docx_maker.level(0, "decimal", "%1. " + "mục " * 500)
    numbering = docx_maker.abstract(1, label) + docx_maker.num(1, 1)
    body = docx_maker.numbered("Kết quả", 1) * 100
    path = docx_maker.write(tmp_path / "a.docx", body, numbering=numbering)
    request = worker.Request(os.fsencode(path), dataclasses.asdict(Limits()))
    assert worker._read(request)[0] == worker.REPLY_DOCUMENT
    monkeypatch.setattr(worker, "_LARGEST_REPLY", 100_000)
    kind, payload = worker._read(request)
    assert (kind, msgspec.json.decode(payload)["code"]) == (worker.REPLY_ERROR, "too_large")


def test_a_signing_time_without_vietnamese_time_is_not_known():
    """The last hours of the year 9999 overflow when seven hours are added."""

    class Signed:
        self_reported_timestamp = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)

    assert _time(Signed()) is None
