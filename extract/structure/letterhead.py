"""The head of a document (Nghị định 30/2020, Phụ lục I, ô 1–5 and 9a): its lines and their values."""

from __future__ import annotations

import re

from extract.blocks import Block
from extract.errors import SecretDocument
from extract.structure import vocabulary as v
from extract.structure.agency import issuing_body
from extract.structure.doctype import doc_type, misread_type
from extract.structure.headlines import (
    NUMBER_BESIDE,
    has_evidence,
    later_type,
    more_head,
    stands_above,
    still_head,
)
from extract.structure.letters import LOWER, UPPER
from extract.structure.pieces import MAX_HEAD_LINE, Head, Piece, pieces_of
from extract.structure.stamps import fill_from_stamps, fill_from_title
from extract.structure.subject import addressees, type_and_subject
from extract.structure.wording import is_caps

_MAX_LOOSE = 40
_MAX_MARK = 60
"""A secrecy mark stands alone on its line."""
_ABOUT = re.compile(rf"Về\s+[{LOWER}]")
"""A subject under the number that leaves "việc" or "V/v" out."""
_NUMBER_BEHIND = re.compile(r"(\S*[A-ZĐ]\S*)\s+(\d{1,5})\s*")
_DAY_AND_MONTH = re.compile(r"(\d{2})\s+(\d{1,2})\s*")
_BODY_BESIDE = re.compile(rf"([^{LOWER}]{{6,}}?)\s+([{UPPER}][{LOWER}].*)$")
"""Left column (number, or a body's name in capitals) and place with date, printed on one row."""


def check_secrecy(blocks: list[Block], stamps: list[str]) -> None:
    """Raise SecretDocument when the top of the document or a stamp bears a secrecy mark."""
    for piece in pieces_of(blocks):
        if len(piece.text) > _MAX_MARK:
            continue
        text = re.sub(r"\s+", " ", piece.text).strip(" .*[]()")
        if v.SECRECY.match(text) or v.SECRECY_LABEL.search(text):
            raise SecretDocument
    for stamp in stamps:
        if any(v.SECRECY.match(re.sub(r"\s+", " ", line).strip(" .*[]()")) for line in stamp.split("\n")):
            raise SecretDocument


def read_head(blocks: list[Block], stamps: list[str]) -> Head:
    """Separate the head from the body and read its values; not seen stays None."""
    head = Head()
    pieces = pieces_of(blocks)
    evidence = has_evidence(pieces)
    pos = _letterhead(pieces, head, evidence)
    pos = type_and_subject(pieces, pos, head, blocks)
    pos = addressees(pieces, pos, head)
    head.body = pieces[pos].index if pos < len(pieces) else (pieces[-1].index + 1 if pieces else 0)
    _finish(head, stamps)
    if not (blocks and blocks[0].scan):  # handwritten digits are recognised at random
        fill_from_title(head.meta)
    return head


def _letterhead(pieces: list[Piece], head: Head, evidence: bool) -> int:
    """Consume letterhead lines; return the position of the first line that is none."""
    seen_right = columns = False
    for pos, piece in enumerate(pieces):
        text = piece.text
        column = piece.block.column
        columns = columns or column is not None
        if not text or v.RULE.match(text):
            head.roles.setdefault(piece.index, "dòng kẻ hoặc dòng trống ở phần đầu")
            continue
        if (column is None or seen_right) and v.KINH_GUI.match(text):
            return pos
        if column is None and (doc_type(text) or (piece.block.scan and misread_type(text))):
            return pos
        if columns and column is None and more_head(pieces, pos, head):
            head.letterhead.left.append(text)
            head.roles[piece.index] = "phần đầu văn bản (tên cơ quan, Quốc hiệu, số, ngày)"
            continue
        if columns and column is None and text and not still_head(text):
            return pos
        if not evidence and column is None:
            if not later_type(pieces, pos):
                return pos
            head.roles[piece.index] = "dòng ở phần đầu văn bản"
            head.letterhead.left.append(text)
            continue
        if not _place(piece, head, seen_right):
            if not stands_above(pieces, pos, head):
                return pos
            head.letterhead.left.append(text)
        seen_right = seen_right or bool(head.letterhead.right)
        head.roles[piece.index] = "phần đầu văn bản (tên cơ quan, Quốc hiệu, số, ngày)"
    return len(pieces)


def _place(piece: Piece, head: Head, seen_right: bool) -> bool:
    """Put one line into the columns; False when it belongs to the body."""
    text = piece.text
    if len(text) > 2 * MAX_HEAD_LINE and piece.block.column is None:
        return False
    if (urgent := v.URGENCY.match(text.strip(" .*[]()"))) is not None:
        head.meta.urgency = urgent[1]
        return True
    for left, right in _cuts(text):
        if left:
            _place_left(left, piece, head)
        head.letterhead.right.append(right)
        _date(right, piece, head)
        return True
    return _place_plain(piece, head, seen_right)


def _cuts(text: str) -> list[tuple[str, str]]:
    """Cut a line in which both columns were merged, at what can only stand on the right."""
    for pattern in (v.QUOC_HIEU, v.TIEU_NGU, v.PARTY):
        match = pattern.search(text)
        if match:
            return [(text[: match.start()].strip(), text[match.start() :].strip())]
    number = NUMBER_BESIDE.match(text)
    if number and v.PLACE_DATE.match(number[2]):
        return [(number[1].strip(), number[2].strip())]
    beside = _BODY_BESIDE.match(text)
    if beside and v.PLACE_DATE.match(beside[2]) and not v.NUMBER.match(beside[1]):
        return [(beside[1].strip(), beside[2].strip())]
    match = v.PLACE_DATE.search(text)
    if match and match.start() == 0:
        return [("", text)]
    return []


def _place_left(text: str, piece: Piece, head: Head) -> None:
    head.letterhead.left.append(text)
    if _number(text, piece, head):
        return
    if v.VV.match(text):
        head.vv.append(v.VV.sub("", text))
    elif not v.RULE.match(text):
        head.agency_lines.append((text, piece.bold))


def _place_plain(piece: Piece, head: Head, seen_right: bool) -> bool:  # noqa: PLR0911 - one sign after another
    text, column = piece.text, piece.block.column
    if v.NUMBER.match(text) and len(text) <= MAX_HEAD_LINE:
        head.letterhead.left.append(text)
        return _number(text, piece, head) or True
    if v.VV.match(text):
        head.letterhead.left.append(text)
        head.vv.append(v.VV.sub("", text))
        return True
    if column == 1:
        head.letterhead.right.append(text)
        _date(text, piece, head)
        return True
    if head.vv and (column == 0 or (len(text) < 80 and not text[0].isupper())):
        head.letterhead.left.append(text)
        head.vv.append(text)
        return True
    numbered = head.meta.number is not None or any(v.NUMBER.match(t) for t in head.letterhead.left)
    if column == 0 and numbered and _ABOUT.match(text):
        head.letterhead.left.append(text)
        head.vv.append(text)
        return True
    if column == 0 or (is_caps(text) and len(text) <= MAX_HEAD_LINE and not numbered):
        head.letterhead.left.append(text)
        if not numbered and is_caps(text):
            head.agency_lines.append((text, piece.bold))
        return True
    if len(text) <= _MAX_LOOSE and is_caps(text) and not seen_right and not piece.block.number:
        head.letterhead.left.append(text)  # "DỰ THẢO" and the like, before the right column is seen
        return True
    return False


def _number(text: str, piece: Piece, head: Head) -> bool:
    match = v.NUMBER.match(text)
    if match is None:
        return False
    num, symbol = match["num"], match["symbol"]
    behind = _NUMBER_BEHIND.fullmatch(symbol)
    if not num and behind:  # printed behind the symbol, where its blank was too narrow
        symbol, num = behind.groups()
    symbol = re.sub(r"\s+", "", symbol).replace("–", "-")
    if num and symbol and head.meta.number is None and not piece.doubts(text):
        sep = (match["sep"] or "").replace("–", "-")
        head.meta.number = f"{num}{sep}{symbol}"
    return True


def _date(text: str, piece: Piece, head: Head) -> None:
    match = v.PLACE_DATE.match(text)
    if match is None:
        unread = v.PLACE_UNREAD.match(text) if piece.block.scan else None
        if unread is not None:
            head.meta.place = head.meta.place or unread["place"].strip()
        return
    head.meta.place = head.meta.place or match["place"].strip()
    day, month, year = (match[g] for g in ("day", "month", "year"))
    if not month.strip() and (both := _DAY_AND_MONTH.fullmatch(day)):  # the month stands before its word
        day, month = both.groups()
    day, month, year = (re.sub(r"\s", "", part) for part in (day, month, year))
    if piece.doubts(text[match.start("day") : match.end()]):
        return
    if day.isdigit() and month.isdigit() and year.isdigit() and 1 <= int(day) <= 31 and 1 <= int(month) <= 12:
        head.meta.date = f"{int(year):04d}-{int(month):02d}-{int(day):02d}"


def _finish(head: Head, stamps: list[str]) -> None:
    meta = head.meta
    meta.agency_parent, meta.agency = issuing_body(head.agency_lines)
    if meta.doc_type is None and head.vv:
        meta.doc_type = "CÔNG VĂN"
        meta.sources["doc_type"] = "letterhead_vv"
    if meta.subject is None and head.vv:
        meta.subject = re.sub(r"\s+", " ", " ".join(head.vv)).strip() or None
    fill_from_stamps(meta, stamps)
