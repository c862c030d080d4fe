"""Pages of a DOCX: only what Word itself recorded when it last laid the document out."""

from __future__ import annotations

from typing import Final

from extract.blocks import Block, RawDocument
from extract.docx.inline import Seen
from extract.docx.names import whole
from extract.docx.package import Package

_APP: Final = "docProps/app.xml"
_PROPERTIES: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
# the recorded count of characters may leave out notes and text boxes
_TOLERANCE: Final = 0.25


def declared_pages(package: Package, blocks: list[Block]) -> int | None:
    """Return the page count in the file's properties, None unless they describe this very text.

    Programs that write DOCX from a template keep the template's count ("1 page") as it was; the
    recorded number of characters gives that away.
    """
    root = package.parse(_APP)
    if root is None:
        return None
    pages = whole(root.findtext(_PROPERTIES + "Pages"))
    characters = whole(root.findtext(_PROPERTIES + "Characters"))
    if not pages or not characters or pages < 1:
        return None
    actual = sum(_characters(block) for block in blocks)
    return pages if abs(characters - actual) <= _TOLERANCE * max(actual, 1) else None


def _characters(block: Block) -> int:
    texts = [text for row in block.cells for text in row] if block.kind == "table" else [block.text]
    return sum(len("".join(text.split())) for text in texts)


def set_pages(document: RawDocument, seen: Seen) -> None:
    """Give every block its pages where Word left its page breaks in the text, else none at all.

    A page that might be wrong is worse than none: when the breaks do not add up to the declared
    number of pages, no block gets one.
    """
    trusted = seen.page_hints and (document.pages is None or document.pages == seen.pages)
    if not trusted:
        for block in document.blocks:
            block.page_breaks = []
        for note in document.notes:
            note.page = None
        return
    document.pages = seen.pages
    page = 1
    for block in document.blocks:
        if block.kind == "table":
            first, last = block.page or page, block.page_end or page
        else:
            first, last = _paragraph_pages(block, page)
        block.page, block.page_end = first, last
        page = last


def _paragraph_pages(block: Block, page: int) -> tuple[int, int]:
    """First and last page; a break before the first letter moves the whole block to the new page."""
    for offset, start in list(block.page_breaks):
        if offset == 0:
            page = start
            block.page_breaks.remove((offset, start))
    return page, block.page_breaks[-1][1] if block.page_breaks else page
