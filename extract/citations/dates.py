"""Reads the date printed after a document's number. Always day first."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

_N = "[0-9Ool|I]"
_DAY_WORD = "ng[aàáảạã]y"
_MONTH_WORD = "th[aáàảạã]ng"
_YEAR_WORD = "n[aăâ]m"
_DUST = rf"(?:\s*[.'_~*|]\s*(?=(?-i:{_DAY_WORD})))?"
_LEAD = (
    rf"{_DUST}\s*,?\s*(?P<open>\()?\s*(?:(?:được\s+)?(?:ban\s+hành|ký|đề)\s*,?\s*(?:vào\s+)?)?"
    rf"{_DUST}(?:cùng\s+)?"
)
_YEAR_ENDS = r"(?=\s*(?:[,.;:)\n]|\Z|của|về|V/v|do\s|ban\s+hành))"
_BROKEN = rf"(?:19|2\s?[0Oo]\s?|1\s9\s?)(?:{_N}\s{_N}|{_N}{{2}}|\s{_N}{{2}}){_YEAR_ENDS}"
"""A year that a stray space parts ("20 13"): only where nothing else could follow it."""
_FULL = re.compile(
    _LEAD
    + rf"(?P<word>{_DAY_WORD}[,.]?\s*)?"
    + rf"(?:(?P<d>{_N}{{1,2}})(?:\s?[/.\-]\s?|(?P<comma>,))(?P<m>{_N}{{1,2}})"
    + r"(?:\s?[/.\-]\s?|\s(?=(?:19|20)\d\d(?!\d))|(?=(?:19|20)\d\d(?!\d))|,(?=(?:19|20)\d\d(?!\d)))"
    + rf"(?P<y>{_N}{{4}}|{_BROKEN}|(?!(?:19|20)\s\d\d(?!\d))\d\d)(?![\d/])"
    + rf"|(?P<d3>{_N}{{1,2}})\s?/\s?(?P<m3>{_N}{{1,2}})\s+{_YEAR_WORD}\s+(?P<y3>{_N}{{4}}|{_BROKEN})"
    + rf"|(?P<d2>{_N}{{1,2}})\s*{_MONTH_WORD}\s*(?P<m2>{_N}{{1,2}})\s*,?\s*(?:{_YEAR_WORD}\s*|/\s?)"
    + rf"(?P<y2>{_N}{{4}}|{_BROKEN}))"
    + r"(?:\s*(?P<close>\)))?",
    re.IGNORECASE,
)
_PART = re.compile(
    _LEAD
    + rf"(?:{_MONTH_WORD}\s*(?P<m>{_N}{{1,2}})\s*(?:/|,?\s*{_YEAR_WORD})\s*|{_YEAR_WORD}\s*)"
    + r"(?P<y>(?:19|20)\d\d)(?!\d|\s*[-–]\s*\d)(?:\s*(?P<close>\)))?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*\((?P<y>(?:19|20)\d\d)\)")
# İ and ı are I to a pattern that ignores case
_LETTERS = str.maketrans("OolLiI|İı", "001111111")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed: `iso` is None when only a year stands there or the day does not exist.

    warning: `impossible_date`, or `date_repaired` when damage was read through.
    """

    end: int
    iso: str | None
    year: int | None
    warning: str | None = None


def read_date(text: str, at: int, limit: int) -> PrintedDate | None:
    """Read the date that starts at `at` (after a comma, a bracket, "ban hành", "ngày"); None without one."""
    match = _FULL.match(text, at, limit)
    if match is None:
        return _read_year(text, at, limit)
    short_year = match["y"] is not None and len(match["y"]) == 2
    if (short_year or match["comma"]) and not (match["word"] or match["open"]):
        return None
    day, month, year = (_number(next(filter(None, match.group(p, f"{p}2", f"{p}3")))) for p in "dmy")
    end = match.end() if match["close"] is None or match["open"] else match.start("close")
    found = PrintedDate(end, *_iso(day, month, year + 2000 if short_year else year))
    return replace(found, warning="date_repaired") if found.iso and _is_damaged(match) else found


def _is_damaged(match: re.Match[str]) -> bool:
    """Whether letters stand for digits, a comma for a slash, or a sign is lost or a year parted."""
    parts = [value for name, value in match.groupdict().items() if name[0] in "dmy" and value]
    return bool(
        match["comma"]
        or any(not part.isdigit() for part in parts)
        or (match["y"] and match.start("y") == match.end("m"))
    )


def _read_year(text: str, at: int, limit: int) -> PrintedDate | None:
    match = _PART.match(text, at, limit)
    if match is None:
        bracketed = _BRACKETED.match(text, at, limit)
        return PrintedDate(bracketed.end(), None, int(bracketed["y"])) if bracketed else None
    end = match.end() if match["close"] is None or match["open"] else match.start("close")
    return PrintedDate(end, None, int(match["y"]))


def _number(printed: str) -> int:
    return int("".join(printed.split()).translate(_LETTERS))


def _iso(day: int, month: int, year: int) -> tuple[str | None, int | None, str | None]:
    try:
        value = datetime.date(year, month, day)
    except ValueError:
        return None, None, "impossible_date"
    if not 1900 <= year <= 2100:
        return None, None, "impossible_date"
    return value.isoformat(), year, None
