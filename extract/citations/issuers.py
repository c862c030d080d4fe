"""Reads the issuing body printed after a number or a date, to its true end."""

from __future__ import annotations

import re

from extract.citations.doctypes import bare
from extract.citations.names import read_name
from extract.citations.orgs import INTRODUCED_WITHOUT_OF, ISSUER_OF_BODY

_OF = re.compile(r"(?:\s*[.'_~*|](?=\s+[cd]))?\s*,?\s*(?P<word>[cC][uủùúũ][aả]|CỦA|do|giữa)\s+")
_ISSUED = re.compile(r"\s+ban\s+hành")
_SPACE = re.compile(r"\s*,?\s*")
_ALIAS = re.compile(
    r"(?:\s*\((?:sau đây |gọi tắt |viết tắt )?[^()]{2,40}\)"
    r"|,\s+(?:nhiệm kỳ\s+\d{4}\s?-\s?\d{4}|kỳ họp\s+(?:lần\s+)?thứ\s+\w+|(?:khóa|khoá)\s+[IVX]+)){1,3}"
    r"(?=,?\s+(?:về|ban hành|V/v|phê duyệt|quy định)\s)"
)
_CLOSED = re.compile(r"\s*(?:[;.,:)(“\"\n]|\Z|(?:về|ngày|V/v|và|khóa|khoá)\s)")
_NEEDED = {body: tuple(bare(part) for part in parts) for body, parts in ISSUER_OF_BODY.items()}
"""What a printed issuer must hold, by the body in the symbol; without marks, because OCR loses them."""
_OWN = {"so": "S", "bo": "B", "van phong": "VP"}
"""What a body calls itself ("của Sở") -> how the symbols of such bodies begin."""


def read_issuer(text: str, at: int, limit: int, *, joint: bool = False) -> tuple[int, int, int] | None:
    """(start, end, where reading goes on) of the issuer after "của", "do … ban hành" or "giữa … với".

    `joint`: the document is a joint one, so "A và B" are both its issuers.
    """
    match = _OF.match(text, at, limit)
    if match is None:
        return _without_of(text, at, limit)
    between = match["word"] == "giữa"
    start = match.end()
    end = read_name(text, start, limit, joint=joint or between)
    if end is None:
        return None
    if match["word"] == "do":
        issued = _ISSUED.match(text, end, limit)
        return (start, end, issued.end()) if issued else None
    alias = _ALIAS.match(text, end, limit)
    return start, end, alias.end() if alias else end


def _without_of(text: str, at: int, limit: int) -> tuple[int, int, int] | None:
    space = _SPACE.match(text, at, limit)
    start = space.end() if space else at
    if start == at or not text.startswith(INTRODUCED_WITHOUT_OF, start, limit):
        return None
    end = read_name(text, start, limit)
    if end is None or ("," in text[at:start] and not _CLOSED.match(text, end)):
        return None  # after a comma and with a verb behind it, the body begins the next clause
    return start, end, end


def contradicts(issuer: str, body: str) -> bool:
    """Whether `issuer` cannot be the body named in the symbol (it then belongs to another noun)."""
    needed = _NEEDED.get(body)
    if needed is None:
        return False
    plain = bare(issuer)
    own = _OWN.get(plain)
    return not (own and body.startswith(own)) and not any(part in plain for part in needed)
