"""Every file is listed once, whatever it is; nothing is followed, nothing is touched."""

from __future__ import annotations

import os
import unicodedata
from datetime import datetime
from pathlib import Path

import pytest

from extract.model import Document, FileInfo, Signature
from transform.campaign import VIETNAM, Campaign, CampaignError, load_campaign
from transform.inbox import received, scan, shown_name

YAML = """\
id: t
title: Thử
deadline: 2026-04-25T17:00:00+07:00
outline: [{marker: I, title: Kết quả}]
"""


@pytest.fixture
def campaign(tmp_path: Path) -> Campaign:
    (tmp_path / "campaign.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "agencies.csv").write_text("code,name,kind\nsnv,Sở Nội vụ,so\n", encoding="utf-8")
    (tmp_path / "inbox").mkdir()
    return load_campaign(tmp_path)


def put(campaign: Campaign, name: str, data: bytes = b"x") -> Path:
    path = campaign.inbox / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_any_depth_sorted_and_hashed(campaign: Campaign) -> None:
    put(campaign, "b.docx", b"")
    put(campaign, "snv/2026/tháng 4/a.pdf", b"abc")
    files = scan(campaign)
    assert [file.name for file in files] == ["b.docx", "snv/2026/tháng 4/a.pdf"]
    assert files[1].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert files[1].folders == ("snv", "2026", "tháng 4")
    assert [file.bytes for file in files] == [0, 3]
    assert all(file.readable for file in files)


@pytest.mark.parametrize(
    "name",
    ["~$b.docx", "Thumbs.db", ".DS_Store", "snv/desktop.ini", ".an.docx", "a.docx.crdownload",
     "__MACOSX/b.docx", ".git/config", "._b.docx", ".~lock.b.docx#"],
)  # fmt: skip
def test_litter_is_listed_with_its_reason(campaign: Campaign, name: str) -> None:
    put(campaign, name)
    (file,) = scan(campaign)
    assert file.ignored
    assert file.refused is None
    assert not file.readable


def test_links_pipes_and_closed_folders_are_reported_not_followed(campaign: Campaign, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.docx").write_bytes(b"s")
    (campaign.inbox / "file.docx").symlink_to(outside / "secret.docx")
    (campaign.inbox / "folder").symlink_to(outside, target_is_directory=True)
    (campaign.inbox / "gone.docx").symlink_to(tmp_path / "nowhere")
    os.mkfifo(campaign.inbox / "pipe.pdf")
    refused = {file.name: file.refused[0] for file in scan(campaign) if file.refused}
    assert refused == {
        "file.docx": "symlink",
        "folder": "symlink",
        "gone.docx": "symlink",
        "pipe.pdf": "special_file",
    }
    assert all(file.sha256 is None for file in scan(campaign))


def test_hostile_names_are_shown_safely_and_the_real_path_is_kept(campaign: Campaign) -> None:
    names = ["a\x1b[31mred.docx", "b\nc.docx", "d..docx", "e\u202egpj.docx"]
    for name in names:
        put(campaign, name)
    (campaign.inbox / os.fsdecode(b"f\xff.docx")).write_bytes(b"x")
    files = scan(campaign)
    assert [file.name for file in files] == [
        "a\\x1b[31mred.docx",
        "b\\x0ac.docx",
        "d..docx",
        "e\\u202egpj.docx",
        "f\\xff.docx" if "f\\xff.docx" in {f.name for f in files} else "f\\udcff.docx",
    ]
    assert all(file.path.exists() and file.sha256 for file in files)


def test_decomposed_names_are_shown_composed(campaign: Campaign) -> None:
    path = put(campaign, unicodedata.normalize("NFD", "báo cáo.docx"))
    (file,) = scan(campaign)
    assert file.name == "báo cáo.docx"
    assert file.path == path


def test_originals_are_not_touched(campaign: Campaign) -> None:
    path = put(campaign, "a.docx")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    before = path.stat()
    scan(campaign)
    after = path.stat()
    assert (before.st_mtime_ns, before.st_size, before.st_mode) == (
        after.st_mtime_ns,
        after.st_size,
        after.st_mode,
    )


def test_without_an_inbox_the_run_stops(campaign: Campaign) -> None:
    campaign.inbox.rmdir()
    with pytest.raises(CampaignError, match="Không mở được thư mục inbox"):
        scan(campaign)


def test_time_of_receipt_register_then_signature_then_file(campaign: Campaign) -> None:
    path = put(campaign, "a.docx")
    os.utime(path, (1_776_600_000, 1_776_600_000))
    info = FileInfo(name="a", sha256="", bytes=1, format="pdf")
    signed = Document(file=info, signatures=[Signature(signed_at="2026-04-21T08:00:00+07:00")])
    (file,) = scan(campaign)
    assert received(file, None) == (datetime(2026, 4, 19, 19, 0, tzinfo=VIETNAM), "mtime")
    assert received(file, signed) == (datetime(2026, 4, 21, 8, 0, tzinfo=VIETNAM), "signature")
    (campaign.folder / "register.csv").write_text(
        "file,received_at\na.docx,22/4/2026 07:15\n", encoding="utf-8"
    )
    (file,) = scan(load_campaign(campaign.folder))
    assert received(file, signed) == (datetime(2026, 4, 22, 7, 15, tzinfo=VIETNAM), "register")


def test_shown_name_keeps_vietnamese_letters() -> None:
    assert shown_name("Báo cáo – Đặng (1).docx") == "Báo cáo – Đặng (1).docx"
