"""Vietnamese administrative wording of dates, numbers and lists.

Nghị định 30/2020/NĐ-CP, Phụ lục I: days under 10 and months 1 and 2 get a leading zero
(02/4/2026, 25/02/2010), and so do counts under 10 (05 phòng). All times are shown in
Asia/Ho_Chi_Minh.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_SMALL_MONTHS = (1, 2)
BLANK_DAY = "ngày …… tháng …… năm ……"
"""A date that the officer fills in before the letter goes out."""


def local(moment: datetime) -> datetime:
    """Return `moment` in Vietnamese time; a naive moment is taken as Vietnamese already."""
    return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)


def _day(value: date | datetime) -> date:
    return local(value).date() if isinstance(value, datetime) else value


def _month(month: int) -> str:
    return f"{month:02d}" if month in _SMALL_MONTHS else str(month)


def short_date(value: date | datetime | None, blank: str = "") -> str:
    """Write a date as letters do: `02/4/2026`, `25/02/2010`; `blank` when there is none."""
    if value is None:
        return blank
    day = _day(value)
    return f"{day.day:02d}/{_month(day.month)}/{day.year:04d}"


def table_date(value: date | datetime | None, blank: str = "") -> str:
    """Write a date as lists and screens do, two digits each: `02/04/2026`."""
    if value is None:
        return blank
    day = _day(value)
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def long_date(value: date | datetime | None, blank: str = "") -> str:
    """Write a date in words: `ngày 02 tháng 4 năm 2026`."""
    if value is None:
        return blank
    day = _day(value)
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year}"


def clock(value: datetime) -> str:
    """Write the time of day: `17 giờ 00 phút`."""
    moment = local(value)
    return f"{moment.hour:02d} giờ {moment.minute:02d} phút"


def moment_text(value: datetime | None, blank: str = "") -> str:
    """Write date and time: `17 giờ 00 phút, ngày 25/4/2026`."""
    if value is None:
        return blank
    return f"{clock(value)}, ngày {short_date(value)}"


def table_moment(value: datetime | None, blank: str = "") -> str:
    """Write date and time for lists: `25/04/2026 17:00`."""
    if value is None:
        return blank
    moment = local(value)
    return f"{table_date(moment)} {moment.hour:02d}:{moment.minute:02d}"


def number(value: float | Decimal, digits: int | None = None) -> str:
    """Write a number with `.` for thousands and `,` for decimals: `1.900`, `98,5`.

    `digits` fixes the decimals; without it up to six are kept and trailing zeros dropped.
    """
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    text = f"{exact:,.{6 if digits is None else digits}f}"
    if digits is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text.translate(str.maketrans(",.", ".,"))


def count(value: int) -> str:
    """Write a count of things: under 10 with a leading zero (`05`), else like `number`."""
    return f"{value:02d}" if 0 < value < 10 else number(value)


def join_and(items: Iterable[str]) -> str:
    """Join as a sentence does: `A`, `A và B`, `A, B và C`."""
    parts = list(items)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} và {parts[-1]}"


def shorten(text: str, limit: int = 240) -> str:
    """Cut a quote at a word and mark the cut with ` …`; whitespace runs become one space."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    head = flat[: limit + 1].rsplit(" ", 1)[0] if " " in flat[: limit + 1] else flat[:limit]
    return f"{head.rstrip(' ,;:')} …"
