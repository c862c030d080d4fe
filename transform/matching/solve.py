"""Sections to outline items, one to one: sure titles first, then what place and text still settle."""

from __future__ import annotations

from transform.matching.anchors import LIKELY_TITLE, pair_sure_titles
from transform.matching.assignment import best_pairs
from transform.matching.pairs import Pairs
from transform.matching.titles import EXACT
from transform.matching.tree import Node

SURE_TITLE = 0.62
_TELLING = 1.5
"""Weight of a title that says what it is about («Kết quả» does not)."""
# in the right place between matched neighbours: (title, text) that suffice
_SOME = ((0.4, 0.2), (0.25, 0.35))
# the only section left between matched neighbours, for the only item left: (title, text) that suffice.
# Unasked sections put in place of a removed one stay below: title 0.23, and their text may say anything
_ALONE = ((0.24, 0.0), (0.1, 0.4))
_CHILD_VOTE = 0.5
_NEVER = -1.0
_ROUNDS = 4


def solve(pairs: Pairs) -> None:
    """Run rounds until none finds more: each pair found makes the place of others surer."""
    pair_sure_titles(pairs)
    for _ in range(_ROUNDS):
        found = len(pairs.by_section)
        _round(pairs, leaves=False)
        _round(pairs, leaves=True)
        if len(pairs.by_section) == found:
            break


def _round(pairs: Pairs, *, leaves: bool) -> None:
    free = [item for item in pairs.free_items() if pairs.items[item].is_leaf is leaves]
    sections = [node.index for node in pairs.nodes if _eligible(pairs, node)]
    if not free or not sections:
        return
    values = {
        (section, item): value
        for section in sections
        for item in free
        if (value := _value(pairs, section, item)) > 0
    }
    for section, item in best_pairs(values):
        pairs.pair(section, item, min(EXACT - 0.01, values[section, item]))


def _eligible(pairs: Pairs, node: Node) -> bool:
    """Free, and no mere part of a section that already answers an item of its own."""
    if node.index in pairs.by_section or not node.title:
        return False
    above = node.parent
    while above is not None:
        item = pairs.by_section.get(above)
        if item is not None:
            return not pairs.items[item].is_leaf or pairs.above(node.index) != item
        above = pairs.nodes[above].parent
    return True


def _value(pairs: Pairs, section: int, item: int) -> float:
    likeness, place = pairs.title(section, item), pairs.place(section, item)
    if not pairs.nodes[section].titled:
        accepted = likeness >= SURE_TITLE and place.parent == 1
        return likeness * 0.8 if accepted else _NEVER
    if _meant_below(pairs, section, item, likeness):
        return _NEVER
    votes = pairs.child_votes(section, item)
    sure = likeness >= SURE_TITLE and pairs.model.weight(pairs.model.sets[item]) >= _TELLING
    if sure or (likeness >= LIKELY_TITLE and place.parent > 0) or votes >= _CHILD_VOTE:
        return max(likeness, 0.6 * votes) * 0.7 + 0.25 * place.value + 0.05 * votes
    if place.parent < 1 or place.order < 1:
        return _NEVER
    text = pairs.evidence.relative(section, item)
    told = any(likeness >= title and text >= words for title, words in _ALONE)
    some = any(likeness >= title and text >= words for title, words in _SOME)
    if some or (told and pairs.alone(section, item)):
        return 0.5 * likeness + 0.25 * text + 0.2 * place.value
    return _NEVER


def _meant_below(pairs: Pairs, section: int, item: int, likeness: float) -> bool:
    """Whether a section without parts is more like a free part of `item` than like `item` itself.

    «Đối với văn bản giấy» answers «Văn bản giấy», not «Quản lý văn bản đi, văn bản đến» above it.
    """
    if pairs.items[item].is_leaf or pairs.nodes[section].children:
        return False
    inside = pairs.items[item].path + "."
    return any(
        pairs.items[other].path.startswith(inside) and pairs.title(section, other) > likeness
        for other in pairs.free_items()
    )
