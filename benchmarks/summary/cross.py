"""Whether the order of methods holds where the constants were not looked for: split halves.

Usage: python benchmarks/summary/cross.py [FOLDER] [--record]
The constants of `transform/statements/coverage.py` are chosen anew on one half of the clusters and scored
on the other, over 20 fixed splits; every baseline is scored on the same other half. Beside it the 95 %
interval of the difference over clusters (paired bootstrap, fixed seed). `--record` writes CROSS.md.
"""

from __future__ import annotations

import random
import sys
from itertools import product

import run
from rouge import rouge_n

from transform.statements import coverage
from transform.statements.coverage import Told, digest

GRID = list(product((0.15, 0.3, 0.5), (0.2, 0.3, 0.45), (1.0, 2.0)))
"""Weight of a lone pair, exponent of a sentence's length, weight of a document's first sentence."""
SPLITS = 20
OURS = "ours"


def per_cluster(method: run.Method, data: run.Data, budget: int) -> list[float]:
    """ROUGE-2 of every cluster, mean over its references."""
    found = []
    for told, references in data:
        words = run.chosen(method, told, budget)
        found.append(sum(rouge_n(words, one, 2) for one in references) / len(references))
    return found


def ours(lone: float, length: float, lead: float) -> run.Method:
    """Return the selection with the given constants."""

    def method(told: list[Told], budget: int) -> list[int]:
        coverage._LONE, coverage._LENGTH = lone, length
        return digest(told, budget, lead)

    return method


def mean(values: list[float], places: list[int]) -> float:
    """Mean over the clusters at the places."""
    return sum(values[place] for place in places) / len(places)


def interval(differences: list[float]) -> tuple[float, float]:
    """95 % interval of the mean by paired bootstrap."""
    dice = random.Random(6)
    size = len(differences)
    means = sorted(sum(dice.choices(differences, k=size)) / size for _ in range(2000))
    return means[50], means[1949]


def held_out(grid: list[list[float]], rivals: dict[str, list[float]]) -> dict[str, list[float]]:
    """Mean on the other half by split: ours with the constants best on the first half, and the rivals."""
    size = len(grid[0])
    held: dict[str, list[float]] = {name: [] for name in (OURS, *rivals)}
    for seed in range(SPLITS):
        order = list(range(size))
        random.Random(seed).shuffle(order)
        looked, kept = order[: size // 2], order[size // 2 :]
        best = max(range(len(GRID)), key=lambda place: mean(grid[place], looked))
        held[OURS].append(mean(grid[best], kept))
        for name, values in rivals.items():
            held[name].append(mean(values, kept))
    return held


def row(name: str, held: dict[str, list[float]], differences: list[float]) -> str:
    """One rival's row of the table."""
    low, high = interval(differences)
    average = sum(held[name]) / SPLITS
    return f"| {name} | {average:.3f} | {above(name, held)}/{SPLITS} | {low:+.3f} … {high:+.3f} |"


def above(name: str, held: dict[str, list[float]]) -> int:
    """Count the splits in which ours is above the rival."""
    return sum(mine > theirs for mine, theirs in zip(held[OURS], held[name], strict=True))


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a baseline reaches ours on a held-out half."""
    folder = run.asked_folder(arguments)
    if folder is None:
        return 0
    data = run.clusters(folder)
    budget = run.budget_of(data)
    grid = [per_cluster(ours(*constants), data, budget) for constants in GRID]
    shipped = per_cluster(ours(0.3, 0.3, run.NEWS_LEAD), data, budget)
    rivals = {
        name: per_cluster(method, data, budget)
        for name, method in run.methods().items()
        if not name.startswith(OURS)
    }
    held = held_out(grid, rivals)
    spread = [sum(values) / len(values) for values in grid]
    lines = [
        f"{len(data)} clusters, {SPLITS} splits in halves, {len(GRID)} sets of constants, "
        f"{budget} syllables.",
        "",
        "| method | ROUGE-2 on the other half (mean) | splits in which ours is above "
        "| shipped constants minus this, 95 % |",
        "|---|---|---|---|",
        f"| ours, constants chosen on the first half | {sum(held[OURS]) / SPLITS:.3f} | | |",
        *(
            row(name, held, [mine - theirs for mine, theirs in zip(shipped, values, strict=True)])
            for name, values in rivals.items()
        ),
        "",
        f"Over all sets of constants ROUGE-2 lies between {min(spread):.3f} and {max(spread):.3f}.",
    ]
    print("\n".join(lines))
    if "--record" in arguments:
        text = "# The order of methods on clusters not looked at\n\n" + "\n".join(lines) + "\n"
        (run.HERE / "CROSS.md").write_text(text, "utf-8")
    return int(any(above(name, held) < SPLITS for name in rivals))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
