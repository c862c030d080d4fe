"""Killed, refused, out of room: the next run ends as if nothing had happened, and says why it could not."""

import errno
import hashlib
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec
import psutil
import pytest
from direct_run import AS_OF, consolidated

from extract import worker
from extract.limits import DEFAULT
from flows import runners
from flows.alone import alone
from flows.consolidate import consolidate
from flows.errors import AnotherRunError, DiskFullError, InboxChangedError, NotWritableError, UnforeseenError
from flows.layout import Layout
from flows.leftovers import sweep
from report_templates.shared import output

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")
def test_runs_killed_at_random_moments_end_in_the_undisturbed_result():
    command = [sys.executable, "-m", "benchmarks.crash.run", "--kills", "5", "--only", "still"]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True, timeout=550)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "| runs killed | 5 |" in done.stdout


# --- two at once ---


def test_a_second_run_is_refused_and_touches_nothing(province_copy):
    out = province_copy.layout.out
    with alone(province_copy.layout):
        before = {p: p.stat().st_mtime_ns for p in out.rglob("*") if p.is_file() and p.name != "lock"}
        with pytest.raises(AnotherRunError, match="lượt chạy khác"):
            consolidated(province_copy.folder)
        after = {p: p.stat().st_mtime_ns for p in out.rglob("*") if p.is_file() and p.name != "lock"}
    assert after == before


def test_the_lock_of_a_killed_run_is_free(tmp_path):
    hold = f"""
import time
from pathlib import Path
from flows.alone import alone
from flows.layout import Layout
with alone(Layout(Path({str(tmp_path)!r}))):
    print("held", flush=True)
    time.sleep(60)
"""
    process = subprocess.Popen([sys.executable, "-c", hold], stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdout.readline().strip() == b"held"
    with pytest.raises(AnotherRunError), alone(Layout(tmp_path)):
        pass
    process.kill()
    process.wait()
    process.stdout.close()
    with alone(Layout(tmp_path)):
        assert Path(tempfile.gettempdir()).name.startswith("tonghop-")


# --- the disk ---


def test_a_full_disk_is_said_and_the_old_snapshot_stays(province_copy, monkeypatch):
    inbox = province_copy.folder / "inbox"
    listed = {p.name: (p.stat().st_mtime_ns, p.read_bytes()) for p in inbox.iterdir()}
    for path in inbox.iterdir():
        path.chmod(0o444)
    inbox.chmod(0o555)
    snapshot = province_copy.layout.warehouse.read_bytes()

    def full(_staging, fresh):
        fresh.write_bytes(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(fresh))

    monkeypatch.setattr("warehouse.publish._copy", full)
    with pytest.raises(DiskFullError, match="Hết chỗ trống"):
        consolidated(province_copy.folder)
    assert province_copy.layout.warehouse.read_bytes() == snapshot
    assert list(province_copy.layout.out.glob(".warehouse*")) == []
    assert {p.name: (p.stat().st_mtime_ns, p.read_bytes()) for p in inbox.iterdir()} == listed


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.EDQUOT, "Disk quota exceeded", "x"), DiskFullError),
        (RuntimeError("IO Error: Could not write: No space left on device"), DiskFullError),
        (PermissionError(errno.EACCES, "Permission denied", "OUT/report/a.docx"), NotWritableError),
        (OSError(errno.EROFS, "Read-only file system", "OUT"), NotWritableError),
        (PermissionError(errno.EACCES, "Permission denied", "/elsewhere"), PermissionError),
        (ValueError("other"), UnforeseenError),
    ],
)
def test_faults_of_the_disk_are_told_and_others_pass(tmp_path, monkeypatch, error, told):
    if getattr(error, "filename", None):
        error.filename = error.filename.replace("OUT", str(tmp_path / "out"))

    def fail(_layout):
        raise error

    monkeypatch.setattr("flows.consolidate.load_campaign", lambda _folder: None)
    monkeypatch.setattr("flows.consolidate.run", lambda job, _progress: fail(job))
    with pytest.raises(told):
        consolidate.fn(tmp_path)


# --- the inbox while it is read ---


def _inbox_breaks(monkeypatch, break_it):
    """Break the inbox after it was listed and before anything is read."""
    real = runners.read_many

    def broken(paths, **options):
        break_it()
        return real(paths, **options)

    monkeypatch.setattr(runners, "read_many", broken)


def _gone(inbox):
    inbox.rename(inbox.with_name("ổ mạng mất"))


def _replaced(inbox):
    (inbox / "stc.docx").write_bytes((inbox / "stp.docx").read_bytes())


@pytest.mark.parametrize("break_it", [_gone, _replaced])
def test_an_inbox_that_changes_while_it_is_read_is_said_and_nothing_is_published(
    province_copy, monkeypatch, break_it
):
    inbox, layout = province_copy.folder / "inbox", province_copy.layout
    shutil.rmtree(layout.documents)
    layout.documents.mkdir()
    snapshot = layout.warehouse.read_bytes()
    letters = {p: p.read_bytes() for p in layout.feedback.rglob("*.json")}
    kept = dict.fromkeys(hashlib.sha256(p.read_bytes()).hexdigest() for p in inbox.iterdir())
    _inbox_breaks(monkeypatch, lambda: break_it(inbox))
    with pytest.raises(InboxChangedError, match="không còn như lúc đầu"):
        consolidated(province_copy.folder)
    assert layout.warehouse.read_bytes() == snapshot
    assert {p: p.read_bytes() for p in layout.feedback.rglob("*.json")} == letters
    for entry in layout.documents.glob("*.doc.json"):  # nothing is kept under a hash that is not its own
        assert json.loads(entry.read_bytes())["file"]["sha256"] == entry.name.partition("-")[0]
    if break_it is _gone:
        assert kept
        assert list(layout.documents.glob("*.json")) == []  # no refusal outlives the fault
        inbox.with_name("ổ mạng mất").rename(inbox)
        monkeypatch.undo()
        assert consolidated(province_copy.folder).counts == province_copy.summary.counts


# --- what a kill leaves ---


def test_the_next_run_sweeps_what_a_killed_one_left(tmp_path):
    layout = Layout(tmp_path)
    layout.prepare()
    left = [
        ".warehouse.duckdb.77.new", ".warehouse.duckdb.77.new.wal", ".run.json.tmp",
        "history/.000001-a.duckdb.new",
        "export/.section.parquet.new", "report/.tong-hop.docx.tam", "feedback/stp/.phan-hoi.docx.tam",
        ".tonghop/staging.duckdb", ".tonghop/staging.duckdb.wal", ".tonghop/staging.duckdb.tmp/block",
        ".tonghop/documents/ab-cd.doc.tmp",
    ]  # fmt: skip
    kept = [
        "warehouse.duckdb",
        "report/tong-hop.docx",
        "feedback/stp/ghi chú.tmp",
        ".tonghop/documents/a-b.doc.json",
    ]
    for name in (*left, *kept):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    sweep(layout)
    assert [name for name in left if (tmp_path / name).exists()] == []
    assert [name for name in kept if not (tmp_path / name).exists()] == []


def test_a_file_of_a_killed_run_is_not_taken_for_an_edited_one(tmp_path, monkeypatch):
    path = tmp_path / "phan-hoi.docx"
    output.place(path, b"first", AS_OF)
    write = output._write

    def killed_after(target, data):
        write(target, data)
        if target == path:
            raise KeyboardInterrupt

    monkeypatch.setattr(output, "_write", killed_after)
    with pytest.raises(KeyboardInterrupt):
        output.place(path, b"second", AS_OF)
    monkeypatch.undo()
    assert output.place(path, b"third", AS_OF).state == "replaced"
    path.write_bytes(b"edited")
    assert output.place(path, b"fourth", AS_OF).state == "beside"


def test_a_letter_of_a_killed_run_is_written_again(province_copy, monkeypatch):
    """Killed after a letter told of other facts, the next run over the old facts writes the old letter."""
    letter = province_copy.layout.feedback / "stc" / "findings.json"
    before, file = letter.read_bytes(), province_copy.folder / "inbox" / "stc.docx"
    good = file.read_bytes()

    def killed(*_args):
        raise KeyboardInterrupt

    file.write_bytes((province_copy.folder / "inbox" / "stp.docx").read_bytes())
    monkeypatch.setattr("report_templates.quality.write", killed)
    with pytest.raises(KeyboardInterrupt):
        consolidated(province_copy.folder)
    monkeypatch.undo()
    letter.parent.mkdir(parents=True, exist_ok=True)  # the killed run may have withdrawn it
    letter.write_bytes(b"{}")  # whatever the killed run said
    file.write_bytes(good)
    consolidated(province_copy.folder)
    assert letter.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="sleep is a program of POSIX")
def test_a_reader_ends_with_its_parent_while_reading(tmp_path):
    slow = """
import os, subprocess, time, tempfile
from pathlib import Path
from extract import worker
def read(request):
    child = subprocess.Popen(["sleep", "60"])
    Path(os.fsdecode(request.path)).write_text(f"{child.pid} {tempfile.gettempdir()}")
    time.sleep(60)
worker._read = read
worker.main()
"""
    told = tmp_path / "told"
    limits = {name: getattr(DEFAULT, name) for name in DEFAULT.__slots__}
    payload = msgspec.json.encode(worker.Request(os.fsencode(told), limits))
    process = subprocess.Popen(
        [sys.executable, "-c", slow], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, cwd=ROOT
    )
    process.stdin.write(struct.pack(">cI", b"R", len(payload)) + payload)
    process.stdin.flush()
    limit = time.monotonic() + 20
    while not (told.exists() and told.read_text()) and time.monotonic() < limit:
        time.sleep(0.05)
    child, scratch = told.read_text().split(" ", 1)
    process.stdin.close()  # what a killed parent's pipe does
    process.wait(timeout=10)
    assert not psutil.pid_exists(int(child)) or psutil.Process(int(child)).status() == psutil.STATUS_ZOMBIE
    assert not Path(scratch).exists()
