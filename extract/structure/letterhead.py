"""The head of a document (Nghị định 30/2020, Phụ lục I, ô 1–5 and 9a): which blocks, which lines, which values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.blocks import Block
from extract.errors import SecretDocument
from extract.model import Letterhead, Meta
from extract.structure import markers
from extract.structure import vocabulary as v
from extract.structure.agency import issuing_body
from extract.structure.letters import LOWER, UPPER
from extract.structure.lines import BOLD
from extract.structure.wording import is_caps, without_marks

_REACH = 60
"""Lines looked at from the top; a letterhead of two columns has fewer than twenty."""
_MAX_HEAD_LINE = 110
_MAX_SUBJECT = 700
_MAX_MARK = 60
"""A secrecy mark stands alone on its line."""
_NUMBER_BESIDE = re.compile(rf"(S[ốỐ]\s*:?\s*[\d.…_ ]*[/\-–]?\s*[A-ZĐ0-9&/\-–.ƯƠÂ]*)\s+(?=[{UPPER}])(.*)$")
_BODY_BESIDE = re.compile(rf"([^{LOWER}]{{6,}}?)\s+([{UPPER}][{LOWER}].*)$")
"""Left column (number, or a body's name in capitals) and place with date, printed on one row."""
_STAR = re.compile(r"^\*+\s*(?=S[ốỐ])")
"""Party letterheads print a star between the body's name and the number; a reader may join them."""


@dataclass(slots=True)
class Piece:
    """One printed line of the head."""

    text: str
    block: Block
    index: int

    @property
    def bold(self) -> bool:
        """Set in bold (judged on the whole block)."""
        return self.block.bold >= BOLD


@dataclass(slots=True)
class Head:
    """Result: values, the printed columns, and the first block of the body."""

    meta: Meta = field(default_factory=Meta)
    letterhead: Letterhead = field(default_factory=Letterhead)
    body: int = 0
    roles: dict[int, str] = field(default_factory=dict)
    """Block index -> Vietnamese role, for `--explain`."""
    agency_lines: list[tuple[str, bool]] = field(default_factory=list)
    vv: list[str] = field(default_factory=list)


def check_secrecy(blocks: list[Block], stamps: list[str]) -> None:
    """Raise SecretDocument when the top of the document or a stamp bears a secrecy mark."""
    for piece in _pieces(blocks):
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
    pieces = _pieces(blocks)
    evidence = any(_is_evidence(p.text) for p in pieces)
    pos = _letterhead(pieces, head, evidence)
    pos = _type_and_subject(pieces, pos, head)
    pos = _addressees(pieces, pos, head)
    head.body = pieces[pos].index if pos < len(pieces) else (pieces[-1].index + 1 if pieces else 0)
    _finish(head, stamps)
    return head


def _pieces(blocks: list[Block]) -> list[Piece]:
    out: list[Piece] = []
    above = True
    for index, block in enumerate(blocks):
        if block.kind == "table" or len(out) > _REACH:
            break
        texts = block.text.split("\n")
        for text in texts:
            text = _STAR.sub("", text.strip())  # noqa: PLW2901
            above = above and not (doc_type(text) or v.KINH_GUI.match(text))
            parts = _unjoin(text) if above and len(text) <= 2 * _MAX_HEAD_LINE else [text]
            out.extend(Piece(part, block, index) for part in parts)
    return out


def _unjoin(text: str) -> list[str]:
    """Cut a line in which a reader joined printed lines of the letterhead, before what can only begin a line."""
    cuts = {m.start() for pattern in (v.QUOC_HIEU, v.TIEU_NGU) for m in pattern.finditer(text)}
    cuts |= {m.end() for pattern in (v.QUOC_HIEU, v.TIEU_NGU) for m in pattern.finditer(text)}
    cuts |= {m.start() for m in re.finditer(r"(?<=\s)(?:V/v\s|S[ốỐ]\s*:\s*[\d.…_ ]*[/-]\s*[A-ZĐ])", text)}
    edges = [0, *sorted(cuts), len(text)]
    return [part for a, b in zip(edges, edges[1:], strict=False) if (part := text[a:b].strip())] or [text]


def _is_evidence(text: str) -> bool:
    if len(text) > 2 * _MAX_HEAD_LINE:
        return False
    beside = _NUMBER_BESIDE.match(text)
    if beside and v.PLACE_DATE.match(beside[2]):
        return True
    return bool(
        v.QUOC_HIEU.search(text) or v.TIEU_NGU.search(text) or v.PARTY.search(text)
        or (v.NUMBER.match(text) and ("/" in text or "-" in text)) or v.PLACE_DATE.fullmatch(text)
    )  # fmt: skip


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
        if column is None and (doc_type(text) or v.KINH_GUI.match(text)):
            return pos
        if column is None and piece.block.scan and misread_type(text):
            return pos
        if columns and column is None and text and not _is_evidence(text) and not v.VV.match(text):
            if not v.URGENCY.match(text.strip(" .*[]()")):
                return pos
        if not evidence and column is None:
            if not _later_type(pieces, pos):
                return pos
            head.roles[piece.index] = "dòng ở phần đầu văn bản"
            head.letterhead.left.append(text)
            continue
        if not _place(piece, head, seen_right):
            return pos
        seen_right = seen_right or bool(head.letterhead.right)
        head.roles[piece.index] = "phần đầu văn bản (tên cơ quan, Quốc hiệu, số, ngày)"
    return len(pieces)


def _later_type(pieces: list[Piece], pos: int) -> bool:
    """Without any letterhead sign, short lines before a type line are still the top ("DỰ THẢO")."""
    for piece in pieces[pos : pos + 4]:
        if doc_type(piece.text):
            return True
        if len(piece.text) > _MAX_HEAD_LINE or markers.parse(piece.text):
            return False
    return False


def _place(piece: Piece, head: Head, seen_right: bool) -> bool:
    """Put one line into the columns; False when it belongs to the body."""
    text = piece.text
    if len(text) > 2 * _MAX_HEAD_LINE and piece.block.column is None:
        return False
    if (urgent := v.URGENCY.match(text.strip(" .*[]()"))) is not None:
        head.meta.urgency = urgent[1]
        return True
    for left, right in _cuts(text):
        if left:
            _place_left(left, piece, head)
        head.letterhead.right.append(right)
        _date(right, head)
        return True
    return _place_plain(piece, head, seen_right)


def _cuts(text: str) -> list[tuple[str, str]]:
    """Cut a line in which both columns were merged, at what can only stand on the right."""
    for pattern in (v.QUOC_HIEU, v.TIEU_NGU, v.PARTY):
        match = pattern.search(text)
        if match:
            return [(text[: match.start()].strip(), text[match.start() :].strip())]
    number = _NUMBER_BESIDE.match(text)
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
    if _number(text, head):
        return
    if v.VV.match(text):
        head.vv.append(v.VV.sub("", text))
    elif not v.RULE.match(text):
        head.agency_lines.append((text, piece.bold))


def _place_plain(piece: Piece, head: Head, seen_right: bool) -> bool:
    text, column = piece.text, piece.block.column
    if v.NUMBER.match(text) and len(text) <= _MAX_HEAD_LINE:
        head.letterhead.left.append(text)
        return _number(text, head) or True
    if v.VV.match(text):
        head.letterhead.left.append(text)
        head.vv.append(v.VV.sub("", text))
        return True
    if column == 1:
        head.letterhead.right.append(text)
        _date(text, head)
        return True
    if head.vv and (column == 0 or (len(text) < 80 and not text[0].isupper())):
        head.letterhead.left.append(text)
        head.vv.append(text)
        return True
    numbered = head.meta.number is not None or any(v.NUMBER.match(t) for t in head.letterhead.left)
    if column == 0 or (is_caps(text) and len(text) <= _MAX_HEAD_LINE and not numbered):
        head.letterhead.left.append(text)
        if not numbered and is_caps(text):
            head.agency_lines.append((text, piece.bold))
        return True
    return len(text) <= 40 and is_caps(text) and not seen_right


def _number(text: str, head: Head) -> bool:
    match = v.NUMBER.match(text)
    if match is None:
        return False
    symbol = re.sub(r"\s+", "", match["symbol"]).replace("–", "-")
    if match["num"] and symbol and head.meta.number is None:
        sep = (match["sep"] or "").replace("–", "-")
        head.meta.number = f"{match['num']}{sep}{symbol}"
    return True


def _date(text: str, head: Head) -> None:
    match = v.PLACE_DATE.match(text)
    if match is None:
        return
    head.meta.place = head.meta.place or match["place"].strip()
    day, month, year = (re.sub(r"\s", "", match[g]) for g in ("day", "month", "year"))
    if day.isdigit() and month.isdigit() and year.isdigit() and 1 <= int(day) <= 31 and 1 <= int(month) <= 12:
        head.meta.date = f"{int(year):04d}-{int(month):02d}-{int(day):02d}"


def doc_type(text: str) -> tuple[str, str] | None:
    """(type as printed, rest of the line) when the line is the type of the document, else None."""
    clean = re.sub(r"\s+", " ", text).strip()
    folded = _fold(clean)
    best = ""
    for name in v.DOC_TYPES:
        if folded.startswith(_fold(name)) and len(name) > len(best):
            best = name
    if not best:
        return None
    printed, rest = clean[: len(best)], clean[len(best) :]
    if not rest.strip(" .:*"):
        return (printed, "") if printed[:1].isupper() else None
    if printed.isupper() and rest[0] in " :" and is_caps(clean) and len(clean) < 300:
        return printed, rest.strip(" :")
    return None


def misread_type(text: str) -> str | None:
    """Type whose letters a scan gave without the right marks ("KÉ HOẠCH"), else None."""
    bare = without_marks(re.sub(r"\s+", " ", text).strip(" .:*"))
    return next((name for name in v.DOC_TYPES if bare.isupper() and bare == without_marks(name)), None)


def _fold(text: str) -> str:
    """Upper case, tone placement evened out: HÒA = HOÀ, ỦY = UỶ (both are right)."""
    pairs = {
        "OÀ": "ÒA",
        "OÁ": "ÓA",
        "OẢ": "ỎA",
        "OÃ": "ÕA",
        "OẠ": "ỌA",
        "UỶ": "ỦY",
        "UÝ": "ÚY",
        "UỲ": "ÙY",
        "UỸ": "ŨY",
        "UỴ": "ỤY",
    }
    text = text.upper()
    for old, new in pairs.items():
        text = text.replace(old, new)
    return text


def _type_and_subject(pieces: list[Piece], pos: int, head: Head) -> int:
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


def _is_subject(piece: Piece, type_piece: Piece, parts: list[str]) -> bool:
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
    if re.match(r"(?:Căn cứ|Thực hiện|Xét|Theo đề nghị)\b", text) and not block.align == "center":
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


def _addressees(pieces: list[Piece], pos: int, head: Head) -> int:
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


def _finish(head: Head, stamps: list[str]) -> None:
    meta = head.meta
    meta.agency_parent, meta.agency = issuing_body(head.agency_lines)
    if meta.doc_type is None and head.vv:
        meta.doc_type = "CÔNG VĂN"
        meta.sources["doc_type"] = "letterhead_vv"
    if meta.subject is None and head.vv:
        meta.subject = re.sub(r"\s+", " ", " ".join(head.vv)).strip() or None
    _from_stamps(meta, stamps)


_STAMP_NUMBER = re.compile(r"\bS[ốỐ]\s*:?\s*(\d{1,5}[a-zđ]?\s*[/-]\s*[A-ZĐ0-9&/\-–.]+)")
_STAMP_DATE = re.compile(
    r"\bngày\s*(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})", re.IGNORECASE
)


def _from_stamps(meta: Meta, stamps: list[str]) -> None:
    """A registration stamp may hold the only number and date; what comes from it says so."""
    text = "\n".join(stamps)
    if meta.number is None and (match := _STAMP_NUMBER.search(text)):
        meta.number = re.sub(r"\s", "", match[1])
        meta.sources["number"] = "stamp"
    if meta.date is None and (found := _STAMP_DATE.search(text)):
        day, month, year = (int(g) for g in found.groups())
        if 1 <= day <= 31 and 1 <= month <= 12:
            meta.date = f"{year:04d}-{month:02d}-{day:02d}"
            meta.sources["date"] = "stamp"
