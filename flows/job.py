"""What one run is asked to do, and what it tells when it ends."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from extract.limits import DEFAULT, Limits
from flows.layout import Layout, campaign_folder
from flows.runners import LOCAL_DASK_WORKERS, RunnerName

Sources = Literal["footnotes", "comments", "none"]


@dataclass(frozen=True, slots=True)
class Job:
    """One run over one campaign. `as_of` None = the clock; `sources` None = the campaign's choice."""

    folder: Path
    out: Path
    as_of: datetime | None = None
    workers: int = field(default_factory=lambda: max(1, os.cpu_count() or 1))
    limits: Limits = DEFAULT
    sources: Sources | None = None
    runner: RunnerName = "processes"
    address: str | None = None
    """Of the Dask scheduler; None with runner `dask` = worker processes of this machine."""

    @property
    def layout(self) -> Layout:
        """Where the run writes."""
        return Layout(self.out)


def make_job(
    campaign: Path,
    out: Path | None,
    as_of: datetime | None,
    workers: int | None,
    sources: Sources | None,
    *,
    runner: RunnerName = "processes",
    address: str | None = None,
) -> Job:
    """Fill in what was left out; `campaign` is the folder or the campaign.yaml in it."""
    folder = campaign_folder(campaign)
    job = Job(
        folder=folder,
        out=out or folder / "out",
        as_of=as_of,
        sources=sources,
        runner=runner,
        address=address,
    )
    if workers is None and runner == "dask":
        workers = LOCAL_DASK_WORKERS
    return job if workers is None else replace(job, workers=workers)


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file that needs the officer's eye: why, and what to do."""

    file: str
    status: str
    reason: str
    advice: str


@dataclass(slots=True)
class Summary:
    """The end of a run, as printed and as `run.json`."""

    campaign_id: str
    title: str
    as_of: datetime
    run_id: str
    inputs: str
    counts: dict[str, int] = field(default_factory=dict)
    agencies: dict[str, int] = field(default_factory=dict)
    findings: dict[str, int] = field(default_factory=dict)
    rule_errors: dict[str, str] = field(default_factory=dict)
    """Rules that could not be run and why: nothing is said about what they look for."""
    files: list[FileLine] = field(default_factory=list)
    ignored: list[FileLine] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Edited files that were not overwritten, with the name of the new one beside."""
    changes: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)

    @property
    def partial(self) -> bool:
        """Whether some file could not be read."""
        return self.counts.get("unread", 0) > 0

    def as_json(self) -> dict[str, Any]:
        """Plain data for `run.json`."""
        return {
            "campaign_id": self.campaign_id,
            "title": self.title,
            "run_id": self.run_id,
            "state": "partial" if self.partial else "complete",
            "as_of": self.as_of.isoformat(),
            "inputs": self.inputs,
            "counts": self.counts,
            "agencies": self.agencies,
            "findings": self.findings,
            "rules_not_run": self.rule_errors,
            "files_to_look_at": [_line(f) for f in self.files],
            "ignored_files": [_line(f) for f in self.ignored],
            "kept_edited_files": self.kept,
            "changes": self.changes,
            "seconds": {name: round(value, 2) for name, value in self.seconds.items()},
            "versions": self.versions,
        }


def _line(line: FileLine) -> dict[str, str]:
    return {"file": line.file, "status": line.status, "reason": line.reason, "advice": line.advice}
