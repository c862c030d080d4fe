"""Run the flow once from the command line, with a Prefect server of its own beside it."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console

from flows.errors import ServerStartError
from flows.job import Job, Summary
from flows.prefect_local import LocalServer, prefect_api
from flows.progress import Progress, Silent, Spoken, listening
from flows.summary import print_summary
from transform.campaign import load_campaign

_WITHOUT_PREFECT = (
    "Không khởi động được máy chủ Prefect trên máy này ({detail}); lượt chạy tiếp tục mà không ghi vào "
    "Prefect, kết quả không đổi."
)


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
    from flows.engine import without_prefect

    with listening(progress):
        try:
            if server is not None:
                server.wait()
        except ServerStartError as error:  # Prefect only keeps the record: the work does without it
            console.print(_WITHOUT_PREFECT.format(detail=error.detail))
            with without_prefect():
                summary = _ask(consolidate.fn, job)
        else:
            summary = _ask(consolidate, job)
    print_summary(console, job.layout, summary)
    return summary


def _ask(consolidate: Callable[..., Summary], job: Job) -> Summary:
    return consolidate(
        job.folder,
        job.out,
        job.as_of,
        job.workers,
        job.sources,
        runner=job.runner,
        address=job.address,
    )
