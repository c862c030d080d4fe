"""What a reader hands to the structure code: printed blocks with their visual evidence.

Readers (DOCX, PDF, OCR) differ only up to here. Structure, letterhead, citations and figures
work on these blocks and never ask which reader made them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Literal

UNSURE: Final = 0.6
"""Confidence below which a recognised word may be handwriting, or hidden by a stamp."""
LEADING_LABEL: Final = re.compile(r"[(\[]?\w{1,5}(?:\.\d{1,2}){0,3}\s?[.)/:\]-]{0,2}\s*")
"""A label at the start of a paragraph; set plainly, it does not end the dress of "1. **Title.**"."""


@dataclass(slots=True)
class NoteCall:
    """A footnote's call: it stands at `offset` in the block's text (the mark itself is not in the text)."""

    offset: int
    key: str
    """Matches `RawNote.key`."""


@dataclass(slots=True)
class Block:
    r"""One paragraph (wrapped lines and page cuts already joined) or one table, in reading order.

    text: NFC, as printed; whitespace runs are one space; a soft line break inside a paragraph is
        "\n"; footnote marks are not in it; an automatic number is NOT in it but in `number`.
    number: label made by Word's automatic numbering, as shown ("I.", "a)"); None when typed or none.
    number_level: list level (0-based) of that numbering; None when not automatic.
    page/page_end: 1-based; None where the format has no pages.
    page_breaks: offsets in `text` at which a new page starts, with that page.
    bold/italic/underline: share (0..1) of the letters; bold_prefix: count of leading characters set in bold
        (a plain label before them counted in); lead_prefix: the same for italic or underlined ones.
    size: points, the most common over letters. align: left|center|right|justify|None.
    indent_first/indent_left: points from the text area's left edge; None when unknown.
    space_before: points above the block beyond normal leading (PDF: measured; DOCX: declared).
    style: style name (DOCX); outline_level: 0-based Word outline level, None for body text.
    column: None = full width; 0/1 = left/right cell of a side-by-side area (letterhead, Nơi nhận | chữ ký).
    cells: for kind "table": rows of cell texts (merged cells: text in the first, "" in the others).
    scan/confidence: text from OCR and its mean word confidence 0..1; unsure: its words below `UNSURE`.
    """

    text: str = ""
    kind: Literal["paragraph", "table"] = "paragraph"
    number: str | None = None
    number_level: int | None = None
    page: int | None = None
    page_end: int | None = None
    page_breaks: list[tuple[int, int]] = field(default_factory=list)
    bold: float = 0.0
    italic: float = 0.0
    bold_prefix: int = 0
    underline: float = 0.0
    lead_prefix: int = 0
    size: float | None = None
    align: str | None = None
    indent_first: float | None = None
    indent_left: float | None = None
    space_before: float | None = None
    style: str | None = None
    outline_level: int | None = None
    column: int | None = None
    calls: list[NoteCall] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    scan: bool = False
    confidence: float | None = None
    unsure: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RawNote:
    """A footnote's body. `key` is unique in the document, `n` the number shown to the reader."""

    key: str
    n: int
    text: str
    page: int | None = None


@dataclass(slots=True)
class RawWarning:
    """`code` is stable English snake_case, `message` is Vietnamese for the officer."""

    code: str
    message: str
    page: int | None = None


@dataclass(slots=True)
class RawDocument:
    """A reader's whole result. `stamps`: texts of digital-signature stamps lifted out of the body."""

    format: str
    reader: str
    blocks: list[Block] = field(default_factory=list)
    notes: list[RawNote] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    pages: int | None = None
    warnings: list[RawWarning] = field(default_factory=list)
