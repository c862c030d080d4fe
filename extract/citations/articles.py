"""Provisions cited with a document: "điểm a khoản 2 Điều 5 …" (Nghị định 30/2020 Phụ lục II)."""

from __future__ import annotations

import re

_WINDOW = 120
_SEP = r"\s*(?:,|,?\s+và(?=\s))?\s*(?:của\s+|tại\s+)?"
_POINT = (
    r"điểm\s+(?:\d{1,2}(?:\.\d{1,2}){1,2}|[a-zđ\d]{1,2})(?:\s*(?:,|và)\s*(?:điểm\s+)?[a-zđ])*(?![^\W\d_])"
)
_CLAUSE, _ARTICLE = (
    rf"{word}\s+\d{{1,3}}[a-zđ]?(?:\s*(?:,|và|đến|-)\s*(?:{word}\s+)?\d{{1,3}}[a-zđ]?)*(?![^\W_])"
    for word in ("khoản", "điều")
)
_PART = r"(?:mục|chương|phần|tiểu mục)\s+(?:[IVXLC]{1,6}|\d{1,2}|[A-Z])(?:\.\d{1,2})*(?![^\W\d_])"
_LEFT = re.compile(
    rf"(?<![^\W\d_])(?:(?:{_POINT}|{_CLAUSE}|{_ARTICLE}|{_PART}){_SEP})+\Z",
    re.IGNORECASE,
)
_HINT = re.compile(r"(?:iều|IỀU|hoản|HOẢN|iểm|IỂM|ục|ỤC|hương|HƯƠNG|hần|HẦN)\s")
_TRAIL = re.compile(r"\s*,?\s*(?:của|tại)?\s*\Z")


def article_left(text: str, start: int, floor: int) -> tuple[int, int] | None:
    """Span of the provision that ends right before the mention at `start`."""
    low = max(floor, start - _WINDOW)
    window = text[low:start]
    if not _HINT.search(window):
        return None
    match = _LEFT.search(window)
    if match is None:
        return None
    trail = _TRAIL.search(match.group())
    end = match.start() + (trail.start() if trail else len(match.group()))
    return low + match.start(), low + end
