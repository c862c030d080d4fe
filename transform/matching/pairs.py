"""What is known so far of which section answers which item, and what place that leaves for the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from transform.campaign import OutlineItem
from transform.matching.evidence import Evidence
from transform.matching.titles import TitleModel
from transform.matching.tree import Node

_SURE_CHILD = 0.8
_MANY_CHILDREN = 2
_UNRIVALLED = 0.4


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
class Pairs:
    """Pairs of one report: `by_section` and `by_item` hold those found, `score` their likeness (0..1)."""

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
        return self.model.row(self.nodes[section].title, self.above(section))[item]

    def above(self, section: int) -> int | None:
        """Item whose parts stand around the section; None at the top or when not known."""
        return self.surroundings(section)[0]

    def surroundings(self, section: int) -> tuple[int | None, bool]:
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
            self.parent_item(self.by_section[brother])
            for brother in self.nodes[parent].children
            if brother != section and brother in self.by_section
        )
        return (found.most_common(1)[0][0], True) if found else (item, item is not None)

    def place(self, section: int, item: int) -> Place:
        """Where the section stands against where the item stands, by the pairs already found."""
        node, parent = self.nodes[section], self.parent_item(item)
        above, known = self.surroundings(section)
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
        return Place(same, float(ordered), float(self.same_marker(section, item)))

    def _section_of(self, item: int) -> int:
        return self.by_item.get(item, -1)

    def child_votes(self, section: int, item: int) -> float:
        """Share of the matched children whose items lie under `item`; one weak child has no vote."""
        matched = [child for child in self.nodes[section].children if child in self.by_section]
        if len(matched) < _MANY_CHILDREN and not any(self.score[child] >= _SURE_CHILD for child in matched):
            return 0.0
        found = [self.by_section[child] for child in matched]
        return sum(self.parent_item(child) == item for child in found) / len(found)

    def alone(self, section: int, item: int) -> bool:
        """Whether only this section and this item are left between matched neighbours of one parent.

        As many sections as items left, in the same order and under the same numbers, count too; so does a
        section with one item it is like and none it is half as like.
        """
        between, left = self._gap(section, item)
        if item not in left:
            return False
        if len(between) == len(left) and between.index(section) == left.index(item):
            return len(left) == 1 or self.same_marker(section, item)
        likeness = self.title(section, item)
        rivals = [other for other in left if other != item and 2 * self.title(section, other) > likeness]
        surely = likeness >= _UNRIVALLED or (likeness > 0 and self.same_marker(section, item))
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

    def same_marker(self, section: int, item: int) -> bool:
        """Whether the section carries the number that the outline gives the item."""
        return self.nodes[section].marker == self.items[item].marker

    def parent_item(self, item: int) -> int | None:
        """Item above the item; None at the top."""
        path = self.items[item].parent_path
        return None if path is None else self.index_of[path]

    def free_items(self) -> list[int]:
        """Items that no section answers yet."""
        return [index for index in range(len(self.items)) if index not in self.by_item]
