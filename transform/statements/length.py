"""Keep the draft within its length: what goes first are the last examples and the ends of long lists.

Nothing is lost: a sentence that does not fit stays a statement and stands in the annex.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
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


def fit(
    drafts: Sequence[Draft], items: Sequence[Item], pages: int, shares: Mapping[str, float]
) -> list[Draft]:
    """Return the drafts, as many sent to the annex as the length asks for; rulings and sums always stay.

    Each item has room of its own, by `shares` (path -> weight, 1 when not named): what one agency adds
    under one item never moves a sentence under another.
    """
    headings = sum(-(-len(item.title) // _WIDTH) + 0.5 for item in items)
    paths = sorted({draft.path for draft in drafts if draft.path})
    general = sum(lines(draft) for draft in drafts if not draft.path)
    unit = (pages * _LINES - _FIXED - headings - general) / max(
        1.0, sum(shares.get(path, 1.0) for path in paths)
    )
    hidden: set[int] = set()
    for path in paths:
        here = [place for place, draft in enumerate(drafts) if draft.path == path and draft.in_report]
        total = sum(lines(drafts[place]) for place in here)
        for place in reversed(_by_rank(drafts, here)):
            if total <= unit * shares.get(path, 1.0):
                break
            hidden.add(place)
            total -= lines(drafts[place])
    return [replace(one, in_report=False) if place in hidden else one for place, one in enumerate(drafts)]


def _by_rank(drafts: Sequence[Draft], here: Sequence[int]) -> list[int]:
    """Places that may go, by rank in their list and place; the first of each list is not among them."""
    seen: dict[tuple[str, str], int] = defaultdict(int)
    found: list[tuple[int, int]] = []
    for place in here:
        draft = drafts[place]
        if draft.kind in _KEPT:
            continue
        key = (draft.kind, draft.group if draft.kind in ("cause", "proposal") else "")
        if seen[key]:
            found.append((seen[key], place))
        seen[key] += 1
    return [place for _, place in sorted(found)]
