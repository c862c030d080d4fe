"""Number and date that stand only in a registration stamp or a digital signature's text."""

from __future__ import annotations

import re

from extract.model import Meta

_STAMP_NUMBER = re.compile(r"\bS[ốỐ]\s*:?\s*(\d{1,5}[a-zđ]?\s*[/-]\s*[A-ZĐ0-9&/\-–.]+)")
_STAMP_DATE = re.compile(
    r"\bngày\s*(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})", re.IGNORECASE
)


def fill_from_stamps(meta: Meta, stamps: list[str]) -> None:
    """Take number and date from a stamp where the letterhead has none, and say so in `sources`."""
    text = "\n".join(stamps)
    if meta.number is None and (match := _STAMP_NUMBER.search(text)):
        meta.number = re.sub(r"\s", "", match[1])
        meta.sources["number"] = "stamp"
    if meta.date is None and (found := _STAMP_DATE.search(text)):
        day, month, year = (int(g) for g in found.groups())
        if 1 <= day <= 31 and 1 <= month <= 12:
            meta.date = f"{year:04d}-{month:02d}-{day:02d}"
            meta.sources["date"] = "stamp"
