"""Keep the draft within its length: what goes first are the last examples and the ends of long lists.

Nothing is lost: a sentence that does not fit stays a statement and stands in the annex.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from transform.statements.corpus import Item
from transform.statements.draft import Draft

_LINES, _WIDTH = 37.0, 72
"""Lines on a page and characters on a line: A4, 14 pt, the margins and spacing of Nghị định 30/2020."""
_NOTE_LINE, _NOTE_WIDTH = 0.66, 105
_REFERENCE = 38
"""Characters of one source in a footnote."""
_FIXED = 48.0
"""Lines of the letterhead, the list of annexes and the signature."""
_KEPT = frozenset(("ruling", "figure", "note"))
_RUNNING = frozenset(("ruling", "figure", "note", "theme"))


def lines(draft: Draft) -> float:
    """Lines that a sentence and its footnote take."""
    own = len(draft.text) / _WIDTH
    if draft.kind not in _RUNNING or draft.group == "nhiệm vụ":
        own = -(-len(draft.text) // _WIDTH) + 0.35
    references = min(4, len(draft.sources)) * _REFERENCE
    return own + -(-references // _NOTE_WIDTH) * _NOTE_LINE


def fit(drafts: Sequence[Draft], items: Sequence[Item], pages: int) -> list[Draft]:
    """Return the drafts, as many sent to the annex as the length asks for; rulings and sums always stay."""
    headings = sum(-(-len(item.title) // _WIDTH) + 0.5 for item in items)
    total = _FIXED + headings + sum(lines(draft) for draft in drafts if draft.in_report)
    allowed = pages * _LINES
    hidden: set[int] = set()
    for _, place in sorted(_ranks(drafts).items(), key=lambda pair: (-pair[0][0], -pair[0][1])):
        if total <= allowed:
            break
        hidden.add(place)
        total -= lines(drafts[place])
    return [replace(one, in_report=False) if place in hidden else one for place, one in enumerate(drafts)]


def _ranks(drafts: Sequence[Draft]) -> dict[tuple[int, int], int]:
    """(Rank in its list, place in the report) -> place; the first of each list is never in it."""
    seen: dict[tuple[str, str, str], int] = defaultdict(int)
    found: dict[tuple[int, int], int] = {}
    for place, draft in enumerate(drafts):
        if not draft.in_report or draft.kind in _KEPT:
            continue
        key = (draft.path, draft.kind, draft.group if draft.kind in ("cause", "proposal") else "")
        rank = seen[key]
        seen[key] += 1
        if rank:
            found[rank, place] = place
    return found
