"""Items answered inside another section: in a title of two subjects, a labelled part, the parent's prose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from transform.matching.lexicon import JOINERS, SURE_JOINERS
from transform.matching.solve import Solver
from transform.matching.titles import title_key
from transform.matching.tokens import token_set
from transform.matching.tree import descendants, is_label, label

TITLE_COVER = 0.6
PART_LIKE = 0.62
PART_NEXT = 0.45
LABEL_LIKE = 0.66
PROSE_COVER = 0.6
_MIN_PROSE = 12
_JOINER = re.compile("|".join(map(re.escape, JOINERS)))


@dataclass(frozen=True, slots=True)
class Merge:
    """`section` also answers `item`. `joined`: its title names both; else only its text does."""

    section: int
    item: int
    score: float
    joined: bool


def find_merges(solver: Solver) -> list[Merge]:
    """Every still unmatched item that another section answers, with the best such section."""
    merges: list[Merge] = []
    owners = dict(solver.by_section)
    for item in range(len(solver.items)):
        if item not in solver.by_item and (merge := _find(solver, item, owners)):
            merges.append(merge)
            owners.setdefault(merge.section, item)
    return merges


def _find(solver: Solver, item: int, owners: Mapping[int, int]) -> Merge | None:
    options = [*_in_titles(solver, item, owners), *_in_labels(solver, item), *_in_prose(solver, item)]
    return max(options, key=lambda merge: (merge.score, merge.joined, -merge.section), default=None)


def _near(solver: Solver, item: int) -> list[int]:
    """Sections that may hold the item's subject: of its siblings, of its parent, or of no item."""
    parent = solver.items[item].parent_path
    found = []
    for node in solver.nodes:
        other = solver.by_section.get(node.index)
        if other is None:
            above = solver.by_section.get(node.parent) if node.parent is not None else None
            if node.titled and (above is None or solver.items[above].path == parent):
                found.append(node.index)
        elif solver.items[other].parent_path == parent or solver.items[other].path == parent:
            found.append(node.index)
    return found


def _in_titles(solver: Solver, item: int, owners: Mapping[int, int]) -> list[Merge]:
    """Titles that name the item's subject beside their own."""
    merges = []
    for section in _near(solver, item):
        node, own = solver.nodes[section], owners.get(section)
        if not node.titled or not _JOINER.search(node.title):
            continue
        if own is not None and title_key(node.title) == solver.model.keys[own]:
            continue
        score = max(_by_words(solver, node.title, item, own), _by_part(solver, node.title, item, own))
        if score:
            merges.append(Merge(section, item, min(0.9, score), joined=True))
    return merges


def _by_words(solver: Solver, title: str, item: int, own: int | None) -> float:
    """Share of the item's words in the title, if high enough.

    Words the section's own item already explains prove nothing: what sets the item apart from it
    must be in the title too.
    """
    words = token_set(title)
    explained = solver.model.sets[own] if own is not None else frozenset[str]()
    covered = solver.model.covered(item, words)
    apart = solver.model.covered(item, words - explained, apart_from=explained)
    return covered if min(covered, apart) >= TITLE_COVER else 0.0


def _by_part(solver: Solver, title: str, item: int, own: int | None) -> float:
    """Likeness of the part before or after a joining word, if high and not likelier the own item's.

    The item next to the own one needs less: a section that answers two stands where both would.
    """
    beside = own is not None and _next_to(solver, item, own)
    best = 0.0
    for joiner in _JOINER.finditer(title):
        one, two = solver.model.row(title[: joiner.start()]), solver.model.row(title[joiner.end() :])
        for here, there in ((one, two), (two, one)):
            if own is not None and here[item] <= here[own]:
                continue
            told_apart = here[item] == max(here) and (own is None or there[own] > there[item])
            near = beside and told_apart and joiner[0] in SURE_JOINERS
            if here[item] >= (PART_NEXT if near else PART_LIKE):
                best = max(best, here[item])
    return best * 0.9


def _next_to(solver: Solver, item: int, own: int) -> bool:
    one, two = solver.items[item], solver.items[own]
    group = [index for index, other in enumerate(solver.items) if other.parent_path == one.parent_path]
    return one.parent_path == two.parent_path and abs(group.index(item) - group.index(own)) == 1


def _in_labels(solver: Solver, item: int) -> list[Merge]:
    """Paragraphs and numbered parts that open with the item's title as a label."""
    merges = []
    for section in _near(solver, item):
        inside = [section, *(s for s in descendants(solver.nodes, section) if s not in solver.by_section)]
        for place in inside:
            node = solver.nodes[place]
            labels = [node.title] if place != section and node.titled else []
            labels += [label(part) for part in node.section.text.split("\n") if is_label(part)]
            best = max((solver.model.row(text)[item] for text in labels if text), default=0.0)
            if best >= LABEL_LIKE:
                merges.append(Merge(place, item, min(0.85, best * 0.9), joined=False))
    return merges


def _in_prose(solver: Solver, item: int) -> list[Merge]:
    """Paragraphs of the parent's section, when none of the parent's items has a section of its own."""
    path = solver.items[item].parent_path
    parent = solver.by_item.get(solver.index_of[path]) if path else None
    if parent is None or not solver.items[item].is_leaf:
        return []
    siblings = [i for i, other in enumerate(solver.items) if other.parent_path == path]
    if any(sibling in solver.by_item for sibling in siblings):
        return []
    places = [parent, *descendants(solver.nodes, parent)]
    best = (0.0, parent)
    for place in places:
        for paragraph in solver.nodes[place].section.text.split("\n"):
            if len(paragraph.split()) >= _MIN_PROSE:
                best = max(
                    best, (solver.model.covered(item, token_set(paragraph)), place), key=lambda pair: pair[0]
                )
    return [Merge(best[1], item, min(0.7, best[0] * 0.8), joined=False)] if best[0] >= PROSE_COVER else []
