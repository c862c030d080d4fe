"""Finds number-symbol cores (`386/KH-VPUBND`) in one linear scan over the digits of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge

from extract.citations.bodies import is_known
from extract.citations.doctypes import CODES
from extract.citations.repairs import (
    LOOKALIKES,
    NUMBER,
    STROKES,
    after_lost_sign,
    is_code,
    is_legislature,
    whole_group,
    written,
)
from extract.citations.symbols import keeps_digits

_U = "A-ZĐƯ"
_DIGITS = re.compile(r"\d++")
_LETTERS = re.compile(rf"số [{LOOKALIKES}]{{1,3}}+(?=\s?[/\-]\s?[{_U}]{{2}})")
_RUN_ON = r"(?=ng[àaảáạ]y\s?\d|của\s|về\s)"
_TOKEN = (
    rf"(?:T\.[ƯWU]|[{_U}]{{2,9}}g?{_RUN_ON}|[{_U}][{_U}a-zđ0-9]*+(?![^\W_¹²³⁰-⁹]))"
    rf"(?:\s?&\s?(?![{_U}]{{2,4}}\s+\d)[{_U}][{_U}0-9]*+(?![^\W_¹²³⁰-⁹]))*"
)
_YEAR = rf"(?:19|2[0Oo])\s?[\d{LOOKALIKES}]{{2}}"
_SIGN_AND_TOKEN = (
    rf"(?P<gap>\s{{0,2}})(?P<sep>[/\-]{{0,2}}|[.,](?={_YEAR}\s?/))\s{{0,2}}"
    rf"(?:(?P<year>{_YEAR})(?:\s?/\s?|[-.]|[{STROKES}](?=[{_U}]{{2}})|\s(?=[{_U}]{{2,5}}-)|(?=[{_U}])))?"
    rf"(?P<token>{_TOKEN})"
)
_HEAD = re.compile(rf"(?P<num>{NUMBER}{{1,6}}+(?:[a-zđ](?![a-zđ])|bis|[A-HĐ](?=\s?[/\-]))?){_SIGN_AND_TOKEN}")
_SPLIT_HEAD = re.compile(rf"(?P<num>\d{{1,3}}(?:\s\d{{1,3}}|\.\d{{3}}))(?=\s?[/\-]){_SIGN_AND_TOKEN}")
_JOINED_HEAD = re.compile(
    rf"(?P<num>\d{{1,3}})(?=(?:19|20)\d\d\s?/\s?(?:NĐ|ND|TT|QĐ|QD|NQ|CT|QH|UBTVQH)){_SIGN_AND_TOKEN}"
)
_MAX_DIGITS = 5
_LOWER_HEAD = re.compile(
    r"(?P<num>\d{1,5}[a-cđ]?)\s?(?P<sep>[/-])\s?(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?"
    r"(?P<symbol>[a-zđư]{1,5}(?:\s?[-/]\s?[a-zđư]{2,10}){1,3}+)(?![^\W_])"
)
_GROUP = re.compile(r"([-/]?)\s?([a-zđư]+)\s?")
_SO = re.compile(r"s[ốôóổồo][:.]?\s+\Z", re.IGNORECASE)
_TAIL = re.compile(rf"(?P<gap>\s{{0,2}})(?P<sep>[/\-.])(?P<gap2>\s{{0,2}})(?P<token>{_TOKEN}|nb\b)")
_MIXED = re.compile(
    rf"[{_U}]{{2,}}[a-z]{{1,2}}[{_U}]*\Z|[{_U}]{{2,}}v[{_U}]+\Z|Tr[{_U}]{{2,}}\Z|Qy[{_U}]+\Z|Ttr\Z|Ttg\Z|ThU\Z|Tr\Z|Tw\Z|TTq\Z|Ctr\Z"
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

    @property
    def is_letter(self) -> bool:
        """Whether the symbol is a Công văn's of a listed body (`SNV-CQTN`)."""
        return len(self.parts) > 1 and is_known(self.parts[0][1])


def number_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers may stand, in order: runs of digits, and look-alikes alone between số and a symbol."""
    digits = (found.span() for found in _DIGITS.finditer(text))
    letters = [(found.start() + len("số "), found.end()) for found in _LETTERS.finditer(text)]
    return merge(digits, letters) if letters else digits


def read_core(text: str, digits_start: int, digits_end: int) -> Core | None:
    """Core whose number holds the span given (one of `number_spans`); None when none stands there."""
    if digits_end - digits_start > _MAX_DIGITS:
        match = _JOINED_HEAD.match(text, digits_start)
        return _core(text, match) if match else None
    start = _number_start(text, digits_start)
    split = _split_core(text, start)
    if split is not None:
        return split
    match = _HEAD.match(text, start)
    return _core(text, match) if match else _lower_core(text, start)


def _lower_core(text: str, start: int) -> Core | None:
    """Core whose symbol is typed in small letters (`12/kh-ubnd`): only a code and listed bodies."""
    match = _LOWER_HEAD.match(text, start)
    if match is None:
        return None
    parts = tuple((sign, written(group)) for sign, group in _GROUP.findall(match["symbol"]))
    if not is_code(parts[0][1]) or not all(is_known(group) for _, group in parts[1:]):
        return None
    return Core(start, match.end(), match["num"], match["sep"], match["year"], parts, spaced=False)


def _number_start(text: str, digits_start: int) -> int:
    """Take in look-alikes printed before the first digit (`l14`)."""
    start = digits_start
    while start and text[start - 1] in LOOKALIKES and digits_start - start < 3:
        start -= 1
    if start < digits_start and start and (text[start - 1].isalnum() or text[start - 1] in "./"):
        return digits_start
    return start


def _split_core(text: str, start: int) -> Core | None:
    """Core whose number a space or a thousands dot parts ("số 1 1-NQ/TW", "số 1.234/KH-UBND").

    Only after số, before a code and a body.
    """
    match = _SPLIT_HEAD.match(text, start)
    if match is None or not _SO.search(text, max(0, start - 6), start):
        return None
    core = _core(text, match)
    return core if core is not None and (core.strong or core.is_letter) else None


def _core(text: str, match: re.Match[str]) -> Core | None:
    first = _read_group(text, match.start("token"), match["token"], first=True)
    if first is None:
        return None
    end, group, whole = first
    num, separator, gap = match["num"], match["sep"][:1], bool(match["gap"])
    if not (separator or gap) and len(num) > 1 and num[-1] in STROKES:
        num, separator = num[:-1], "/"
    lost = not separator
    parts = [("", group)]
    wide = match["sep"] == "/" and text[match.end("sep")].isspace() and gap
    end = _read_tail(text, end, parts, whole, wide)
    complete = len(parts) > 1 and (is_code(parts[0][1]) or (lost and is_known(parts[0][1])))
    spaced = gap and separator == "-"
    if not complete and ((lost and gap) or spaced):
        return None
    return Core(match.start(), end, num, separator, match["year"], tuple(parts), lost or spaced)


def _read_group(text: str, start: int, printed: str, *, first: bool) -> tuple[int, str, bool] | None:
    """(end, group, whether all of `printed` is its) of what stands at `start`; None for a word."""
    token = (printed, printed) if printed == _NB else _valid_token(printed)
    if token is None:
        return None
    end, group = start + len(token[0]), token[1]
    if len(token[0]) < len(printed):
        return end, group, False
    end, group = whole_group(text, end, group, first=first)
    return end, group, True


def _read_tail(text: str, end: int, parts: list[tuple[str, str]], whole: bool, wide: bool) -> int:
    """Append the further groups to `parts`; returns where the symbol ends.

    `whole`: the group before was taken whole. `wide`: the writer sets spaces round his separators.
    """
    while whole and len(parts) < _MAX_GROUPS:
        match = _TAIL.match(text, end)
        if match is None:
            return _read_lost(text, end, parts)
        if not _goes_on(text, match, parts, wide):
            break
        group = _read_group(text, match.start("token"), match["token"], first=False)
        if group is None:
            break
        end, whole = group[0], group[2]
        parts.append((match["sep"], group[1]))
    return end


def _read_lost(text: str, end: int, parts: list[tuple[str, str]]) -> int:
    """Take the bodies that stand one space after a code alone: their hyphens were lost."""
    if len(parts) > 1:
        return end
    while len(parts) < _MAX_GROUPS and (found := after_lost_sign(text, end, parts[0][1])) is not None:
        parts.append(("-", found["token"]))
        end = found.end()
    return end


def _goes_on(text: str, match: re.Match[str], parts: list[tuple[str, str]], wide: bool) -> bool:
    """Whether the group in `match` still belongs to the symbol: spaces and dots may begin something else."""
    complete = len(parts) > 1 or parts[0][1] not in CODES
    if match["sep"] == ".":
        return not (match["gap"] or match["gap2"]) and (not complete or _dotted(match["token"], parts))
    if not complete or not match["gap2"]:
        return True
    if match["sep"] == "/":
        return False
    return not match["gap"] or wide or "&" in match["token"] or bool(_DATE_NEXT.match(text, match.end()))


def _dotted(token: str, parts: list[tuple[str, str]]) -> bool:
    """Whether the writer sets dots in his symbols (`UBND.NC`, `QĐ.UBND.HC`); a full stop ends others."""
    if parts[-1][1] == _CHAIR:
        return True
    sets_dots = parts[-1][0] == "." or (len(parts) == 1 and is_known(parts[0][1]))
    return sets_dots and not is_known(token)


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
