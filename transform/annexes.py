"""Annexes sent as files of their own find their report by the number they say they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.encoding import match_key
from extract.model import Document
from transform.assign import Assignment
from transform.entry import Entry

_OPENING = 800
_WITH = re.compile(
    rf"{match_key('kèm theo')} (?:{match_key('báo cáo')}|{match_key('công văn')}) (?:số )?(\S+)"
)


def adopt(entries: Sequence[Entry]) -> list[Entry]:
    """Give an annex of nobody known the agency of the one report that bears the number it names."""
    senders: dict[str, set[str]] = {}
    for entry in entries:
        if entry.relevance and entry.relevance.kind == "report" and entry.assignment.code and entry.document:
            number = match_key(entry.document.meta.number or "")
            senders.setdefault(number, set()).add(entry.assignment.code)
    senders.pop("", None)
    return [_adopted(entry, senders) for entry in entries]


def _adopted(entry: Entry, senders: dict[str, set[str]]) -> Entry:
    annex = entry.relevance is not None and entry.relevance.kind == "annex"
    if not annex or entry.assignment.code or entry.assignment.conflict or entry.document is None:
        return entry
    codes = {code for number in _named_reports(entry.document) for code in senders.get(number, ())}
    if len(codes) == 1:
        return replace(entry, assignment=Assignment(next(iter(codes)), "text"))
    candidates = tuple(sorted({*codes, *entry.assignment.candidates}))
    return replace(entry, assignment=replace(entry.assignment, candidates=candidates))


def _named_reports(document: Document) -> list[str]:
    texts = [
        document.meta.subject or "",
        document.preamble[:_OPENING],
        *(s.title for s in document.sections[:2]),
        *(s.text[:_OPENING] for s in document.sections[:1]),
    ]
    texts += [section.text[:_OPENING] for section in document.annexes[:1]]
    return [number.strip(".,)") for text in texts for number in _WITH.findall(match_key(text))]
