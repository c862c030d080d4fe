"""Items answered inside another section: in a title of two subjects, a labelled part, the parent's prose."""

from __future__ import annotations

from dataclasses import dataclass

from transform.matching.lexicon import JOINERS
from transform.matching.solve import Solver
from transform.matching.tokens import token_set
from transform.matching.tree import descendants, is_label, label

TITLE_COVER = 0.6
LABEL_LIKE = 0.66
PROSE_COVER = 0.6
_MIN_PROSE = 12


@dataclass(frozen=True, slots=True)
class Merge:
    """`section` also answers `item`. `joined`: its title names both; else only its text does."""

    section: int
    item: int
    score: float
    joined: bool


def find_merges(solver: Solver) -> list[Merge]:
    """Every still unmatched item that another section answers, with the best such section."""
    free = (item for item in range(len(solver.items)) if item not in solver.by_item)
    return [merge for item in free if (merge := _find(solver, item))]


def _find(solver: Solver, item: int) -> Merge | None:
    options = [*_in_titles(solver, item), *_in_labels(solver, item), *_in_prose(solver, item)]
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


def _in_titles(solver: Solver, item: int) -> list[Merge]:
    """Titles that name the item's subject beside their own.

    Words the section's own item already explains prove nothing: what sets the item apart from it
    must be in the title too.
    """
    merges = []
    for section in _near(solver, item):
        node, own = solver.nodes[section], solver.by_section.get(section)
        if not node.titled or not any(joiner in node.title for joiner in JOINERS):
            continue
        words = token_set(node.title)
        explained = solver.model.sets[own] if own is not None else frozenset[str]()
        covered = solver.model.covered(item, words)
        apart = solver.model.covered(item, words - explained, apart_from=explained)
        if min(covered, apart) >= TITLE_COVER:
            merges.append(Merge(section, item, min(0.9, covered), joined=True))
    return merges


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
