"""Where files are read: worker processes of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from extract.isolation import Outcome, read_many
from extract.limits import Limits

RunnerName = Literal["processes", "dask"]
LOCAL_DASK_WORKERS = 2
Runner = Callable[[Mapping[Path, str], Limits], Iterator[Outcome]]
"""From files (path → SHA-256 of their bytes) to one outcome each, in the order in which they finish."""


def make_runner(name: RunnerName, *, workers: int, address: str | None) -> Runner:
    """Return the runner called `name`. Dask is imported only when asked for.

    Raises DaskMissingError when it is not installed.
    """
    if name == "processes":
        return lambda todo, limits: read_many(list(todo), workers=workers, limits=limits)
    from flows.runners.cluster import require_dask
    from flows.runners.on_dask import read_on_dask

    require_dask()
    return lambda todo, limits: read_on_dask(todo, limits, workers=workers, address=address)
