"""Kill runs at random moments and hold the end against an undisturbed one.

`python -m benchmarks.crash.run [--kills 210] [--seed 1] [--minutes 60] [--only still|moving] [--write]`

Two campaigns, made up, of a few reports each:
- still: nothing published yet, the inbox stays as it is; the reference is one undisturbed run;
- moving: between kills a report is sent anew without two of its sections or whole again, and the day
  moves; the reference is an undisturbed run of every state that got published, in the same order.
In one of four runs the documents read before are thrown away first, so that kills fall into reading
too. Half of the kills fall at a random moment of the run, half within 0.6 s of a step drawn at random, so
that short steps are met as often as long ones. In every other one the whole process group is killed, else
the main process alone.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.crash import state
from benchmarks.crash.child import preload
from benchmarks.crash.killing import (
    AGENCIES,
    FIRST_DAY,
    SITUATIONS,
    Campaign,
    Killer,
    Outcome,
    Situation,
    copy,
    make_campaign,
)
from flows.steps.reader_version import code_digest, reader_version

SCENARIOS = ("still", "moving")
BY_HAND = "## What else"
"""From here on the page is written by hand and kept."""
RESULTS = Path(__file__).with_name("RESULTS.md")


Measured = tuple[dict[Situation, state.Rows], float, float]
"""Rows expected in each situation; seconds of a run over documents read before, and from nothing."""


def measure(base: Campaign, situations: Sequence[Situation]) -> Measured:
    """Undisturbed runs of each situation from nothing: their rows, and seconds warm and cold."""
    expected, cold, warm, changed = {}, 60.0, 60.0, 0.0
    for situation in situations:
        fresh = copy(base, base.folder.with_name(f"chuan-{situation.whole}-{situation.day}"))
        cold = min(cold, fresh.run(situation).seconds)
        expected[situation] = state.lasting(state.rows(fresh.out / "warehouse.duckdb"))
        warm = min(warm, fresh.run(situation).seconds)
        if len(situations) > 1:  # a run that finds something changed takes longer
            fresh.run(situations[situation == situations[0]])
            changed = max(changed, fresh.run(situation).seconds)
    return expected, changed or warm, cold


def scenario(
    name: str, base: Campaign, kills: int, dice: random.Random, measured: Measured, until: float
) -> Outcome:
    """Kill, finish once undisturbed, replay undisturbed what was published, compare."""
    expected, warm, cold = measured
    began, outcome = time.monotonic(), Outcome(name)
    victim = copy(base, base.folder.with_name(name))
    moving = name == "moving"
    pick = (lambda: dice.choice(SITUATIONS)) if moving else Situation
    killer = Killer(victim, pick, expected, warm, cold, dice, outcome, until)
    if moving:
        victim.run(Situation())
        killer.look(Situation())
    killer.go(kills)
    final = SITUATIONS[-1] if moving else Situation()
    victim.run(final)
    replay = copy(base, base.folder.with_name(f"{name}-chuan"))
    for situation in [*_once(killer.chain), final] if moving else [final]:
        replay.run(situation)
    outcome.rows_differing = state.differing(
        state.rows(victim.out / "warehouse.duckdb"), state.rows(replay.out / "warehouse.duckdb")
    )
    outcome.files_differing = state.differing(state.files(victim.out), state.files(replay.out))
    outcome.seconds = time.monotonic() - began
    return outcome


def _once(chain: list[Situation]) -> list[Situation]:
    return [s for at, s in enumerate(chain) if not at or chain[at - 1] != s]


def prepare(work: Path) -> Campaign:
    """Make the campaign, hide LibreOffice (its PDF bytes hold times) and import what a run imports."""
    empty = work / "bin"
    empty.mkdir()
    os.environ["PATH"] = str(empty)
    tempfile.tempdir = str(work)
    os.environ["TMPDIR"] = str(work)
    base = make_campaign(work / "goc")
    listed = work / "modules.json"
    pid = os.fork()
    if pid == 0:
        start = copy(base, work / "thu")
        from flows.consolidate import run
        from flows.engine import without_prefect
        from flows.job import Job
        from flows.progress import Silent

        job = Job(folder=start.folder, out=start.out, as_of=FIRST_DAY)
        job.layout.prepare()
        with without_prefect():
            run(job, Silent())
        listed.write_text(json.dumps(sorted(name for name in sys.modules if not name.startswith("_"))))
        os._exit(0)
    os.waitpid(pid, 0)
    preload(json.loads(listed.read_text()))
    code_digest("extract", "transform", "warehouse", "report_templates")  # once: the code may be edited
    reader_version()
    return base


def table(outcomes: list[Outcome], seed: int) -> str:
    """Lay out the counts, one column a scenario, and the kills by step."""
    head = ["", *(outcome.name for outcome in outcomes)]
    lines = [("runs killed", "kills"), ("runs that ended before the kill", "survived"),
             ("looks at the published warehouse", "looked"), ("snapshots published on the way", "published"),
             ("snapshots not whole", "not_whole"), ("processes left behind", "orphans")]  # fmt: skip
    text = [f"| {' | '.join(head)} |", "|---|" + "---:|" * len(outcomes)]
    text += [f"| {label} | {' | '.join(str(getattr(o, key)) for o in outcomes)} |" for label, key in lines]
    for label, key in (
        ("tables that differ at the end", "rows_differing"),
        ("files that differ", "files_differing"),
    ):
        text.append(f"| {label} | {' | '.join(', '.join(getattr(o, key)) or '0' for o in outcomes)} |")
    text.append(f"| seconds | {' | '.join(f'{o.seconds:.0f}' for o in outcomes)} |")
    text += [
        "",
        "Kills by step:",
        "",
        f"| {' | '.join(['step', *head[1:]])} |",
        "|---|" + "---:|" * len(outcomes),
    ]
    for step in dict.fromkeys(step for o in outcomes for step in o.steps):
        text.append(f"| {step} | {' | '.join(str(o.steps[step]) for o in outcomes)} |")
    return "\n".join([f"Seed {seed}, {AGENCIES} agencies, Linux.", "", *text]) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=210)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60, help="stop killing after so many minutes each")
    parser.add_argument("--only", choices=SCENARIOS, help="one of the two campaigns")
    parser.add_argument("--write", action="store_true", help="keep the table in RESULTS.md")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="tonghop-crash-") as scratch:
        base = prepare(Path(scratch))
        measured = measure(base, SITUATIONS[:1] if options.only == "still" else SITUATIONS)
        print(f"một lượt: {measured[1]:.1f} giây, đọc lại từ đầu: {measured[2]:.1f} giây", flush=True)
        names = [options.only] if options.only else SCENARIOS
        outcomes = []
        for name in names:
            until = time.monotonic() + 60 * options.minutes
            outcomes.append(scenario(name, base, options.kills // len(names), dice, measured, until))
            print(table(outcomes, options.seed), flush=True)
    if options.write:
        by_hand = "".join(RESULTS.read_text(encoding="utf-8").partition(BY_HAND)[1:])
        RESULTS.write_text("# Killed at random moments\n\n" + __doc__.partition("\n\n")[2] + "\n"
                           + table(outcomes, options.seed) + "\n" + by_hand, encoding="utf-8")  # fmt: skip
    return 0 if all(outcome.good for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
