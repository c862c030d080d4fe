"""Sections to outline items, one to one: sure titles first, then what place and text still settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from transform.campaign import OutlineItem
from transform.matching.assignment import best_pairs
from transform.matching.evidence import Evidence
from transform.matching.titles import EXACT, TitleModel
from transform.matching.tree import Node

ANCHOR = 0.8
SURE_TITLE = 0.62
LIKELY_TITLE = 0.5
TELLING, TELLING_MUCH = 1.5, 2.5
"""Weight of a title that says what it is about wherever it stands («Kết quả» does not)."""
# in the right place between matched neighbours: (title, text) that suffice
SOME = ((0.4, 0.2), (0.25, 0.35))
# the only section left between matched neighbours, for the only item left: (title, text) that suffice.
# Unasked sections put in place of a removed one stay below: title 0.23, and their text may say anything
ALONE = ((0.24, 0.0), (0.1, 0.4))
UNRIVALLED = 0.4
CHILD_VOTE = 0.5
MANY_CHILDREN = 2
_NEVER = -1.0
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Place:
    """How well a section's place fits an item's: same parent, same order, same marker (0..1 each)."""

    parent: float
    order: float
    marker: float

    @property
    def value(self) -> float:
        """All three in one number."""
        return 0.35 * self.parent + 0.3 * self.order + 0.35 * self.marker


@dataclass(slots=True)
class Solver:
    """State of one report: `by_section` and `by_item` hold the pairs found, `score` their likeness."""

    model: TitleModel
    nodes: Sequence[Node]
    evidence: Evidence
    by_section: dict[int, int] = field(default_factory=dict)
    by_item: dict[int, int] = field(default_factory=dict)
    score: dict[int, float] = field(default_factory=dict)
    index_of: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.index_of = {item.path: index for index, item in enumerate(self.items)}

    @property
    def items(self) -> Sequence[OutlineItem]:
        """The outline."""
        return self.model.items

    def pair(self, section: int, item: int, score: float) -> None:
        """Fix a pair."""
        self.by_section[section] = item
        self.by_item[item] = section
        self.score[section] = score

    def title(self, section: int, item: int) -> float:
        """Likeness of the section's title (or label) to the item's."""
        return self.model.row(self.nodes[section].title, self._above(section))[item]

    def _above(self, section: int) -> int | None:
        """Item whose parts stand around the section; None at the top or when not known."""
        return self._surroundings(section)[0]

    def _surroundings(self, section: int) -> tuple[int | None, bool]:
        """Item whose parts stand around the section, and whether that is known.

        It is the section's parent's item, or its brothers' parent where a heading was lost or added. A
        section below a last-level item is that item's own part, unless brothers answer other items.
        """
        parent = self.nodes[section].parent
        if parent is None:
            return None, True
        item = self.by_section.get(parent)
        if item is not None and not self.items[item].is_leaf:
            return item, True
        found = Counter(
            self._parent_item(self.by_section[brother])
            for brother in self.nodes[parent].children
            if brother != section and brother in self.by_section
        )
        return (found.most_common(1)[0][0], True) if found else (item, item is not None)

    def solve(self) -> None:
        """Run rounds until none finds more: each pair found makes the place of others surer."""
        self._anchors()
        for _ in range(_ROUNDS):
            found = len(self.by_section)
            self._round(leaves=False)
            self._round(leaves=True)
            if len(self.by_section) == found:
                break

    def _anchors(self) -> None:
        """Titles as good as equal, wherever they stand; items of the same title are told apart by place."""
        free = self._free_items()
        values = {}
        for node in self.nodes:
            if not node.titled or node.index in self.by_section:
                continue
            for item in free:
                likeness = self.title(node.index, item)
                if likeness >= EXACT and not self._inside_a_leaf(node, item):
                    values[node.index, item] = likeness + 0.2 * self._rough_place(node.index, item)
        for section, item in best_pairs(values):
            self.pair(section, item, self.title(section, item))

    def _inside_a_leaf(self, node: Node, item: int) -> bool:
        """Whether the section is a subdivision, of the writer's own making, of another last-level item.

        A title that says much is the item's wherever it stands, and so is any where the heading above
        the item's brothers is not in the report at all: then that heading was lost, not the order. So is
        a first-level title under its own number.
        """
        if self.model.weight(self.model.sets[item]) >= TELLING_MUCH or self._heading_lost(item):
            return False
        if self._parent_item(item) is None and self._same_marker(node.index, item):
            return False
        above = node.parent
        while above is not None:
            row = self.model.row(self.nodes[above].title)
            best = max(range(len(row)), key=row.__getitem__)
            if self.nodes[above].titled and row[best] >= EXACT:
                own_part = self.items[best].is_leaf and best != item
                return own_part and not self._headed_between(above, node.index, item)
            above = self.nodes[above].parent
        return False

    def _headed_between(self, start: int, stop: int, item: int) -> bool:
        """Whether the heading of the item's parent stands between two sections: then levels were misread."""
        parent = self._parent_item(item)
        between = (self.nodes[index].title for index in range(start + 1, stop) if self.nodes[index].titled)
        return parent is not None and any(self.model.row(title)[parent] >= EXACT for title in between)

    def _heading_lost(self, item: int) -> bool:
        """Whether no title in the report is like the title of the item's parent."""
        parent = self._parent_item(item)
        return parent is not None and all(
            self.model.row(node.title)[parent] < LIKELY_TITLE for node in self.nodes if node.titled
        )

    def _rough_place(self, section: int, item: int) -> float:
        """Place by titles alone, before anything is matched: parent's title, marker, relative position."""
        node, wanted = self.nodes[section], self.items[item]
        parent = self._parent_item(item)
        if node.parent is None or parent is None:
            same_parent = float(node.parent is None and parent is None)
        else:
            same_parent = self.title(node.parent, parent)
        distance = abs(node.position - item / max(1, len(self.items) - 1))
        return 0.5 * same_parent + 0.2 * (node.marker == wanted.marker) + 0.3 * (1 - distance)

    def _round(self, *, leaves: bool) -> None:
        free = [item for item in self._free_items() if self.items[item].is_leaf is leaves]
        sections = [node.index for node in self.nodes if self._eligible(node)]
        if not free or not sections:
            return
        values = {
            (section, item): value
            for section in sections
            for item in free
            if (value := self._value(section, item)) > 0
        }
        for section, item in best_pairs(values):
            self.pair(section, item, min(EXACT - 0.01, values[section, item]))

    def _eligible(self, node: Node) -> bool:
        """Free, and no mere part of a section that already answers an item of its own."""
        if node.index in self.by_section or not node.title:
            return False
        above = node.parent
        while above is not None:
            item = self.by_section.get(above)
            if item is not None:
                return not self.items[item].is_leaf or self._above(node.index) != item
            above = self.nodes[above].parent
        return True

    def _value(self, section: int, item: int) -> float:
        likeness, place = self.title(section, item), self.place(section, item)
        if not self.nodes[section].titled:
            accepted = likeness >= SURE_TITLE and place.parent == 1
            return likeness * 0.8 if accepted else _NEVER
        votes = self._child_votes(section, item)
        sure = likeness >= SURE_TITLE and self.model.weight(self.model.sets[item]) >= TELLING
        if sure or (likeness >= LIKELY_TITLE and place.parent > 0) or votes >= CHILD_VOTE:
            return max(likeness, 0.6 * votes) * 0.7 + 0.25 * place.value + 0.05 * votes
        if place.parent < 1 or place.order < 1:
            return _NEVER
        text = self.evidence.relative(section, item)
        told = any(likeness >= title and text >= words for title, words in ALONE)
        some = any(likeness >= title and text >= words for title, words in SOME)
        if some or (told and self._alone(section, item)):
            return 0.5 * likeness + 0.25 * text + 0.2 * place.value
        return _NEVER

    def place(self, section: int, item: int) -> Place:
        """Where the section stands against where the item stands, by the pairs already found."""
        node, parent = self.nodes[section], self._parent_item(item)
        above, known = self._surroundings(section)
        same = float(above == parent) if known else 0.5
        if node.parent is None and parent is not None:
            same = 0.5
        before = max(
            (i for s, i in self.by_section.items() if s < section), key=self._section_of, default=None
        )
        after = min(
            (i for s, i in self.by_section.items() if s > section), key=self._section_of, default=None
        )
        ordered = (before is None or before < item) and (after is None or item < after)
        return Place(same, float(ordered), float(self._same_marker(section, item)))

    def _section_of(self, item: int) -> int:
        return self.by_item.get(item, -1)

    def _child_votes(self, section: int, item: int) -> float:
        """Share of the matched children whose items lie under `item`; one weak child has no vote."""
        matched = [child for child in self.nodes[section].children if child in self.by_section]
        if len(matched) < MANY_CHILDREN and not any(self.score[child] >= ANCHOR for child in matched):
            return 0.0
        found = [self.by_section[child] for child in matched]
        return sum(self._parent_item(child) == item for child in found) / len(found)

    def _alone(self, section: int, item: int) -> bool:
        """Whether only this section and this item are left between matched neighbours of one parent.

        As many sections as items left, in the same order and under the same numbers, count too; so does a
        section with one item it is like and none it is half as like.
        """
        between, left = self._gap(section, item)
        if item not in left:
            return False
        if len(between) == len(left) and between.index(section) == left.index(item):
            return len(left) == 1 or self._same_marker(section, item)
        likeness = self.title(section, item)
        rivals = [other for other in left if other != item and 2 * self.title(section, other) > likeness]
        surely = likeness >= UNRIVALLED or (likeness > 0 and self._same_marker(section, item))
        return between == [section] and surely and not rivals

    def _gap(self, section: int, item: int) -> tuple[list[int], list[int]]:
        """Free titled sections around `section`, and free items around `item`, up to matched neighbours."""
        parent, wanted = self.nodes[section].parent, self.items[item].parent_path
        group = [n.index for n in self.nodes if n.parent == parent and n.titled]
        at = group.index(section)
        before = next((s for s in reversed(group[:at]) if s in self.by_section), None)
        after = next((s for s in group[at + 1 :] if s in self.by_section), None)
        start, stop = (-1 if before is None else before), (len(self.nodes) if after is None else after)
        low = -1 if before is None else self.by_section[before]
        high = len(self.items) if after is None else self.by_section[after]
        between = [s for s in group if start < s < stop]
        left = [i for i in range(low + 1, high) if self.items[i].parent_path == wanted]
        return between, [i for i in left if i not in self.by_item]

    def _same_marker(self, section: int, item: int) -> bool:
        return self.nodes[section].marker == self.items[item].marker

    def _parent_item(self, item: int) -> int | None:
        path = self.items[item].parent_path
        return None if path is None else self.index_of[path]

    def _free_items(self) -> list[int]:
        return [index for index in range(len(self.items)) if index not in self.by_item]
