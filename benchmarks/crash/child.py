"""One run in a process of its own, to be killed at a chosen moment (Linux, macOS: it forks).

The parent imports everything first and never runs anything itself, so that a fork is clean and a kill
falls into the work and not into the imports.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psutil

from flows.alone import alone
from flows.consolidate import run
from flows.engine import without_prefect
from flows.job import Job

TOO_LONG = 120.0


class _Told:
    """Writes the name of each step to a pipe, where the parent finds it after the kill."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe

    def step(self, name: str) -> None:
        os.write(self._pipe, f"{name}\n".encode())

    def file(self, done: int, total: int, name: str) -> None:
        pass


@dataclass(frozen=True)
class Moment:
    """When to kill: `seconds` after the run began, or after it told of its `step`-th step."""

    seconds: float
    step: int = 0


@dataclass(frozen=True)
class Ended:
    """How a run ended. `code` None = it was killed."""

    code: int | None
    seconds: float
    step: str
    family: tuple[psutil.Process, ...]


def start_run(folder: Path, as_of: datetime, kill: Moment | None, whole_group: bool = False) -> Ended:
    """Run the job over `folder`; SIGKILL it at the moment given (alone, or with all it started)."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    began = time.monotonic()
    pid = os.fork()
    if pid == 0:
        _in_child(folder, as_of, writing)
    os.close(writing)
    killed, family, told = False, (), b""
    limit = began + (kill.seconds if kill and not kill.step else TOO_LONG)
    waiting = kill is not None and kill.step > 0
    while True:
        done, status = os.waitpid(pid, os.WNOHANG)
        told += _told_by(reading)
        if done:
            break
        if waiting and told.count(b"\n") >= kill.step:
            limit, waiting = time.monotonic() + kill.seconds, False
        if not killed and time.monotonic() >= limit:
            family = _family(pid)
            (os.killpg if whole_group else os.kill)(pid, signal.SIGKILL)
            killed = True
        time.sleep(0.002)
    seconds = time.monotonic() - began
    os.close(reading)
    steps = told.decode().splitlines()
    code = os.waitstatus_to_exitcode(status)
    if killed and (kill is None or waiting):
        raise TimeoutError(f"{folder}: {steps[-1:]} sau {TOO_LONG} giây")
    return Ended(None if code == -signal.SIGKILL else code, seconds, steps[-1] if steps else "-", family)


def _told_by(pipe: int) -> bytes:
    try:
        return os.read(pipe, 65536)
    except BlockingIOError:
        return b""


def _in_child(folder: Path, as_of: datetime, pipe: int) -> None:
    code = 1
    try:
        os.setsid()
        job = Job(folder=folder, out=folder / "out", as_of=as_of)
        with alone(job.layout), without_prefect():
            run(job, _Told(pipe))
        code = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _family(pid: int) -> tuple[psutil.Process, ...]:
    try:
        return tuple(psutil.Process(pid).children(recursive=True))
    except psutil.Error:
        return ()


def still_alive(families: Iterable[psutil.Process], patience: float = 5.0) -> int:
    """Count processes of killed runs that have not ended by themselves after `patience` seconds."""
    _, alive = psutil.wait_procs(list(families), timeout=patience)
    return len([process for process in alive if process.status() != psutil.STATUS_ZOMBIE])


def preload(modules: Iterable[str]) -> None:
    """Import what a run imports on its way."""
    for name in modules:
        if name not in sys.modules:
            try:
                importlib.import_module(name)
            except Exception:  # noqa: S112 - an optional part of a library
                continue
