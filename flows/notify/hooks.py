"""What Prefect calls when a scheduled flow has failed or its process died."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from prefect.exceptions import CrashedRun

from flows.job import make_job
from flows.notify.deliver import tell
from flows.notify.message import Failure, reason_of
from transform.campaign.times import in_vietnam

_log = logging.getLogger(__name__)


def tell_officer(flow: Any, flow_run: Any, state: Any) -> None:  # noqa: ANN401 - Prefect's objects
    """Tell the officer of the campaign; a message that cannot be written never hides the failure itself."""
    try:
        given = flow_run.parameters
        out = given.get("out")
        job = make_job(Path(given["campaign"]), Path(out) if out else None, None, None, None)
        tell(_failure(flow, flow_run, state, job.folder), job.layout)
    except Exception as error:
        _log.warning("Chưa báo được sự cố: %s", type(error).__name__)


def _failure(flow: Any, flow_run: Any, state: Any, folder: Path) -> Failure:  # noqa: ANN401
    error = _error(state)
    began = in_vietnam(flow_run.start_time or datetime.now(UTC))
    reason = reason_of(error)
    return Failure(
        run=str(flow_run.id),
        flow=flow.name,
        folder=str(folder.resolve()),
        began=began,
        cause=f"{type(error).__name__}: {reason}",
        reason=reason,
    )


def _error(state: Any) -> BaseException | None:  # noqa: ANN401
    """Return what the run raised, None when its process is gone and took that along."""
    try:
        found = state.result(raise_on_failure=False)
    except Exception:
        return None
    gone = isinstance(found, CrashedRun)  # Prefect's own word for a process that is no more
    return found if isinstance(found, BaseException) and not gone else None
