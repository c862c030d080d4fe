# ruff: noqa: E501 - markup
"""Old formats that name another file on the machine: its text must not come out with theirs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from extract.document import read
from extract.model import to_json
from extract.office import find_soffice

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not on this machine"),
]
ELSEWHERE = "CHIMYENTRONGHAM7781"


def _rtf(path: Path, other: Path) -> None:
    fields = "".join(
        rf"{{\field{{\*\fldinst {{{instruction}}}}}{{\fldrslt cu}}}}\par "
        for instruction in (
            f'INCLUDETEXT "{other}"',
            f'INCLUDETEXT "{other.as_uri()}" \\\\c html',
            'DDEAUTO a "b"',
        )
    )
    path.write_text(rf"{{\rtf1\ansi{{\fonttbl{{\f0 Times;}}}}\f0 I. Dau\par {fields} Het\par}}", "ascii")


def _html(path: Path, other: Path) -> None:
    page = other.with_suffix(".html")
    page.write_text(f"<html><body><p>{ELSEWHERE}</p></body></html>", "utf-8")
    frames = f'<iframe src="{page.as_uri()}"></iframe><object data="{page.as_uri()}"></object><embed src="{other.as_uri()}">'
    path.write_text(f"<!DOCTYPE html><html><body><p>I. Dau</p>{frames}<p>Het</p></body></html>", "utf-8")


def _odt(path: Path, other: Path) -> None:
    namespaces = " ".join(
        f'xmlns:{short}="{long}"'
        for short, long in (
            ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
            ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
            ("xlink", "http://www.w3.org/1999/xlink"),
        )
    )
    linked = f'<text:section text:name="s"><text:section-source xlink:href="{other.as_uri()}"/><text:p>cu</text:p></text:section>'
    body = f"<text:p>I. Dau</text:p>{linked}<text:p>Het</text:p>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<office:document-content {namespaces} office:version="1.2"><office:body><office:text>{body}'
            "</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        )


@pytest.mark.parametrize(("name", "write"), [("a.rtf", _rtf), ("a.html", _html), ("a.odt", _odt)])
def test_a_linked_file_is_not_read(tmp_path, name, write):
    other = tmp_path / "khac.txt"
    other.write_text(ELSEWHERE, "utf-8")
    write(tmp_path / name, other)
    data = to_json(read(tmp_path / name)).decode()
    assert "Dau" in data
    assert "Het" in data
    assert ELSEWHERE not in data
