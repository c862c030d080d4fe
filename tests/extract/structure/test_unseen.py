"""Reports of random shape and dress, as word processors and typesetters write them, are read as printed."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from unseen_docx import habit, write_docx
from unseen_paper import Printer
from unseen_pdf import Form, form, write_pdf
from unseen_score import differences
from unseen_traits import TRAITS
from unseen_tree import RARE

from extract.document import read
from extract.model import to_json

DOCX_SEEDS = range(30)
PDF_SEEDS = range(30)
FORMS = {
    "line_numbers": Form(lines=True),
    "starred_notes": Form(notes="*"),
    "header_of_two_pages": Form(header="Báo cáo kết quả năm 2025", number="none"),
    "narrow": Form(right="6cm", leading="0.5em"),
    "ragged_without_indent": Form(justify=False, indent="0cm", spacing="1.9em"),
    "notes_without_rule": Form(rule=False),
}


def _read(path: Path) -> dict[str, object]:
    return json.loads(to_json(read(path)))


@pytest.mark.parametrize("seed", DOCX_SEEDS)
def test_word_processors(seed: int, tmp_path: Path) -> None:
    printer = Printer(seed)
    paper = printer.run()
    path = tmp_path / "bao-cao.docx"
    write_docx(paper, printer.outline.scheme, habit(Random(seed * 7 + 1)), path, seed)
    assert differences(paper.gold, _read(path)) == []


@pytest.mark.parametrize("seed", PDF_SEEDS)
def test_page_forms(seed: int, tmp_path: Path) -> None:
    paper = Printer(seed).run()
    path = tmp_path / "bao-cao.pdf"
    write_pdf(paper, form(Random(seed * 7 + 1)), path)
    assert differences(paper.gold, _read(path)) == []


@pytest.mark.parametrize("name", sorted(FORMS))
def test_hazards_of_pages(name: str, tmp_path: Path) -> None:
    paper = Printer(7, scheme="decree", size=12, annex=False).run()
    path = tmp_path / "bao-cao.pdf"
    write_pdf(paper, FORMS[name], path)
    assert differences(paper.gold, _read(path)) == []


@pytest.mark.parametrize("trait", sorted(TRAITS))
def test_outlines_as_hands_type_them(trait: str, tmp_path: Path) -> None:
    printer = Printer(3, size=20, trait=trait)
    paper = printer.run()
    path = tmp_path / "bao-cao.docx"
    write_docx(paper, printer.outline.scheme, habit(Random(3)), path, 3)
    assert differences(paper.gold, _read(path)) == []


@pytest.mark.parametrize("scheme", RARE)
def test_rare_markers(scheme: str, tmp_path: Path) -> None:
    paper = Printer(5, scheme=scheme, size=16, annex=False).run()
    path = tmp_path / "bao-cao.pdf"
    write_pdf(paper, Form(), path)
    assert differences(paper.gold, _read(path)) == []
