"""Legacy formats through LibreOffice: what comes out, what is refused, what is stopped."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

import psutil
import pytest

from extract import errors, legacy
from extract.document import read
from extract.docx import read_docx
from extract.limits import Limits
from extract.office import find_soffice

CORPUS = Path(__file__).resolve().parents[2] / "../shared/corpus"

needs_soffice = pytest.mark.skipif(find_soffice() is None, reason="máy này không có LibreOffice")
RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}{\f1 .VnTime;}{\f2 VNI-Times;}}"
    r"\f0 Th\u7921?c hi\u7879?n k\u7871? ho\u7841?ch\par \f1 C\'abng tr\'d7nh \'ae\'ad\'eang l\'b5ng\par"
    r"\f2 nha\'e2n da\'e2n\par}"
)
HTML = (
    '<html><head><meta charset="utf-8"><title>x</title></head><body><p><b>I. Tình hình</b></p>'
    '<p>Xã có năm thôn.</p><img src="http://192.0.2.1/anh.png"><script>alert(1)</script></body></html>'
)


def paragraphs(path):
    return [block.text for block in read_docx(path).blocks]


@needs_soffice
@pytest.mark.libreoffice
def test_rtf_with_legacy_fonts(tmp_path):
    source = tmp_path / "bao cao.rtf"
    source.write_text(RTF, "ascii")
    found = paragraphs(legacy.convert(source, tmp_path))
    assert found == ["Thực hiện kế hoạch", "Công trình đường làng", "nhân dân"]


@needs_soffice
@pytest.mark.libreoffice
def test_a_web_page_named_doc(tmp_path):
    source = tmp_path / "bao-cao.doc"
    source.write_text(HTML, "utf-8")
    assert paragraphs(legacy.convert(source, tmp_path)) == ["I. Tình hình", "Xã có năm thôn."]


WORD_2003 = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
    "<w:p><w:r><w:t>I. Tình hình</w:t></w:r></w:p><w:p><w:r><w:t>Xã có năm thôn.</w:t></w:r></w:p>"
    "</w:body></w:wordDocument>"
)


@needs_soffice
@pytest.mark.libreoffice
def test_word_2003_xml_named_doc(tmp_path):
    source = tmp_path / "bao-cao.doc"
    source.write_text(WORD_2003, "utf-8")
    assert paragraphs(legacy.convert(source, tmp_path)) == ["I. Tình hình", "Xã có năm thôn."]
    assert read(source).file.format == "wordxml"


def test_word_xml_without_libreoffice_says_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(legacy, "find_soffice", lambda: None)
    source = tmp_path / "bao-cao.doc"
    source.write_text(WORD_2003, "utf-8")
    with pytest.raises(errors.NeedsLibreOffice):
        legacy.convert(source, tmp_path)


def flat(parts):
    inner = "".join(
        f'<pkg:part pkg:name="{name}" pkg:contentType="application/xml"><pkg:xmlData>{text}</pkg:xmlData>'
        "</pkg:part>"
        for name, text in parts
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
        f'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{inner}</pkg:package>'
    )


def test_a_document_saved_as_one_xml_needs_no_libreoffice(tmp_path, monkeypatch):
    monkeypatch.setattr(legacy, "find_soffice", lambda: None)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>'
    )
    body = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:r><w:t>Xã có năm thôn.</w:t></w:r></w:p></w:body></w:document>"
    )
    source = tmp_path / "bao-cao.doc"
    source.write_text(flat([("/_rels/.rels", relations), ("/word/document.xml", body)]), "utf-8")
    assert read(source).preamble == "Xã có năm thôn."


@pytest.mark.parametrize("text", [flat([])[:-9], flat([]), '<?xml version="1.0"?><a xmlns="http://x"/>'])
def test_other_xml_is_refused_with_its_reason(text, tmp_path):
    source = tmp_path / "bao-cao.doc"
    source.write_text(text, "utf-8")
    with pytest.raises((errors.CorruptFile, errors.UnknownFormat)):
        read(source)


@needs_soffice
@pytest.mark.libreoffice
def test_a_rich_text_file_named_doc_with_a_hostile_name(tmp_path):
    source = tmp_path / "-env: $(x) `y` ;.doc"
    source.write_text(RTF, "ascii")
    assert len(paragraphs(legacy.convert(source, tmp_path))) == 3


def test_what_is_docx_inside_comes_back_as_it_is(tmp_path):
    sys.path.insert(0, str(Path(__file__).parents[1] / "corpus"))
    import docx_maker

    source = docx_maker.write(tmp_path / "that-ra-la-docx.doc", docx_maker.para("Chữ"))
    assert legacy.convert(source, tmp_path) == source


def test_without_libreoffice_the_officer_is_told(tmp_path, monkeypatch):
    source = tmp_path / "a.rtf"
    source.write_text(RTF, "ascii")
    monkeypatch.setenv("TONGHOP_SOFFICE", str(tmp_path / "khong-co"))
    assert find_soffice() is None
    with pytest.raises(errors.NeedsLibreOffice) as told:
        legacy.convert(source, tmp_path)
    assert "LibreOffice" in told.value.advice


def fake_soffice(folder, script):
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


@pytest.mark.skipif(sys.platform == "win32", reason="dùng /bin/sh")
def test_a_hang_is_stopped_with_its_children(tmp_path, monkeypatch):
    source = tmp_path / "a.rtf"
    source.write_text(RTF, "ascii")
    program = fake_soffice(tmp_path, f"sleep 60 & echo $! > {tmp_path}/con; wait")
    monkeypatch.setenv("TONGHOP_SOFFICE", str(program))
    begin = time.monotonic()
    with pytest.raises(errors.TimeLimitExceeded):
        legacy.convert(source, tmp_path, Limits(seconds=0.5))
    assert time.monotonic() - begin < 10
    child = int((tmp_path / "con").read_text())
    deadline = time.monotonic() + 5
    while psutil.pid_exists(child) and time.monotonic() < deadline:
        if psutil.Process(child).status() == psutil.STATUS_ZOMBIE:
            break
        time.sleep(0.05)
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE


@pytest.mark.skipif(sys.platform == "win32", reason="dùng /bin/sh")
def test_a_program_that_makes_nothing_is_a_corrupt_file(tmp_path, monkeypatch):
    source = tmp_path / "a.rtf"
    source.write_text(RTF, "ascii")
    monkeypatch.setenv("TONGHOP_SOFFICE", str(fake_soffice(tmp_path, "exit 1")))
    with pytest.raises(errors.CorruptFile):
        legacy.convert(source, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="dùng /bin/sh")
def test_the_profile_forbids_macros_and_the_network(tmp_path, monkeypatch):
    source = tmp_path / "a.rtf"
    source.write_text(RTF, "ascii")
    monkeypatch.setenv(
        "TONGHOP_SOFFICE",
        str(fake_soffice(tmp_path, f"env > {tmp_path}/moi-truong; echo $@ > {tmp_path}/lenh")),
    )
    with pytest.raises(errors.CorruptFile):
        legacy.convert(source, tmp_path)
    settings = (tmp_path / "profile/user/registrymodifications.xcu").read_text("utf-8")
    assert 'oor:name="MacroSecurityLevel" oor:op="fuse"><value>3<' in settings
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true<' in settings
    assert "https_proxy=http://127.0.0.1:9" in (tmp_path / "moi-truong").read_text()
    assert f"UserInstallation=file://{os.path.realpath(tmp_path)}" in (tmp_path / "lenh").read_text()


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, b"chu thuong"])
def test_other_bytes_are_refused(tmp_path, data):
    source = tmp_path / "a.doc"
    source.write_bytes(data)
    with pytest.raises(errors.ReadError):
        legacy.convert(source, tmp_path)


@needs_soffice
@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("name", "words", "legacy_font"),
    [
        ("tcvn3-sac-lenh-72.doc", "CHỦ TỊCH CHÍNH PHỦ LÂM THỜI VIỆT NAM DÂN CHỦ CỘNG HOÀ", True),
        ("tcvn3-sac-lenh-82.doc", "được đặt trực tiếp dưới quyền Chính phủ", True),
        ("qd-2010-10209609.doc", "CÁC GIẢI PHÁP CHỦ YẾU", False),
    ],
)
def test_real_documents(tmp_path, name, words, legacy_font):
    source = CORPUS / name
    if not source.is_file():
        pytest.skip("không có kho văn bản mẫu trên máy này")
    document = read_docx(legacy.convert(source, tmp_path))
    assert words in "\n".join(block.text for block in document.blocks)
    assert ("legacy_font" in [warning.code for warning in document.warnings]) is legacy_font
