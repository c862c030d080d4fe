"""Reads the date printed after a document's number. Always day first."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_N = r"[0-9OolI]"
_LEAD = r"\s*,?\s*(?P<open>\()?\s*(?:(?:được\s+)?(?:ban\s+hành|ký|đề)\s*,?\s+(?:vào\s+)?)?(?:cùng\s+)?"
_FULL = re.compile(
    _LEAD
    + r"(?P<word>ngày\s*)?"
    + rf"(?:(?P<d>{_N}{{1,2}})\s?[/.\-]\s?(?P<m>{_N}{{1,2}})\s?[/.\-]\s?(?P<y>{_N}{{4}}|\d\d)(?![\d/])"
    + rf"|(?P<d3>{_N}{{1,2}})\s?/\s?(?P<m3>{_N}{{1,2}})\s+năm\s+(?P<y3>{_N}{{4}})"
    + rf"|(?P<d2>{_N}{{1,2}})\s*tháng\s*(?P<m2>{_N}{{1,2}})\s*,?\s*(?:năm\s*|/\s?)(?P<y2>{_N}{{4}}))"
    + r"(?:\s*(?P<close>\)))?",
    re.IGNORECASE,
)
_PART = re.compile(
    _LEAD
    + rf"(?:tháng\s*(?P<m>{_N}{{1,2}})\s*(?:/|,?\s*năm)\s*|năm\s*)(?P<y>(?:19|20)\d\d)"
    + r"(?!\d|\s*[-–]\s*\d)(?:\s*(?P<close>\)))?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*\((?P<y>(?:19|20)\d\d)\)")
_LETTERS = str.maketrans("OolI", "0011")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed: `iso` is None when only a year stands there or the day does not exist."""

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
    if short_year and not (match["word"] or match["open"]):
        return None
    day, month, year = (
        int(next(filter(None, match.group(part, f"{part}2", f"{part}3"))).translate(_LETTERS))
        for part in "dmy"
    )
    end = match.end() if match["close"] is None or match["open"] else match.start("close")
    return PrintedDate(end, *_iso(day, month, year + 2000 if short_year else year))


def _read_year(text: str, at: int, limit: int) -> PrintedDate | None:
    match = _PART.match(text, at, limit)
    if match is None:
        bracketed = _BRACKETED.match(text, at, limit)
        return PrintedDate(bracketed.end(), None, int(bracketed["y"])) if bracketed else None
    end = match.end() if match["close"] is None or match["open"] else match.start("close")
    return PrintedDate(end, None, int(match["y"]))


def _iso(day: int, month: int, year: int) -> tuple[str | None, int | None, str | None]:
    try:
        value = datetime.date(year, month, day)
    except ValueError:
        return None, None, "impossible_date"
    if not 1900 <= year <= 2100:
        return None, None, "impossible_date"
    return value.isoformat(), year, None
