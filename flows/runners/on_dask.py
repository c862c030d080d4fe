"""Read files on the workers of a Dask cluster, one task a file.

A worker that dies costs nothing but time: Dask gives its files to another. A file over which several
workers died is set aside and, when all others are done, tried again alone; only if it brings down
workers there too is it said to be unreadable. Every file has exactly one outcome.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from extract import errors
from extract.isolation import Outcome
from extract.limits import Limits
from flows.runners.cluster import connected, must_read_alike, threads
from flows.runners.errors import DaskUnreachableError, DaskWorkerDiffersError, NoDaskWorkersError
from flows.runners.remote import Answer, outcome, read_here, request

IDLE_SECONDS = 120.0
"""So long a cluster may be without a worker."""
_AHEAD = 4
"""Files handed out for each one that is being read: enough to keep workers busy, few enough to hold."""
_LOOK_SECONDS = 2.0


def read_on_dask(
    todo: Mapping[Path, str], limits: Limits, *, workers: int, address: str | None
) -> Iterator[Outcome]:
    """Yield an outcome for every file of `todo` (path → SHA-256), in the order they finish.

    Raises DaskUnreachableError, NoDaskWorkersError or DaskWorkerDiffersError; outcomes yielded before
    that stand.
    """
    if not todo:
        return
    with connected(address, workers) as client:
        must_read_alike(client)
        reading = _Reading(client, todo, limits, address or "127.0.0.1")
        yield from reading.all(list(todo), at_once=None)
        for path in sorted(reading.suspects):
            yield from reading.all([path], at_once=1, last=True)


class _Reading:
    """The files under way on one cluster."""

    def __init__(self, client: Any, todo: Mapping[Path, str], limits: Limits, address: str) -> None:  # noqa: ANN401
        self._client, self._todo, self._limits, self._address = client, todo, limits, address
        self._done: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._under_way: dict[str, tuple[Any, Path]] = {}
        self._asked = 0
        self._idle_since: float | None = None
        self.suspects: list[Path] = []

    def all(self, paths: list[Path], *, at_once: int | None, last: bool = False) -> Iterator[Outcome]:
        """Read `paths`; `last`: who brings down workers now is unreadable, else a suspect."""
        waiting = list(reversed(paths))
        while waiting or self._under_way:
            room = at_once or _AHEAD * max(1, threads(self._client))
            while waiting and len(self._under_way) < room:
                self._ask(waiting.pop())
            answered = self._next()
            if answered is None:
                continue
            path, answer = answered
            if isinstance(answer, Answer):
                found = self._judge(path, answer)
                if found is not None:
                    yield found
            elif last:
                yield Outcome(path, None, errors.ReaderCrashed(), 0.0)
            else:
                self.suspects.append(path)

    def _ask(self, path: Path, content: bytes | None = None) -> None:
        self._asked += 1
        future = self._client.submit(
            read_here,
            request(path, self._todo[path], self._limits),
            content,
            key=f"tonghop-{self._todo[path][:16]}-{self._asked}",
            pure=False,
        )
        self._under_way[future.key] = (future, path)
        future.add_done_callback(self._done.put)

    def _next(self) -> tuple[Path, Answer | None] | None:
        """Return the next file that is done: its answer, or None when workers died over it."""
        from distributed.scheduler import KilledWorker

        try:
            future = self._done.get(timeout=_LOOK_SECONDS)
        except queue.Empty:
            self._somebody_works()
            return None
        if future.status in ("pending", "lost"):  # a worker died with the answer: Dask has it read again
            future.add_done_callback(self._done.put)
            return None
        _, path = self._under_way.pop(future.key)
        try:
            if future.status not in ("finished", "error"):
                raise DaskUnreachableError(self._address)
            answer: Answer = future.result()
        except KilledWorker:
            return path, None
        except (OSError, TimeoutError) as error:
            raise DaskUnreachableError(self._address) from error
        except (ImportError, AttributeError, TypeError) as error:  # a worker with another program
            raise DaskWorkerDiffersError(type(error).__name__) from error
        finally:
            future.release()
        return path, answer

    def _judge(self, path: Path, answer: Answer) -> Outcome | None:
        """Return the outcome; None when the file was sent again, with its bytes."""
        if answer.kind == "differs":
            raise DaskWorkerDiffersError(answer.payload.decode())
        if answer.kind != "unseen":
            return outcome(path, answer)
        try:
            self._ask(path, path.read_bytes())
        except OSError as error:
            return Outcome(path, None, errors.ReadError(f"({error.strerror or type(error).__name__})"), 0.0)
        return None

    def _somebody_works(self) -> None:
        """Raise when the scheduler went away, or has had no worker for long."""
        if self._client.status not in ("running", "connecting"):
            raise DaskUnreachableError(self._address)
        if self._client.status == "running" and threads(self._client):
            self._idle_since = None
            return
        self._idle_since = self._idle_since or time.monotonic()
        if time.monotonic() - self._idle_since > IDLE_SECONDS:
            raise NoDaskWorkersError(IDLE_SECONDS)
