"""Put a complete snapshot in place: readers see the old state or the new one, never half of one.

The run writes a private staging file. Publishing copies it into a fresh, compact file beside the
target, flushes it to disk and renames it over the target. A reader that holds the old file open
keeps reading the old state. Where an open file cannot be replaced (Windows), the new snapshot gets
a name of its own and `<target>.current` names it: readers ask `resolve`.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

import duckdb

from warehouse import store
from warehouse.errors import PublishError
from warehouse.schema import literal

HISTORY = "history"
KEEP = 10
"""Earlier snapshots kept for `--as-of`."""
_WINDOWS = os.name == "nt"
_BLOCK = 16384
"""Bytes of a block: many small tables take a tenth of the space that the default (256 KiB) does."""
_SIDE = (".wal", ".tmp")


def begin(target: Path, staging: Path) -> None:
    """Start a run's private file from what is published, so that other campaigns stay in it."""
    staging.parent.mkdir(parents=True, exist_ok=True)
    for path in (staging, *(staging.with_name(staging.name + side) for side in _SIDE)):
        path.unlink(missing_ok=True)
    published = resolve(target)
    if published.exists():
        shutil.copyfile(published, staging)


def publish(staging: Path, target: Path, *, run_id: str | None = None, keep: int = KEEP) -> Path:
    """Publish `staging` as `target`; returns the path to open. `run_id` also keeps it in history.

    Raises `PublishError` when the disk is full or the folder cannot be written; the old snapshot
    then stays as it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        _copy(staging, fresh)
        if run_id is not None and keep:
            _remember(fresh, target, run_id, keep)
        return _put(fresh, target)
    except (OSError, duckdb.Error) as error:
        raise PublishError(f"Chưa đưa được kho dữ liệu vào {target}: {error}") from error
    finally:
        fresh.unlink(missing_ok=True)


def resolve(target: Path) -> Path:
    """Path of the snapshot to open now: `target` itself, or the file its pointer names."""
    pointer = _pointer(target)
    if pointer.exists():
        named = target.with_name(Path(pointer.read_text(encoding="utf-8").strip()).name)
        if named.exists():
            return named
    return target


def history(target: Path) -> list[tuple[str, Path]]:
    """Earlier snapshots as (run id, path), oldest first."""
    folder = target.parent / HISTORY
    listed = sorted(folder.glob("[0-9]*-*.duckdb")) if folder.is_dir() else []
    return [(path.stem.split("-", 1)[1], path) for path in listed]


def as_of(target: Path, run_id: str) -> Path:
    """Snapshot as it stood after the run `run_id`; raises `PublishError` when it is not kept."""
    for known, path in reversed(history(target)):
        if known == history_name(run_id):
            return path
    raise PublishError(f"Không còn giữ kho dữ liệu của lần chạy {run_id}")


def withdraw(target: Path) -> None:
    """Remove what is published, under whatever name; history stays."""
    for path in (target, *_versions(target), _pointer(target)):
        path.unlink(missing_ok=True)


def _copy(staging: Path, fresh: Path) -> None:
    """Write a compact, checkpointed copy and flush it to disk."""
    fresh.unlink(missing_ok=True)
    con = store.connect()
    try:
        con.execute(f"ATTACH {literal(str(staging))} AS staging (READ_ONLY)")
        con.execute(f"ATTACH {literal(str(fresh))} AS fresh (BLOCK_SIZE {_BLOCK})")
        con.execute("COPY FROM DATABASE staging TO fresh")
        con.execute("CHECKPOINT fresh")
        con.execute("DETACH fresh")
    finally:
        con.close()
    _flush(fresh)


def _put(fresh: Path, target: Path) -> Path:
    if not _WINDOWS:
        fresh.replace(target)
        _flush(target.parent)
        _pointer(target).unlink(missing_ok=True)
        return target
    return put_versioned(fresh, target)


def put_versioned(fresh: Path, target: Path) -> Path:
    """Give the snapshot a new name and turn the pointer to it; old names go once nobody holds them."""
    numbers = [int(path.stem.rsplit(".", 1)[1]) for path in _versions(target)]
    named = target.with_name(f"{target.stem}.{max(numbers, default=0) + 1:06d}{target.suffix}")
    fresh.replace(named)
    pointer = _pointer(target)
    draft = pointer.with_name(pointer.name + ".new")
    draft.write_text(named.name, encoding="utf-8")
    draft.replace(pointer)
    for old in _versions(target):
        if old != named:
            with suppress(OSError):  # a reader still holds it: the next run tries again
                old.unlink()
    return named


def _versions(target: Path) -> list[Path]:
    return sorted(target.parent.glob(f"{target.stem}.[0-9][0-9][0-9][0-9][0-9][0-9]{target.suffix}"))


def _pointer(target: Path) -> Path:
    return target.with_name(target.name + ".current")


def _remember(fresh: Path, target: Path, run_id: str, keep: int) -> None:
    """Keep a copy under the run's id, numbered in order of publishing; the same run replaces its own."""
    folder = target.parent / HISTORY
    folder.mkdir(exist_ok=True)
    known = history(target)
    name = history_name(run_id)
    same = next((path for known_id, path in known if known_id == name), None)
    last = int(known[-1][1].stem.split("-", 1)[0]) if known else 0
    place = same or folder / f"{last + 1:06d}-{name}.duckdb"
    draft = place.with_name(f".{place.name}.new")
    shutil.copyfile(fresh, draft)
    draft.replace(place)
    for _, path in history(target)[:-keep]:
        with suppress(OSError):
            path.unlink()


def history_name(run_id: str) -> str:
    """Run id as it stands in the name of its snapshot."""
    return "".join(char if char.isalnum() or char in "-_." else "_" for char in run_id)[:80]


def _flush(path: Path) -> None:
    if path.is_dir() and _WINDOWS:
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network folders cannot flush a directory
            os.fsync(handle)
    finally:
        os.close(handle)
