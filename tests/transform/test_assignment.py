"""The pairs chosen are as good as trying them all."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from transform.matching.assignment import best_pairs

VALUES = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.01, 1.0), min_size=1, max_size=14
)


@given(VALUES)
def test_sum_equals_that_of_an_exhaustive_search(values: dict[tuple[int, int], float]) -> None:
    chosen = best_pairs(values)
    assert len({left for left, _ in chosen}) == len({right for _, right in chosen}) == len(chosen)
    assert set(chosen) <= values.keys()
    best = max(
        sum(values.get((left, right), 0.0) for left, right in enumerate(order))
        for order in permutations(range(5))
    )
    assert abs(sum(values[pair] for pair in chosen) - best) < 1e-6


def test_a_pair_without_a_value_is_never_made() -> None:
    assert best_pairs({(0, 0): 0.9, (1, 0): 0.8}) == [(0, 0)]
    assert best_pairs({}) == []
