"""Which sentences cover best what several documents say: concept coverage over syllable pairs.

A pair of neighbouring syllables is a concept; it weighs with the number of documents that hold it.
Sentences are taken greedily by the weight they newly cover (Gillick and Favre, "A scalable global
model for summarization", 2009, solved greedily). Deterministic, linear in the text for each sentence taken.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transform.statements.lexicon import STOP
from transform.statements.text import syllables

Pair = tuple[str, str]
_LONE = 0.3
"""Weight of a pair that only one of several documents holds."""
_LENGTH = 0.3
"""Exponent of a sentence's length in the price paid for it."""
_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence: the number of its document and its place there, both from 0."""

    document: int
    place: int
    text: str


def pairs(text: str) -> frozenset[Pair]:
    """Pairs of neighbouring syllables, those of two function words left out."""
    return frozenset(pair for pair in pairwise(syllables(text)) if not (pair[0] in STOP and pair[1] in STOP))


def weights(told: Iterable[tuple[int, frozenset[Pair]]]) -> dict[Pair, float]:
    """Weight of each pair: the root of the number of documents that hold it, little when only one does."""
    holders: dict[Pair, set[int]] = defaultdict(set)
    documents: set[int] = set()
    for document, found in told:
        documents.add(document)
        for pair in found:
            holders[pair].add(document)
    lone = 1.0 if len(documents) < 2 else _LONE
    return {pair: len(where) ** 0.5 if len(where) > 1 else lone for pair, where in holders.items()}


def digest(sentences: Sequence[Told], budget: int, lead: float = 0.3) -> list[int]:
    """Return the places of the sentences that together cover most, in the order taken, up to `budget`.

    `lead` is how much more the first sentence of a document weighs than a late one (news: 2).
    """
    found = [pairs(one.text) for one in sentences]
    lengths = [len(syllables(one.text)) for one in sentences]
    early = [1 + lead / (1 + one.place) for one in sentences]
    value = weights((one.document, concept) for one, concept in zip(sentences, found, strict=True))
    value = _early(value, found, early)
    taken: list[int] = []
    covered: set[Pair] = set()
    left = [place for place, length in enumerate(lengths) if length >= _SHORTEST]
    used = 0
    while used < budget and left:
        room = budget - used
        scores = [
            (
                sum(value[pair] for pair in found[place] - covered)
                * early[place]
                / lengths[place] ** _LENGTH
                * min(1.0, room / lengths[place]),
                -place,
            )
            for place in left
        ]
        best = -max(scores)[1]
        taken.append(best)
        left.remove(best)
        covered |= found[best]
        used += lengths[best]
    return taken


def _early(
    value: Mapping[Pair, float], found: Sequence[frozenset[Pair]], early: Sequence[float]
) -> dict[Pair, float]:
    """Weight pairs by the earliest place at which any document says them."""
    best: dict[Pair, float] = defaultdict(float)
    for concept, weight in zip(found, early, strict=True):
        for pair in concept:
            best[pair] = max(best[pair], weight)
    return {pair: weight * best[pair] for pair, weight in value.items()}


def commonness(text: str, value: Mapping[Pair, float], documents: int) -> float:
    """How much of a sentence is what the documents share: 0 (nothing) to 1 (all of it in all of them)."""
    found = pairs(text)
    if not found or documents < 2:
        return 0.0
    return sum(value.get(pair, 0.0) for pair in found) / (len(found) * math.sqrt(documents))
