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


def settle_pages(document: RawDocument, package: Package, seen: Seen) -> None:
    """Set `document.pages`; keep the blocks' pages only where Word left page breaks that add up.

    A page that might be wrong is worse than none: when the breaks disagree with the recorded number
    of pages, or there are none, no block has a page.
    """
    declared = _declared(package, document.blocks)
    document.pages = seen.pages if seen.page_hints and declared is None else declared
    if seen.page_hints and declared in (None, seen.pages):
        return
    for block in document.blocks:
        block.page = block.page_end = None
        block.page_breaks = []
    for note in document.notes:
        note.page = None


def _declared(package: Package, blocks: list[Block]) -> int | None:
    """Return the page count in the file's properties, None unless they describe this very text.

    Programs that write DOCX from a template keep the template's count ("1 page") as it was; the
    recorded number of characters gives that away. LibreOffice converting without a window records
    the pages it had laid out by then, half of them: its count is not taken.
    """
    root = package.parse(_APP)
    if root is None:
        return None
    if "libreoffice" in (root.findtext(_PROPERTIES + "Application") or "").lower():
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
