"""Which lines at the top of a document are head: signs of a letterhead, lines above it and below it."""

from __future__ import annotations

import re

from extract.structure import markers
from extract.structure import vocabulary as v
from extract.structure.doctype import doc_type
from extract.structure.letters import UPPER
from extract.structure.pieces import MAX_HEAD_LINE, Head, Piece

_FEWEST_TITLE = 4
_MAX_VV_LINES = 5
_MAX_ABOVE, _REACH_ABOVE = 2, 6
NUMBER_BESIDE = re.compile(
    rf"(S[ốỐ]\s*:?\s*[\d.…_ ]*[/\-–]?\s*[A-ZĐ0-9&/\-–.ƯƠÂry]*(?:\([A-ZĐ0-9]+\))?)\s+(?=[{UPPER}])(.*)$"
)
"""Number, and place with date, printed on one row."""


def _top(pieces: list[Piece]) -> int:
    """Count the lines above the first that only a body has: a section with its title, or a long paragraph."""
    for pos, piece in enumerate(pieces):
        if piece.block.column is None and (len(piece.text) > 2 * MAX_HEAD_LINE or _opens_body(piece)):
            return pos
    return len(pieces)


def has_evidence(pieces: list[Piece]) -> bool:
    """Whether a line above the body bears a sign of a letterhead."""
    return any(_is_evidence(piece.text) for piece in pieces[: _top(pieces)])


def _opens_body(piece: Piece) -> bool:
    marker = markers.parse(piece.text)
    if marker is None or (piece.block.scan and not piece.bold):  # specks beside a letterhead look like labels
        return False
    return len(piece.text) - marker.end > _FEWEST_TITLE and not _is_evidence(piece.text)


def _is_evidence(text: str) -> bool:
    if len(text) > 2 * MAX_HEAD_LINE:
        return False
    beside = NUMBER_BESIDE.match(text)
    if beside and v.PLACE_DATE.match(beside[2]):
        return True
    return bool(
        v.QUOC_HIEU.search(text) or v.TIEU_NGU.search(text) or v.PARTY.search(text)
        or (v.NUMBER.match(text) and ("/" in text or "-" in text)) or v.PLACE_DATE.fullmatch(text)
    )  # fmt: skip


def stands_above(pieces: list[Piece], pos: int, head: Head) -> bool:
    """Whether a short line stands above the letterhead (as a gateway prints: "Cơ quan phát hành: …")."""
    if pos >= _MAX_ABOVE or any(map(_is_evidence, [*head.letterhead.left, *head.letterhead.right])):
        return False
    text = pieces[pos].text
    if len(text) > MAX_HEAD_LINE or text[-1:] in ".;:," or not text[:1].isalnum() or _opens_body(pieces[pos]):
        return False
    return any(_is_evidence(piece.text) for piece in pieces[pos + 1 : pos + 1 + _REACH_ABOVE])


def still_head(text: str) -> bool:
    """After a letterhead in columns, only these full-width lines still belong to it."""
    return _is_evidence(text) or bool(v.VV.match(text) or v.URGENCY.match(text.strip(" .*[]()")))


def more_head(pieces: list[Piece], pos: int, head: Head) -> bool:
    """Take "DỰ THẢO 2" above the type, and the wrapped lines of a V/v set across the page, as head."""
    text = pieces[pos].text
    if v.DRAFT.match(text) and later_type(pieces, pos + 1):
        return True
    if not (head.vv and head.letterhead.left[-1].endswith(head.vv[-1])) or v.KINH_GUI.match(text):
        return False
    for piece in pieces[pos : pos + _MAX_VV_LINES]:
        if v.KINH_GUI.match(piece.text):
            head.vv.append(text)
            return True
        if len(piece.text) > MAX_HEAD_LINE or markers.parse(piece.text):
            return False
    return False


def later_type(pieces: list[Piece], pos: int) -> bool:
    """Without any letterhead sign, short lines before a type line are still the top ("DỰ THẢO")."""
    for piece in pieces[pos : pos + 4]:
        if doc_type(piece.text):
            return True
        if len(piece.text) > MAX_HEAD_LINE or markers.parse(piece.text):
            return False
    return False
