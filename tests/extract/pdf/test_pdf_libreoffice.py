"""The project's layout variants as LibreOffice prints them: outline, texts, notes, tables, letterhead."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "corpus" / "variants"))

from variant_docx import write_docx
from variant_layout import Printed, lay_out
from variant_list import variants
from variant_score import strict_f1, text_differences

from extract.document import read
from extract.model import to_json

SOFFICE = shutil.which("soffice")
NAMES = (
    "auto_flood",
    "official_letter",
    "ordinal_own_line",
    "run_in_colon_flood",
    "soft_breaks_digital",
    "soft_breaks_flood",
    "soft_wrap_styled",
)
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Printed]]:
    """Folder of the PDFs and what was printed, by name."""
    folder = tmp_path_factory.mktemp("libreoffice")
    made = {variant.name: (variant, lay_out(variant)) for variant in variants() if variant.name in NAMES}
    files = []
    for name, (variant, page) in made.items():
        files.append(folder / f"{name}.docx")
        write_docx(page, variant.looks, files[-1])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=120)
    return folder, {name: page for name, (_, page) in made.items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_variant_reads_as_written(name: str, printed: tuple[Path, dict[str, Printed]]) -> None:
    folder, pages = printed
    gold = pages[name].gold
    found = json.loads(to_json(read(folder / f"{name}.pdf")))
    assert strict_f1(gold["sections"], found["sections"]) == 1.0
    assert text_differences(gold, found) == []
    assert found["tables"] == gold["tables"]
    assert found["letterhead"] == gold["letterhead"]
    assert found["meta"]["number"] == gold["meta"]["number"]
    notes = [[(note["n"], note["text"]) for note in doc["footnotes"]] for doc in (gold, found)]
    assert notes[0] == notes[1]
    for wanted, got in zip(gold["footnotes"], found["footnotes"], strict=True):
        assert got["section_marker_path"] == wanted["section_marker_path"]
