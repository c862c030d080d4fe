"""Campaign files as an attacker, or a careless officer, would hand them over: refused whole, with words."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest

from flows.layout import Layout
from report_templates.shared.output import safe_name
from transform.campaign import CampaignError, load_campaign

YAML = """\
id: thu
title: Thử
deadline: 2026-04-25T17:00:00+07:00
outline: [{marker: I, title: Kết quả}]
"""
AGENCIES = "code,name,kind,parent,email,aliases,required,deadline\nsnv,Sở Nội vụ,so,,,,,\n"
SECONDS = 20.0


def _folder(tmp_path, **files):
    (tmp_path / "inbox").mkdir()
    given = {"campaign.yaml": YAML, "agencies.csv": AGENCIES, **files}
    for name, content in given.items():
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(data)
    return tmp_path


def _faults(folder):
    began = time.monotonic()
    with pytest.raises(CampaignError) as caught:
        load_campaign(folder)
    assert time.monotonic() - began < SECONDS
    assert not Layout(folder / "out").out.exists()
    assert len(str(caught.value)) < 200_000
    return str(caught.value)


def _laughs():
    levels = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    levels += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    return YAML + "\n".join(levels)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (_laughs(), "neo và tham chiếu"),
        (YAML + "x: " + "[" * 5000 + "]" * 5000, "cấp lồng nhau"),
        (YAML + "x: " + "{a: " * 5000, ""),
        (YAML + "title: !!python/object/apply:os.system ['touch x']\n", ""),
        (YAML + "x: !!python/name:os.system\n", ""),
        (YAML.replace("Thử", "!!python/object/new:type [z, !!python/tuple [], {}]"), ""),
        (YAML + "# " + "a" * 5_000_000, "quá lớn"),
        (YAML + "<<: *x\n", ""),
        ("\x00" * 100, ""),
        (YAML.replace("id: thu", "id: ../../etc"), ""),
        (YAML.replace("id: thu", "id: 'a\\nb'"), ""),
        (YAML.replace("2026-04-25T17:00:00+07:00", "99999999999-01-01"), ""),
    ],
)
def test_yaml_that_is_a_weapon_is_refused(tmp_path, monkeypatch, text, said):
    monkeypatch.chdir(tmp_path)
    assert said in _faults(_folder(tmp_path, **{"campaign.yaml": text}))
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    "rows",
    [
        "\n".join(f"a{n},Xã {n},xa,,,,," for n in range(30_000)),  # too many
        "snv2,Xã,xa,,,,,\n" * 2,  # twice the same code
        "../x,Xã,xa,,,,,",
        "a/b,Xã,xa,,,,,",
        "a\\b,Xã,xa,,,,,",
        "..,Xã,xa,,,,,",
        "con\x00,Xã,xa,,,,,",
        'a1,Xã,xa,,"x@y.example\r\nBcc: z@y.example",,,',
        "a1,Xã,xa,,<x@y.example>,,,",
        'a1,"' + "A" * 200_000 + '",xa,,,,,',  # a cell beyond what the reader of CSV takes
        "a1,Xã,xa" + ",x" * 100_000,
        "a1,Xã,troi,,,,,",
        "a1,Xã,xa,,,,có lẽ,",
        "a1,Xã,xa,,,,,31/02/2026",
    ],
    ids=range(14),
)
def test_lists_that_are_a_weapon_are_refused(tmp_path, rows):
    assert "agencies.csv" in _faults(_folder(tmp_path, **{"agencies.csv": AGENCIES + rows + "\n"}))


def test_other_encodings_are_refused_not_guessed(tmp_path):
    assert "UTF-8" in _faults(
        _folder(tmp_path, **{"agencies.csv": "code,name\nsnv,Sở".encode("cp1258", "replace") + b"\xff\xe1"})
    )


@pytest.mark.parametrize(
    "name",
    [
        "../campaign.yaml",
        "/etc/passwd",
        "..\\..\\x.docx",
        "C:\\x.docx",
        "\\\\may\\o\\x.docx",
        "inbox/../../x",
        ".",
    ],
)
def test_a_register_names_files_of_the_inbox_only(tmp_path, name):
    register = f'file,received_at,agency,arrival_number,note\n"{name}",2026-04-01,,,\n'
    assert "register.csv" in _faults(_folder(tmp_path, **{"register.csv": register}))


@pytest.mark.parametrize("name", ["../x.docx", "/etc/passwd", "..\\x.docx"])
def test_overrides_name_files_of_the_inbox_only(tmp_path, name):
    text = f"agency:\n  - {{file: '{name}', agency: snv}}\n"
    folder = _folder(tmp_path, **{"overrides.yaml": text})
    try:
        loaded = load_campaign(folder)
    except CampaignError:
        return
    assert [o.file for o in loaded.overrides] == [name]  # kept as a name to compare with, never opened


def _xlsx_bomb():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a>" + b" " * 300_000_000 + b"</a>")
    return stream.getvalue()


def _xlsx_entity(path):
    import openpyxl

    openpyxl.Workbook().save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'
    parts["xl/worksheets/sheet1.xml"] = sheet
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_a_sheet_that_is_a_bomb_is_refused(tmp_path):
    folder = _folder(tmp_path)
    (folder / "agencies.csv").unlink()
    (folder / "agencies.xlsx").write_bytes(_xlsx_bomb())
    assert "agencies.xlsx" in _faults(folder)


def test_a_sheet_with_entities_is_refused(tmp_path):
    folder = _folder(tmp_path)
    (folder / "agencies.csv").unlink()
    _xlsx_entity(folder / "agencies.xlsx")
    said = _faults(folder)
    assert "agencies.xlsx" in said
    assert "root:" not in said


@pytest.mark.parametrize(
    "code",
    ["../../x", "a/b", "..", ".", "", "CON", "nul.txt", "a" * 300, "x\x00y", "a\\b", "Đà Nẵng", "a:b", "x."],
)
def test_no_code_leaves_the_folder_of_letters(tmp_path, code):
    base = tmp_path / "feedback"
    base.mkdir()
    name = safe_name(code)
    assert name not in ("", ".", "..")
    assert (base / name).resolve().parent == base.resolve()
    assert not set(name) & set('/\\:*?"<>|\x00')
    (base / name).mkdir()
    assert [path.name for path in base.iterdir()] == [name]
    assert sorted(path.name for path in Path(tmp_path).iterdir()) == ["feedback"]
