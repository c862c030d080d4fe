"""First of all: titles as good as the outline's, wherever in the report they stand."""

from __future__ import annotations

from transform.matching.assignment import best_pairs
from transform.matching.pairs import Pairs
from transform.matching.titles import EXACT
from transform.matching.tree import Node

LIKELY_TITLE = 0.5
_TELLING_MUCH = 2.5
"""Weight of a title that says what it is about wherever it stands («Kết quả» does not)."""


def pair_sure_titles(pairs: Pairs) -> None:
    """Titles as good as equal, wherever they stand; items of the same title are told apart by place."""
    free = pairs.free_items()
    values = {}
    for node in pairs.nodes:
        if not node.titled or node.index in pairs.by_section:
            continue
        for item in free:
            likeness = pairs.title(node.index, item)
            if likeness >= EXACT and not _inside_a_leaf(pairs, node, item):
                values[node.index, item] = likeness + 0.2 * _rough_place(pairs, node.index, item)
    for section, item in best_pairs(values):
        pairs.pair(section, item, pairs.title(section, item))


def _inside_a_leaf(pairs: Pairs, node: Node, item: int) -> bool:
    """Whether the section is a subdivision, of the writer's own making, of another last-level item.

    A title that says much is the item's wherever it stands, and so is any where the heading above
    the item's brothers is not in the report at all: then that heading was lost, not the order. So is
    a first-level title under its own number.
    """
    if pairs.model.weight(pairs.model.sets[item]) >= _TELLING_MUCH or _heading_lost(pairs, item):
        return False
    if pairs.parent_item(item) is None and pairs.same_marker(node.index, item):
        return False
    above = node.parent
    while above is not None:
        row = pairs.model.row(pairs.nodes[above].title)
        best = max(range(len(row)), key=row.__getitem__)
        if pairs.nodes[above].titled and row[best] >= EXACT:
            own_part = pairs.items[best].is_leaf and best != item
            return own_part and not _headed_between(pairs, above, node.index, item)
        above = pairs.nodes[above].parent
    return False


def _headed_between(pairs: Pairs, start: int, stop: int, item: int) -> bool:
    """Whether the heading of the item's parent stands between two sections: then levels were misread."""
    parent = pairs.parent_item(item)
    between = (pairs.nodes[index].title for index in range(start + 1, stop) if pairs.nodes[index].titled)
    return parent is not None and any(pairs.model.row(title)[parent] >= EXACT for title in between)


def _heading_lost(pairs: Pairs, item: int) -> bool:
    """Whether no title in the report is like the title of the item's parent."""
    parent = pairs.parent_item(item)
    return parent is not None and all(
        pairs.model.row(node.title)[parent] < LIKELY_TITLE for node in pairs.nodes if node.titled
    )


def _rough_place(pairs: Pairs, section: int, item: int) -> float:
    """Place by titles alone, before anything is matched: parent's title, marker, relative position."""
    node, wanted = pairs.nodes[section], pairs.items[item]
    parent = pairs.parent_item(item)
    if node.parent is None or parent is None:
        same_parent = float(node.parent is None and parent is None)
    else:
        same_parent = pairs.title(node.parent, parent)
    distance = abs(node.position - item / max(1, len(pairs.items) - 1))
    return 0.5 * same_parent + 0.2 * (node.marker == wanted.marker) + 0.3 * (1 - distance)
