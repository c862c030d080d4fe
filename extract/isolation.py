"""Read many files in worker processes under limits of time and memory, one bad file costing one file.

The workers are plain subprocesses speaking frames over pipes (`extract/worker.py`): no pickle, the
same on Linux, macOS and Windows, and no fork of a threaded parent.
"""

from __future__ import annotations

import dataclasses
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import psutil

from extract import errors, worker
from extract.limits import DEFAULT, Limits
from extract.model import Document, from_json

_POLL_SECONDS = 0.1
_FILES_PER_WORKER = 200  # then a fresh process: native libraries leak a little


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: exactly one of `document` and `error` is set."""

    path: Path
    document: Document | None
    error: errors.ReadError | None
    seconds: float


class _Worker:
    """One subprocess and the thread that hears its replies."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "extract.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.served = 0
        self.frames: queue.Queue[tuple[bytes, bytes] | None] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None  # noqa: S101 - opened as a pipe above
        while True:
            try:
                frame = worker.receive(self.process.stdout)  # type: ignore[arg-type]
            except (OSError, ValueError):
                frame = None
            self.frames.put(frame)
            if frame is None:
                return

    def ask(self, path: Path, limits: Limits) -> None:
        request = worker.Request(os.fsencode(path), dataclasses.asdict(limits))
        assert self.process.stdin is not None  # noqa: S101
        worker.send(self.process.stdin, b"R", msgspec.json.encode(request))  # type: ignore[arg-type]
        self.served += 1

    def memory(self) -> int:
        """Resident bytes of the worker and of what it started."""
        try:
            own = psutil.Process(self.process.pid)
            return sum(p.memory_info().rss for p in [own, *own.children(recursive=True)])
        except psutil.Error:
            return 0

    def stop(self) -> None:
        """End the worker and everything it started."""
        try:
            family = psutil.Process(self.process.pid).children(recursive=True)
        except psutil.Error:
            family = []
        self.process.kill()
        for child in family:
            try:
                child.kill()
            except psutil.Error:
                continue
        self.process.wait()

    def close(self) -> None:
        """Let an idle worker end by itself, so that it removes its scratch folder."""
        try:
            if self.process.stdin is not None:
                self.process.stdin.close()
            self.process.wait(timeout=5)
        except (OSError, subprocess.TimeoutExpired):
            self.stop()


def _await(slot: _Worker, limits: Limits) -> tuple[bytes, bytes] | errors.ReadError:
    deadline = time.monotonic() + limits.seconds
    while True:
        try:
            frame = slot.frames.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            if time.monotonic() > deadline:
                return errors.TimeLimitExceeded(f"({limits.seconds:g} giây)")
            if slot.memory() > limits.memory_bytes:
                return errors.MemoryLimitExceeded(f"({limits.memory_bytes // 1024**2} MB)")
            continue
        if frame is None:
            return errors.ReaderCrashed()
        if frame[0] != worker.REPLY_EXTEND:
            return frame
        deadline += float(msgspec.json.decode(frame[1]))


def _read_one(slot: _Worker, path: Path, limits: Limits) -> tuple[Outcome, bool]:
    """Read one file; the flag says whether the worker may go on."""
    start = time.monotonic()

    def failed(error: errors.ReadError) -> Outcome:
        return Outcome(path, None, error, time.monotonic() - start)

    try:
        slot.ask(path, limits)
    except OSError:
        return failed(errors.ReaderCrashed()), False
    reply = _await(slot, limits)
    if isinstance(reply, errors.ReadError):
        return failed(reply), False
    kind, payload = reply
    if kind == worker.REPLY_DOCUMENT:
        return Outcome(path, from_json(payload), None, time.monotonic() - start), True
    failure = msgspec.json.decode(payload, type=worker.Failure)
    return failed(errors.from_code(failure.code, failure.detail)), True


class Reader:
    """Reads file after file in one worker process; a fresh one after a bad file or many good ones.

    For one thread at a time. The process starts with the first file and ends with `close`.
    """

    def __init__(self) -> None:
        self._slot: _Worker | None = None

    def read(self, path: Path, limits: Limits) -> Outcome:
        """Read one file under `limits`; never raises for a file."""
        if self._slot is not None and self._slot.served >= _FILES_PER_WORKER:
            self.close()
        try:
            if self._slot is None:
                self._slot = _Worker()
            outcome, usable = _read_one(self._slot, path, limits)
        except Exception as error:  # no process to be had, a reply that is none: this file alone is lost
            detail = f"({type(error).__name__})"
            outcome, usable = Outcome(path, None, errors.ReaderCrashed(detail), 0.0), False
        if not usable and self._slot is not None:
            self._slot.stop()
            self._slot = None
        return outcome

    def close(self) -> None:
        """Let the process end."""
        if self._slot is not None:
            self._slot.close()
            self._slot = None


def _drive(todo: queue.SimpleQueue[Path], done: queue.SimpleQueue[Outcome], limits: Limits) -> None:
    reader = Reader()
    while True:
        try:
            path = todo.get_nowait()
        except queue.Empty:
            break
        done.put(reader.read(path, limits))
    reader.close()


def read_many(paths: Sequence[Path], *, workers: int = 2, limits: Limits = DEFAULT) -> Iterator[Outcome]:
    """Yield an `Outcome` for every path, in the order they finish; never raises for a file."""
    todo: queue.SimpleQueue[Path] = queue.SimpleQueue()
    done: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
    for path in paths:
        todo.put(path)
    crew = [
        threading.Thread(target=_drive, args=(todo, done, limits), daemon=True)
        for _ in range(min(max(1, workers), len(paths)))
    ]
    for thread in crew:
        thread.start()
    try:
        for _ in paths:
            yield done.get()
    finally:
        _drain(todo)  # the caller may stop half way
        for thread in crew:
            thread.join()


def _drain(todo: queue.SimpleQueue[Path]) -> None:
    try:
        while True:
            todo.get_nowait()
    except queue.Empty:
        return
