"""A local Prefect server for the length of a run, started at once so that its start costs little.

Prefect needs an API to record runs. Its own temporary server is started by the flow engine after
everything else is imported and takes 6-14 s; here the server process starts first and comes up while
the campaign is read. A server that the operator runs (PREFECT_API_URL) is used instead when given.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import filelock
import platformdirs

from flows.errors import ServerStartError

SETTINGS: Mapping[str, str] = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "PREFECT_CLIENT_SERVER_VERSION_CHECK_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "WARNING",
    "GX_ANALYTICS_ENABLED": "false",
}
"""No telemetry, no look for updates: nothing leaves the machine."""

_FOR_ONE_RUN: Mapping[str, str] = {
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_SERVER_UI_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_LATE_RUNS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_FOREMAN_ENABLED": "false",
}
_START_SECONDS = 90.0
_HOMES = 64
"""Runs at once, of different campaigns, that one machine is given records for."""


def state_folder() -> Path:
    """Folder of the program's own state on this machine; TONGHOP_STATE moves it."""
    named = os.environ.get("TONGHOP_STATE")
    return Path(named) if named else platformdirs.user_state_path("tonghop", appauthor=False)


class LocalServer:
    """A Prefect API on a free loopback port; ends when this process ends, however it ends."""

    def __init__(
        self, settings: Mapping[str, str] = _FOR_ONE_RUN, home: str | None = None, port: int | None = None
    ) -> None:
        """`home`: folder of the server's records below `state_folder()`; None = one that no run uses now.

        `port` None = any free one.
        """
        folder, self._held = _free_home() if home is None else (state_folder() / home, None)
        folder.mkdir(parents=True, exist_ok=True)
        self.port = port or _free_port()
        self.url = f"http://127.0.0.1:{self.port}/api"
        self.environment = {**SETTINGS, **settings, "PREFECT_HOME": str(folder)}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "flows.server_process", str(self.port)],
            stdin=subprocess.PIPE,  # its end tells the server that we are gone
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **self.environment},
        )

    def wait(self) -> None:
        """Return when the API answers. Raises ServerStartError when it ends or takes too long."""
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise ServerStartError(f"mã {self.process.returncode}")
            try:
                with urllib.request.urlopen(f"{self.url}/health", timeout=2):  # noqa: S310 - loopback
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise ServerStartError(f"quá {_START_SECONDS:.0f} giây")

    def stop(self) -> None:
        """End the server."""
        self.process.terminate()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self._held is not None:
            self._held.release()


def _free_home() -> tuple[Path, filelock.BaseFileLock | None]:
    """Claim a folder of records: two servers on one SQLite file block each other's start.

    Folders are used again, so that their database is made once; each version of Prefect has its own, as
    none opens what a newer one has written.
    """
    records = state_folder() / f"prefect-{version('prefect')}"
    for number in range(1, _HOMES + 1):
        folder = records / str(number)
        folder.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(folder / "lock")
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout:
            continue
        return folder, lock
    raise ServerStartError(f"đã có {_HOMES} lượt chạy cùng lúc")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def prefect_api(start: Callable[[], LocalServer] = LocalServer) -> Iterator[LocalServer | None]:
    """Put settings in place and a server on its way; call `.wait()` before the flow starts.

    Must be entered before `prefect` is imported: it reads its settings once. `start` makes the server
    when no PREFECT_API_URL is given.
    """
    os.environ.update({name: value for name, value in SETTINGS.items() if name not in os.environ})
    if os.environ.get("PREFECT_API_URL"):
        yield None
        return
    server = start()
    added = {**server.environment, "PREFECT_API_URL": server.url}
    before = {name: os.environ.get(name) for name in added}
    os.environ.update(added)
    try:
        yield server
    finally:
        server.stop()
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
