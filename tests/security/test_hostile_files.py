"""Hostile files, each against a server that must not be asked, a file not read, a folder not written to."""

from __future__ import annotations

import http.server
import threading
import time

import bag
import pytest

from extract import errors
from extract.isolation import read_many
from extract.limits import Limits
from extract.model import to_json

MARK = "canary-9f4e: chỉ máy này được biết"
LIMITS = Limits(seconds=15, seconds_per_scan_page=5, memory_bytes=700 * 1024**2)
REFUSED = {  # what no report needs: refused before it is unpacked or drawn, whatever the machine
    "bomb.docx": errors.FileTooLarge,
    "members.docx": errors.FileTooLarge,
    "overlap.docx": errors.FileTooLarge,
    "pages.pdf": errors.FileTooLarge,
    "laughs.docx": errors.CorruptFile,
    "deep.docx": errors.CorruptFile,
}
READ = ("entity.docx", "outside.docx", "climbing.docx", "slip.docx", "field.docx", "macro.docx", "active.pdf")
"""Files whose text is harmless: they are read, and what hangs on it is left alone."""


@pytest.fixture(scope="module")
def canary(tmp_path_factory):
    """Serve and note every request."""
    asked = []

    class Noting(http.server.BaseHTTPRequestHandler):
        def _note(self):
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_GET = do_HEAD = do_POST = do_OPTIONS = do_PROPFIND = _note  # noqa: N815 - the library's names

        def log_message(self, *_told):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Noting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    folder = tmp_path_factory.mktemp("canary")
    (folder / "bi-mat.txt").write_text(MARK, encoding="utf-8")
    (folder / "ngoai").mkdir()
    url = f"http://127.0.0.1:{server.server_port}"
    yield bag.Canary(url, folder / "bi-mat.txt", folder / "ngoai"), asked
    server.shutdown()


@pytest.fixture(scope="module")
def read(canary, tmp_path_factory):
    """Read every file of the bag; returns name to (result, seconds)."""
    folder = tmp_path_factory.mktemp("bao")
    for name, make in bag.FILES.items():
        (folder / name).write_bytes(make(canary[0]))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    began = time.monotonic()
    outcomes = {o.path.name: o for o in read_many(sorted(folder.iterdir()), workers=2, limits=LIMITS)}
    seconds = time.monotonic() - began
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    return outcomes, seconds


def test_each_file_has_one_typed_outcome_in_bounded_time(read):
    outcomes, seconds = read
    assert outcomes.keys() == bag.FILES.keys()
    for outcome in outcomes.values():
        assert (outcome.document is None) != (outcome.error is None)
        assert outcome.error is None or type(outcome.error) is not errors.ReaderCrashed, outcome.path.name
        assert outcome.seconds < LIMITS.seconds + 10 * LIMITS.seconds_per_scan_page
    assert seconds < len(outcomes) * LIMITS.seconds


@pytest.mark.parametrize("name", REFUSED)
def test_bombs_are_refused(read, name):
    outcome = read[0][name]
    assert type(outcome.error) is REFUSED[name]
    assert outcome.seconds < LIMITS.seconds


@pytest.mark.parametrize("name", READ)
def test_harmless_text_is_read_all_the_same(read, name):
    document = read[0][name].document
    assert document is not None, read[0][name].error
    text = to_json(document).decode()
    assert "Bao cao" in text or "Kết quả" in text or "trước" in text


def test_nobody_was_asked_nothing_was_run_nothing_was_put_outside(read, canary):
    where, asked = canary
    assert asked == []
    assert list(where.outside.iterdir()) == []


def test_no_file_of_this_machine_is_in_any_document(read):
    for outcome in read[0].values():
        if outcome.document is not None:
            text = to_json(outcome.document).decode()
            assert "canary-9f4e" not in text, outcome.path.name
            assert "root:x:0" not in text, outcome.path.name
