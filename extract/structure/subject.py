"""Type line, subject (trích yếu) and Kính gửi: what stands between the letterhead and the text."""

from __future__ import annotations

import re

from extract.structure import markers
from extract.structure import vocabulary as v
from extract.structure.doctype import doc_type, misread_type
from extract.structure.pieces import Head, Piece

_MAX_SUBJECT = 700


def type_and_subject(pieces: list[Piece], pos: int, head: Head) -> int:
    """Read the type line and the subject from `pos` on; return the position after them."""
    if pos >= len(pieces):
        return pos
    found = doc_type(pieces[pos].text) if pieces[pos].block.column is None else None
    if found is None and pieces[pos].block.scan and (misread := misread_type(pieces[pos].text)):
        found = (misread, "")
        head.meta.sources["doc_type"] = "ocr_repaired"
    if found is None:
        return pos
    head.meta.doc_type = found[0].upper()
    type_piece = pieces[pos]
    head.roles[type_piece.index] = "tên loại văn bản"
    parts = [found[1]] if found[1] else []
    pos += 1
    while pos < len(pieces) and _is_subject(pieces[pos], type_piece, parts):
        piece = pieces[pos]
        if piece.text and not v.RULE.match(piece.text):
            parts.append(piece.text)
        head.roles.setdefault(piece.index, "trích yếu nội dung")
        pos += 1
        if piece.text and v.RULE.match(piece.text) and parts:
            break
    head.meta.subject = " ".join(parts).strip() or None
    return pos


def _is_subject(piece: Piece, type_piece: Piece, parts: list[str]) -> bool:  # noqa: PLR0911 - one sign a line
    text, block = piece.text, piece.block
    if not text or v.RULE.match(text):
        return True
    if (
        block.column is not None
        or block.number
        or v.KINH_GUI.match(text)
        or sum(map(len, parts)) > _MAX_SUBJECT
    ):
        return False
    if re.match(r"(?:Căn cứ|Thực hiện|Xét|Theo đề nghị)\b", text) and block.align != "center":
        return False
    if piece.index == type_piece.index:
        return True
    marker = markers.parse(text)
    if marker and block.align != "center":
        return False
    if block.align == "center":
        return not marker or piece.bold == (type_piece.bold or not parts)
    if piece.bold and type_piece.bold:
        return len(text) < 400
    if not parts:  # a title that fills its line looks left-aligned
        return len(text) < 300 and text[-1:] not in ":;.,"
    return text[0].islower() and type_piece.block.align != "center"


def addressees(pieces: list[Piece], pos: int, head: Head) -> int:
    """Read Kính gửi and its list from `pos` on; return the position after them."""
    start = pos
    while start < len(pieces) and (not pieces[start].text or v.RULE.match(pieces[start].text)):
        start += 1
    if start >= len(pieces) or not v.KINH_GUI.match(pieces[start].text):
        return pos
    first = v.KINH_GUI.sub("", pieces[start].text)
    found = [first] if first else []
    head.roles[pieces[start].index] = "nơi gửi đến (Kính gửi)"
    pos = start + 1
    while pos < len(pieces):
        piece = pieces[pos]
        text = piece.text
        dash = bool(re.match(r"[-–—+•]\s*\S", text)) or bool(
            piece.block.number and not piece.block.number[0].isalnum()
        )
        going = not found or found[-1].rstrip().endswith((";", ","))
        if text and not ((dash or going) and len(text) < 250 and not markers.parse(text)):
            break
        if text:
            found.append(text)
        head.roles.setdefault(piece.index, "nơi gửi đến (Kính gửi)")
        pos += 1
    items = [re.sub(r"^[-–—+•]\s*", "", part).strip(" ;.,") for line in found for part in line.split(";")]
    head.meta.addressees = [item for item in items if item]
    return pos
