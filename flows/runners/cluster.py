"""A Dask cluster to read on: the one at an address, or worker processes of our own on this machine."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from flows.runners.errors import DaskMissingError, DaskUnreachableError, DaskWorkerDiffersError
from flows.steps.reader_version import reader_version

_CONNECT_SECONDS = 20
DEATHS = 2
"""Workers that may die over one file before it is set aside (local cluster)."""


def require_dask() -> None:
    """Raise DaskMissingError when the extra is not installed."""
    if find_spec("distributed") is None:
        raise DaskMissingError


@contextmanager
def connected(address: str | None, workers: int) -> Iterator[Any]:
    """Give a client of the cluster at `address`, else of `workers` local processes for the block."""
    import distributed

    start: Any = distributed.Client  # partly typed
    _hush()
    if address is None:
        with _local(workers) as cluster, start(cluster, set_as_default=False) as client:
            yield client
        return
    try:
        client = start(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError, ImportError) as error:
        raise DaskUnreachableError(address) from error
    try:
        yield client
    finally:
        client.close(timeout=5)


@contextmanager
def _local(workers: int) -> Iterator[Any]:
    """Start worker processes on the loopback; no dashboard, nothing leaves the machine.

    Dask's own memory watch is off: it ends workers, and each file has its own limit already.
    """
    import dask
    import distributed

    start: Any = distributed.LocalCluster

    settings = {
        "distributed.scheduler.allowed-failures": DEATHS,
        "distributed.scheduler.http.routes": [],  # no pages, not even on the loopback
        "distributed.worker.http.routes": [],
    }
    with (
        tempfile.TemporaryDirectory(prefix="tonghop-dask-", ignore_cleanup_errors=True) as scratch,
        dask.config.set(settings),
        start(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",  # its default port may be taken
            memory_limit=None,
            local_directory=scratch,
            silence_logs=logging.CRITICAL,
        ) as cluster,
    ):
        yield cluster


def must_read_alike(client: Any) -> None:  # noqa: ANN401 - untyped library
    """Raise DaskWorkerDiffersError when some worker lacks the program or has another reader."""
    try:
        versions: dict[str, str] = client.run(reader_version)
    except Exception as error:  # whatever a foreign worker raises: no program, another version
        raise DaskWorkerDiffersError(type(error).__name__) from error
    other = sorted(name for name, version in versions.items() if version != reader_version())
    if other:
        raise DaskWorkerDiffersError(", ".join(other))


def threads(client: Any) -> int:  # noqa: ANN401
    """Return how many files the cluster can read at once right now."""
    return sum(worker["nthreads"] for worker in client.scheduler_info(n_workers=-1)["workers"].values())


def _hush() -> None:
    """Keep Dask's own lines (workers coming and going) off the officer's screen."""
    for name in ("distributed", "distributed.nanny", "distributed.scheduler", "tornado.application"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
