"""Clauses of different agencies that say the same, found by cosine over content syllables and pairs.

Weights are fixed by the words themselves and the campaign's own vocabulary, not by how often other
reports use them: whether two clauses are alike never depends on a third. Rows are compared in blocks.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from transform.statements.lexicon import SET_PHRASES, WEAK_PHRASE
from transform.statements.text import content_grams

_BLOCK = 512
_LIGHT = 0.35
_WEAK = frozenset(gram for phrase in (*SET_PHRASES, *WEAK_PHRASE) for gram in content_grams(phrase))


def vectors(texts: Sequence[str], light: frozenset[str] = frozenset()) -> csr_matrix:
    """Return unit rows over content syllables and pairs; formulas and the grams in `light` weigh less."""
    index: dict[str, int] = {}
    data: list[float] = []
    columns: list[int] = []
    pointers = [0]
    for text in texts:
        for gram in sorted(set(content_grams(text))):
            columns.append(index.setdefault(gram, len(index)))
            data.append(_LIGHT if gram in light or gram in _WEAK else 1.0)
        pointers.append(len(columns))
    matrix = csr_matrix((data, columns, pointers), shape=(len(texts), max(1, len(index))), dtype=np.float64)
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    norms[norms == 0] = 1.0
    return csr_matrix(matrix.multiply(1.0 / norms[:, None]))


def groups(texts: Sequence[str], threshold: float, light: frozenset[str] = frozenset()) -> list[list[int]]:
    """Partition of the texts into groups that say the same, each led by its most central text.

    Leader clustering in order of how many neighbours a text has (ties by place): every member is within
    `threshold` of its leader, so a chain of small differences never joins two different things.
    Groups come in that order; members in order of the input with the leader first.
    """
    if not texts:
        return []
    neighbours = near(vectors(texts, light), threshold)
    order = sorted(range(len(texts)), key=lambda place: (-len(neighbours[place]), place))
    taken = np.zeros(len(texts), dtype=bool)
    found: list[list[int]] = []
    for place in order:
        if taken[place]:
            continue
        members = [int(other) for other in neighbours[place] if not taken[other] and other != place]
        taken[place] = True
        taken[members] = True
        found.append([place, *members])
    return found


def near(rows: csr_matrix, threshold: float) -> list[np.ndarray]:
    """For every row the rows (itself included, ascending) whose cosine is at least `threshold`."""
    found: list[np.ndarray] = []
    transposed = rows.T.tocsc()
    for start in range(0, rows.shape[0], _BLOCK):
        block = (rows[start : start + _BLOCK] @ transposed).tocsr()
        for place in range(block.shape[0]):
            left, right = block.indptr[place], block.indptr[place + 1]
            columns = block.indices[left:right][block.data[left:right] >= threshold]
            found.append(np.sort(columns).astype(np.int32))
    return found
