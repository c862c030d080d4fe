"""Reports that add to or correct an earlier one of the same agency, instead of taking its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.encoding import match_key, search_key
from transform.entry import Entry

_OPENING = 1500
_PART = 0.5
"""Share of the earlier report's items up to which a later one may be a part of it."""


def _any(phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{match_key(phrase)}\b" for phrase in phrases.split("|")))


_ADDS = _any(
    "báo cáo bổ sung|bổ sung báo cáo|bổ sung nội dung|bổ sung số liệu|bổ sung kết quả|bổ sung thông tin"
    "|bổ sung mục|bổ sung các mục|bổ sung phần"
)
_CORRECTS = _any("đính chính|điều chỉnh số liệu|sửa số liệu")
_REPLACES = _any("thay thế báo cáo|thay thế cho báo cáo|thay thế văn bản|thay báo cáo|thay cho báo cáo")
_ADDED = f"{match_key('bổ sung')} "
_FILE_ADDS = re.compile(r"\bbo sung\b")
_FILE_CORRECTS = re.compile(r"\bdinh chinh\b")


def kind_of(entry: Entry) -> str | None:
    """`supplement` or `correction` when the document says that it is one; None for a report of its own."""
    words = _opening(entry)
    name = re.sub(r"[_.\-]+", " ", search_key(entry.file.stem))
    if not words or _REPLACES.search(words):
        return None
    if _CORRECTS.search(words) or _FILE_CORRECTS.search(name):
        return "correction"
    adds = words.startswith(_ADDED) or _ADDS.search(words) or _FILE_ADDS.search(name)
    return "supplement" if adds else None


def _opening(entry: Entry) -> str:
    document = entry.document
    if document is None:
        return ""
    return match_key(" ".join([document.meta.subject or "", document.preamble[:_OPENING]]))


def names_report(entry: Entry, reports: Sequence[Entry]) -> bool:
    """Whether the opening names one of `reports` by its number."""
    words = _opening(entry)
    numbers = (match_key(one.document.meta.number or "") for one in reports if one.document)
    return any(
        number and re.search(rf"(?<![\w/-]){re.escape(number)}(?![\w/-])", words) for number in numbers
    )


def part(versions: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Versions of one agency, oldest first → those that are whole reports, and the newest that only add.

    A document adds when it says so and answers few of the items that an earlier one answers.
    """
    whole, added = list(versions), list[Entry]()
    while len(whole) > 1 and kind_of(whole[-1]) and _is_part(whole[-1], whole[:-1]):
        added.insert(0, whole.pop())
    return whole, added


def _is_part(entry: Entry, earlier: Sequence[Entry]) -> bool:
    most = max(_coverage(one) for one in earlier)
    return most > 0 and _coverage(entry) <= _PART * most


def _coverage(entry: Entry) -> float:
    return entry.relevance.coverage if entry.relevance else 0.0
