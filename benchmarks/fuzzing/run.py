"""`python -m benchmarks.fuzzing.run --inputs 200000 --write`: mutated inputs through every reader.

Most inputs are read in forked processes (`sandbox.py`), one in a hundred through `extract.isolation`, a few
of those with OCR and LibreOffice, and a part of the texts are found by coverage (`guided.py`). The same seed
gives the same inputs (those found by coverage as far as libFuzzer's do). `--one KIND:INDEX --out FILE` writes
one of them.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.fuzzing import guided, isolated, report, sandbox
from benchmarks.fuzzing.kinds import MAKERS, Acts
from benchmarks.fuzzing.report import Tally

SHARES = {"docx": 0.30, "pdf": 0.18, "text": 0.20, "other": 0.14}
_GUIDED, _ISOLATED = 0.17, 0.011
_WITH_PROGRAMS = 60
_SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin"


def main() -> None:
    """Parse the options and run; forked readers find no OCR and no LibreOffice: these take seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument(
        "--minutes", type=float, help="rounds of --inputs until the time is out; kept after every round"
    )
    parser.add_argument("--only", choices=sorted(MAKERS), help="all inputs of one kind, forked")
    parser.add_argument("--write", action="store_true", help="keep the log in RESULTS.md and last.json")
    parser.add_argument(
        "--again", action="store_true", help="feed what broke in the run kept; note how it ends now"
    )
    parser.add_argument("--one", metavar="KIND:INDEX")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tron-") as work:
        folder = Path(work) / "hop"
        folder.mkdir()
        tempfile.tempdir = str(folder)
        os.environ["PATH"], os.environ["TONGHOP_SOFFICE"] = "", "/khong-co"
        acts = Acts(options.seed, folder)
        if options.one:
            kind, index = options.one.split(":")
            options.out.write_bytes(acts.make(kind, int(index))[1])
            return
        if options.again:
            sys.exit(0 if report.again(lambda seed: Acts(seed, folder)) else 1)
        home = Path(work) / "nha"  # what a reader writes to a relative path or to the home folder lands here
        home.mkdir()
        os.environ["HOME"] = str(home)
        os.chdir(home)
        sys.exit(0 if _rounds(acts, options, home) else 1)


def _rounds(acts: Acts, options: argparse.Namespace, home: Path) -> bool:
    """Run once, or round after round while there is time; a round goes on where the last one ended."""
    total: dict[tuple[str, str], Tally] = {}
    rounds, end, ok = 0, time.monotonic() + 60 * (options.minutes or 0), True
    while not rounds or (options.minutes and time.monotonic() < end):
        for tally in _run(acts, options, rounds):
            known = total.get((tally.kind, tally.way))
            total[(tally.kind, tally.way)] = known.plus(tally) if known else tally
        rounds += 1
        left = isolated.leftovers(acts.folder) + _stray(home, acts.folder)
        ok = report.write(
            list(total.values()), (options.inputs, options.seed, rounds), left, keep=options.write
        )
    return ok


def _stray(home: Path, folder: Path) -> list[str]:
    paths = home.parent.rglob("*")
    return [f"file left: {path}" for path in paths if path != home and folder not in (path, *path.parents)]


def _run(acts: Acts, options: argparse.Namespace, nth: int) -> list[Tally]:
    shares = {options.only: 1.0} if options.only else SHARES
    tallies = []
    sys.dont_write_bytecode = True
    for kind, share in shares.items():
        _warm(acts, kind)
        tally = Tally(f"{kind}", "forked")
        count = int(options.inputs * share)
        for result in sandbox.run(range(nth * count, (nth + 1) * count), acts.act(kind), acts.folder):
            tally.add(result)
        tallies.append(_told(tally))
    if not options.only:
        tallies += _through_workers(acts, int(options.inputs * _ISOLATED), nth)
        if guided.available():
            runs = int(options.inputs * _GUIDED)
            tallies.append(_told(_guided(acts.folder / f"dan-duong-{nth}", runs, options.seed + nth)))
    return tallies


def _warm(acts: Acts, kind: str) -> None:
    """Import what the children will need, once."""
    for index in range(10**9, 10**9 + 5):
        acts.feed(kind, index)
    gc.freeze()  # so that a child's collector leaves the shared memory shared


def _through_workers(acts: Acts, count: int, nth: int) -> list[Tally]:
    """Read inputs that the forked runs have not seen with `read_many`, and a few with OCR and LibreOffice."""
    mixed = isolated.mixed(count, skip=nth * count)
    some = min(_WITH_PROGRAMS, count // 10)
    programs = isolated.with_programs(some, skip=nth * some)
    tallies = []
    for name, inputs, path, soffice in (
        ("mixed", mixed, "", "/khong-co"),
        ("mixed, with programs", programs, _SYSTEM_PATH, None),
    ):
        tally = Tally(name, "workers")
        for result in isolated.run(acts, inputs, path, soffice):
            tally.add(result)
        tallies.append(_told(tally))
    return tallies


def _guided(folder: Path, runs: int, seed: int) -> Tally:
    tally = Tally("text, by coverage", "atheris")
    start = time.perf_counter()
    found = guided.explore(folder, runs, seed)
    tally.seconds = time.perf_counter() - start
    tally.outcomes["passed"] = found["inputs"]
    tally.faults = {fault: (count, 0) for fault, count in found["faults"].items()}
    tally.examples = found["examples"]
    tally.edges = found.get("edges", [])
    return tally


def _told(tally: Tally) -> Tally:
    """Show progress: a run of 200,000 takes its time."""
    rows: Sequence[str] = [tally.line(), *(f"    {fault}: {n}" for fault, (n, _) in tally.faults.items())]
    sys.stdout.write("\n".join(rows) + "\n")
    sys.stdout.flush()
    return tally


if __name__ == "__main__":
    main()
