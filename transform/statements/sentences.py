"""Sentences and clauses of Vietnamese administrative prose, as spans of the printed text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transform.statements.lexicon import ABBREVIATIONS
from transform.statements.remember import remembered

_PARAGRAPH = re.compile(r"[^\n]+")
_STOP = re.compile(r"(?:\.{3}|…|[.!?])[”\"’')\]»]*(?=\s|$)")
_BULLET = re.compile(
    r"\s*(?:[-–—+*•▪●○◦]+(?!\d)\s*|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s+|\(?[a-zđ][.)]\s+|\([ivx]{1,4}\)\s+|[IVX]{1,5}\.\s+)+"
)
_WORD_BEFORE = re.compile(r"[\w/.&]+$")
_CLAUSE = re.compile(r";\s+")
_OPENERS, _CLOSERS = "(“«[", ")”»]"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range `[start, end)` of the text; `first` is true at the start of a paragraph."""

    start: int
    end: int
    first: bool = False


def _ends_sentence(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether the mark found really closes a sentence (not an abbreviation, a number, an initial)."""
    following = text[stop.end() : min(end, stop.end() + 2)].strip()
    if following and following[0].islower():
        return False
    if not stop.group().startswith(".") or stop.group().startswith("..."):
        return True
    before = _WORD_BEFORE.search(text[max(0, stop.start() - 30) : stop.start()])
    word = before.group() if before else ""
    if word.lower() in ABBREVIATIONS:
        # "v.v." closes when a capital follows; a title or "TP." never does.
        return word.lower() in {"v.v", "vv"}
    if len(word) == 1 and word.isalpha() and word.isupper():
        return False
    return not (word.isdigit() and len(word) <= 2 and stop.start() - len(word) <= 3)


@remembered(4096)
def sentences(text: str) -> tuple[Span, ...]:
    r"""Split into sentences; bullets, numbering and outer spaces are left out of the spans.

    Paragraphs (`\n`) always end a sentence. Spans are ordered, never overlap and are never blank.
    """
    found: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        bullet = _BULLET.match(text, start, end)
        cursor = bullet.end() if bullet else start
        first = True
        for stop in _STOP.finditer(text, cursor, end):
            window = _tail(text, stop, end)
            if window and _ends_sentence(text, stop, end):
                _append(found, text, cursor, stop.end(), first)
                first, cursor = False, stop.end()
        _append(found, text, cursor, end, first)
    return tuple(found)


def _tail(text: str, stop: re.Match[str], end: int) -> bool:
    """Inside an open bracket or quotation a full stop closes nothing."""
    head = text[max(0, stop.start() - 400) : stop.start()]
    head = head.rsplit("\n", 1)[-1]
    return stop.end() == end or head.count("(") <= head.count(")") + stop.group().count(")")


def _append(found: list[Span], text: str, start: int, end: int, first: bool) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(character.isalnum() for character in text[start:end]):
        found.append(Span(start, end, first))


def clauses(text: str, span: Span, min_chars: int = 30) -> list[Span]:
    """Split a sentence at semicolons outside brackets and quotes; short parts join a neighbour."""
    parts: list[Span] = []
    cursor = span.start
    for mark in _CLAUSE.finditer(text, span.start, span.end):
        if mark.start() - cursor < min_chars or span.end - mark.end() < min_chars:
            continue
        if _balanced(text[cursor : mark.start()]):
            parts.append(Span(cursor, mark.start(), cursor == span.start and span.first))
            cursor = mark.end()
    parts.append(Span(cursor, span.end, cursor == span.start and span.first))
    return parts


def _balanced(text: str) -> bool:
    return all(
        text.count(opener) == text.count(closer) for opener, closer in zip(_OPENERS, _CLOSERS, strict=True)
    )


_SOFT_CUTS = (
    re.compile(r";\s"),
    re.compile(
        r",\s(?=(?:qua đó|từ đó|góp phần|đồng thời|nhằm|bảo đảm|đảm bảo|tạo |trong đó|nhất là|giúp |"
        r"phục vụ ))"
    ),
    re.compile(r",\s"),
)
_TURNS = re.compile(
    r"\b(?:tuy|nhưng|song|trừ|với điều kiện|trường hợp|nếu|chưa|không|chỉ|mới đạt|còn thiếu|dự kiến)\b",
    re.IGNORECASE,
)
"""Words that take back or bind what was said before them: a quote does not stop short of one."""
_WHOLE = 3
"""Times the limit up to which a quote is kept whole for what its end takes back."""


def shorten(text: str, span: Span, limit: int) -> Span:
    """Cut a span longer than `limit` characters at the last good clause border before it.

    Borders tried: semicolon, comma before a purpose clause, any comma; never inside brackets or quotes.
    Without a border the span stays whole: a quote is never cut inside a clause. Nor is it cut when what is
    left out turns or binds what is kept ("…, nhưng chưa được cấp kinh phí"), unless it is very long.
    """
    length = span.end - span.start
    if length <= limit:
        return span
    long = length > _WHOLE * limit
    for pattern in _SOFT_CUTS:
        cuts = [
            mark.start()
            for mark in pattern.finditer(text, span.start + limit // 3, min(span.end, span.start + limit))
            if _balanced(text[span.start : mark.start()])
            and (long or not _TURNS.search(text, mark.start(), span.end))
        ]
        if cuts:
            return Span(span.start, cuts[-1], span.first)
    return span
