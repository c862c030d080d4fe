"""The draft as PDF, where LibreOffice is present."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from docx import Document

from extract.office import find_soffice
from flows.layout import Layout
from flows.steps.consolidation import write_pdf


def drafted(out: Path) -> Layout:
    layout = Layout(out)
    layout.report.mkdir(parents=True)
    document = Document()
    document.add_paragraph("Dự thảo báo cáo của tỉnh")
    document.save(str(layout.report / "tong-hop.docx"))
    return layout


@pytest.mark.libreoffice
@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not on this machine")
def test_written_where_the_results_are_named_relatively(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = write_pdf(drafted(Path("kết quả")))
    assert made == Path("kết quả/report/tong-hop.pdf")
    assert made.read_bytes().startswith(b"%PDF")


def test_without_libreoffice_there_is_none(tmp_path, monkeypatch):
    monkeypatch.setenv("TONGHOP_SOFFICE", str(tmp_path / "khong-co"))
    layout = drafted(tmp_path)
    (layout.report / "tong-hop.pdf").write_bytes(b"%PDF of an earlier draft")
    assert write_pdf(layout) is None
    assert not (layout.report / "tong-hop.pdf").exists()


@pytest.mark.skipif(os.name == "nt", reason="a program of POSIX")
def test_a_program_that_fails_is_no_fault_of_the_run(tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("TONGHOP_SOFFICE", str(program))
    assert write_pdf(drafted(tmp_path / "out")) is None
