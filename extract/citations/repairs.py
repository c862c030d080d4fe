"""What damage did to numbers and symbols, undone: look-alikes, lost signs, spaces that came in.

Every repair ends in something known (a code, a listed body, a digit); what is not known stays as printed.
Repairs touch the key only.
"""

from __future__ import annotations

import re

from extract.citations.bodies import KNOWN_BODIES, is_known, known_spelling
from extract.citations.doctypes import BY_NAME, CODES

Parts = list[tuple[str, str]]

LOOKALIKES = "OolI|"
"""Signs that a scan shows for 0 and 1. S and B stand for 5 and 8 only between digits."""
NUMBER = rf"(?:[\d{LOOKALIKES}]|(?<=[\dOol])S(?=[\dOol/-])|(?<=[\dOol])B(?=[\dOol]))"
"""One digit of a number, as a pattern."""
STROKES = "lI|"
"""Signs that may also stand for a slash."""
_DIGITS = str.maketrans("OolI|SB", "0011158")
_GROUPS = {
    "TƯ": "TW", "T.Ư": "TW", "T.W": "TW", "T.U": "TU", "TVV": "TW", "Tw": "TW",
    "TTG": "TTg", "Ttg": "TTg", "TTq": "TTg", "TTR": "TTr", "Ttr": "TTr", "CTR": "CTr", "Ctr": "CTr",
    "QYĐ": "QyĐ", "QD": "QĐ", "NO": "NQ", "UBNĐ": "UBND", "VPUBNĐ": "VPUBND",
}  # fmt: skip
_FIRST = {"ND": "NĐ", "CD": "CĐ"}
_LEGISLATURE = re.compile(r"(QH|UBTVQH|HĐND)([0-9OolIS]{1,2})\Z")
_CODES_BY_LENGTH = tuple(sorted((c for c in CODES if len(c) > 1 and "-" not in c), key=len, reverse=True))
_FRAGMENT = re.compile(r"\s([A-ZĐƯ]{1,8}g?|Tr|[gr])(?![^\W_])")
_LOST_SIGN = re.compile(
    r"\s(?P<token>[A-ZĐƯ]{2,9}g?)(?![^\W_])(?!\s+(?:tỉnh|huyện|xã|phường|thị|thành|đặc|quận|các|đã|và)\s)"
)
_LEGISLATURE_NUMBER = re.compile(r"\s([0-9OlI]{2})(?=\s*(?:[,;.)\n]|\Z|ngày|của|về))")
_MAX_FRAGMENTS = 4
_SHORTEST_UNKNOWN = 3


def repair_number(num: str) -> str:
    """`1O6` -> `106`, `l14` -> `114`, `1S1` -> `151`, `1 1` -> `11`; a letter at the end (`30c`) stays."""
    num = "".join(num.split()).replace(".", "")
    tail = num[-1] if num[-1:].isalpha() and num[-1] not in "OolIS" else ""
    return num[: len(num) - len(tail)].translate(_DIGITS) + tail


def repair_group(group: str, type_name: str | None) -> str:
    """One group of a symbol with the Đ, the TW or the digits that damage took from it."""
    if group in CODES and (type_name is None or type_name in CODES[group]):
        return group
    group = _GROUPS.get(group, group)
    legislature = _LEGISLATURE.match(group)
    if legislature:
        return legislature[1] + legislature[2].translate(_DIGITS)
    for code in BY_NAME[type_name].codes if type_name in BY_NAME else ():
        if group not in CODES and code.replace("Đ", "D").upper() == group.upper():
            return code
        if code.replace("Đ", "D") == group and code != group:
            return code
    return group if group in CODES else known_spelling(group) or group


def is_code(group: str) -> bool:
    """Whether `group` is a code, also as damage leaves it (`QD`)."""
    return _GROUPS.get(group, group) in CODES


def written(group: str) -> str:
    """`group` in the letters it is usually written in: `ttg` -> `TTg`, `ubnd` -> `UBND`."""
    return _GROUPS.get(group.upper(), group.upper())


def repair_code(group: str) -> str:
    """First group of a symbol whose type word is not printed: `ND-CP`, `CD-TTg`."""
    return _FIRST.get(group, group)


def is_legislature(group: str) -> bool:
    """Whether `group` is a legislature with its number (`QH15`), also with a misread digit (`QHl5`)."""
    return bool(_LEGISLATURE.match(group))


def whole_group(text: str, end: int, group: str, *, first: bool) -> tuple[int, str]:
    """(end, group) with what a stray space cut off (`N Q`, `U BND`, `T W`): only a known word is made of it.

    end: where the printed `group` ends in `text`. first: it stands where the code does; elsewhere a letter
    alone is no body, and takes what follows also where that makes no listed one.
    """
    number = _LEGISLATURE_NUMBER.match(text, end) if group in ("QH", "UBTVQH") else None
    if number is not None:
        return number.end(), group + number[1]
    joined, at = group, end
    for _ in range(_MAX_FRAGMENTS):
        piece = _FRAGMENT.match(text, at)
        if piece is None or (piece[1] not in "gr" and _is_word(joined)):
            break
        if len(joined) > 1 and len(piece[1]) > 1:
            break
        joined, at = joined + piece[1], piece.end()
        if _is_word(joined):
            return at, joined
    piece = None if first or len(group) > 1 else _FRAGMENT.match(text, end)
    return (piece.end(), group + piece[1]) if piece and not is_known(piece[1]) else (end, group)


def _is_word(group: str) -> bool:
    group = _GROUPS.get(group, group)
    return group in CODES or is_known(known_spelling(group) or group)


def after_lost_sign(text: str, end: int, code: str) -> re.Match[str] | None:
    """Match the body that follows a code across a space where the hyphen was (`25/NQ HĐND`).

    A body that its place follows ("25/QĐ UBND tỉnh …") is a word of the sentence and stays out.
    """
    found = _LOST_SIGN.match(text, end) if is_code(code) else None
    if found is None:
        return None
    body = known_spelling(found["token"]) or repair_group(found["token"], None)
    return found if is_known(body) else None


def split_run_on(parts: Parts, type_name: str | None) -> Parts:
    """`QĐUBND` -> `QĐ`, `UBND`: only a code of the printed type, or of a known body, is cut off."""
    first = parts[0][1]
    if first in CODES or len(parts) > 1:
        return parts
    if type_name == "Công văn":
        return _split_letter(first) or parts
    own = BY_NAME[type_name].codes if type_name in BY_NAME else ()
    codes = sorted(own, key=len, reverse=True) or _CODES_BY_LENGTH
    for fits in (is_known, _is_long) if own else (is_known,):
        for code in codes:
            for spelling in (code, code.replace("Đ", "D")):
                rest = repair_group(first[len(spelling) :], None)
                if first.startswith(spelling) and len(rest) > 1 and fits(rest):
                    return [("", code), ("-", rest), *parts[1:]]
    return parts


def _is_long(body: str) -> bool:
    return len(body) >= _SHORTEST_UNKNOWN


def _split_letter(group: str) -> Parts | None:
    """Part a Công văn's `SNVCQTN` into `SNV`, `CQTN` by the longest known body; None when none fits."""
    if group in KNOWN_BODIES:
        return None
    for length in range(len(group) - 2, 2, -1):
        if group[:length] in KNOWN_BODIES:
            return [("", group[:length]), ("-", group[length:])]
    return None
