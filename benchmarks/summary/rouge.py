"""ROUGE-1, -2 and -L (F1) over syllables: Lin, "ROUGE: A Package for Automatic Evaluation", 2004."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"\w+")


def tokens(text: str) -> list[str]:
    """Lower-case syllables and numbers."""
    return _WORD.findall(text.lower())


def _f1(shared: int, ours: int, theirs: int) -> float:
    return 2 * shared / (ours + theirs) if shared else 0.0


def rouge_n(ours: Sequence[str], theirs: Sequence[str], n: int) -> float:
    left = Counter(tuple(ours[place : place + n]) for place in range(len(ours) - n + 1))
    right = Counter(tuple(theirs[place : place + n]) for place in range(len(theirs) - n + 1))
    return _f1(sum((left & right).values()), sum(left.values()), sum(right.values()))


def rouge_l(ours: Sequence[str], theirs: Sequence[str]) -> float:
    previous = [0] * (len(theirs) + 1)
    for word in ours:
        current = [0]
        for place, other in enumerate(theirs):
            current.append(previous[place] + 1 if word == other else max(previous[place + 1], current[place]))
        previous = current
    return _f1(previous[-1], len(ours), len(theirs))
