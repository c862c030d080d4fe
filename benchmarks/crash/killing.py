"""A campaign in the situations that its inbox can be in, and what kills its runs at random moments."""

from __future__ import annotations

import random
import shutil
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import psutil

from benchmarks.crash import state
from benchmarks.crash.child import Ended, Moment, start_run, still_alive
from flows.demo.compose import compose, without
from flows.demo.names import bodies
from flows.demo.province import make_province
from flows.demo.write_docx import write_docx

AGENCIES = 3
FIRST_DAY = datetime.fromisoformat("2026-02-05T08:00:00+07:00")
STEPS = 10
"""Steps that a run tells of."""
AFTER_STEP = 0.6
"""Seconds: the longest step but reading takes about as long here."""


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
            if not moment.step:  # else it ended within the time after its last step
                self._quicker(anew, ended.seconds)
        self.look(situation)

    def _quicker(self, anew: bool, seconds: float) -> None:
        """Take the shorter time of a whole run: the machine was busier when it was measured."""
        if anew:
            self.cold = min(self.cold, seconds)
        else:
            self.warm = min(self.warm, seconds)

    def look(self, situation: Situation) -> None:
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


def copy(campaign: Campaign, to: Path) -> Campaign:
    """Copy the campaign without what its runs wrote."""
    shutil.copytree(campaign.folder, to, ignore=shutil.ignore_patterns("out"))
    return Campaign(to, campaign.changing)
