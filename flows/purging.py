"""Delete what a campaign left behind below OUT; the originals in inbox/ are never touched."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.layout import Layout
from flows.leftovers import scratch, sweep
from warehouse.export import export_parquet
from warehouse.publish import HISTORY, resolve
from warehouse.purge import campaigns, purge
from warehouse.store import connect


@dataclass(frozen=True, slots=True)
class Purged:
    """Rows deleted from the warehouse, campaigns that stay in it, and files that could not be removed."""

    rows: int
    others: tuple[str, ...]
    left: tuple[Path, ...]


def purge_campaign(layout: Layout, campaign_id: str) -> Purged:
    """Delete the campaign from the warehouse, its history and everything written from it.

    The caller holds the lock. Where other campaigns share OUT, the warehouse and its Parquet keep them;
    letters, report and pages are removed and come back with their next run.
    """
    rows = purge(layout.warehouse, campaign_id)
    others = campaigns(layout.warehouse)
    for path in _written(layout):
        _remove(path)
    sweep(layout)
    with scratch(layout):
        pass  # emptied of what a killed run left there
    if others:
        with connect(resolve(layout.warehouse), read_only=True) as con:
            export_parquet(con, layout.export)
    kept = {layout.export} if others else set()
    left = [file for path in _written(layout) if path not in kept for file in _files(path)]
    return Purged(sum(rows.values()), tuple(others), tuple(sorted(left)))


def _written(layout: Layout) -> Iterator[Path]:
    """Yield all that runs write, the warehouse apart."""
    yield from (layout.report, layout.feedback, layout.reminders, layout.outbox, layout.quality)
    yield from (layout.export, layout.summary)
    if layout.state.is_dir():
        yield from sorted(path for path in layout.state.iterdir() if path != layout.lock)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # told as left


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return [file for file in path.rglob("*") if not file.is_dir()]
    return [path] if path.exists() else []


def clear_empty(layout: Layout) -> None:
    """Remove the history folder and the lock when nothing is left to keep them for."""
    history = layout.out / HISTORY
    for folder in (history, layout.state):
        if folder.is_dir() and all(path == layout.lock for path in folder.iterdir()):
            shutil.rmtree(folder, ignore_errors=True)
