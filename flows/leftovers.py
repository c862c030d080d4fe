"""What a run that was killed leaves behind, removed by the next one while it holds the lock.

Every name here is one that only this program gives to a file it is about to rename into place.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from flows.layout import Layout

_DRAFTS: tuple[tuple[str, str], ...] = (
    (".", ".*.duckdb.*.new*"),
    (".", ".run.json.tmp"),
    (".", ".*.tam"),
    ("history", ".*.new"),
    ("export", ".*.new"),
    ("report", ".*.tam"),
    ("report", "tong-hop.tmp"),
    ("reminders", ".*.tam"),
    ("quality", ".*.tam"),
    ("feedback", "*/.*.tam"),
    (".tonghop", "staging.duckdb*"),
    (".tonghop", ".*.tam"),
    (".tonghop", "letters.tmp"),
    (".tonghop/documents", ".*.tam"),
    (".tonghop/documents", "*.tmp"),
)
"""Folder below OUT and pattern in it; names ending in `tmp` are those of earlier versions."""


def sweep(layout: Layout) -> None:
    """Remove drafts of a killed run; what cannot be removed is overwritten later."""
    for folder, pattern in _DRAFTS:
        for path in sorted((layout.out / folder).glob(pattern)):
            _remove(path)


def _remove(path: Path) -> None:
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


@contextmanager
def scratch(layout: Layout) -> Iterator[None]:
    """Give this process and those it starts a private temporary folder, emptied first and removed after.

    Its name follows from the output folder, so what a killed run left of its documents there is gone
    with the next run. Where the folder is not ours alone, the system's one is used as it is.
    """
    name = hashlib.sha256(str(layout.out.resolve()).encode()).hexdigest()[:16]
    place = Path(tempfile.gettempdir()) / f"tonghop-{name}"
    if not _own(place):
        yield
        return
    before, named = tempfile.tempdir, os.environ.get("TMPDIR")
    tempfile.tempdir = os.environ["TMPDIR"] = str(place)
    try:
        yield
    finally:
        tempfile.tempdir = before
        if named is None:
            os.environ.pop("TMPDIR", None)
        else:
            os.environ["TMPDIR"] = named
        shutil.rmtree(place, ignore_errors=True)


def _own(place: Path) -> bool:
    """Make the folder anew, open to this user only; False when somebody else holds the name."""
    try:
        if place.is_symlink():
            return False
        if place.exists():
            info = place.stat()
            if not stat.S_ISDIR(info.st_mode) or (hasattr(os, "getuid") and info.st_uid != os.getuid()):
                return False
            shutil.rmtree(place, ignore_errors=True)
        place.mkdir(mode=0o700, parents=False, exist_ok=True)
    except OSError:
        return False
    return True
