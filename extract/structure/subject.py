"""Type line, subject (trích yếu) and Kính gửi: what stands between the letterhead and the text.

A title set in the middle under a letterhead is the subject although the type above it is left out.
"""

from __future__ import annotations

import re

from extract.blocks import Block
from extract.structure import markers
from extract.structure import vocabulary as v
from extract.structure.markers import Marker
from extract.structure.pieces import Head, Piece
from extract.structure.title_line import is_title, type_of
from extract.structure.wording import ends_open, first_letter, is_caps

_MAX_SUBJECT = 700
_FILLS = 50
"""Letters from which a line of a title may reach from edge to edge."""
_EDGE = 50.0
"""Points from the margin within which first lines stand."""
_FIRST_LEVELS = frozenset({"part", "chapter", "roman", "upper"})


def type_and_subject(pieces: list[Piece], pos: int, head: Head, blocks: list[Block]) -> int:
    """Read the type line and the subject from `pos` on; return the position after them."""
    if pos >= len(pieces):
        return pos
    type_piece = pieces[pos]
    found = type_of(type_piece, head)
    if found is not None:
        head.meta.doc_type = found[0].upper()
        head.roles[type_piece.index] = "tên loại văn bản"
        parts = [found[1]] if found[1] else []
    elif is_title(type_piece, head, blocks):
        head.roles[type_piece.index] = "tên văn bản (phía trên không thấy tên loại)"
        parts = [type_piece.text]
    else:
        return pos
    pos += 1
    while pos < len(pieces) and _is_subject(pieces[pos], type_piece, parts):
        if found and found[0].upper().startswith(v.ENACTING) and _names_decider(pieces, pos, parts):
            break
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
        or v.ATTACHED.match(text)
        or sum(map(len, parts)) > _MAX_SUBJECT
    ):
        return False
    if re.match(r"(?:Căn cứ|Thực hiện|Xét|Theo đề nghị)\b", text) and block.align != "center":
        return False
    if piece.index == type_piece.index:
        return True
    marker = markers.parse(text)
    if marker and (block.align != "center" or _heads(marker, text)):
        return False
    if parts and _heads_text(piece, type_piece, parts):
        return False
    if block.align == "center":
        return not marker or piece.bold == (type_piece.bold or not parts)
    if piece.bold and type_piece.bold:
        return len(text) < 400
    if not parts:  # a title that fills its line looks left-aligned
        return len(text) < 300 and text[-1:] not in ":;.,"
    return text[0].islower() and type_piece.block.align != "center"


def _heads(marker: Marker, text: str) -> bool:
    """Whether a centred line opens the first part of the body ("Phần thứ nhất", "I. TÌNH HÌNH")."""
    rest = text[marker.end :].strip()
    kinds = {reading.kind for reading in marker.readings if not reading.ocr}
    return bool(kinds & _FIRST_LEVELS) and not (rest and first_letter(rest).islower())


def _heads_text(piece: Piece, type_piece: Piece, parts: list[str]) -> bool:
    """Whether a bold line below a whole subject is the first title of the body.

    A subject in small letters does not go on in capitals, nor a subject in the middle at the edge: only a
    line that fills the width looks left-aligned there.
    """
    if not piece.bold or ends_open(parts[-1], nouns=False) or piece.text[:1].islower():
        return False
    if is_caps(piece.text) and not is_caps(" ".join(parts)):
        return True
    block, centred = piece.block, type_piece.block.align == "center"
    edge = (
        block.align not in ("center", None) and (block.indent_first or 0.0) <= _EDGE
    )  # else: pushed to the middle
    return centred and edge and len(piece.text) < _FILLS


def _names_decider(pieces: list[Piece], pos: int, parts: list[str]) -> bool:
    """Whether a line in capitals under the subject says who decides ("CHỦ TỊCH ỦY BAN NHÂN DÂN …")."""
    text = pieces[pos].text
    if not parts or not is_caps(text) or ends_open(parts[-1]):
        return False
    person = v.TITLES.match(text) is not None
    if not person and not f"{text.upper()} ".startswith(v.AGENCY_HEADS):
        return False
    after = next((p.text for p in pieces[pos + 1 :] if p.text), "")
    return not is_caps(parts[-1]) or (person and v.GROUNDS.match(after) is not None)


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
