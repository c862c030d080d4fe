"""How alike two titles are (0..1), each word weighing as much as it tells the outline's items apart."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from extract.encoding import match_key, search_key
from transform.campaign import OutlineItem
from transform.matching.tokens import base_weight, token_set

EXACT = 0.95
_ASIDE = re.compile(r"\(.*?\)")
_NEAR_SPELLING = 0.86


def title_key(title: str) -> str:
    """Key of a title: brackets such as «(nếu có)» and punctuation left out."""
    return match_key(_ASIDE.sub(" ", title)) or match_key(title)


@dataclass(slots=True)
class TitleModel:
    """Weights and keys of one outline; `row` is cached, as agencies print the same titles."""

    items: Sequence[OutlineItem]
    keys: list[str] = field(default_factory=list)
    sets: list[frozenset[str]] = field(default_factory=list)
    weights: dict[str, float] = field(default_factory=dict)
    _rows: dict[tuple[str, int | None], list[float]] = field(default_factory=dict)

    @staticmethod
    def of(items: Sequence[OutlineItem]) -> TitleModel:
        """Build the model of an outline."""
        model = TitleModel(items)
        model.keys = [title_key(item.title) for item in items]
        model.sets = [token_set(item.title) for item in items]
        seen = Counter(token for tokens in model.sets for token in tokens)
        top = math.log(1 + len(items))
        model.weights = {
            token: base_weight(token) * math.log(1 + len(items) / count) / top
            for token, count in seen.items()
        }
        return model

    def weight(self, tokens: Collection[str]) -> float:
        """Sum of the weights of `tokens`; a word the outline never uses weighs by its kind."""
        return sum(self.weights.get(token, base_weight(token)) for token in sorted(tokens))

    def row(self, title: str, below: int | None = None) -> list[float]:
        """Likeness of `title` to every item, in outline order.

        below: the item that the section above answers; words it already says are context there and
        tell nothing («Nội dung thi đua» below «Phong trào thi đua» is «Nội dung»).
        """
        if (title, below) not in self._rows:
            self._rows[title, below] = [self._alike(title, index, below) for index in range(len(self.items))]
        return self._rows[title, below]

    def covered(self, index: int, by: Collection[str], apart_from: Collection[str] = frozenset()) -> float:
        """Share of item `index`'s weight, words of `apart_from` left out, found among the tokens `by`."""
        wanted = self.sets[index] - set(apart_from)
        whole = self.weight(wanted)
        return self.weight(wanted & set(by)) / whole if whole else 0.0

    def _alike(self, title: str, index: int, below: int | None) -> float:
        key, other = title_key(title), self.keys[index]
        if not key:
            return 0.0
        if key == other:
            return 1.0
        spelled = fuzz.ratio(search_key(key), search_key(other)) / 100
        if key.startswith(other + " ") and len(other.split()) >= 3:
            spelled = max(spelled, EXACT)
        words = token_set(title)
        meant = self._meaning(words, self.sets[index])
        if below is not None:
            context = self.sets[below]
            meant = max(meant, self._meaning(words - (context - self.sets[index]), self.sets[index]))
        return max(meant, spelled if spelled >= _NEAR_SPELLING else 0.0)

    def _meaning(self, mine: frozenset[str], theirs: frozenset[str]) -> float:
        both = self.weight(mine & theirs)
        if not both:
            return 0.0
        precise, whole = both / self.weight(mine), both / self.weight(theirs)
        return min(EXACT - 0.01, precise * whole / (precise + whole) + (precise + whole) / 4)
