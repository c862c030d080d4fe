"""Number and date that stand outside the letterhead: in a stamp, a digital signature's text, the title."""

from __future__ import annotations

import re

from extract.model import Meta

_STAMP_NUMBER = re.compile(r"\bS[ốỐ]\s*:?\s*(\d{1,5}[a-zđ]?\s*[/-]\s*[A-ZĐ0-9&/\-–.]+)")
_STAMP_DATE = re.compile(
    r"\bngày\s*(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})", re.IGNORECASE
)


_OF_TITLE = re.compile(
    r"\(?(?:của\s+(?P<body>[^\d,;:()]{3,90}?)\s+)?\(?số\s*:?\s*(?P<number>\d{1,5}[a-zđ]?)"
    r"(?P<symbol>\s*[/-]\s*[A-ZĐƯ0-9][A-ZĐƯ0-9&/.-]*)?,?"
    r"(?:\s+ngày\s+(?P<day>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<month>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<year>\d{4}))?",
    re.IGNORECASE,
)
"""How copies without a letterhead go on below the type: "của Sở Mẫu số 12/BC-SM ngày 05/4/2026"."""

_WITHOUT_SYMBOL = frozenset({"SẮC LỆNH", "LỆNH", "PHÁP LỆNH"})
"""Old acts whose number has no symbol; elsewhere "số 1" counts teams and sites."""


def fill_from_title(meta: Meta) -> None:
    """Take body, number and date from the beginning of the title where no letterhead has them."""
    match = _OF_TITLE.match(meta.subject or "")
    if match is None or meta.number is not None:
        return
    if not match["symbol"] and not (match["day"] and meta.doc_type in _WITHOUT_SYMBOL):
        return
    meta.number = re.sub(r"\s", "", match["number"] + (match["symbol"] or "")).rstrip(".-/")
    meta.sources["number"] = "title"
    if meta.agency is None and match["body"]:
        meta.agency = match["body"]
        meta.sources["agency"] = "title"
    if meta.date is None and match["day"]:
        _set_date(meta, int(match["day"]), int(match["month"]), int(match["year"]), "title")


def _set_date(meta: Meta, day: int, month: int, year: int, source: str) -> None:
    if 1 <= day <= 31 and 1 <= month <= 12:
        meta.date = f"{year:04d}-{month:02d}-{day:02d}"
        meta.sources["date"] = source


def fill_from_stamps(meta: Meta, stamps: list[str]) -> None:
    """Take number and date from a stamp where the letterhead has none, and say so in `sources`."""
    text = "\n".join(stamps)
    if meta.number is None and (match := _STAMP_NUMBER.search(text)):
        meta.number = re.sub(r"\s", "", match[1])
        meta.sources["number"] = "stamp"
    if meta.date is None and (found := _STAMP_DATE.search(text)):
        day, month, year = (int(g) for g in found.groups())
        _set_date(meta, day, month, year, "stamp")
