"""The printed lines at the top of a document, and the values read from them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from extract.blocks import Block
from extract.model import Letterhead, Meta
from extract.structure import vocabulary as v
from extract.structure.doctype import doc_type
from extract.structure.types import BOLD

REACH = 60
"""Lines looked at from the top; a letterhead of two columns has fewer than twenty."""
MAX_HEAD_LINE = 110
_STAR = re.compile(r"^\*+\s*(?=S[ốỐ])")
"""Party letterheads print a star between the body's name and the number; a reader may join them."""
_SYMBOL_CUT = re.compile(r"S[ốỐ]\s*:?\s*[\d.…_ ]*[/-][A-ZĐƯÂ0-9&/-]*[/&-]$")
_SYMBOL_REST = re.compile(r"[A-ZĐƯÂ0-9&/-]{2,}$")
"""A number broken over two lines of a narrow column after a hyphen or a slash."""

_STAMPED = re.compile(r"\d{1,5}")


@dataclass(slots=True)
class Piece:
    """One printed line of the head."""

    text: str
    block: Block
    index: int

    def doubts(self, text: str) -> bool:
        """Whether recognition was unsure of a word of `text` (handwriting, a stamp over print)."""
        words = text.split()
        return any(word in words for word in self.block.unsure)

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


def pieces_of(blocks: list[Block]) -> list[Piece]:
    """Return the first printed lines of the document, up to the first table; joined rows are cut again."""
    out: list[Piece] = []
    above = True
    for index, block in enumerate(blocks):
        if block.kind == "table" or len(out) > REACH:
            break
        texts = block.text.split("\n")
        for text in texts:
            text = _STAR.sub("", text.strip())  # noqa: PLW2901
            above = above and not (doc_type(text) or v.KINH_GUI.match(text))
            parts = _unjoin(text) if above and len(text) <= 2 * MAX_HEAD_LINE else [text]
            out.extend(Piece(part, block, index) for part in parts)
    return _fill_blanks(_rejoin(out))


def _fill_blanks(pieces: list[Piece]) -> list[Piece]:
    """Put the number and the day a signing program printed beside or above their blanks into the blanks."""
    out = list(pieces)
    for piece in pieces:
        if not _STAMPED.fullmatch(piece.text) or piece.block.scan:
            continue
        at = out.index(piece)
        for other in [*out[at + 1 : at + 2], *out[max(at - 1, 0) : at]]:
            place = _blank(other.text, piece.text)
            if place is not None and piece.block.column in (None, other.block.column):
                begin = other.text[:place].rstrip()
                other.text = f"{begin} {piece.text} {other.text[place:].lstrip()}"
                out.pop(at)
                break
    return out


def _blank(text: str, digits: str) -> int | None:
    """Offset of the one blank of a number or a date that `digits` can fill, else None."""
    number = v.NUMBER.match(text)
    if number:
        empty = not number["num"] and not number["gap"].strip() and number["sep"] and number["symbol"].strip()
        return number.start("sep") if empty else None
    date = v.PLACE_DATE.match(text)
    if date is None or len(digits) > 2:
        return None
    blanks = [name for name in ("day", "month", "year") if not date[name].strip()]
    if blanks == ["day"] and 1 <= int(digits) <= 31:
        return date.start("day")
    if blanks == ["month"] and 1 <= int(digits) <= 12:
        return date.start("month")
    return None


def _rejoin(pieces: list[Piece]) -> list[Piece]:
    """Join Quốc hiệu and the date where a narrow column broke them over two lines."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        same = last is not None and piece.block.column is not None and last.block.column == piece.block.column
        if last is not None and same and _SYMBOL_CUT.match(last.text) and _SYMBOL_REST.match(piece.text):
            last.text += piece.text
        elif last is not None and same and _broken(last.text, piece.text):
            last.text = f"{last.text} {piece.text}"
        else:
            out.append(piece)
    return out


def _broken(before: str, after: str) -> bool:
    both = f"{before} {after}"
    if len(both) > MAX_HEAD_LINE:
        return False
    if v.QUOC_HIEU.fullmatch(both) and both.upper().endswith("NAM"):
        return not v.QUOC_HIEU.fullmatch(before) or not before.upper().endswith("NAM")
    if v.TIEU_NGU.fullmatch(both):
        return True
    if "ngày" not in before:
        return False
    whole, part = v.PLACE_DATE.fullmatch(both), v.PLACE_DATE.fullmatch(before)
    return whole is not None and whole["year"].isdigit() and not (part and part["year"].isdigit())


def _unjoin(text: str) -> list[str]:
    """Cut where a reader joined printed lines of the letterhead, before what can only begin a line."""
    cuts = {m.start() for pattern in (v.QUOC_HIEU, v.TIEU_NGU) for m in pattern.finditer(text)}
    cuts |= {m.end() for pattern in (v.QUOC_HIEU, v.TIEU_NGU) for m in pattern.finditer(text)}
    cuts |= {m.start() for m in re.finditer(r"(?<=\s)(?:V/v\s|S[ốỐ]\s*:\s*[\d.…_ ]*[/-]\s*[A-ZĐ])", text)}
    edges = [0, *sorted(cuts), len(text)]
    return [part for a, b in pairwise(edges) if (part := text[a:b].strip())] or [text]
