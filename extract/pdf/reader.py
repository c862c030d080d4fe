"""`read_pdf`: the steps from a file to a `RawDocument`, in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extract.blocks import Block, RawDocument
from extract.limits import DEFAULT, Limits
from extract.pdf.columns import order_lines
from extract.pdf.compose import compose
from extract.pdf.furniture import remove_furniture
from extract.pdf.lines import Line
from extract.pdf.margins import measure
from extract.pdf.notes import Note, bind_calls, raw_notes, take_notes
from extract.pdf.page import Page, PdfFile
from extract.pdf.paragraphs import Placed, build_blocks
from extract.pdf.stamps import lift_stamps

READER = "pdf/1"


def read_pdf(path: Path, limits: Limits = DEFAULT) -> RawDocument:
    """Read a PDF, text pages by pdfium, scanned pages by OCR where it is installed.

    Raises EncryptedFile, CorruptFile, FileTooLarge or NeedsTesseract (no page has text).
    """
    with PdfFile(path, limits) as file:
        pages = list(file.pages())
        document = RawDocument(format="pdf", reader=READER, pages=file.count)
        for page in pages:
            document.stamps.extend(lift_stamps(page))
    remove_furniture(pages)
    notes = take_notes(pages)
    document.blocks, lines = _layout(pages, notes)
    document.notes = raw_notes(notes, {note.key: _note_text(note) for note in notes})
    return document


def _layout(pages: Sequence[Page], notes: Sequence[Note]) -> tuple[list[Block], list[Line]]:
    items: list[Line | Placed] = []
    area = 0
    for page in pages:
        lines, area = order_lines(page.rows, page.width, area)
        items.extend(lines)
    lines = [item for item in items if isinstance(item, Line)]
    bind_calls(lines, notes)
    return build_blocks(items, measure(pages, lines)), lines


def _note_text(note: Note) -> str:
    return compose(note.lines).text if note.lines else ""
