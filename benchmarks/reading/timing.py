"""Readers timed in turn over one file in this process, and reading processes over copies of it."""

from __future__ import annotations

import gc
import resource
import shutil
import statistics
import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

Readers = Mapping[str, Callable[[Path], int]]


def in_turn(
    readers: Readers, path: Path, rounds: int, once: Collection[str] = ()
) -> dict[str, tuple[float, float]]:
    """Median wall and processor seconds of each reader; they alternate, so that all meet the same load.

    once: readers too slow for more than the first round.
    """
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in readers}
    for turn in range(rounds):
        for name, reader in readers.items():
            if turn and name in once:
                continue
            gc.collect()  # what the reader before left behind is no part of this one's time
            used, start = _processor(), time.perf_counter()
            reader(path)
            times[name].append((time.perf_counter() - start, _processor() - used))
    return {name: tuple(map(statistics.median, zip(*values, strict=True))) for name, values in times.items()}


def _processor() -> float:
    """Processor seconds of this process and of the programs it started and saw end."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def with_processes(path: Path, copies: int, workers: int) -> float:
    """Wall seconds in which `workers` processes read `copies` of the file; each must become a document."""
    from extract.isolation import read_many  # not above: the bare readers' memory is measured without it

    files = [path.with_name(f"{number}{path.suffix}") for number in range(copies)]
    for file in files:
        shutil.copyfile(path, file)
    start = time.perf_counter()
    assert all(outcome.document for outcome in read_many(files, workers=workers))
    return time.perf_counter() - start


def keep(path: Path, lines: list[str], *, write: bool) -> None:
    """Print the lines; with `write` keep them in `path` too."""
    text = "\n".join(lines) + "\n"
    print(text)
    if write:
        path.write_text(text, encoding="utf-8")
