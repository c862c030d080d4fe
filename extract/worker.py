"""A worker process: reads file after file, one framed JSON request and reply each.

Run as `python -P -m extract.worker`. It knows nothing but paths; a crash here costs one file.
"""

from __future__ import annotations

import os
import struct
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

import msgspec

from extract import errors, progress
from extract.limits import Limits
from extract.model import to_json

HEADER = struct.Struct(">cI")
REPLY_DOCUMENT, REPLY_ERROR, REPLY_EXTEND = b"D", b"E", b"X"


class Request(msgspec.Struct):
    """One file to read."""

    path: str
    limits: dict[str, float]


class Failure(msgspec.Struct):
    """A typed error, as its code and detail."""

    code: str
    detail: str


def send(stream: BinaryIO, kind: bytes, payload: bytes) -> None:
    """Write one frame: kind, length, payload."""
    stream.write(HEADER.pack(kind, len(payload)))
    stream.write(payload)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    """Read one frame; None at end of stream or when it breaks off."""
    head = stream.read(HEADER.size)
    if len(head) < HEADER.size:
        return None
    kind, length = HEADER.unpack(head)
    payload = stream.read(length)
    return (kind, payload) if len(payload) == length else None


def _read(request: Request) -> tuple[bytes, bytes]:
    from extract.document import read

    limits = Limits(**{name: type(getattr(Limits(), name))(value) for name, value in request.limits.items()})
    try:
        return REPLY_DOCUMENT, to_json(read(Path(request.path), limits))
    except errors.ReadError as error:
        failure = Failure(error.code, error.detail)
    except (MemoryError, RecursionError) as error:
        failure = Failure(errors.MemoryLimitExceeded.code, type(error).__name__)
    except OSError as error:
        failure = Failure(errors.ReadError.code, f"({error.strerror or type(error).__name__})")
    except Exception as error:  # a fault of ours costs one file, and is named
        failure = Failure(errors.ReaderCrashed.code, f"({type(error).__name__})")
    return REPLY_ERROR, msgspec.json.encode(failure)


def _limit_memory(memory_bytes: int) -> None:
    """Private writable memory, as a second fence behind the parent's watch (POSIX only)."""
    try:
        import resource
    except ImportError:  # Windows: the parent's watch alone
        return
    slack = 512 * 1024 * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    soft = memory_bytes + slack
    resource.setrlimit(resource.RLIMIT_DATA, (soft if hard < 0 else min(soft, hard), hard))


def main() -> None:
    """Serve until standard input ends. Native libraries' own printing goes to standard error."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests = sys.stdin.buffer
    progress.listen(lambda seconds: send(replies, REPLY_EXTEND, msgspec.json.encode(seconds)))
    with tempfile.TemporaryDirectory(prefix="tonghop-") as scratch:
        tempfile.tempdir = scratch
        while (frame := receive(requests)) is not None:
            request = msgspec.json.decode(frame[1], type=Request)
            _limit_memory(int(request.limits["memory_bytes"]))
            send(replies, *_read(request))


if __name__ == "__main__":
    main()
