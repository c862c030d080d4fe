"""What runs did and when, one JSON object a line, in `OUT/.tonghop/nhat-ky.jsonl`: counts, no content.

`loi.log` beside it holds the trace of the last unforeseen failure. A trace may quote a report, so it stays in
the campaign's own folder, where the reports are, and goes with `tonghop purge`.
"""

from __future__ import annotations

import json
import os
import time
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from types import TracebackType

from flows.engine import FORESEEN
from flows.errors import UnforeseenError
from flows.job import Summary
from flows.layout import Layout
from flows.progress import Progress
from flows.text import printable
from transform.campaign.times import in_vietnam

_FULL_BYTES = 1_000_000


class Journal:
    """Records one run; entered under the lock, so that two runs never write at once."""

    def __init__(self, layout: Layout, heard: Progress) -> None:
        self._layout, self._heard = layout, heard
        self._began = time.monotonic()

    def __enter__(self) -> Journal:
        self._write("begin", pid=os.getpid())
        return self

    def step(self, name: str) -> None:
        """Record that a step begins, and pass it on."""
        self._write("step", name=name)
        self._heard.step(name)

    def file(self, done: int, total: int, name: str) -> None:
        """Pass it on; files are counted at the end."""
        self._heard.file(done, total, name)

    def finished(self, summary: Summary) -> None:
        """Record how the run ended: counts only."""
        self._write(
            "end",
            run_id=summary.run_id,
            state="partial" if summary.partial else "complete",
            counts=summary.counts,
            findings=summary.findings,
            kept_edited_files=len(summary.kept),
            changes=len(summary.changes),
        )

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Record a failure; raise UnforeseenError in place of one whose words may quote a report."""
        if error is None:
            return
        if isinstance(error, Exception) and not isinstance(error, FORESEEN):
            error = UnforeseenError("điều phối", error)
        self._write("failed", kind=type(error).__name__, message=printable(str(error)))
        if isinstance(error, UnforeseenError):
            self._keep_trace(error.original)
            raise error from None

    def _keep_trace(self, error: BaseException) -> None:
        with suppress(OSError):
            trace = "".join(traceback.format_exception(error))
            self._layout.trace.write_text(trace, encoding="utf-8")

    def _write(self, event: str, **told: object) -> None:
        """Append a line; a journal that cannot be written never stops a run."""
        now = in_vietnam(datetime.now(UTC)).isoformat(timespec="seconds")
        line = {"time": now, "seconds": round(time.monotonic() - self._began, 2), "event": event, **told}
        path = self._layout.journal
        with suppress(OSError):
            if path.exists() and path.stat().st_size > _FULL_BYTES:
                path.replace(path.with_suffix(".1.jsonl"))
            with path.open("a", encoding="utf-8") as stream:
                stream.write(json.dumps(line, ensure_ascii=False) + "\n")
