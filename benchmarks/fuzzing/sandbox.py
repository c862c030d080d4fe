"""Inputs in a forked process of their own: the parent outlives whatever the child does (Linux, macOS).

The parent imports every reader first. A child takes a batch, tells each result over a pipe, and is killed
when it says nothing for longer than the limit; what comes after the lost input goes to a new child.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

MEMORY = 1536 * 1024 * 1024
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = frozenset(
    {
        *("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.symlink", "os.link", "os.truncate"),
        *("os.chmod", "os.chown", "os.utime", "shutil.rmtree", "shutil.move", "shutil.copyfile"),
    }
)
_NEVER = (
    *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "pty.spawn"),
    *("socket.connect", "socket.getaddrinfo"),
)


@dataclass(slots=True)
class Result:
    """What became of one input. `outcome`: document, passed, an error's code, hang or crash."""

    index: int
    outcome: str
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)
    grown: int = 0
    """Bytes by which the child's peak memory rose."""


Act = Callable[[int], tuple[str, list[str]]]


def run(
    indexes: Sequence[int], act: Act, folder: Path, *, batch: int = 500, limit: float = 20.0
) -> Iterator[Result]:
    """Yield a result for every index. act: index → outcome and faults, called in the child.

    folder: where the child may write. limit: seconds of silence after which it is killed.
    """
    todo = list(indexes)
    while todo:
        done = 0
        for result in _child(todo[:batch], act, folder, limit):
            done += 1
            yield result
        todo = todo[done:]


def _child(indexes: Sequence[int], act: Act, folder: Path, limit: float) -> Iterator[Result]:
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _serve(indexes, act, folder, writing)
    os.close(writing)
    told, silent = 0, False
    try:
        with os.fdopen(reading, "rb", buffering=0) as pipe:
            for line in _lines(pipe, limit):
                if line is None:
                    silent = True
                    break
                told += 1
                yield Result(**json.loads(line))
    finally:
        if silent or told < len(indexes):
            _kill(pid)
        _, status = os.waitpid(pid, 0)
    if told < len(indexes):
        ended = "hang" if silent else f"crash ({_ending(status)})"
        yield Result(indexes[told], ended.split(" ", maxsplit=1)[0], limit if silent else 0.0, [ended])


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _ending(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return signal.Signals(-code).name if code < 0 else f"exit {code}"


def _lines(pipe: Any, limit: float) -> Iterator[bytes | None]:
    """Yield lines as they come; None when nothing came for `limit` seconds."""
    rest = b""
    while True:
        ready, _, _ = select.select([pipe], [], [], limit)
        if not ready:
            yield None
            return
        data = pipe.read(65536)
        if not data:
            return
        *lines, rest = (rest + data).split(b"\n")
        yield from lines


def _serve(indexes: Sequence[int], act: Act, folder: Path, pipe: int) -> None:
    guard = Guard(folder)
    soft = MEMORY if (hard := resource.getrlimit(resource.RLIMIT_DATA)[1]) < 0 else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    sys.addaudithook(guard)
    peak = _peak()
    for index in indexes:
        start = time.process_time()  # of the processor: the machine may be busy with other work
        outcome, faults = act(index)
        seconds = time.process_time() - start
        now = _peak()
        result = Result(index, outcome, round(seconds, 5), [*faults, *guard.take()], now - peak)
        peak = now
        os.write(pipe, json.dumps(asdict(result)).encode() + b"\n")
    os._exit(0)


def _peak() -> int:
    scale = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale


class Guard:
    """An audit hook that notes every change outside `folder`, every program started, every connection."""

    def __init__(self, folder: Path) -> None:
        self._allowed = (str(folder.resolve()) + os.sep, os.devnull)
        self._seen: list[str] = []

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note `event` where it is none of a reader's business; nothing is forbidden."""
        if event == "open":
            if isinstance(arguments[2], int) and arguments[2] & _WRITES:
                self._path(event, arguments[0])
        elif event in _CHANGES:
            self._path(event, arguments[0])
        elif event.startswith(_NEVER):
            self._seen.append(f"{event} {arguments[0]!r:.80}")

    def _path(self, event: str, path: object) -> None:
        if isinstance(path, int):
            return
        place = os.path.realpath(os.fsdecode(path))  # type: ignore[arg-type]
        if not place.startswith(self._allowed):
            self._seen.append(f"{event} outside the work folder: {place:.120}")

    def take(self) -> list[str]:
        """Return what was noted since the last call."""
        seen, self._seen = self._seen, []
        return seen
