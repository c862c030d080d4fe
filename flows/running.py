"""Run the flow once from the command line, with a Prefect server of its own beside it."""

from __future__ import annotations

from rich.console import Console

from flows.job import Job, Summary
from flows.prefect_local import LocalServer, prefect_api
from flows.progress import Progress, Silent, Spoken, listening
from flows.summary import print_summary
from transform.campaign import load_campaign


def run_job(job: Job, *, quiet: bool = False) -> Summary:
    """Start a local server if none is given, and run `job`."""
    with prefect_api() as server:
        return run_with(server, job, quiet=quiet)


def run_with(server: LocalServer | None, job: Job, *, quiet: bool = False) -> Summary:
    """Run `job` and print its summary. Raises CampaignError before anything is written."""
    load_campaign(job.folder)  # refuse a faulty campaign before waiting for the server
    console = Console(highlight=False, soft_wrap=True)
    progress: Progress = Silent() if quiet else Spoken(console)
    from flows.consolidate import consolidate  # imports Prefect while the server comes up

    if server is not None:
        server.wait()
    with listening(progress):
        summary: Summary = consolidate(
            job.folder,
            job.out,
            job.as_of,
            job.workers,
            job.sources,
            runner=job.runner,
            address=job.address,
        )
    print_summary(console, job.layout, summary)
    return summary
