"""Selection quality against human references, beside the usual baselines, in one run.

Usage: python benchmarks/summary/run.py [FOLDER] [--record]
FOLDER holds one folder a cluster with `*.body.txt` and `*.ref1.txt`, `*.ref2.txt`; every method gets the
same sentences and the same number of syllables (the mean length of the references of the whole set).
`--record` writes the table into RESULTS.md. Exit status 1 when a baseline's ROUGE-2 reaches ours.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

import baselines  # noqa: E402
import packages  # noqa: E402
from rouge import rouge_l, rouge_n, tokens  # noqa: E402

from transform.statements.coverage import Told, digest  # noqa: E402
from transform.statements.sentences import sentences  # noqa: E402

NEWS_LEAD = 2.0
Method = Callable[[list[Told], int], list[int]]
Data = list[tuple[list[Told], list[list[str]]]]
"""Clusters: sentences, and the syllables of each reference."""
METHODS: dict[str, Method] = {
    "lead": lambda told, _: baselines.lead(told),
    "round-robin lead": lambda told, _: baselines.round_robin(told),
    "TextRank": lambda told, _: baselines.textrank(told),
    "TextRank, repeats out": lambda told, _: baselines.without_repeats(told, baselines.textrank(told)),
    "LexRank": lambda told, _: baselines.lexrank(told),
    "LexRank, repeats out": lambda told, _: baselines.without_repeats(told, baselines.lexrank(told)),
    "ours (coverage)": lambda told, budget: digest(told, budget, NEWS_LEAD),
}


def methods() -> dict[str, Method]:
    """All methods of the run: ours, our baselines, and those of a public package where it is installed."""
    found = dict(METHODS)
    for name, rank in packages.rankers().items():
        found[name] = lambda told, _, rank=rank: rank(told)
        found[f"{name}, repeats out"] = lambda told, _, rank=rank: baselines.without_repeats(told, rank(told))
    return found


def asked_folder(arguments: list[str]) -> Path | None:
    """Return the folder named, else the one beside the project; None when it is not there."""
    named = [one for one in arguments if not one.startswith("--")]
    folder = Path(named[0]) if named else HERE.parents[2] / "shared" / "eval" / "summ"
    if folder.is_dir():
        return folder
    print(f"no clusters at {folder}")
    return None


def clusters(folder: Path) -> Data:
    """Read the clusters that have bodies and references."""
    found = []
    for cluster in sorted(path for path in folder.iterdir() if path.is_dir()):
        told = []
        for number, body in enumerate(sorted(cluster.glob("*.body.txt"))):
            text = body.read_text("utf-8")
            spans = sentences(text)
            told += [Told(number, place, text[span.start : span.end]) for place, span in enumerate(spans)]
        references = [tokens(path.read_text("utf-8")) for path in sorted(cluster.glob("*.ref*.txt"))]
        if told and references:
            found.append((told, references))
    return found


def budget_of(data: Data) -> int:
    """Syllables for every method: the mean length of all references."""
    lengths = [len(reference) for _, references in data for reference in references]
    return round(sum(lengths) / len(lengths))


def chosen(method: Method, told: list[Told], budget: int) -> list[str]:
    """First `budget` syllables of the sentences that `method` takes."""
    return [word for place in method(told, budget) for word in tokens(told[place].text)][:budget]


def score(method: Method, data: Data, budget: int) -> tuple[float, ...]:
    """ROUGE-1, -2 and -L, mean over the clusters."""
    sums = [0.0, 0.0, 0.0]
    for told, references in data:
        words = chosen(method, told, budget)
        for reference in references:
            values = (rouge_n(words, reference, 1), rouge_n(words, reference, 2), rouge_l(words, reference))
            sums = [total + value / len(references) for total, value in zip(sums, values, strict=True)]
    return tuple(total / len(data) for total in sums)


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a baseline reaches ours."""
    folder = asked_folder(arguments)
    if folder is None:
        return 0
    data = clusters(folder)
    budget = budget_of(data)
    results = {name: score(method, data, budget) for name, method in methods().items()}
    human = [(left, right) for _, (left, right, *_) in data]
    agreement = [
        sum(measure(a, b) for a, b in human) / len(human)
        for measure in (lambda a, b: rouge_n(a, b, 1), lambda a, b: rouge_n(a, b, 2), rouge_l)
    ]
    lines = [f"{len(data)} clusters, two human references each, {budget} syllables for every method.", ""]
    lines += ["| method | ROUGE-1 | ROUGE-2 | ROUGE-L |", "|---|---|---|---|"]
    for name, values in [*results.items(), ("one human against the other", tuple(agreement))]:
        lines.append(f"| {name} | " + " | ".join(f"{value:.3f}" for value in values) + " |")
    print("\n".join(lines))
    if "--record" in arguments:
        text = "# Selection of sentences against human summaries\n\n" + "\n".join(lines) + "\n\n" + NOTE
        (HERE / "RESULTS.md").write_text(text, "utf-8")
    ours = results["ours (coverage)"][1]
    return int(any(values[1] >= ours for name, values in results.items() if not name.startswith("ours")))


NOTE = """Made by `python benchmarks/summary/run.py --record`. Public Vietnamese news clusters (not shipped);
syllable ROUGE, F1, mean of the two references. Every method is given the same sentences. "(sumy)" are the
rankings of the public package sumy 0.13.0 (no dependency of the project; left out where it is not installed);
the others are small own implementations of the published methods. The constants of
`transform/statements/coverage.py` were looked for on this same set: [CROSS.md](CROSS.md) shows that the order
of the methods holds on halves where they were not.
"""

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
