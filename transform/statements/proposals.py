"""Proposals, grouped by whom they address, near-duplicates merged with all their sources."""

from __future__ import annotations

import re
from collections import defaultdict

from transform.statements import ranked
from transform.statements.context import Context
from transform.statements.corpus import Clause, Item
from transform.statements.draft import Draft
from transform.statements.lexicon import ADDRESSEES, UNSTATED

_CUE = re.compile(r"(?:đề nghị|kiến nghị|đề xuất|đối với|gửi)(?:\s+(?:với|đến|tới|lên|cấp trên|các cấp))?\s+")
_REACH = 60
"""Characters after the cue in which the addressee must stand: further on it is the matter."""
_CLOSING = re.compile(r"^(?:trên đây là|kính đề nghị .{0,40}xem xét, tổng hợp)", re.IGNORECASE)


def addressee(text: str, above: str = "") -> str:
    """Whom a proposal addresses: by its own words, else by its heading or lead-in, else `UNSTATED`."""
    low = text.lower()
    for cue in _CUE.finditer(low):
        found = _named(low[cue.end() : cue.end() + _REACH])
        if found:
            return found
    return _named(low[:25]) or _named(above.lower()) or UNSTATED


def _named(text: str) -> str:
    """Return the addressee named first in the stretch; at the same place the longer name."""
    places = [
        (text.find(word), -len(word), group) for group, words in ADDRESSEES for word in words if word in text
    ]
    return min(places)[2] if places else ""


def make(context: Context, item: Item) -> list[Draft]:
    """Statements of kind `proposal`, groups from the centre downwards, the unsaid last."""
    groups: dict[str, list[Clause]] = defaultdict(list)
    for section in context.corpus.sections.get(item.path, ()):
        from transform.statements.corpus import quotable

        last, end = UNSTATED, -1
        for clause in quotable(section, split_clauses=True):
            if _CLOSING.match(clause.text):
                continue
            name = addressee(clause.text, clause.context)
            # A clause after a semicolon goes on with the addressee of its sentence.
            if name == UNSTATED and section.text[end : clause.span.start].strip() == ";":
                name = last
            last, end = name, clause.span.end
            groups[name].append(clause)
    drafts: list[Draft] = []
    for name in [*(group for group, _ in ADDRESSEES), UNSTATED]:
        kind = ranked.Kind("proposal", name, context.settings.proposals)
        drafts.extend(ranked.make(context, item.path, groups[name], kind))
    return drafts
