"""One run at a time on one output folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import filelock

from flows.errors import AnotherRunError
from flows.layout import Layout
from flows.leftovers import scratch, sweep


@contextmanager
def alone(layout: Layout) -> Iterator[None]:
    """Hold the folder's lock for the block; the system frees it when the process ends, however it ends.

    What a killed run left behind is removed first, and the block works in a scratch folder of its own.
    Raises AnotherRunError at once when another run holds it.
    """
    layout.prepare()
    try:
        with filelock.FileLock(layout.lock, timeout=0):
            sweep(layout)
            with scratch(layout):
                yield
    except filelock.Timeout as error:
        raise AnotherRunError(layout.out) from error
