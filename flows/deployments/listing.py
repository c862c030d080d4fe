"""What the inbox looked like at the last run, so that a look costs a listing and no reading."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from report_templates.shared.output import replace
from transform.campaign import Campaign

STATE = "theo-doi.json"


def listing(campaign: Campaign, now: datetime) -> str:
    """Hash of names, sizes and modification times, and of the deadlines that have passed.

    A deadline that passes is a change: who was awaited is late from then on. No file is opened and
    no link followed. Raises OSError when the inbox cannot be listed (a share that went away).
    """
    digest = hashlib.sha256()
    for name, size, mtime in sorted(_entries(campaign)):
        digest.update(f"{name}\0{size}\0{mtime}\n".encode("utf-8", "surrogateescape"))
    for passed in sorted(deadline.isoformat() for deadline in campaign.deadlines if deadline <= now):
        digest.update(f"{passed}\n".encode())
    return digest.hexdigest()


def _entries(campaign: Campaign) -> Iterator[tuple[str, int, int]]:
    for path in campaign.files:
        info = path.stat()
        yield path.name, info.st_size, info.st_mtime_ns
    yield from _walk(campaign.inbox, "inbox")


def _walk(folder: Path, shown: str) -> Iterator[tuple[str, int, int]]:
    pending = [(str(folder), shown)]
    while pending:
        place, name = pending.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                below = f"{name}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    pending.append((entry.path, below))
                    continue
                info = entry.stat(follow_symlinks=False)
                yield below, info.st_size, info.st_mtime_ns


def last_listing(state: Path) -> str | None:
    """Return the listing at the last finished run, or None (never run, or the record is damaged)."""
    try:
        kept = json.loads((state / STATE).read_text(encoding="utf-8"))
        return str(kept["listing"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(state: Path, seen: str) -> None:
    """Record the listing that a finished run started from, atomically."""
    replace(state / STATE, json.dumps({"listing": seen}).encode() + b"\n")
