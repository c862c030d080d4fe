"""Lines of one paragraph → a `Block`: text with one space at line ends, offsets, measured evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extract.blocks import Block, NoteCall
from extract.encoding import display
from extract.pdf.joining import is_centred
from extract.pdf.lines import Line
from extract.pdf.margins import Margins

_RUNS: Final = re.compile(r"[ \t\u00a0\u2002-\u200a\u3000]{2,}|[\t\u00a0\u2002-\u200a\u3000]")
_GLUED_END: Final = re.compile(r"[^\s-]-$|[\w&]/$")
"""A line's end after which no space follows: a hyphen or slash inside a symbol or a word."""


class _Text:
    """Text under construction, as segments between the offsets that must survive composition."""

    def __init__(self) -> None:
        self.segments: list[str] = []
        self.length = 0
        self.tail = ""

    def add(self, text: str) -> None:
        if text:
            self.segments.append(text)
            self.length += len(text)
            self.tail = text

    def ends_glued(self) -> bool:
        tail = "".join(self.segments[-3:])[-4:]
        return bool(_GLUED_END.search(tail))


def clean(text: str) -> str:
    """Composed text with single spaces."""
    if not text.isascii():
        text = display(text)
    return _RUNS.sub(" ", text)


def compose(lines: Sequence[Line], margins: Margins | None = None) -> Block:
    """One block of the lines of a paragraph; `margins` of its first page give indents and alignment."""
    text = _Text()
    block = Block()
    bold = italic = letters = 0
    prefix, in_prefix = 0, True
    sizes: dict[float, int] = {}
    page: int | None = None
    scores: list[tuple[float, int]] = []
    for number, line in enumerate(lines):
        if number and not (text.ends_glued() and not lines[number - 1].spaced):
            text.add(" ")
        if page is not None and line.page != page:
            block.page_breaks.append((text.length, line.page))
        page = line.page
        for index, span in enumerate(line.spans):
            if index in line.calls:
                block.calls.append(NoteCall(text.length, line.calls[index]))
                continue
            printed = clean(span.text)
            if index and span.space and text.length and not text.tail.endswith(" "):
                text.add(" ")
            text.add(printed)
            count = len(span.text)
            letters += count
            bold += count if span.bold else 0
            italic += count if span.italic else 0
            in_prefix = in_prefix and span.bold
            prefix = text.length if in_prefix else prefix
            sizes[round(span.size, 1)] = sizes.get(round(span.size, 1), 0) + count
            if span.confidence is not None:
                scores.append((span.confidence, count))
    block.text = "".join(text.segments)
    block.bold = round(bold / letters, 3) if letters else 0.0
    block.italic = round(italic / letters, 3) if letters else 0.0
    block.bold_prefix = prefix
    block.size = max(sizes, key=lambda size: (sizes[size], size)) if sizes else None
    block.page, block.page_end = lines[0].page, lines[-1].page
    block.column = lines[0].column
    if scores:
        total = sum(count for _, count in scores)
        block.scan, block.confidence = True, round(sum(s * n for s, n in scores) / max(total, 1), 3)
    if margins is not None:
        _measure(block, lines, margins)
    return block


def _measure(block: Block, lines: Sequence[Line], margins: Margins) -> None:
    first = lines[0]
    block.indent_first = round(first.x0 - margins.left, 1)
    rest = [line.x0 for line in lines[1:] if line.page == first.page] or [first.x0]
    block.indent_left = round(min(rest) - margins.left, 1)
    if all(is_centred(line, margins) for line in lines if line.page == first.page):
        block.align = "center"
    elif len(lines) > 1:
        block.align = "justify" if all(line.x1 > margins.right - 3.0 for line in lines[:-1]) else "left"
    elif first.x1 > margins.right - 3.0 and first.x0 > margins.middle:
        block.align = "right"
    else:
        block.align = "left"
