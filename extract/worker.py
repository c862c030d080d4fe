"""A worker process: reads file after file, one framed JSON request and reply each.

Run as `python -P -m extract.worker`. It knows nothing but paths; a crash here costs one file.
"""

from __future__ import annotations

import os
import queue
import shutil
import struct
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from extract import errors, progress
from extract.limits import Limits
from extract.model import to_json

HEADER = struct.Struct(">cI")
REPLY_DOCUMENT, REPLY_ERROR, REPLY_EXTEND = b"D", b"E", b"X"
_LARGEST_REPLY = 128 * 1024 * 1024
"""Bytes; a report of 500 pages takes 3 MB. The process that asks has no limit of memory of its own."""


class Request(msgspec.Struct):
    """One file to read. path: as the system has it, which need not be UTF-8."""

    path: bytes
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
        data = to_json(read(Path(os.fsdecode(request.path)), limits))
        if len(data) > _LARGEST_REPLY:
            raise errors.FileTooLarge(f"(kết quả đọc: {len(data) // 1024**2} MB)")
        return REPLY_DOCUMENT, data
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


class _Inbox:
    """Requests, heard on a thread of their own so that the parent's end is noticed while reading too."""

    def __init__(self, stream: BinaryIO, scratch: str) -> None:
        self._stream, self._scratch = stream, scratch
        self._frames: queue.SimpleQueue[tuple[bytes, bytes] | None] = queue.SimpleQueue()
        self._heard = self._done = 0  # each is written by one thread only
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while (frame := receive(self._stream)) is not None:
            self._heard += 1
            self._frames.put(frame)
        if self._heard != self._done:
            _end(self._scratch)  # nobody waits for the file being read
        self._frames.put(None)

    def __iter__(self) -> Iterator[bytes]:
        """Yield each request's payload; a request is done when the next one is asked for."""
        while (frame := self._frames.get()) is not None:
            yield frame[1]
            self._done += 1


def _end(scratch: str) -> None:
    """End at once, with every program started here (OCR, LibreOffice) and the scratch folder."""
    import psutil

    for child in psutil.Process().children(recursive=True):
        try:
            child.kill()
        except psutil.Error:
            continue
    shutil.rmtree(scratch, ignore_errors=True)
    os._exit(1)


def main() -> None:
    """Serve until standard input ends. Native libraries' own printing goes to standard error."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    progress.listen(lambda seconds: send(replies, REPLY_EXTEND, msgspec.json.encode(seconds)))
    with tempfile.TemporaryDirectory(prefix="tonghop-") as scratch:
        tempfile.tempdir = scratch
        for payload in _Inbox(sys.stdin.buffer, scratch):
            request = msgspec.json.decode(payload, type=Request)
            _limit_memory(int(request.limits["memory_bytes"]))
            send(replies, *_read(request))


if __name__ == "__main__":
    main()
