"""The usual baselines of multi-document extraction, written small: each returns an order of sentences."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
from rouge import tokens

from transform.statements.coverage import Told


def lead(told: list[Told]) -> list[int]:
    """First document from its beginning, then the next."""
    return list(range(len(told)))


def round_robin(told: list[Told]) -> list[int]:
    """First sentences of all documents, then second ones."""
    return sorted(range(len(told)), key=lambda place: (told[place].place, told[place].document))


def textrank(told: list[Told]) -> list[int]:
    """Mihalcea and Tarau 2004: shared words over the logarithms of the lengths, PageRank."""
    bags = [set(tokens(one.text)) for one in told]
    size = len(told)
    graph = np.zeros((size, size))
    for left in range(size):
        for right in range(left):
            shared = len(bags[left] & bags[right])
            if shared and len(bags[left]) > 1 and len(bags[right]) > 1:
                graph[left, right] = graph[right, left] = shared / (
                    math.log(len(bags[left])) + math.log(len(bags[right]))
                )
    return _by_rank(told, _pagerank(graph))


def lexrank(told: list[Told], threshold: float = 0.1) -> list[int]:
    """Erkan and Radev 2004: cosine of TF-IDF over the cluster's sentences, threshold, PageRank."""
    bags = [Counter(tokens(one.text)) for one in told]
    frequency = Counter(word for bag in bags for word in bag)
    index = {word: place for place, word in enumerate(sorted(frequency))}
    rows = np.zeros((len(told), max(1, len(index))))
    for place, bag in enumerate(bags):
        for word, count in bag.items():
            rows[place, index[word]] = count * math.log(len(told) / frequency[word])
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    rows = rows / np.where(norms == 0, 1, norms)
    graph = (rows @ rows.T > threshold).astype(float)
    return _by_rank(told, _pagerank(graph))


def without_repeats(told: list[Told], order: list[int], ceiling: float = 0.5) -> list[int]:
    """Leave out a sentence most of whose words a better one has: the usual step after ranking."""
    kept: list[int] = []
    bags = [set(tokens(one.text)) for one in told]
    for place in order:
        if all(len(bags[place] & bags[other]) <= ceiling * max(1, len(bags[place])) for other in kept):
            kept.append(place)
    return kept


def _pagerank(graph: np.ndarray, damping: float = 0.85, rounds: int = 60) -> np.ndarray:
    size = len(graph)
    sums = graph.sum(axis=1, keepdims=True)
    moves = np.where(sums > 0, graph / np.where(sums == 0, 1, sums), 1 / size)
    rank = np.full(size, 1 / size)
    for _ in range(rounds):
        rank = (1 - damping) / size + damping * moves.T @ rank
    return rank


def _by_rank(told: list[Told], rank: np.ndarray) -> list[int]:
    return sorted(range(len(told)), key=lambda place: (-round(float(rank[place]), 12), place))
