"""From a printed number and symbol to the key: `386/KH-VPUBND`, `114-KL/TW`, `01/2021/TT-BNV`.

Repairs (a lost Đ, slash or hyphen; O for 0; a Party number typed in the state way) touch the key only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.citations.doctypes import BY_NAME, CODES
from extract.citations.wordlists import word_set

PARTY_BODIES = frozenset(
    {"TW", "TU", "ĐU", "HU", "QU", "ThU", "THU", "ĐUK", "ĐUB", "ĐUQS", "ĐUCA", "CB", "BTV", "TVTU", "BTVTU"}
)
STATE_BODIES = re.compile(r"(?:CP|TTg|UBND|HĐND|UBTVQH\d+|VPCP|QH\d+)\Z")
_CENTRAL = {"TƯ": "TW", "T.Ư": "TW", "T.W": "TW", "T.U": "TU"}
_GROUPS = {
    "TTG": "TTg",
    "Ttg": "TTg",
    "TTR": "TTr",
    "Ttr": "TTr",
    "CTR": "CTr",
    "QYĐ": "QyĐ",
    "QD": "QĐ",
    "NO": "NQ",
    "HDND": "HĐND",
    "UBNĐ": "UBND",
    "VPUBNĐ": "VPUBND",
    "DU": "ĐU",
}
_LEGISLATURE = re.compile(r"(QH|UBTVQH|HĐND)([0-9OolIS]{1,2})\Z")
_TAIL_DIGITS = re.compile(r"(?:QH|UBTVQH|HĐND|P[A-Z]|PV|C|A|K|X|V|T|Z|BCĐ|TU|ĐUK)\d{1,3}\Z|C[A-Z]*\d\d\Z")
_CODES_BY_LENGTH = tuple(sorted((c for c in CODES if len(c) > 1 and "-" not in c), key=len, reverse=True))
_DIGITS = str.maketrans("OolI|S", "001115")


@dataclass(frozen=True, slots=True)
class Key:
    """What identifies the number: `number` is `num`, separators and `symbol` joined."""

    num: str
    symbol: str
    number: str
    year: int | None
    groups: tuple[str, ...]
    warnings: tuple[str, ...]


def make_key(
    num: str, separator: str, year: str | None, parts: list[tuple[str, str]], type_name: str | None
) -> Key:
    """Key of a printed core; `parts` are (separator before, group), the first separator is ignored.

    `separator` stands between number and symbol ("" when lost), `type_name` is the printed type word's.
    """
    clean_num = repair_number(num)
    clean_year = year.translate(_DIGITS) if year else None
    parts = _split_lost_hyphen([(sep, repair_group(group, type_name)) for sep, group in parts], type_name)
    groups = tuple(group for _, group in parts)
    symbol = groups[0] + "".join(("-" if sep == "." else sep) + group for sep, group in parts[1:])
    party = _is_party(groups)
    warnings: list[str] = []
    if party and len(groups) == 2 and not clean_year:
        if separator == "/" and parts[1][0] != "/":
            warnings.append("party_number_in_state_form")
        separator, symbol = "-", f"{groups[0]}/{groups[1]}"
    elif len(groups) == 2 and groups[0] in CODES and STATE_BODIES.match(groups[1]):
        if separator == "-" and parts[1][0] == "/":
            warnings.append("state_number_in_party_form")
        separator, symbol = "/", f"{groups[0]}-{groups[1]}"
    elif not separator:
        separator = "-" if len(parts) > 1 and parts[1][0] == "/" else "/"
    if clean_year:
        symbol, separator = f"{clean_year}/{symbol}", "/"
    number = f"{clean_num}{separator}{symbol}"
    return Key(
        num=clean_num,
        symbol=symbol,
        number=number,
        year=int(clean_year) if clean_year else None,
        groups=groups,
        warnings=tuple(warnings),
    )


def repair_number(num: str) -> str:
    """`1O6` -> `106`, `l14` -> `114`; a letter at the end (`30c`) stays."""
    tail = num[-1] if num[-1:].isalpha() and num[-1] not in "OolI" else ""
    return num[: len(num) - len(tail)].translate(_DIGITS) + tail


def repair_group(group: str, type_name: str | None) -> str:
    """One group of a symbol with the Đ, the TW or the digits that damage took from it."""
    group = _CENTRAL.get(group, group)
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
    return group


def keeps_digits(group: str) -> bool:
    """Whether digits at the end of `group` belong to it (`QH15`, `PV01`) and are no footnote call."""
    return bool(_TAIL_DIGITS.match(group))


def is_legislature(group: str) -> bool:
    """Whether `group` is a legislature with its number (`QH15`), also with a misread digit (`QHl5`)."""
    return bool(_LEGISLATURE.match(group))


def organ(groups: tuple[str, ...]) -> str:
    """Name the body in a symbol: all after a known type code, else (a Công văn's) the first group."""
    if len(groups) > 1 and groups[0] in CODES:
        return "-".join(groups[1:])
    return groups[0] if groups else ""


def _is_party(groups: tuple[str, ...]) -> bool:
    return (
        len(groups) == 2
        and groups[0] in CODES
        and (groups[1] in PARTY_BODIES or groups[1].endswith(("TW", "TU")))
    )


def _split_lost_hyphen(parts: list[tuple[str, str]], type_name: str | None) -> list[tuple[str, str]]:
    """`QĐUBND` -> `QĐ`, `UBND`: only a code of the printed type, or of a known body, is cut off."""
    first = parts[0][1]
    if first in CODES or len(parts) > 1:
        return parts
    if type_name == "Công văn":
        return _split_letter(first) or parts
    own = BY_NAME[type_name].codes if type_name in BY_NAME else ()
    for code in own or _CODES_BY_LENGTH:
        for spelling in (code, code.replace("Đ", "D")):
            rest = first[len(spelling) :]
            if first.startswith(spelling) and len(rest) > 1 and _may_stand_alone(rest, bool(own)):
                return [("", code), ("-", repair_group(rest, None)), *parts[1:]]
    return parts


def _split_letter(group: str) -> list[tuple[str, str]] | None:
    """Part a Công văn's `SNVCQTN` into `SNV`, `CQTN` by the longest known body; None when none fits."""
    if group in KNOWN_BODIES:
        return None
    for length in range(len(group) - 2, 2, -1):
        if group[:length] in KNOWN_BODIES:
            return [("", group[:length]), ("-", group[length:])]
    return None


def _may_stand_alone(body: str, type_is_printed: bool) -> bool:
    known = body in PARTY_BODIES or bool(STATE_BODIES.match(body)) or body in KNOWN_BODIES
    return known or (type_is_printed and len(body) >= 3)


KNOWN_BODIES = word_set("""
UBND HĐND VPUBND VPCP VPQH BNV BTC BTP BYT BCA BQP BXD BCT BGDĐT BVHTTDL BKHCN BNNMT BTNMT BLĐTBXH
BGTVT BTTTT BKHĐT BNNPTNT BDTTG UBDT TTCP NHNN CTN UBTVQH BTCTW BTGTW BDVTW VPTW UBKTTW SNV STP STC
SCT SXD SYT SGDĐT SNNMT SKHCN SVHTTDL STTTT STNMT SLĐTBXH SKHĐT SGTVT BDT TTT BQLKKT CAT BCH BCHQS
MTTQ UBMTTQ LĐLĐ ĐTN TĐTN HND HLHPN HCCB ĐĐBQH BHXH CTK
""")
