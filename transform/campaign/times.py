"""Dates and times as officers and spreadsheets write them, always in the time of Việt Nam."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
END_OF_DAY = time(23, 59, 59)
START_OF_DAY = time(0, 0)

_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_CLOCK = re.compile(r"(\d{1,2})(?::|h|g)(\d{2})?(?::(\d{2}))?")


def parse_date(text: str) -> date:
    """Read `2026-04-02` or `02/4/2026`. Raises ValueError."""
    value = text.strip()
    if found := _DAY_FIRST.fullmatch(value):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return date.fromisoformat(value)


def parse_time(text: str, *, day_only: time) -> datetime:
    """Read an ISO or day-first time; without a zone it is Vietnam's, without a clock it is `day_only`.

    Raises ValueError.
    """
    value = text.strip()
    if found := _DAY_FIRST.match(value):
        day, rest = parse_date(found[0]), value[found.end() :].strip(" ,T")
        return datetime.combine(day, _clock(rest) if rest else day_only, VIETNAM)
    try:
        return datetime.combine(date.fromisoformat(value), day_only, VIETNAM)
    except ValueError:
        moment = datetime.fromisoformat(value)
    return in_vietnam(moment)


def in_vietnam(moment: datetime) -> datetime:
    """Put `moment` in Vietnam's zone; a time without a zone is taken to be Vietnam's already."""
    return moment.replace(tzinfo=VIETNAM) if moment.tzinfo is None else moment.astimezone(VIETNAM)


def from_timestamp(seconds: float) -> datetime:
    """Turn a file's modification time into Vietnam's time, to the second (shares keep no better)."""
    return datetime.fromtimestamp(int(seconds), UTC).astimezone(VIETNAM)


def _clock(text: str) -> time:
    found = _CLOCK.fullmatch(text.strip().lower())
    if not found:
        raise ValueError(text)
    return time(int(found[1]), int(found[2] or 0), int(found[3] or 0))
