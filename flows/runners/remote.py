"""What runs on a Dask worker: fetch one original, read it in a process of its own, answer in bytes.

A crash, a hang or too much memory costs that process and is the file's outcome; the Dask worker itself
only copies and waits. Nothing of a document is unpickled here: a request is names and numbers, an answer
the published JSON.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from extract import errors
from extract.hashing import sha256_of
from extract.isolation import Outcome, Reader
from extract.limits import Limits
from extract.model import from_json, to_json
from flows.steps.reader_version import reader_version

Kind = Literal["document", "error", "unseen", "differs"]
_own = threading.local()


@dataclass(frozen=True, slots=True)
class Request:
    """One file to read: where it lies, its bytes' SHA-256, and the reader that must read it."""

    path: str
    sha256: str
    reader: str
    limits: dict[str, float]


@dataclass(frozen=True, slots=True)
class Answer:
    """`document`: JSON; `error`: code, NUL, detail; `unseen`: no such bytes here; `differs`: its reader."""

    kind: Kind
    payload: bytes
    seconds: float = 0.0


def request(path: Path, sha256: str, limits: Limits) -> Request:
    """Ask for `path` to be read as it would be here."""
    return Request(str(path.absolute()), sha256, reader_version(), asdict(limits))


def read_here(asked: Request, content: bytes | None = None) -> Answer:
    """Read one file on this machine; `content` when the file cannot be seen from here."""
    if reader_version() != asked.reader:
        return Answer("differs", reader_version().encode())
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="tonghop-") as folder:
        copy = Path(folder) / Path(asked.path).name
        if content is not None:
            copy.write_bytes(content)
        elif not _fetched(asked, copy):
            return Answer("unseen", b"")
        outcome = _reader().read(copy, _limits(asked))
    return _answer(outcome, time.monotonic() - start)


def outcome(path: Path, answer: Answer) -> Outcome:
    """Turn a worker's answer into the outcome of `path`."""
    if answer.kind == "document":
        return Outcome(path, from_json(answer.payload), None, answer.seconds)
    code, _, detail = answer.payload.decode().partition("\0")
    return Outcome(path, None, errors.from_code(code, detail), answer.seconds)


def _fetched(asked: Request, copy: Path) -> bool:
    """Copy the original; False when it is not seen here, or other bytes lie under its name."""
    try:
        shutil.copyfile(asked.path, copy)
    except OSError:
        return False
    return sha256_of(copy) == asked.sha256


def _reader() -> Reader:
    """Return the reader of this thread; its process ends with the Dask worker."""
    reader: Reader | None = getattr(_own, "reader", None)
    if reader is None:
        reader = _own.reader = Reader()
    return reader


def _limits(asked: Request) -> Limits:
    known = Limits()
    return Limits(**{name: type(getattr(known, name))(value) for name, value in asked.limits.items()})


def _answer(found: Outcome, seconds: float) -> Answer:
    if found.document is not None:
        return Answer("document", to_json(found.document), seconds)
    error = found.error or errors.ReadError()
    return Answer("error", f"{error.code}\0{error.detail}".encode(), seconds)
