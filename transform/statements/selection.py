"""Choosing a few clauses out of many: greedy by value, with diversity over kinds, regions and agencies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from transform.statements.cluster import vectors
from transform.statements.corpus import Agency, Clause
from transform.statements.ranges import FIGURE

KIND_GROUPS = {
    "so": "tỉnh",
    "ban": "tỉnh",
    "nganh": "ngành",
    "xa": "xã",
    "phuong": "phường",
    "dac_khu": "đặc khu",
}

COMMUNES = frozenset(("xã", "phường", "đặc khu"))


def choose(
    clauses: Sequence[Clause],
    value: Callable[[Clause], float],
    most: int,
    light: frozenset[str] = frozenset(),
    alike: float = 0.6,
) -> list[Clause]:
    """Maximal marginal relevance: value minus likeness to what is chosen and to whose turn it was.

    A clause as like a chosen one as `alike` is out. One clause of an agency (more only when there are
    fewer agencies than places); kinds of agency and regions that already spoke give way, so that
    the examples never come from the sở alone. Clauses of value at or below zero are not chosen.
    """
    best = _best_of_each(clauses, value, most)
    if not best or most <= 0:
        return []
    rows = vectors([_bare(clause) for clause, _ in best], light)
    kinds: Counter[str] = Counter()
    regions: Counter[str] = Counter()
    likeness = [0.0] * len(best)
    chosen: list[int] = []
    while len(chosen) < most:
        ranked = [
            (worth - 2.5 * likeness[place] - _turns(clause.agency, kinds, regions), -place)
            for place, (clause, worth) in enumerate(best)
            if place not in chosen and likeness[place] < alike and worth > 2.5 * likeness[place]
        ]
        if not ranked:
            break
        place = -max(ranked)[1]
        chosen.append(place)
        kinds[kind_group(best[place][0].agency)] += 1
        regions[best[place][0].agency.region] += 1
        near = (rows @ rows[place].T).toarray().ravel()
        likeness = [max(old, float(new)) for old, new in zip(likeness, near, strict=True)]
    return sorted((best[place][0] for place in chosen), key=lambda clause: clause.order)


def _bare(clause: Clause) -> str:
    """Words without whose they are and without figures: two of a kind differ in nothing else."""
    return FIGURE.sub(" ", clause.text.replace(clause.agency.name, " "))


def _turns(agency: Agency, kinds: Counter[str], regions: Counter[str]) -> float:
    """How much an agency gives way because its kind and its region already spoke."""
    return 1.2 * kinds[kind_group(agency)] + 0.4 * regions[agency.region]


def _best_of_each(
    clauses: Sequence[Clause], value: Callable[[Clause], float], most: int
) -> list[tuple[Clause, float]]:
    """Return each agency's best clauses with their values, in list order; at most 400, the best ones."""
    of_agency: dict[str, list[tuple[float, Clause]]] = defaultdict(list)
    for clause in clauses:
        worth = value(clause)
        if worth > 0:
            of_agency[clause.agency.code].append((worth, clause))
    each = max(1, -(-most // max(1, len(of_agency))))
    best = [
        pair
        for many in of_agency.values()
        for pair in sorted(many, key=lambda pair: (-pair[0], pair[1].order))[:each]
    ]
    found = sorted(best, key=lambda pair: (-pair[0], pair[1].order))[:400]
    return sorted(((clause, worth) for worth, clause in found), key=lambda pair: pair[0].order)


def kind_group(agency: Agency) -> str:
    """Broad kind of an agency, over which examples are spread."""
    return KIND_GROUPS.get(agency.kind, "khác")
