"""What a section's own words say about an item: does it speak of the item's subject, more than others do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from transform.matching.titles import TitleModel
from transform.matching.tokens import tokens
from transform.matching.tree import Node, full_text

OPENING = 60
_LATER = 0.7
_MAX_TOKENS = 6000


class Evidence:
    """Computed only for reports whose titles do not settle everything; one tokenisation a section."""

    def __init__(self, model: TitleModel, nodes: Sequence[Node]) -> None:
        self._model = model
        self._nodes = nodes

    @cached_property
    def _texts(self) -> list[tuple[frozenset[str], frozenset[str]]]:
        """For each section: tokens of its opening, tokens of all of it."""
        result = []
        for node in self._nodes:
            found = tokens(full_text(self._nodes, node.index))[:_MAX_TOKENS]
            result.append((frozenset(found[:OPENING]), frozenset(found)))
        return result

    @cached_property
    def _best(self) -> list[float]:
        """For each item: the best coverage any section without subsections has."""
        leaves = [node.index for node in self._nodes if not node.children]
        return [
            max((self.coverage(leaf, item) for leaf in leaves), default=0.0)
            for item in range(len(self._model.items))
        ]

    def coverage(self, section: int, item: int) -> float:
        """Share (0..1) of the item's words found in the section; words after the opening count 0.7."""
        opening, whole = self._texts[section]
        wanted = self._model.sets[item]
        total = self._model.weight(wanted)
        if not total:
            return 0.0
        early, later = self._model.weight(wanted & opening), self._model.weight(wanted & whole - opening)
        return (early + _LATER * later) / total

    def relative(self, section: int, item: int) -> float:
        """Coverage, lowered when another section speaks of the item more."""
        own, best = self.coverage(section, item), self._best[item]
        return own * min(1.0, own / best) if best else 0.0
