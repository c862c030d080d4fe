"""Finds number-symbol cores (`386/KH-VPUBND`) in one linear scan over the digits of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.citations.doctypes import CODES
from extract.citations.symbols import is_legislature, keeps_digits

DIGITS = re.compile(r"\d++")
_U = "A-ZĐƯ"
_TOKEN = rf"(?:T\.[ƯWU]|[{_U}][{_U}a-zđ0-9]*+)(?![^\W_¹²³⁰-⁹])(?:\s?&\s?[{_U}][{_U}0-9]*+(?![^\W_¹²³⁰-⁹]))*"
_HEAD = re.compile(
    r"(?P<num>[\dOolI|]{1,6}+(?:[a-zđ](?![a-zđ])|[A-HĐ](?=\s?[/\-]))?)"
    r"(?P<gap>\s{0,2})(?P<sep>[/\-]{0,2})\s{0,2}"
    r"(?:(?P<year>(?:19|20)[\dOo]{2})(?:\s?/\s?|[-.]|(?=[A-ZĐ])))?"
    rf"(?P<token>{_TOKEN})"
)
_TAIL = re.compile(rf"(?P<gap>\s{{0,2}})(?P<sep>[/\-.])(?P<gap2>\s{{0,2}})(?P<token>{_TOKEN}|nb\b)")
_MIXED = re.compile(
    rf"[{_U}]{{2,}}[a-z]{{1,2}}[{_U}]*\Z|[{_U}]{{2,}}v[{_U}]+\Z|Qy[{_U}]+\Z|Ttr\Z|Ttg\Z|ThU\Z|Tr\Z"
)
_DATE_NEXT = re.compile(r",?\s+ngày\b")
_TRAILING = re.compile(r"\d+\Z")
_NB = "nb"
_CHAIR = "CT"  # QĐ-CT.UBND: the Chairman's own decision
_MAX_GROUPS = 5


@dataclass(frozen=True, slots=True)
class Core:
    """A printed number with its symbol; offsets in the folded text, `parts` as (separator, group)."""

    start: int
    end: int
    num: str
    separator: str
    year: str | None
    parts: tuple[tuple[str, str], ...]
    spaced: bool

    @property
    def strong(self) -> bool:
        """Strong enough to be a citation without the word số or a type: a known code and a body, or QH15."""
        first = self.parts[0][1]
        return bool(self.separator) and (
            (len(self.parts) > 1 and first in CODES) or bool(self.year and first.startswith("QH"))
        )


def read_core(text: str, digits_start: int) -> Core | None:
    """Core whose number holds the digit at `digits_start`; None when none stands there."""
    start = digits_start
    while start and text[start - 1] in "OolI|" and digits_start - start < 3:
        start -= 1
    if start < digits_start and start and (text[start - 1].isalnum() or text[start - 1] in "./"):
        start = digits_start
    match = _HEAD.match(text, start)
    if match is None:
        return None
    token = _valid_token(match["token"])
    if token is None:
        return None
    separator = match["sep"][:1]
    lost = not separator
    end = match.start("token") + len(token[0])
    parts = [("", token[1])]
    wide = match["sep"] == "/" and text[match.end("sep")].isspace() and bool(match["gap"])
    end = _read_tail(text, end, parts, len(token[0]) == len(match["token"]), wide)
    if lost and (match["gap"] and not (parts[0][1] in CODES and len(parts) > 1)):
        return None
    spaced = bool(match["gap"]) and separator == "-"
    if spaced and not (parts[0][1] in CODES and len(parts) > 1):
        return None
    return Core(start, end, match["num"], separator, match["year"], tuple(parts), lost or spaced)


def _read_tail(text: str, end: int, parts: list[tuple[str, str]], whole: bool, wide: bool) -> int:
    """Append the further groups to `parts`; returns where the symbol ends.

    `whole`: the group before was taken whole. `wide`: the writer sets spaces round his separators.
    """
    while whole and len(parts) < _MAX_GROUPS:
        match = _TAIL.match(text, end)
        if match is None or not _goes_on(text, match, parts, wide):
            break
        printed = match["token"]
        token = (printed, printed) if printed == _NB else _valid_token(printed)
        if token is None:
            break
        parts.append((match["sep"], token[1]))
        end = match.start("token") + len(token[0])
        whole = len(token[0]) == len(match["token"])
    return end


def _goes_on(text: str, match: re.Match[str], parts: list[tuple[str, str]], wide: bool) -> bool:
    """Whether the group in `match` still belongs to the symbol: spaces and dots may begin something else."""
    complete = len(parts) > 1 or parts[0][1] not in CODES
    if match["sep"] == ".":
        return not (match["gap"] or match["gap2"] or (complete and parts[-1][1] != _CHAIR))
    if not complete or not match["gap2"]:
        return True
    if match["sep"] == "/":
        return False
    return not match["gap"] or wide or "&" in match["token"] or bool(_DATE_NEXT.match(text, match.end()))


def _valid_token(printed: str) -> tuple[str, str] | None:
    """Return (printed part that belongs to the symbol, the group): cut a footnote call, refuse a word."""
    group = "".join(printed.split())
    if is_legislature(group):
        return printed, group
    digits = _TRAILING.search(group)
    if digits and not keeps_digits(group):
        call = _TRAILING.search(printed)
        printed = printed[: call.start()] if call else printed
        group = group[: digits.start()]
    if not group or (group.upper() != group and not _MIXED.match(group)):
        return None
    return printed, group
