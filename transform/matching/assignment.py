"""Best one-to-one pairs, by the sum of their values; no numeric library, so that a check starts fast."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]


def best_pairs(values: Mapping[Pair, float]) -> list[Pair]:
    """Choose among the (left, right) pairs of `values` (all > 0); no left and no right is used twice."""
    chosen: list[Pair] = []
    for group in _independent(values):
        if len(group) == 1:
            chosen += group
        else:
            chosen += _hungarian({pair: values[pair] for pair in group})
    return sorted(chosen)


def _independent(values: Mapping[Pair, float]) -> list[list[Pair]]:
    """Split the pairs into groups that share no left and no right."""
    root: dict[tuple[str, int], tuple[str, int]] = {}

    def find(node: tuple[str, int]) -> tuple[str, int]:
        root.setdefault(node, node)
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for left, right in sorted(values):
        root[find(("l", left))] = find(("r", right))
    groups: dict[tuple[str, int], list[Pair]] = {}
    for pair in sorted(values):
        groups.setdefault(find(("l", pair[0])), []).append(pair)
    return list(groups.values())


def _hungarian(values: Mapping[Pair, float]) -> list[Pair]:
    """Shortest augmenting paths (Jonker and Volgenant); a pair without a value counts 0 and is dropped."""
    lefts = sorted({left for left, _ in values})
    rights = sorted({right for _, right in values})
    flipped = len(lefts) > len(rights)
    rows, columns = (rights, lefts) if flipped else (lefts, rights)
    cost = [
        [-values.get((column, row) if flipped else (row, column), 0.0) for column in columns] for row in rows
    ]
    found = _augment(cost, len(rows), len(columns))
    pairs = [(columns[c], rows[r]) if flipped else (rows[r], columns[c]) for c, r in found]
    return [pair for pair in pairs if pair in values]


def _augment(cost: list[list[float]], height: int, width: int) -> list[Pair]:
    """Return (column, row) of the cheapest assignment of every row; height <= width."""
    row_price, column_price = [0.0] * (height + 1), [0.0] * (width + 1)
    taken, way = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, height + 1):
        taken[0], column = row, 0
        least, seen = [float("inf")] * (width + 1), [False] * (width + 1)
        while True:
            seen[column] = True
            here, step, after = taken[column], float("inf"), 0
            for other in range(1, width + 1):
                if seen[other]:
                    continue
                reduced = cost[here - 1][other - 1] - row_price[here] - column_price[other]
                if reduced < least[other]:
                    least[other], way[other] = reduced, column
                if least[other] < step:
                    step, after = least[other], other
            for other in range(width + 1):
                if seen[other]:
                    row_price[taken[other]] += step
                    column_price[other] -= step
                else:
                    least[other] -= step
            column = after
            if taken[column] == 0:
                break
        while column:
            taken[column] = taken[way[column]]
            column = way[column]
    return [(column - 1, taken[column] - 1) for column in range(1, width + 1) if taken[column]]
