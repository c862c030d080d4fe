"""Digital-signature stamps ("Ký bởi: …", "Thời gian ký: …") lifted out of the page."""

from __future__ import annotations

import re
from typing import Final

from extract.pdf.lines import Line
from extract.pdf.page import Page

_START: Final = re.compile(
    r"(?:Người ký|Ký bởi|Ký số bởi|Được ký bởi|Ký điện tử bởi|Đã ký bởi|Thời gian ký|Ngày ký|Ký ngày)\s*:"
    r"|Signed by\s*:?|Digitally signed by|Signature (?:Not Verified|valid)|Chữ ký (?:số|không)",
    re.I,
)
_PART: Final = re.compile(
    r"\b(?:Người ký|Ký bởi|Ký số bởi|Được ký bởi|Thời gian ký|Ngày ký|Ký ngày|E-?mail|Cơ quan|Đơn vị|Tổ chức"
    r"|Chức vụ|Chức danh|Lý do|Nơi ký|Địa chỉ|Số serial|Serial|Date|Reason|Location|Signed by"
    r"|DN|CN|O|OU|C)\s*[:=]"
    r"|[+-]\d{2}[:'’]\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[ ,]+\d{1,2}:\d{2}|\d{1,2}:\d{2}:\d{2}|\S+@\S+\.\S+",
    re.I,
)
_SURE: Final = re.compile(r"Ký bởi|Ký số bởi|Được ký bởi|Ký điện tử bởi|Digitally|Signature", re.I)
_TIME: Final = re.compile(r"\d{1,2}:\d{2}")
_MAX_SIZE: Final = 12.0
_LEADING: Final = 2.0
"""Ems from one line of a stamp to the next."""


def lift_stamps(page: Page) -> list[str]:
    """Take the stamps out of a page's rows; returns each as its lines joined by newlines."""
    pieces = [line for row in page.rows for line in row]
    stamps: list[list[Line]] = []
    taken: set[int] = set()
    for index, piece in enumerate(pieces):
        if id(piece) in taken or piece.size > _MAX_SIZE or not _START.match(piece.text):
            continue
        stamp = _grow(piece, pieces[index + 1 :], taken)
        if len(stamp) < 2 and not _SURE.match(piece.text) and not _TIME.search(piece.text):
            continue  # a line of a form ("Người ký: …"), not a stamp
        taken.update(id(line) for line in stamp)
        stamps.append(stamp)
    if stamps:
        rows = ([line for line in row if id(line) not in taken] for row in page.rows)
        page.rows = [row for row in rows if row]
    return ["\n".join(line.text for line in stamp) for stamp in stamps]


def _grow(start: Line, following: list[Line], taken: set[int]) -> list[Line]:
    """Lines below `start` that belong to its stamp: same column, close, small, of its wording.

    A wrapped value (a long agency name) is taken when another part of the stamp follows it.
    """
    stamp, waiting = [start], list[Line]()
    for piece in following:
        last = waiting[-1] if waiting else stamp[-1]
        if piece.base - last.base > _LEADING * start.size:
            break
        beside = piece.x0 > start.x1 + start.size or piece.x1 < start.x0 - start.size
        if beside or id(piece) in taken or piece.size > start.size + 0.6:
            continue
        if _PART.search(piece.text):
            stamp += [*waiting, piece]
            waiting = []
        elif len(waiting) < 2 and abs(piece.x0 - start.x0) < 2 * start.size:
            waiting.append(piece)
        else:
            break
    return stamp
