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
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import psutil

from benchmarks.crash import state
from benchmarks.crash.child import Ended, Moment, preload, start_run, still_alive
from flows.demo.compose import compose, without
from flows.demo.names import bodies
from flows.demo.province import make_province
from flows.demo.write_docx import write_docx
from flows.steps.reader_version import code_digest, reader_version

AGENCIES = 3
FIRST_DAY = datetime.fromisoformat("2026-02-05T08:00:00+07:00")
SCENARIOS = ("still", "moving")
BY_HAND = "## What else"
"""From here on the page is written by hand and kept."""
STEPS = 10
"""Steps that a run tells of."""
AFTER_STEP = 0.6
"""Seconds: the longest step but reading takes about as long here."""
RESULTS = Path(__file__).with_name("RESULTS.md")


@dataclass(frozen=True, order=True)
class Situation:
    """What the inbox holds and which day it is."""

    whole: bool = True
    day: int = 0

    @property
    def as_of(self) -> datetime:
        """The moment of a run in it."""
        return FIRST_DAY + timedelta(days=self.day)


SITUATIONS = tuple(Situation(there, day) for there in (True, False) for day in (0, 1))


@dataclass
class Campaign:
    """A campaign folder whose inbox can be put into each situation."""

    folder: Path
    changing: str

    @property
    def out(self) -> Path:
        """Where its runs write."""
        return self.folder / "out"

    def arrange(self, situation: Situation) -> None:
        """Put the one version or the other in place, as a file that was sent anew."""
        kept = self.folder / ("whole.docx" if situation.whole else "shortened.docx")
        shutil.copy2(kept, self.folder / "inbox" / self.changing)

    def run(self, situation: Situation, kill: Moment | None = None, group: bool = False) -> Ended:
        """Arrange the inbox and run; raises RuntimeError when a run fails by itself."""
        self.arrange(situation)
        ended = start_run(self.folder, situation.as_of, kill, group)
        if ended.code not in (None, 0):
            raise RuntimeError(f"{self.folder}: lượt chạy kết thúc với mã {ended.code}")
        return ended


@dataclass
class Outcome:
    """Counts of one scenario."""

    name: str
    kills: int = 0
    survived: int = 0
    steps: Counter[str] = field(default_factory=Counter)
    published: int = 0
    looked: int = 0
    not_whole: int = 0
    orphans: int = 0
    rows_differing: list[str] = field(default_factory=list)
    files_differing: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def good(self) -> bool:
        """Whether nothing at all differs."""
        return not (self.not_whole or self.orphans or self.rows_differing or self.files_differing)


@dataclass
class Killer:
    """Kills runs of one campaign and looks at what is published after each."""

    campaign: Campaign
    pick: Callable[[], Situation]
    expected: dict[Situation, state.Rows]
    warm: float
    cold: float
    dice: random.Random
    outcome: Outcome
    until: float = float("inf")
    """When to stop killing, by `time.monotonic`."""
    chain: list[Situation] = field(default_factory=list)
    """Situations that got published, in order."""
    families: list[psutil.Process] = field(default_factory=list)
    _seen: tuple[int, int] | None = None

    def go(self, kills: int) -> None:
        """Kill `kills` runs."""
        while self.outcome.kills < kills and time.monotonic() < self.until:
            self._one()
            if self.outcome.kills % 20 == 0:
                print(f"{self.outcome.name}: {self.outcome.kills}/{kills}", flush=True)
        self.outcome.orphans = still_alive(self.families)

    def _one(self) -> None:
        situation, anew = self.pick(), self.dice.random() < 0.25
        if anew:
            shutil.rmtree(self.campaign.out / ".tonghop" / "documents", ignore_errors=True)
        if self.dice.random() < 0.5:
            moment = Moment(self.dice.uniform(0, self.cold if anew else self.warm))
        else:
            moment = Moment(self.dice.uniform(0, AFTER_STEP), self.dice.randint(1, STEPS))
        ended = self.campaign.run(situation, moment, self.dice.random() < 0.5)
        self.families += ended.family
        if ended.code is None:
            self.outcome.kills += 1
            self.outcome.steps[ended.step.split(" ")[0] + " …" if "tệp" in ended.step else ended.step] += 1
        else:
            self.outcome.survived += 1
            if moment.step:
                pass  # it ended within the time after its last step
            elif anew:
                self.cold = min(self.cold, ended.seconds)
            else:
                self.warm = min(self.warm, ended.seconds)  # the machine was busier when it was measured
        self._look(situation)

    def _look(self, situation: Situation) -> None:
        """Whatever lies at the published place must be one complete situation."""
        warehouse = self.campaign.out / "warehouse.duckdb"
        self.outcome.looked += 1
        if not warehouse.exists():
            self.outcome.not_whole += bool(self.chain)
            return
        info = warehouse.stat()
        if (info.st_ino, info.st_mtime_ns) == self._seen:
            return  # the file looked at before
        self._seen = (info.st_ino, info.st_mtime_ns)
        self.outcome.published += 1
        self.chain.append(situation)
        found = state.lasting(state.rows(warehouse))
        if state.differing(found, self.expected[situation]):
            self.outcome.not_whole += 1


def make_campaign(folder: Path) -> Campaign:
    """Make the province; of its first report keep two versions, one without two of its sections."""
    make_province(folder, AGENCIES)
    body = bodies(AGENCIES)[0]
    name = f"{body.code}.docx"
    shutil.copy2(folder / "inbox" / name, folder / "whole.docx")
    shorter = without(compose(body), "II.3", "III.2")
    write_docx(shorter, folder / "shortened.docx", "styles", FIRST_DAY - timedelta(days=9))
    return Campaign(folder, name)


def copy(campaign: Campaign, to: Path, *, out: bool) -> Campaign:
    shutil.copytree(campaign.folder, to, ignore=None if out else shutil.ignore_patterns("out"))
    return Campaign(to, campaign.changing)


def measure(
    base: Campaign, situations: Sequence[Situation]
) -> tuple[dict[Situation, state.Rows], float, float]:
    """Undisturbed runs of each situation from nothing: their rows, and seconds warm and cold."""
    expected, cold, warm, changed = {}, 60.0, 60.0, 0.0
    for situation in situations:
        fresh = copy(base, base.folder.with_name(f"chuan-{situation.whole}-{situation.day}"), out=False)
        cold = min(cold, fresh.run(situation).seconds)
        expected[situation] = state.lasting(state.rows(fresh.out / "warehouse.duckdb"))
        warm = min(warm, fresh.run(situation).seconds)
        if len(situations) > 1:  # a run that finds something changed takes longer
            fresh.run(situations[situation == situations[0]])
            changed = max(changed, fresh.run(situation).seconds)
    return expected, changed or warm, cold


def scenario(
    name: str, base: Campaign, kills: int, dice: random.Random, measured: tuple, until: float
) -> Outcome:
    """Kill, finish once undisturbed, replay undisturbed what was published, compare."""
    expected, warm, cold = measured
    began, outcome = time.monotonic(), Outcome(name)
    victim = copy(base, base.folder.with_name(name), out=False)
    moving = name == "moving"
    pick = (lambda: dice.choice(SITUATIONS)) if moving else Situation
    killer = Killer(victim, pick, expected, warm, cold, dice, outcome, until)
    if moving:
        victim.run(Situation())
        killer._look(Situation())
    killer.go(kills)
    final = SITUATIONS[-1] if moving else Situation()
    victim.run(final)
    replay = copy(base, base.folder.with_name(f"{name}-chuan"), out=False)
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
        start = copy(base, work / "thu", out=False)
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
