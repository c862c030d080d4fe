"""Originals behind an address end in inbox/, each once; what goes wrong there loses and doubles nothing."""

import json
import os
import shutil
from datetime import UTC, datetime

import duckdb
import fsspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.limits import DEFAULT
from flows.cli import group
from flows.errors import EXIT_UNREAD, RunError
from flows.layout import Layout
from flows.storage import place as place_module
from flows.storage.errors import (
    BadStorageAddressError,
    InboxConflictError,
    StorageEmptyError,
    StorageMissingError,
    StorageUnreachableError,
)
from flows.storage.originals import bring, inbox_name
from flows.storage.place import Place
from flows.storage.results import send_export


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch):
    monkeypatch.setattr(place_module, "_WAITS", (0.0, 0.0))


@pytest.fixture
def share(tmp_path):
    """Give a shared folder with three reports, one of them in a folder of its agency."""
    folder = tmp_path / "ổ mạng" / "kl114"
    (folder / "xa-1").mkdir(parents=True)
    (folder / "Báo cáo số 1.docx").write_bytes(b"one")
    (folder / "hai.pdf").write_bytes(b"two")
    (folder / "xa-1" / "ba.docx").write_bytes(b"three")
    return folder


def _inbox(folder):
    inbox = folder / "inbox"
    return {p.relative_to(inbox).as_posix(): p.read_bytes() for p in inbox.rglob("*") if p.is_file()}


def test_each_file_is_copied_once_and_followed(share, tmp_path):
    campaign = tmp_path / "dot"
    url = share.as_uri()
    os.utime(share / "hai.pdf", (1_750_000_000, 1_750_000_000))
    assert bring(url, campaign) == 3
    assert _inbox(campaign) == {"Báo cáo số 1.docx": b"one", "hai.pdf": b"two", "xa-1/ba.docx": b"three"}
    assert (campaign / "inbox" / "hai.pdf").stat().st_mtime == 1_750_000_000
    assert bring(str(share), campaign) == 0
    (share / "hai.pdf").write_bytes(b"two, mended")
    (share / "xa-1" / "ba.docx").unlink()
    assert bring(url, campaign) == 1
    assert _inbox(campaign) == {"Báo cáo số 1.docx": b"one", "hai.pdf": b"two, mended"}
    assert sorted(p.name for p in campaign.iterdir()) == [".hop-nhan.jsonl", ".hop-nhan.lock", "inbox"]


def test_memory_file_system(tmp_path):
    memory = fsspec.filesystem("memory")
    memory.pipe("/kho/a.docx", b"a")
    memory.pipe("/kho/con/b.docx", b"b")
    try:
        assert bring("memory://kho", tmp_path) == 2
        assert _inbox(tmp_path) == {"a.docx": b"a", "con/b.docx": b"b"}
    finally:
        memory.rm("/kho", recursive=True)


def test_a_share_that_goes_away_in_the_middle_loses_nothing(share, tmp_path, monkeypatch):
    original, asked = Place.get, []

    def goes_away(self, one, target):
        asked.append(one.relative)
        if len(asked) > 2:
            self._tried(lambda: (_ for _ in ()).throw(OSError(107, "Transport endpoint is not connected")))
        original(self, one, target)

    monkeypatch.setattr(Place, "get", goes_away)
    with pytest.raises(StorageUnreachableError, match="lần sau chép tiếp"):
        bring(share.as_uri(), tmp_path)
    assert len(_inbox(tmp_path)) == 2
    monkeypatch.setattr(Place, "get", original)
    assert bring(share.as_uri(), tmp_path) == 1  # what was copied is not copied again
    assert len(_inbox(tmp_path)) == 3


def test_a_short_fault_is_tried_again(share, tmp_path, monkeypatch):
    faults = iter([OSError("Connection reset"), TimeoutError()])
    original = fsspec.implementations.local.LocalFileSystem.get_file

    def reset_twice(self, *args, **kwargs):
        for fault in faults:
            raise fault
        return original(self, *args, **kwargs)

    monkeypatch.setattr(fsspec.implementations.local.LocalFileSystem, "get_file", reset_twice)
    assert bring(share.as_uri(), tmp_path) == 3


def test_an_unmounted_share_takes_nothing_away(share, tmp_path):
    bring(share.as_uri(), tmp_path)
    before = _inbox(tmp_path)
    away = share.rename(share.with_name("away"))
    with pytest.raises(StorageUnreachableError):
        bring(share.as_uri(), tmp_path)
    share.mkdir()
    with pytest.raises(StorageEmptyError, match="3 tệp"):
        bring(share.as_uri(), tmp_path)
    assert _inbox(tmp_path) == before
    share.rmdir()
    away.rename(share)
    assert bring(share.as_uri(), tmp_path) == 0


def test_a_record_cut_off_by_a_kill_copies_again_and_no_more(share, tmp_path):
    bring(share.as_uri(), tmp_path)
    record = tmp_path / ".hop-nhan.jsonl"
    record.write_bytes(record.read_bytes()[:-10])
    assert bring(share.as_uri(), tmp_path) == 1
    assert len(_inbox(tmp_path)) == 3


def test_files_laid_in_by_hand_are_never_touched(share, tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "tay.docx").write_bytes(b"by hand")
    (tmp_path / "inbox" / "hai.pdf").write_bytes(b"another")
    with pytest.raises(InboxConflictError, match=r"hai\.pdf"):
        bring(share.as_uri(), tmp_path)
    assert _inbox(tmp_path)["hai.pdf"] == b"another"
    assert len(_inbox(tmp_path)) == 4
    (tmp_path / "inbox" / "hai.pdf").unlink()
    assert bring(share.as_uri(), tmp_path) == 1
    assert _inbox(tmp_path)["tay.docx"] == b"by hand"


def test_links_are_named_not_followed_and_giants_not_fetched(share, tmp_path, monkeypatch):
    (tmp_path / "bí mật").write_bytes(b"secret")
    (share / "link.docx").symlink_to(tmp_path / "bí mật")
    with (share / "to.pdf").open("wb") as stream:
        stream.truncate(DEFAULT.max_bytes + 1)
    monkeypatch.setattr(Place, "get", lambda _self, one, target: target.write_bytes(one.relative.encode()))
    campaign = tmp_path / "dot"
    bring(share.as_uri(), campaign)
    assert (campaign / "inbox" / "link.docx").is_symlink()
    assert not (campaign / "inbox" / "link.docx").exists()
    assert (campaign / "inbox" / "to.pdf").stat().st_size == DEFAULT.max_bytes + 1


@given(st.text(min_size=1, max_size=400))
def test_no_name_leaves_the_inbox(name):
    parts = inbox_name(name).split("/")
    assert len(parts) == len(name.split("/"))
    assert all(part not in ("", ".", "..") and len(part) <= 160 for part in parts)
    assert not any(char in part for part in parts for char in '\\:\0\n*?"<>|')


def test_an_unknown_kind_of_address_is_said(tmp_path, monkeypatch):
    with pytest.raises(BadStorageAddressError, match="s3://"):
        bring("khong-co://kho", tmp_path)

    def absent(*_args, **_kwargs):
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr(fsspec.core, "url_to_fs", absent)
    with pytest.raises(StorageMissingError, match=r"pip install tonghop\[s3\]"):
        bring("s3://kho/thu-muc", tmp_path)


def test_no_password_of_an_address_is_shown(tmp_path, monkeypatch):
    monkeypatch.setattr(Place, "_find", lambda _self: (_ for _ in ()).throw(OSError("down")))
    with pytest.raises(RunError) as told:
        bring("memory://user:mat-khau@host/kho?token=abc", tmp_path)
    assert "mat-khau" not in str(told.value)
    assert "abc" not in str(told.value)


def test_parquet_laid_down_can_be_read_there(province, tmp_path):
    sent = send_export(tmp_path.as_uri() + "/kho", province.layout)
    there = tmp_path / "kho"
    with duckdb.connect() as con:
        (files,) = con.execute(f"SELECT count(*) FROM '{there}/submission.parquet'").fetchone()
    told = json.loads((there / "run.json").read_text(encoding="utf-8"))
    assert sent == len(list(there.glob("*.parquet"))) > 10
    assert files == told["counts"]["files"] - told["counts"]["ignored"]


def test_the_command_brings_first_and_sends_last(share, province, tmp_path, monkeypatch):
    campaign = tmp_path / "dot"
    shutil.copytree(province.folder, campaign, ignore=shutil.ignore_patterns("inbox"))
    seen = []

    def run_job(job, *, quiet):
        seen.append((len(_inbox(job.folder)), quiet, (tmp_path / "kho").exists()))
        return province.summary

    monkeypatch.setattr("flows.running.run_job", run_job)
    options = ["--quiet", "--inbox", share.as_uri(), "--export-to", str(tmp_path / "kho")]
    code = group.main(["run", str(campaign), *options], standalone_mode=False)
    assert seen == [(3, True, False)]
    assert code == EXIT_UNREAD  # the province has files that cannot be read
    assert (tmp_path / "kho" / "agency.parquet").exists()


def test_no_campaign_is_made_where_none_is(share, tmp_path):
    with pytest.raises(Exception, match=r"campaign\.yaml"):
        group.main(["run", str(tmp_path / "khong-co"), "--inbox", share.as_uri()], standalone_mode=False)
    assert not (tmp_path / "khong-co").exists()


@pytest.fixture(scope="module")
def s3():
    """Give an S3 server on this machine, empty."""
    pytest.importorskip("s3fs", reason="the extra `s3` is not installed")
    server_module = pytest.importorskip("moto.server", reason="moto is not installed")
    server = server_module.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    given_here = {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    before = {name: os.environ.get(name) for name in given_here}
    os.environ.update(given_here)
    yield fsspec.filesystem("s3", use_listings_cache=False, skip_instance_cache=True)
    server.stop()
    for name, value in before.items():
        os.environ.pop(name) if value is None else os.environ.update({name: value})


def test_originals_and_parquet_on_s3(s3, tmp_path):
    s3.makedirs("kho-bao-cao", exist_ok=True)
    s3.pipe("kho-bao-cao/dot/Báo cáo số 1.docx", b"one")
    s3.pipe("kho-bao-cao/dot/../../thoat.docx", b"hostile name")
    began = datetime.now(UTC)
    url = "s3://kho-bao-cao/dot"
    assert bring(url, tmp_path) == 2
    assert _inbox(tmp_path) == {
        "Báo cáo số 1.docx": b"one",
        "%2E%2E/%2E%2E/thoat.docx": b"hostile name",
    }
    changed = (tmp_path / "inbox" / "Báo cáo số 1.docx").stat().st_mtime
    assert abs(changed - began.timestamp()) < 60
    assert bring(url, tmp_path) == 0
    s3.pipe("kho-bao-cao/dot/Báo cáo số 1.docx", b"one, mended")
    assert bring(url, tmp_path) == 1
    layout = Layout(tmp_path / "out")
    layout.export.mkdir(parents=True)
    (layout.export / "agency.parquet").write_bytes(b"PAR1")
    layout.summary.write_text("{}")
    assert send_export("s3://kho-bao-cao/ket-qua", layout) == 1
    assert s3.cat("kho-bao-cao/ket-qua/agency.parquet") == b"PAR1"


def test_s3_that_does_not_answer_is_said(s3, tmp_path, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(StorageUnreachableError, match="nhiều lần thử"):
        bring("s3://kho-bao-cao/dot", tmp_path)
