"""Typeset documents with known content: every paragraph, table, note and call, in order, nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pdf_cases
import pdf_wordlike
import pytest
from pdf_typeset import Case
from pdf_writer import font_path

from extract.blocks import RawDocument

Read = Callable[[bytes], RawDocument]


def anchors(document: RawDocument) -> list[tuple[int, str, str]]:
    """Return Number, text and the twenty characters before the call of every called note, in text order."""
    notes = {note.key: note for note in document.notes}
    return [
        (notes[call.key].n, notes[call.key].text, block.text[: call.offset][-20:])
        for block in document.blocks
        for call in block.calls
    ]


@pytest.mark.parametrize("case", pdf_cases.all_cases(), ids=lambda case: case.name)
def test_typeset(case: Case, read: Read) -> None:
    document = read(case.pdf())
    assert [block.text for block in document.blocks if block.kind == "paragraph"] == case.paragraphs
    assert [block.cells for block in document.blocks if block.kind == "table"] == case.tables
    assert sorted(note.text for note in document.notes) == sorted(case.notes.values())
    assert [(text, anchor) for _, text, anchor in anchors(document)] == [
        (case.notes[n], anchor) for n, anchor in case.anchors.items()
    ]
    assert len({note.key for note in document.notes}) == len(document.notes)
    assert document.warnings == []


def test_printed_numbers_of_notes_that_restart_on_every_page(read: Read) -> None:
    document = read(pdf_cases.footnotes_per_page().pdf())
    by_page: dict[int | None, list[int]] = {}
    for note in document.notes:
        by_page.setdefault(note.page, []).append(note.n)
    assert len(by_page) > 2
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_page.values())


def test_signature_stamp_is_lifted_out(read: Read) -> None:
    document = read(pdf_cases.signature_stamp().pdf())
    assert document.stamps == [
        "Ký bởi: Văn phòng Ủy ban nhân dân tỉnh\nGia Lai\nEmail: vp@gialai.gov.vn\n"
        "Thời gian ký: 15.04.2026 14:33:12 +07:00"
    ]


@pytest.mark.skipif(font_path() is None, reason="Liberation Serif is not installed")
@pytest.mark.parametrize("seed", [0, 11, 22])
@pytest.mark.parametrize("name", list(pdf_wordlike.STYLES))
def test_word_like(name: str, seed: int, read: Read) -> None:
    data, gold = pdf_wordlike.report(pdf_wordlike.STYLES[name], seed)
    document = read(data)
    columns = {side: [block.text for block in document.blocks if block.column == side] for side in (0, 1)}
    assert columns == {0: gold.left + gold.bottom_left, 1: gold.right + gold.bottom_right}
    assert [block.text for block in document.blocks if block.column is None] == gold.paragraphs
    assert anchors(document) == gold.notes


@pytest.mark.skipif(font_path() is None, reason="Liberation Serif is not installed")
def test_evidence_of_style(read: Read) -> None:
    document = read(pdf_wordlike.report(pdf_wordlike.STYLES["word_decree"])[0])
    headings = [block for block in document.blocks if block.bold > 0.99 and block.text[:2] == "2."]
    assert [(block.size, block.indent_first, block.bold_prefix) for block in headings] == [
        (14.0, 36.0, len(headings[0].text))
    ]
    run_in = next(block for block in document.blocks if block.text.startswith("a) "))
    assert run_in.text[: run_in.bold_prefix].rstrip().endswith(":")
    assert 0.1 < run_in.bold < 0.6
    title = next(block for block in document.blocks if block.text == "BÁO CÁO")
    assert title.align == "center"
    body = next(block for block in document.blocks if len(block.text) > 400 and block.bold == 0)
    assert (body.align, body.indent_first, body.indent_left) == ("justify", 36.0, 0.0)
    cut = next(block for block in document.blocks if block.page_breaks)
    offset, page = cut.page_breaks[0]
    assert cut.page is not None
    assert page == cut.page + 1 == cut.page_end
    assert cut.text[offset - 1] == " "
