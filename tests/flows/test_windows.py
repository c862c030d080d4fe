"""Rules of Windows that can be held here: names, folders that meet, snapshots held open.

Nothing of this runs on Windows; `docs/operate.md` says what was not tried there.
"""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from flows.deployments.listing import listing
from flows.layout import Layout
from report_templates.shared.output import safe_name
from transform.campaign import CampaignError, load_campaign
from transform.inbox import scan
from warehouse.publish import put_versioned, resolve

YAML = "id: thu\ntitle: Thử\ndeadline: 2026-04-25T17:00:00+07:00\noutline: [{marker: I, title: Kết quả}]\n"
RESERVED = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"COM{n}" for n in range(1, 10)),
    *(f"LPT{n}" for n in range(1, 10)),
}


def _folder(tmp_path, agencies="snv,Sở Nội vụ,so\n", **files):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "campaign.yaml").write_text(YAML, "utf-8")
    (tmp_path / "agencies.csv").write_text("code,name,kind\n" + agencies, "utf-8")
    for name, text in files.items():
        (tmp_path / name.replace("_", ".")).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "code",
    [
        "con",
        "NUL",
        "nul.txt",
        "aux",
        "com1",
        "LPT9.docx",
        "x.",
        "x ",
        "a:b",
        "a?b",
        'a"b',
        "a<b",
        "a|b",
        "a*b",
        ".",
    ],
)
def test_a_folder_of_an_agency_is_a_name_that_windows_takes(code):
    name = safe_name(code)
    assert PureWindowsPath(name).name == name
    assert not set(name) & set('<>:"/\\|?*')
    assert name == name.rstrip(". ")
    assert name.split(".")[0].upper() not in RESERVED


@pytest.mark.parametrize(
    "path", [Layout(PureWindowsPath("D:/bao-cao/dot/out")).feedback / "x" / "phan-hoi.docx"]
)
def test_the_layout_is_joined_by_the_systems_own_rule(path):
    assert str(path) == "D:\\bao-cao\\dot\\out\\feedback\\x\\phan-hoi.docx"


def test_no_name_of_ours_is_one_that_windows_refuses():
    layout = Layout(PurePosixPath("/out"))
    names = [getattr(layout, name) for name in dir(Layout) if isinstance(getattr(Layout, name), property)]
    assert len(names) > 8
    for path in names:
        for part in path.parts[1:]:
            assert part.split(".")[0].upper() not in RESERVED
            assert not set(part) & set('<>:"\\|?*')


def test_codes_that_differ_in_case_only_are_refused(tmp_path):
    """Their letters would meet in one folder where names have no case."""
    with pytest.raises(CampaignError, match=r"agencies\.csv"):
        load_campaign(_folder(tmp_path, "snv,Sở Nội vụ,so\nSNV,Sở Nội vụ khác,so\n"))


@pytest.mark.parametrize("stored", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_a_vietnamese_name_is_found_however_it_is_stored(tmp_path, stored, written):
    name = "Báo cáo Sở Nội vụ (lần 2).docx"
    register = f"file,received_at\n{unicodedata.normalize(written, name)},2026-04-01T08:00:00+07:00\n"
    folder = _folder(tmp_path, register_csv="file\n")
    (folder / "inbox" / unicodedata.normalize(stored, name)).write_bytes(b"x")
    (folder / "register.csv").write_text(register, "utf-8")
    (file,) = scan(load_campaign(folder))
    assert file.name == unicodedata.normalize("NFC", name)
    assert file.register is not None


@pytest.mark.parametrize("written", ["snv\\bc.docx", "snv/bc.docx"])
def test_a_register_may_use_either_slash(tmp_path, written):
    folder = _folder(tmp_path)
    (folder / "inbox" / "snv").mkdir()
    (folder / "inbox" / "snv" / "bc.docx").write_bytes(b"x")
    (folder / "register.csv").write_text(f"file,received_at\n{written},2026-04-01\n", "utf-8")
    (file,) = scan(load_campaign(folder))
    assert file.register is not None


def test_a_long_name_is_listed_and_read(tmp_path):
    folder = _folder(tmp_path)
    deep = folder / "inbox"
    for _ in range(4):
        deep = deep / ("Thư mục của văn thư " + "a" * 40)
    deep.mkdir(parents=True)
    (deep / ("b" * 180 + ".docx")).write_bytes(b"x")
    campaign = load_campaign(folder)
    (file,) = scan(campaign)
    assert len(str(file.path)) > 400
    assert file.readable
    assert listing(campaign, campaign.deadline)


def test_a_snapshot_held_open_is_followed_by_a_numbered_one(tmp_path, monkeypatch):
    """A file that a reader holds cannot be replaced there: the pointer moves on, the old one goes later."""
    target = tmp_path / "warehouse.duckdb"
    held = set()
    unlink = type(target).unlink

    def windows_unlink(path, missing_ok=False):
        if path.name in held:
            raise PermissionError(13, "in use", str(path))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(type(target), "unlink", windows_unlink)
    for content in ("1", "2", "3"):
        fresh = tmp_path / "fresh"
        fresh.write_text(content)
        held = {resolve(target).name}
        put_versioned(fresh, target)
        assert resolve(target).read_text() == content
    held = set()
    (tmp_path / "fresh").write_text("4")
    put_versioned(tmp_path / "fresh", target)
    assert [path.name for path in sorted(tmp_path.glob("warehouse.0*"))] == ["warehouse.000004.duckdb"]
