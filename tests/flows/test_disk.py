"""Real faults under a run: a full file system, an inbox that cannot be written, a share that goes, a clock.

Where mounting is not allowed (no root), the limits of the process and an emptied folder stand in.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from direct_run import consolidated

from benchmarks.crash import state
from flows.errors import DiskFullError, InboxEmptyError
from flows.layout import Layout
from flows.steps.unchanged import must_not_be_emptied
from transform.campaign import load_campaign

ROOT = Path(__file__).resolve().parents[2]
ONE_RUN = """
import sys
from datetime import datetime
from pathlib import Path
limit = int(sys.argv[3])
from flows.consolidate import consolidate
from flows.engine import without_prefect
from flows.errors import RunError
if limit:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    with without_prefect():
        moment = datetime.fromisoformat("2026-02-05T08:00:00+07:00")
        consolidate.fn(Path(sys.argv[1]), Path(sys.argv[2]), as_of=moment)
except RunError as error:
    print(type(error).__name__, error)
    sys.exit(9)
"""


@contextmanager
def _mounted(*arguments, at):
    """Mount for the block; skip the test where that is not allowed."""
    at.mkdir(exist_ok=True)
    mounting = ["mount", *arguments, str(at)]
    if not hasattr(os, "getuid") or os.getuid() != 0 or not shutil.which("mount"):
        pytest.skip("mounting needs root")
    if subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield at
    finally:
        subprocess.run(["umount", "-l", str(at)], check=False)


# --- full ---


@pytest.mark.parametrize("room", [0, 600, 3000])
def test_a_disk_truly_full_is_said_the_snapshot_stays_and_room_heals_it(pair, tmp_path, room):
    """`room` KB are left when a report is sent anew: the run ends at another step each time."""
    campaign = tmp_path / "dot"
    shutil.copytree(pair.folder, campaign, ignore=shutil.ignore_patterns("out"))
    with _mounted("-t", "tmpfs", "-o", "size=100m", "none", at=tmp_path / "out") as out:
        shutil.copytree(pair.layout.out, out, dirs_exist_ok=True)
        Layout(out).staging.unlink()  # else the run has the room of the one before
        before = (out / "warehouse.duckdb").read_bytes()
        shutil.copy(campaign / "inbox" / "stc.docx", campaign / "inbox" / "gửi lại.docx")
        _fill(out / "chiếm chỗ", room)
        with pytest.raises(DiskFullError, match="Hết chỗ trống"):
            consolidated(campaign, out)
        assert (out / "warehouse.duckdb").read_bytes() == before
        (out / "chiếm chỗ").unlink()
        assert consolidated(campaign, out).counts["duplicate"] == 1
        with duckdb.connect(str(out / "warehouse.duckdb"), read_only=True) as con:
            rows = con.execute("SELECT status, count(*) FROM submission GROUP BY 1 ORDER BY 1").fetchall()
        assert rows == [("duplicate", 1), ("read", 2)]


def _fill(ballast, room):
    """Write until `room` KB are left."""
    with ballast.open("wb") as stream:
        free = shutil.disk_usage(ballast.parent).free - room * 1024
        stream.write(bytes(free // 4096 * 4096))


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
def test_a_quota_of_file_size_is_said_too(pair, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", ONE_RUN, str(pair.folder), str(tmp_path / "out"), "300000"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 9, done.stderr
    assert done.stdout.startswith("DiskFullError Hết chỗ trống")
    assert not (tmp_path / "out" / "warehouse.duckdb").exists()


# --- the inbox ---


def test_an_inbox_on_a_read_only_file_system_is_read(pair, tmp_path):
    campaign = tmp_path / "dot"
    shutil.copytree(pair.folder, campaign, ignore=shutil.ignore_patterns("out", "inbox"))
    with _mounted("--bind", str(pair.folder / "inbox"), at=campaign / "inbox") as inbox:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(inbox)], check=True)
        with pytest.raises(OSError, match="Read-only"):
            (inbox / "x").write_text("x")
        consolidated(campaign, tmp_path / "out")
    read = state.rows(tmp_path / "out" / "warehouse.duckdb")
    assert state.differing(read, state.rows(pair.layout.warehouse)) == []


def test_a_share_that_is_not_mounted_is_no_empty_inbox(pair, tmp_path):
    """What an unmounted share leaves is an empty folder: nobody is told that nothing came."""
    campaign = tmp_path / "dot"
    shutil.copytree(pair.folder, campaign)
    layout = Layout(campaign / "out")
    before = {p: p.read_bytes() for p in layout.out.rglob("*") if p.is_file() and ".tonghop" not in p.parts}
    (campaign / "inbox").rename(tmp_path / "ổ mạng")
    (campaign / "inbox").mkdir()
    (campaign / "register.csv").unlink(missing_ok=True)
    with pytest.raises(InboxEmptyError, match="Hộp nhận đang trống"):
        consolidated(campaign, layout.out)
    after = {p: p.read_bytes() for p in layout.out.rglob("*") if p.is_file() and ".tonghop" not in p.parts}
    assert after == before


def test_an_inbox_that_was_always_empty_is_fine(tmp_path):
    layout = Layout(tmp_path)
    must_not_be_emptied([], layout)  # never run
    layout.warehouse.write_bytes(b"x")
    layout.summary.write_text('{"counts": {"files": 0}}')
    must_not_be_emptied([], layout)
    layout.summary.write_text('{"counts": {"files": 1}}')
    with pytest.raises(InboxEmptyError, match="1 tệp"):
        must_not_be_emptied([], layout)


# --- the clock ---


class _Clock(datetime):
    moment = datetime.now(UTC)

    @classmethod
    def now(cls, tz=None):
        return cls.moment.astimezone(tz)


def test_a_clock_set_back_and_forward_again_changes_nothing(pair, tmp_path, monkeypatch):
    campaign, out = tmp_path / "dot", tmp_path / "out"
    shutil.copytree(pair.folder, campaign, ignore=shutil.ignore_patterns("out"))
    deadline = load_campaign(campaign).deadline
    monkeypatch.setattr("flows.consolidate.datetime", _Clock)

    def run_at(moment):
        _Clock.moment = moment
        summary = consolidated(campaign, out, as_of=None)
        return summary.as_of, state.rows(out / "warehouse.duckdb"), state.files(out)

    first, rows, files = run_at(deadline + timedelta(days=2))
    as_of, same, written = run_at(deadline + timedelta(minutes=5))  # back, but no deadline in between
    assert as_of == first
    assert state.differing(same, rows) == []
    assert state.differing(written, files) == []
    early, *_ = run_at(deadline - timedelta(days=30))  # before the deadline: another situation, said so
    assert early < deadline
    as_of, again, written = run_at(deadline + timedelta(days=2))
    assert as_of == first
    assert state.lasting(again) == state.lasting(rows)
    assert {name for name in written if "bản mới" in name} == set()
