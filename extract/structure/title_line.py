"""The line that names a document: type and subject, or a title in the middle that leaves the type out."""

from __future__ import annotations

from extract.blocks import Block
from extract.structure import markers
from extract.structure import vocabulary as v
from extract.structure.doctype import doc_type, misread_type, type_within
from extract.structure.pieces import Head, Piece
from extract.structure.types import BOLD
from extract.structure.wording import is_caps

_SHORTEST_TITLE = 20


def type_of(piece: Piece, head: Head) -> tuple[str, str] | None:
    """(type, rest of the line) of the line that names the type, else None; a misread type is noted."""
    if piece.block.column is not None:
        return None
    found = doc_type(piece.text)
    if found is None and piece.bold:
        found = type_within(piece.text)
    if found is None and piece.block.scan and (misread := misread_type(piece.text)):
        head.meta.sources["doc_type"] = "ocr_repaired"
        return misread, ""
    return found


def is_title(piece: Piece, head: Head, blocks: list[Block]) -> bool:
    """Whether a line under a letterhead is the document's title, without its type ("KẾT QUẢ CÔNG TÁC …").

    Another line of the same look further down shows that both head a part of the text.
    """
    text, block = piece.text, piece.block
    if not head.letterhead.right or head.vv or not stands_out(block) or len(text) < _SHORTEST_TITLE:
        return False
    if text[-1] in ".:;," or v.KINH_GUI.match(text):
        return False
    below = iter(blocks[piece.index + 1 :])
    body = next((x for x in below if x.text.strip() and not stands_out(x)), None)
    return body is not None and not any(stands_out(x) and x.size == block.size for x in below)


def stands_out(block: Block) -> bool:
    """Whether a block is set in the middle, in bold capitals, without a number."""
    middle = block.column is None and block.align == "center" and block.bold >= BOLD
    return middle and not block.number and is_caps(block.text) and markers.parse(block.text) is None
