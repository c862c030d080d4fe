"""Faults of the disk under a run, in words; whatever was published before stays as it was."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.errors import DiskFullError, NotWritableError, RunError, UnforeseenError
from flows.layout import Layout

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_BARRED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO, errno.ESTALE, errno.ENOTCONN})
_FULL_WORDS = ("no space left", "disk quota", "not enough space", "file too large", "disk is full")


@contextmanager
def disk_faults_told(layout: Layout) -> Iterator[None]:
    """Raise DiskFullError or NotWritableError in place of what the system said; other errors pass."""
    try:
        yield
    except Exception as error:
        if isinstance(error, RunError) and not isinstance(error, UnforeseenError):
            raise
        told = _told(error, layout)
        if told is None:
            raise
        raise told from error


def _told(error: BaseException, layout: Layout) -> DiskFullError | NotWritableError | None:
    link: BaseException | None = error
    while link is not None:
        if _full(link):
            return DiskFullError(layout.out)
        if isinstance(link, OSError) and link.errno in _BARRED and _below(link.filename, layout.out):
            return NotWritableError(link.filename, link.strerror or type(link).__name__)
        link = link.__cause__ or link.__context__
    return None


def _full(error: BaseException) -> bool:
    """DuckDB, polars and LibreOffice say it in words only."""
    if isinstance(error, OSError) and error.errno in _FULL:
        return True
    from_library = type(error).__module__.partition(".")[0] in ("duckdb", "_duckdb", "polars", "builtins")
    return from_library and any(words in str(error).lower() for words in _FULL_WORDS)


def _below(name: object, out: Path) -> bool:
    """Whether the file lies in OUT, or on the way to it."""
    if not isinstance(name, str | bytes):
        return False
    place = Path(name if isinstance(name, str) else name.decode(errors="replace")).resolve()
    return place.is_relative_to(out.resolve()) or out.resolve().is_relative_to(place)
