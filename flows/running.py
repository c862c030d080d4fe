"""Run the flow once: campaign checked first, one run at a time, a Prefect server beside it."""

from __future__ import annotations

import filelock
from rich.console import Console

from flows.errors import AnotherRunError
from flows.job import Job, Summary
from flows.prefect_local import LocalServer, prefect_api
from flows.progress import Progress, Silent, Spoken
from flows.summary import print_summary
from transform.campaign import load_campaign


def run_locked(job: Job, *, quiet: bool = False) -> Summary:
    """Start a local server if none is given, and run `job`."""
    with prefect_api() as server:
        return run_with(server, job, quiet=quiet)


def run_with(server: LocalServer | None, job: Job, *, quiet: bool = False) -> Summary:
    """Run `job` and print its summary. Raises CampaignError before anything is written."""
    load_campaign(job.folder)
    console = Console(highlight=False, soft_wrap=True)
    progress: Progress = Silent() if quiet else Spoken(console)
    job.layout.prepare()
    lock = filelock.FileLock(job.layout.lock, timeout=0)
    try:
        with lock:
            from flows.consolidate import consolidate  # imports Prefect while the server comes up

            if server is not None:
                server.wait()
            summary: Summary = consolidate(job, progress)
    except filelock.Timeout as error:
        raise AnotherRunError(job.out) from error
    print_summary(console, job.layout, summary)
    return summary
