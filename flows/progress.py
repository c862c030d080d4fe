"""What the person at the terminal sees while a run is under way."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol

from rich.console import Console

from flows.text import safe


class Progress(Protocol):
    """Hears of steps and files."""

    def step(self, name: str) -> None:
        """Tell that a step begins."""

    def file(self, done: int, total: int, name: str) -> None:
        """Tell that a file is done."""


class Silent:
    """Says nothing (tests, scheduled runs)."""

    def step(self, name: str) -> None:
        """Do nothing."""

    def file(self, done: int, total: int, name: str) -> None:
        """Do nothing."""


class Spoken:
    """One line a step; on a terminal the files pass by on one line."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._status = console.status("") if console.is_terminal else None

    def step(self, name: str) -> None:
        """Tell that a step begins."""
        self._console.print(f"  • {name}")

    def file(self, done: int, total: int, name: str) -> None:
        """Tell that a file is done."""
        if self._status is not None:
            self._status.update(f"đã đọc {done}/{total} tệp: {safe(name)}")
            if done == total:
                self._status.stop()
            elif done == 1:
                self._status.start()


_listener: ContextVar[Progress | None] = ContextVar("progress", default=None)


def heard() -> Progress:
    """Return who listens to this run; nobody in a scheduled one."""
    return _listener.get() or Silent()


@contextmanager
def listening(progress: Progress) -> Iterator[None]:
    """Let `progress` hear the run started in the block."""
    token = _listener.set(progress)
    try:
        yield
    finally:
        _listener.reset(token)


class Clock:
    """Seconds spent by step name, in order."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def measure(self, name: str) -> Iterator[None]:
        """Add the time of the block to `name`."""
        start = time.monotonic()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.monotonic() - start
