"""Counts of a run, printed, and kept as RESULTS.md and last.json."""

from __future__ import annotations

import json
import platform
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.fuzzing.isolated import kinds_of_workers
from benchmarks.fuzzing.kinds import Acts, feed_text
from benchmarks.fuzzing.sandbox import Result

HERE = Path(__file__).parent
_SLOWEST = 3


@dataclass
class Tally:
    """Counts of one kind. faults: text → (count, index of the first); grown: most bytes one input added."""

    kind: str
    way: str
    outcomes: Counter[str] = field(default_factory=Counter)
    faults: dict[str, tuple[int, int]] = field(default_factory=dict)
    examples: dict[str, str] = field(default_factory=dict)
    slowest: list[tuple[float, int]] = field(default_factory=list)
    edges: list[int] = field(default_factory=list)
    grown: tuple[int, int] = (0, -1)
    seconds: float = 0.0
    started: float = field(default_factory=time.perf_counter)

    def add(self, result: Result) -> None:
        """Count one result."""
        self.outcomes[result.outcome] += 1
        for fault in result.faults:
            count, first = self.faults.get(fault, (0, result.index))
            self.faults[fault] = (count + 1, first)
        self.slowest = sorted([*self.slowest, (result.seconds, result.index)], reverse=True)[:_SLOWEST]
        self.grown = max(self.grown, (result.grown, result.index))
        self.seconds = time.perf_counter() - self.started

    def plus(self, later: Tally) -> Tally:
        """Return the counts of both: rounds of one run."""
        both = Tally(self.kind, self.way, self.outcomes + later.outcomes, dict(self.faults))
        for fault, (count, first) in later.faults.items():
            known, earliest = both.faults.get(fault, (0, first))
            both.faults[fault] = (known + count, earliest)
        both.examples = later.examples | self.examples
        both.slowest = sorted([*self.slowest, *later.slowest], reverse=True)[:_SLOWEST]
        both.edges = self.edges or later.edges
        both.grown = max(self.grown, later.grown)
        both.seconds = self.seconds + later.seconds
        return both

    @property
    def inputs(self) -> int:
        """Inputs counted."""
        return sum(self.outcomes.values())

    def line(self) -> str:
        """One line for the screen."""
        ends = f"{dict(self.outcomes)}, {self.slowest}"
        return f"{self.kind} ({self.way}): {self.inputs} in {self.seconds:.0f} s, {ends}"

    def row(self) -> str:
        """One row of the table."""
        ends = ", ".join(f"{name} {_number(n)}" for name, n in self.outcomes.most_common())
        slow = f"{self.slowest[0][0]:.2f} s (`{self.slowest[0][1]}`)" if self.slowest else "–"
        per_second = self.inputs / self.seconds if self.seconds else 0
        broken = sum(count for count, _ in self.faults.values())
        grown = f"{self.grown[0] / 1024**2:.0f} MB" if self.grown[1] >= 0 and self.grown[0] else "–"
        cells = (
            self.kind,
            self.way,
            _number(self.inputs),
            ends,
            str(broken),
            f"{per_second:.0f}",
            slow,
            grown,
        )
        return "| " + " | ".join(cells) + " |"


def _number(value: int) -> str:
    return f"{value:,}"


def write(tallies: Sequence[Tally], wanted: tuple[int, int, int], left: Sequence[str], *, keep: bool) -> bool:
    """Print the result, keep it if told; returns whether nothing was broken.

    wanted: inputs of a round, seed, rounds.
    """
    clean = not left and not any(tally.faults for tally in tallies)
    text = _page(tallies, wanted, left)
    sys.stdout.write(text)
    if keep:
        (HERE / "RESULTS.md").write_text(text, encoding="utf-8")
        data = {"seed": wanted[1], "left": list(left), "kinds": [_data(tally) for tally in tallies]}
        (HERE / "last.json").write_text(
            json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
    return clean


def again(acts_of: Callable[[int], Acts]) -> bool:
    """Feed the first input of every fault of the run kept again; notes below its results how it ends now."""
    kept = json.loads((HERE / "last.json").read_text(encoding="utf-8"))
    acts = acts_of(kept["seed"])
    rows, clean = [], True
    for kind in kept["kinds"]:
        for fault, found in kind["faults"].items():
            if kind["way"] == "atheris":
                outcome, faults = feed_text(
                    bytes.fromhex(kind["examples"][fault])[1:].decode("utf-8", "replace")
                )
            else:
                name = kind["kind"] if kind["way"] == "forked" else kinds_of_workers(found["first"])
                outcome, faults = acts.feed(name, found["first"])
            clean = clean and not faults
            rows.append(f"| {kind['kind']} `{found['first']}` | {fault} | {'; '.join(faults) or outcome} |")
    page = (HERE / "RESULTS.md").read_text(encoding="utf-8").split("\n## After mending\n")[0]
    text = ["", "## After mending", "", "| input | broke by | ends now in |", "|---|---|---|", *rows, ""]
    (HERE / "RESULTS.md").write_text(page + "\n".join(text), encoding="utf-8")
    return clean


def _data(tally: Tally) -> dict[str, object]:
    return {
        "kind": tally.kind,
        "way": tally.way,
        "inputs": tally.inputs,
        "outcomes": dict(sorted(tally.outcomes.items())),
        "faults": {fault: {"count": n, "first": first} for fault, (n, first) in sorted(tally.faults.items())},
        "examples": tally.examples,
        "seconds": round(tally.seconds, 1),
        "slowest": tally.slowest,
        "peak_growth_bytes": tally.grown[0],
        "edges": tally.edges,
    }


def _page(tallies: Sequence[Tally], wanted: tuple[int, int, int], left: Sequence[str]) -> str:
    total, seconds = sum(t.inputs for t in tallies), sum(t.seconds for t in tallies)
    faults = [
        f"| {t.kind} | {fault} | {n} | `{first}` |" for t in tallies for fault, (n, first) in t.faults.items()
    ]
    broken = (
        ["", "| kind | broken | times | first |", "|---|---|---|---|", *faults]
        if faults
        else ["", "Nothing broke."]
    )
    inputs, seed, rounds = wanted
    many = f", {rounds} rounds" if rounds > 1 else ""
    edges = next((t.edges for t in tallies if t.edges), None)
    guided = f" Edges covered: {edges[0]} at first, {edges[1]} at last." if edges else ""
    return "\n".join(
        (
            "# Fuzzing",
            "",
            f"`python -m benchmarks.fuzzing.run --inputs {inputs} --seed {seed} --write`{many}:"
            f" {_number(total)} mutated inputs in {seconds / 60:.0f} minutes on one core, shared with others"
            f" (Python {platform.python_version()}).{guided}",
            "",
            "| kind | way | inputs | ends in | broken | inputs/s | slowest (index) | most memory added |",
            "|---|---|---|---|---|---|---|---|",
            *(tally.row() for tally in tallies),
            *broken,
            "",
            "Processes, scratch folders or files left behind: " + (", ".join(left) if left else "none") + ".",
            "",
        )
    )
