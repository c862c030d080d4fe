"""Puts the reading of a text together: scan, read right, nest, share in lists, build `Citation`s."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extract.citations.articles import article_left
from extract.citations.doctypes import code_fits
from extract.citations.folding import Folded, fold
from extract.citations.lists import joined, share_backwards, share_day, share_type
from extract.citations.mention import Mention
from extract.citations.named import scan_named
from extract.citations.right import read_right
from extract.citations.scan import scan_numbers
from extract.citations.shorts import resolve
from extract.model import Citation


def find(text: str) -> list[Citation]:
    """Every citation in `text`, in printed order; offsets count characters of `text` as given.

    `surface == text[char_start:char_end]`. Short forms ("Kết luận 114") take their symbol from the one
    long form in the same text that fits; otherwise they stay as printed, with `ambiguous` set.
    """
    folded = fold(text)
    mentions = scan_numbers(folded.text, scan_named(folded.text))
    if not mentions:
        return []
    _read_all(folded, mentions)
    mentions = _lists(folded.text, mentions)
    return resolve([_citation(folded, mention) for mention in mentions])


def _read_all(folded: Folded, mentions: list[Mention]) -> None:
    """Read each mention's right side; a mention inside another's subject is bounded by it."""
    text = folded.text
    open_: list[int] = []
    floor = 0
    for at, mention in enumerate(mentions):
        while open_ and mentions[open_[-1]].right <= mention.start:
            open_.pop()
        mention.parent = _holder(mentions, open_, mention.start)
        bound = len(text) if mention.parent is None else mentions[mention.parent].right
        article = article_left(text, mention.start, floor)
        if article:
            mention.article = folded.printed(*article)
        read_right(folded, mention, mentions[at + 1 : at + 12], bound)
        floor = mention.end
        if mention.subject_span and mention.subject_span[1] > mention.end:
            open_.append(at)


def _holder(mentions: list[Mention], open_: list[int], start: int) -> int | None:
    """Innermost mention whose subject holds `start` (before its subject stands only a remark on it)."""
    for at in reversed(open_):
        span = mentions[at].subject_span
        if span is not None and span[0] <= start:
            return at
    return None


def _lists(text: str, mentions: list[Mention]) -> list[Mention]:
    """Share fields along lists, drop numbers and cores that no neighbour explains."""
    links = [
        joined(text, before.right, after.start)
        if before.parent == after.parent or after.parent is None
        else None
        for before, after in pairwise(mentions)
    ]
    for at, how in enumerate(links):
        if how is not None and mentions[at + 1].type_from in (None, "code"):
            share_type(mentions[at], mentions[at + 1])
        if how is not None and mentions[at + 1].same_day:
            share_day(mentions[at], mentions[at + 1])
    for at in range(len(mentions) - 2, -1, -1):
        if links[at] is None:
            continue
        _share_symbol(mentions[at], mentions[at + 1])
        share_backwards(mentions[at], mentions[at + 1], links[at] or "")
    return _explained(mentions)


def _share_symbol(before: Mention, after: Mention) -> None:
    """Give a number alone the symbol of the item after it ("217, 218-QĐ/TW")."""
    if before.kind != "number" or before.key or after.key is None or after.type_from == "word":
        return
    if before.type is None or (before.generic and len(after.groups) > 1 and after.type):
        before.type, before.type_from = after.type, "list"
        before.inherited.append("type")
    if before.year is not None or before.num is None:
        return
    tail = after.key.number[len(after.key.num) :]
    before.key = replace(after.key, num=before.num, number=before.num + tail, warnings=())
    before.inherited.append("symbol")


def _explained(mentions: list[Mention]) -> list[Mention]:
    """Drop list items left without a type; indices of parents follow."""
    kept = [at for at, mention in enumerate(mentions) if mention.type is not None or mention.key is not None]
    place = {old: new for new, old in enumerate(kept)}
    result = [mentions[at] for at in kept]
    for mention in result:
        mention.parent = place.get(mention.parent) if mention.parent is not None else None
    return result


def _citation(folded: Folded, mention: Mention) -> Citation:
    start, end = folded.span(mention.start, mention.end)
    surface = folded.given[start:end]
    key = mention.key
    number = key.number if key else mention.num
    if key is None and mention.num and mention.year and f"/{mention.year}" in surface:
        number = f"{mention.num}/{mention.year}"
    subject = mention.subject
    if subject is None and mention.subject_span:
        subject = folded.printed(*mention.subject_span)
    inherited = list(dict.fromkeys([*mention.inherited, *(["type"] if mention.type_from == "code" else [])]))
    own = "symbol" not in inherited and number is not None
    shown = folded.printed(mention.start, mention.end) if folded.legacy else surface
    return Citation(
        surface=surface,
        type=mention.type,
        number=number,
        num=mention.num,
        symbol=key.symbol if key else None,
        year=(key.year if key else None) or mention.year,
        date=mention.date,
        issuer=mention.issuer,
        subject=subject,
        article=mention.article,
        inherited=inherited,
        repaired=own and number is not None and number not in shown,
        ambiguous=mention.kind == "number" and key is None,
        warnings=_warnings(mention),
        char_start=start,
        char_end=end,
        full_end=folded.span(mention.start, max(mention.right, mention.end))[1],
        nested_in=mention.parent,
    )


def _warnings(mention: Mention) -> list[str]:
    found = list(mention.warnings)
    key = mention.key
    printed = key is not None and len(key.groups) > 1 and mention.type_from == "word"
    if key and mention.type and printed and not code_fits(mention.type, key.groups[0]):
        found.append("type_code_mismatch")
    if key and key.year and mention.date and mention.date[:4] != str(key.year):
        found.append("year_mismatch")
    return list(dict.fromkeys(found))
