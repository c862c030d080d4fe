"""pdfium's words are pdfplumber's words: the same, in the same order, on every page of text."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import pdf_cases
import pdfplumber
import pytest

from extract.encoding import display
from extract.limits import Limits
from extract.pdf.page import PdfFile

SHARED = Path(__file__).resolve().parents[3] / "../shared"


def words_of_pages(path: Path, pages: int) -> list[tuple[list[str], list[str]]]:
    """Words by our reader and by pdfplumber of the first pages; forms and furniture untouched."""
    pairs = []
    with PdfFile(path, Limits()) as file, pdfplumber.open(path) as reference:
        for index in range(min(pages, file.count)):
            rows = file.read(index).rows
            ours = " ".join(line.text for row in rows for line in row).split()
            theirs = display(reference.pages[index].extract_text() or "").split()
            pairs.append((ours, theirs))
    return pairs


@pytest.mark.parametrize(
    "name", ["layout_decree", "layout_ragged", "footnotes", "gazette", "tables", "landscape"]
)
def test_own_documents(name: str, tmp_path: Path) -> None:
    case = next(case for case in pdf_cases.all_cases() if case.name == name)
    path = tmp_path / "bao-cao.pdf"
    path.write_bytes(case.pdf())
    for ours, theirs in words_of_pages(path, 3):
        assert Counter("".join(ours)) == Counter("".join(theirs))
        assert SequenceMatcher(None, ours, theirs, autojunk=False).ratio() > 0.98


@pytest.mark.parametrize(
    "name", ["testset/a_styles.pdf", "testset/b_bold.pdf", "testset/c_autonum.pdf", "testset/e_nfd.pdf"]
)
def test_reports_of_another_producer(name: str) -> None:
    path = SHARED / "eval" / name
    if not path.exists():
        pytest.skip("the evaluation set is not on this machine")
    for ours, theirs in words_of_pages(path, 5):
        assert ours == theirs


@pytest.mark.parametrize(
    "name",
    ["thong-bao-footnotes-tables.pdf", "cong-bao-luat-running-header.pdf", "nd-282-2025-cong-bao-95p.pdf"],
)
def test_real_documents(name: str, corpus: Path) -> None:
    for number, (ours, theirs) in enumerate(words_of_pages(corpus / name, 6)):
        if number == 0:  # a signature field that pdfplumber does not show; cells beside each other
            assert not Counter(theirs) - Counter(ours)
            continue
        assert SequenceMatcher(None, ours, theirs, autojunk=False).ratio() > 0.99
