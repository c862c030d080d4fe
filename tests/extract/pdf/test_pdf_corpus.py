"""Real public documents (skipped where they are not present): facts seen on the page images."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.blocks import RawDocument
from extract.errors import NeedsTesseract
from extract.pdf import read_pdf


def body(document: RawDocument) -> str:
    return "\n".join(block.text for block in document.blocks)


@pytest.mark.usefixtures("no_ocr")
@pytest.mark.parametrize("name", ["cong-bao-luat-running-header.pdf", "nd-282-2025-cong-bao-95p.pdf"])
def test_gazette(name: str, corpus: Path) -> None:
    document = read_pdf(corpus / name)
    assert "CÔNG BÁO/Số" not in body(document)
    assert not [block.text for block in document.blocks if block.text.isdecimal()]
    assert any("Thời gian ký: " in stamp and "+07:00" in stamp for stamp in document.stamps)
    assert "thongtinchinhphu" not in body(document)
    assert document.notes == document.warnings == []
    assert (
        sum(len(block.page_breaks) for block in document.blocks) >= 5
    )  # the gazette ends pages with paragraphs


@pytest.mark.usefixtures("no_ocr")
def test_notes_called_from_table_cells(corpus: Path) -> None:
    document = read_pdf(corpus / "thong-bao-footnotes-tables.pdf")
    assert [(note.n, note.page) for note in document.notes] == [(1, 21), (2, 21), (3, 21), (4, 21), (5, 30)]
    called = {call.key for block in document.blocks for call in block.calls}
    assert called == {note.key for note in document.notes}
    tables = [block for block in document.blocks if block.kind == "table"]
    assert [(table.page, len(table.cells), len(table.cells[0])) for table in tables] == [
        (1, 6, 4),
        (5, 4, 8),
        (21, 10, 12),
        (26, 6, 8),
        (30, 8, 12),
    ]
    assert tables[2].cells[0][6:] == ["Năm 2023", "", "", "Năm 2024", "", ""]


@pytest.mark.usefixtures("no_ocr")
def test_line_end_hyphens_and_open_table_rows(corpus: Path) -> None:
    document = read_pdf(corpus / "nd-65-2018-fffe-hyphens.pdf")
    text = body(document)
    assert "\ufffe" not in text
    assert "\x02" not in text
    long = next(block for block in document.blocks if block.kind == "table")
    assert (long.page, long.page_end, len(long.cells)) == (19, 20, 26)
    numbers = [row[0] for row in long.cells[2:19]]
    assert numbers == [f"{number}." for number in range(1, 18)]


@pytest.mark.usefixtures("no_ocr")
def test_lost_letters_are_said(corpus: Path) -> None:
    document = read_pdf(corpus / "nd-47-2020-lost-tounicode.pdf")
    damaged = [warning.page for warning in document.warnings if warning.code == "damaged_text"]
    assert damaged[0] == 1
    assert len(damaged) > 5


@pytest.mark.usefixtures("no_ocr")
@pytest.mark.parametrize(
    "name", ["scan-kh-2128-red-seal.pdf", "scan-kh-239-bw.pdf", "scan-kh-09-bw.pdf", "scan-cv-1945-8p.pdf"]
)
def test_scans_need_ocr(name: str, corpus: Path) -> None:
    with pytest.raises(NeedsTesseract):
        read_pdf(corpus / name)
