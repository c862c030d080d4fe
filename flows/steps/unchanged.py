"""The inbox after reading must be the inbox that was listed: else the run stops before it says anything.

A share that goes away while files are read would make every report unreadable, and every agency would
be told so. A file replaced under our hands would be counted under the hash of the one before.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from flows.errors import InboxChangedError, InboxEmptyError
from flows.layout import Layout
from transform.campaign.times import from_timestamp
from transform.inbox import InboxFile
from warehouse.publish import resolve


def unchanged(file: InboxFile) -> bool:
    """Whether the file still lies there with the size and time that were listed.

    One that could not even be looked at (`mtime` None: no right) is as it was while that is so.
    """
    try:
        info = file.path.lstat()
    except PermissionError:
        return file.mtime is None
    except OSError:
        return False
    return (info.st_size, from_timestamp(info.st_mtime)) == (file.bytes, file.mtime)


def must_be_unchanged(files: Sequence[InboxFile]) -> None:
    """Raise InboxChangedError when a listed file went away or is another one by now."""
    moved = [file.name for file in files if not unchanged(file)]
    if moved:
        raise InboxChangedError(moved)


def must_not_be_emptied(files: Sequence[InboxFile], layout: Layout) -> None:
    """Raise InboxEmptyError when nothing lies where the last run found files.

    A share that is not mounted leaves an empty folder in its place: every agency would be reminded.
    """
    if files or not resolve(layout.warehouse).exists():
        return
    try:
        before = int(json.loads(layout.summary.read_text(encoding="utf-8"))["counts"]["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return
    if before:
        raise InboxEmptyError(before)
