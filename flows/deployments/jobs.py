"""The flows that run by schedule. Each calls `consolidate` and leaves a Vietnamese note in Prefect."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import filelock
from prefect import flow
from prefect.states import Completed

from flows.deployments.listing import last_listing, listing, remember
from flows.errors import AnotherRunError
from flows.job import Job, Summary, make_job
from flows.notify.deliver import forget
from flows.notify.hooks import tell_officer
from flows.outbox import prepare_outbox
from flows.steps.withdrawn import withdraw_messages
from transform.campaign import load_campaign

SETTLE_SECONDS = 2.0
"""A listing that still changes within this time is a copy under way: wait for the next look."""

_LOCK_SECONDS = 600
_BUSY = "Đang có một lượt chạy khác; lần xem sau sẽ chạy tiếp."
_QUIET = "Hộp nhận không có gì mới."
_COPYING = "Đang có tệp được chép vào hộp nhận; lần xem sau sẽ đọc."


@flow(name="theo-doi-hop-nhan", persist_result=False, on_failure=[tell_officer], on_crashed=[tell_officer])
def watch(campaign: Path, out: Path | None = None) -> Any:  # noqa: ANN401 - a Prefect state with its sentence
    """Run the job when the inbox, the campaign's files or the passed deadlines have changed.

    The inbox is listed before the run: what arrives meanwhile is seen at the next look.
    """
    job = make_job(campaign, out, None, None, None)
    seen = _changed(job)
    if seen in (_QUIET, _COPYING):
        return Completed(message=seen)
    try:
        summary = run_and_note(job)
    except AnotherRunError:
        return Completed(message=_BUSY)
    remember(job.layout.state, seen)
    return Completed(message=said(summary))


def _changed(job: Job) -> str:
    """Return the new listing, or why there is nothing to do."""
    opened = load_campaign(job.folder)
    seen = listing(opened, datetime.now(UTC))
    if seen == last_listing(job.layout.state) and job.layout.summary.exists():
        return _QUIET
    time.sleep(SETTLE_SECONDS)
    return seen if seen == listing(opened, datetime.now(UTC)) else _COPYING


@flow(
    name="chay-theo-lich",
    persist_result=False,
    retries=10,
    retry_delay_seconds=60,
    on_failure=[tell_officer],
    on_crashed=[tell_officer],
)
def scheduled(campaign: Path, out: Path | None = None) -> Any:  # noqa: ANN401 - as above
    """Run the job now (nightly, or when a deadline has passed); while another run is on, try again."""
    job = make_job(campaign, out, None, None, None)
    seen = listing(load_campaign(job.folder), datetime.now(UTC))
    summary = run_and_note(job)
    remember(job.layout.state, seen)
    return Completed(message=said(summary))


def run_and_note(job: Job) -> Summary:
    """Run the flow, write its letters into the outbox, then leave the note in Prefect."""
    from flows.consolidate import consolidate  # costly, and not needed to see that nothing is new
    from flows.deployments.notes import leave_note

    summary: Summary = consolidate(job.folder, job.out, job.as_of, job.workers, job.sources)
    _fill_outbox(job)
    leave_note(job.layout, summary)
    forget(job.layout)
    return summary


def _fill_outbox(job: Job) -> None:
    """Write the e-mail messages of this run's letters; a run that began meanwhile is waited for."""
    with filelock.FileLock(job.layout.lock, timeout=_LOCK_SECONDS):
        prepared = prepare_outbox(load_campaign(job.folder), job.layout, os.environ)
        withdraw_messages(job.layout, prepared.files)


def said(summary: Summary) -> str:
    """One sentence for Prefect's list of runs: counts only."""
    agencies = summary.agencies
    text = f"Đã báo cáo {agencies['reported']}/{agencies['required']} cơ quan, đơn vị"
    text += f"; chưa gửi {agencies['silent']}"
    if summary.partial:
        text += f"; {summary.counts['unread']} tệp chưa đọc được"
    return text + "."
