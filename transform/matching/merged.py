"""Items answered inside another section: in a title of two subjects, a labelled part, the parent's prose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from transform.matching.lexicon import JOINERS, SURE_JOINERS
from transform.matching.pairs import Pairs
from transform.matching.titles import title_key
from transform.matching.tokens import token_set
from transform.matching.tree import descendants, is_label, label

TITLE_COVER = 0.6
PART_LIKE = 0.62
PART_NEXT = 0.45
PART_TOLD = 0.35
LABEL_LIKE = 0.66
PROSE_COVER = 0.6
_MIN_PROSE = 12
_TWO = 2
_JOINER = re.compile("|".join(map(re.escape, JOINERS)))


@dataclass(frozen=True, slots=True)
class Merge:
    """`section` also answers `item`. `joined`: its title names both; else only its text does."""

    section: int
    item: int
    score: float
    joined: bool


def find_merges(pairs: Pairs) -> list[Merge]:
    """Every still unmatched item that another section answers, with the best such section."""
    merges: list[Merge] = []
    owners = dict(pairs.by_section)
    for item in range(len(pairs.items)):
        if item not in pairs.by_item and (merge := _find(pairs, item, owners)):
            merges.append(merge)
            owners.setdefault(merge.section, item)
    return merges


def _find(pairs: Pairs, item: int, owners: Mapping[int, int]) -> Merge | None:
    options = [*_in_titles(pairs, item, owners), *_in_labels(pairs, item), *_in_prose(pairs, item)]
    return max(options, key=lambda merge: (merge.score, merge.joined, -merge.section), default=None)


def _near(pairs: Pairs, item: int) -> list[int]:
    """Sections that may hold the item's subject: of its siblings, of its parent, or of no item."""
    parent = pairs.items[item].parent_path
    found = []
    for node in pairs.nodes:
        other = pairs.by_section.get(node.index)
        if other is None:
            above = pairs.by_section.get(node.parent) if node.parent is not None else None
            if node.titled and (above is None or pairs.items[above].path == parent):
                found.append(node.index)
        elif pairs.items[other].parent_path == parent or pairs.items[other].path == parent:
            found.append(node.index)
    return found


def _in_titles(pairs: Pairs, item: int, owners: Mapping[int, int]) -> list[Merge]:
    """Titles that name the item's subject beside their own."""
    merges = []
    for section in _near(pairs, item):
        node, own = pairs.nodes[section], owners.get(section)
        if not node.titled or not _JOINER.search(node.title):
            continue
        if own is not None and title_key(node.title) == pairs.model.keys[own]:
            continue
        score = max(
            _by_words(pairs, node.title, item, own),
            _by_part(pairs, node.title, item, own),
            _by_one_of_many(pairs, section, item, own),
        )
        if score:
            merges.append(Merge(section, item, min(0.9, score), joined=True))
    return merges


def _by_words(pairs: Pairs, title: str, item: int, own: int | None) -> float:
    """Share of the item's words in the title, if high enough.

    Words the section's own item already explains prove nothing: what sets the item apart from it
    must be in the title too.
    """
    words = token_set(title)
    explained = pairs.model.sets[own] if own is not None else frozenset[str]()
    covered = pairs.model.covered(item, words)
    apart = pairs.model.covered(item, words - explained, apart_from=explained)
    return covered if min(covered, apart) >= TITLE_COVER else 0.0


def _by_part(pairs: Pairs, title: str, item: int, own: int | None) -> float:
    """Likeness of the part before or after a joining word, if high and not likelier the own item's.

    The item next to the own one needs less: a section that answers two stands where both would.
    """
    beside = own is not None and _next_to(pairs, item, own)
    best = 0.0
    for joiner in _JOINER.finditer(title):
        one, two = pairs.model.row(title[: joiner.start()]), pairs.model.row(title[joiner.end() :])
        for here, there in ((one, two), (two, one)):
            if own is not None and here[item] <= here[own]:
                continue
            told_apart = here[item] == max(here) and (own is None or there[own] > there[item])
            near = beside and told_apart and joiner[0] in SURE_JOINERS
            if here[item] >= (PART_NEXT if near else PART_LIKE):
                best = max(best, here[item])
    return best * 0.9


def _by_one_of_many(pairs: Pairs, section: int, item: int, own: int | None) -> float:
    """Likeness of a part of a title of three or more, all its words the item's and used in the text.

    «Chỉnh lý, kho lưu trữ và số hóa tài liệu» names «Kho lưu trữ và trang thiết bị bảo quản» by half its
    words: the title alone is not enough, so a paragraph must speak of it too.
    """
    best, beside = 0.0, pairs.items[item].parent_path
    told = [token_set(text) for text in pairs.nodes[section].section.text.split("\n")]
    parts = [part for part in _JOINER.split(pairs.nodes[section].title) if part.strip()]
    for part in parts if len(parts) > _TWO else ():
        words, row = token_set(part), pairs.model.row(part)
        rivals = [row[i] for i, other in enumerate(pairs.items) if other.parent_path == beside or i == own]
        if not words or not words <= pairs.model.sets[item] or rivals.count(row[item]) != 1:
            continue
        if row[item] < max(rivals):
            continue
        if row[item] >= PART_TOLD and any(words <= paragraph for paragraph in told):
            best = max(best, row[item])
    return best * 0.9


def _next_to(pairs: Pairs, item: int, own: int) -> bool:
    one, two = pairs.items[item], pairs.items[own]
    group = [index for index, other in enumerate(pairs.items) if other.parent_path == one.parent_path]
    return one.parent_path == two.parent_path and abs(group.index(item) - group.index(own)) == 1


def _in_labels(pairs: Pairs, item: int) -> list[Merge]:
    """Paragraphs and numbered parts that open with the item's title as a label."""
    merges = []
    for section in _near(pairs, item):
        inside = [section, *(s for s in descendants(pairs.nodes, section) if s not in pairs.by_section)]
        for place in inside:
            node = pairs.nodes[place]
            labels = [node.title] if place != section and node.titled else []
            labels += [label(part) for part in node.section.text.split("\n") if is_label(part)]
            best = max((pairs.model.row(text)[item] for text in labels if text), default=0.0)
            if best >= LABEL_LIKE:
                merges.append(Merge(place, item, min(0.85, best * 0.9), joined=False))
    return merges


def _in_prose(pairs: Pairs, item: int) -> list[Merge]:
    """Paragraphs of the parent's section, when none of the parent's items has a section of its own."""
    path = pairs.items[item].parent_path
    parent = pairs.by_item.get(pairs.index_of[path]) if path else None
    if parent is None or not pairs.items[item].is_leaf:
        return []
    siblings = [i for i, other in enumerate(pairs.items) if other.parent_path == path]
    if any(sibling in pairs.by_item for sibling in siblings):
        return []
    places = [parent, *descendants(pairs.nodes, parent)]
    best = (0.0, parent)
    for place in places:
        for paragraph in pairs.nodes[place].section.text.split("\n"):
            if len(paragraph.split()) >= _MIN_PROSE:
                best = max(
                    best, (pairs.model.covered(item, token_set(paragraph)), place), key=lambda pair: pair[0]
                )
    return [Merge(best[1], item, min(0.7, best[0] * 0.8), joined=False)] if best[0] >= PROSE_COVER else []
