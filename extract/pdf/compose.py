"""Lines of one paragraph → a `Block`: text with one space at line ends, offsets, measured evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from unicodedata import is_normalized

from extract.blocks import LEADING_LABEL, UNSURE, Block, NoteCall
from extract.encoding import display
from extract.pdf.lines import CUT_AFTER, CUT_BEFORE, Line, Span
from extract.pdf.margins import Margins, in_middle, is_centred, spans_width

_GLUED_END: Final = re.compile(r"[^\s-]-$|[\w&]/$")
"""A line's end after which no space follows: a hyphen or slash inside a symbol or a word."""


class _Tally:
    """Counts letters of spans by weight, slope, size and confidence."""

    __slots__ = ("bold", "italic", "letters", "scores", "sizes", "underline", "unsure")

    def __init__(self) -> None:
        self.letters = self.bold = self.italic = self.underline = 0
        self.sizes: dict[float, int] = {}
        self.scores: list[tuple[float, int]] = []
        self.unsure: list[str] = []

    def add(self, span: Span) -> None:
        count = len(span.text)
        self.letters += count
        if span.bold:
            self.bold += count
        if span.italic:
            self.italic += count
        if span.underline:
            self.underline += count
        size = round(span.size, 1)
        self.sizes[size] = self.sizes.get(size, 0) + count
        if span.confidence is not None:
            self.scores.append((span.confidence, count))
            if span.confidence < UNSURE:
                self.unsure.append(span.text)

    def describe(self, block: Block) -> None:
        """Write the shares into a block."""
        if self.letters:
            block.bold = round(self.bold / self.letters, 3)
            block.italic = round(self.italic / self.letters, 3)
            block.underline = round(self.underline / self.letters, 3)
            block.size = max(self.sizes, key=lambda size: (self.sizes[size], size))
        if self.scores:
            total = sum(count for _, count in self.scores)
            block.scan = True
            block.unsure = self.unsure
            block.confidence = round(sum(s * n for s, n in self.scores) / max(total, 1), 3)


class _Prefix:
    """Follows how far a paragraph's beginning is set in one dress; a plain label does not end it."""

    __slots__ = ("length", "open")

    def __init__(self) -> None:
        self.length = 0
        self.open = True

    def note(self, dressed: bool, text: str) -> None:
        """Take in a span; `text` is the paragraph up to its end."""
        if not self.open:
            return
        if dressed:
            self.length = len(text)
        else:
            self.open = not self.length and LEADING_LABEL.fullmatch(text) is not None


def compose(lines: Sequence[Line], margins: Margins | None = None) -> Block:
    """One block of the lines of a paragraph; `margins` of its first page give indents and alignment."""
    block, tally = Block(), _Tally()
    text = ""
    bold, slope, under = _Prefix(), _Prefix(), _Prefix()
    before: Line | None = None
    for line in lines:
        gap = before is not None and (before.spaced or not _GLUED_END.search(text[-4:]))
        if before and before.spans[-1].edit & CUT_AFTER and line.spans[0].edit & CUT_BEFORE:
            gap = False  # a word that a deletion, struck out at this line's end, was set into
        turned = before is not None and line.page != before.page
        before = line
        for index, span in enumerate(line.spans):
            if index in line.calls:  # a mark at a line's start belongs to the word above it
                block.calls.append(NoteCall(len(text), line.calls[index]))
                gap = False
                continue
            if (gap or (index and span.space)) and text and text[-1] != " ":
                text += " "
            gap = False
            if turned:
                block.page_breaks.append((len(text), line.page))
                turned = False
            text += span.text
            tally.add(span)
            bold.note(span.bold, text)
            slope.note(span.italic, text)
            under.note(span.underline, text)
        if turned:
            block.page_breaks.append((len(text), line.page))
    block.text = text
    block.bold_prefix, block.lead_prefix = bold.length, max(slope.length, under.length)
    block.page, block.page_end = lines[0].page, lines[-1].page
    block.column = lines[0].column
    block.scan = any(line.scan for line in lines)
    tally.describe(block)
    if margins is not None:
        _measure(block, lines, margins)
    if not is_normalized("NFC", text):
        _recompose(block)
    return block


def _recompose(block: Block) -> None:
    """Compose letters whose parts came in two spans; offsets move with them."""
    text = block.text

    def moved(offset: int) -> int:
        return len(display(text[:offset]))

    block.calls = [NoteCall(moved(call.offset), call.key) for call in block.calls]
    block.page_breaks = [(moved(offset), page) for offset, page in block.page_breaks]
    block.bold_prefix = moved(block.bold_prefix)
    block.lead_prefix = moved(block.lead_prefix)
    block.text = display(text)


def _measure(block: Block, lines: Sequence[Line], margins: Margins) -> None:
    first = lines[0]
    block.indent_first = round(first.x0 - margins.left, 1)
    rest = [line.x0 for line in lines[1:] if line.page == first.page] or [first.x0]
    block.indent_left = round(min(rest) - margins.left, 1)
    same = [line for line in lines if line.page == first.page]
    middle = [in_middle(line, margins) or spans_width(line, margins) for line in same]
    ends = (first, same[-1])
    if all(middle) and any(is_centred(x, margins) for x in ends):
        block.align = "center"
    elif len(lines) > 1:
        block.align = "justify" if all(line.x1 > margins.right - 3.0 for line in lines[:-1]) else "left"
    elif first.x1 > margins.right - 3.0 and first.x0 > margins.middle:
        block.align = "right"
    else:
        block.align = "left"
