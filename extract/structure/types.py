"""What the structure code hands on, and the working line it reasons about."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.blocks import Block, RawWarning
from extract.model import Footnote, Letterhead, Meta, Section
from extract.structure.markers import Marker

BOLD = 0.85
"""Share of bold letters from which a line counts as set in bold."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one printed line was read as it was; `verdict` and `reason` are Vietnamese for an officer.

    level: depth of a section, 0 for other lines. plain: running text whose reason is the common one.
    """

    text: str
    verdict: str
    reason: str
    page: int | None = None
    level: int = 0
    plain: bool = False


@dataclass(slots=True)
class Structure:
    """A document taken apart; every block of the reader is in exactly one of the parts.

    preamble_pages/closing_pages: like `Section.page_starts`, for the text of the same name.
    """

    meta: Meta = field(default_factory=Meta)
    letterhead: Letterhead = field(default_factory=Letterhead)
    preamble: str = ""
    preamble_pages: list[tuple[int, int]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    closing: str = ""
    closing_pages: list[tuple[int, int]] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    table_places: list[int | None] = field(default_factory=list)
    table_pages: list[int | None] = field(default_factory=list)
    annexes: list[Section] = field(default_factory=list)
    table_annexes: list[int | None] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    warnings: list[RawWarning] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """A paragraph, or one part of a paragraph cut at a soft break where a marker follows.

    `start` is the offset of `text` in the block's text. `bold`/`italic` are shares of this line;
    `bold_prefix` counts the leading bold characters of this line, `lead_prefix` its italic or
    underlined ones. `quoted` = inside a quotation that an earlier line opened.
    """

    block: Block
    index: int
    start: int
    text: str
    bold: float = 0.0
    italic: float = 0.0
    bold_prefix: int = 0
    lead_prefix: int = 0
    caps: bool = False
    centered: bool = False
    table: bool = False
    number: str | None = None
    marker: Marker | None = None
    bare: float = 0.0
    """Evidence (log-odds) that an unnumbered line is a heading; 0 = not considered."""
    quoted: bool = False
    cited: bool = False
    """Inside a quotation that begins with its own paragraph and whose end is seen."""
    wrapped: bool = False
    """Printed as the continuation of the heading on the line before."""

    @property
    def rest(self) -> str:
        """Text after the marker."""
        return self.text[self.marker.end :].lstrip() if self.marker else self.text

    @property
    def page(self) -> int | None:
        """Page on which the line starts, or None where the format has no pages."""
        return page_at(self.block, self.start)


def page_at(block: Block, offset: int) -> int | None:
    """Page of the character at `offset` of the block's text."""
    page = block.page
    for cut, number in block.page_breaks:
        if cut <= offset:
            page = number
    return page
