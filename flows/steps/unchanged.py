"""The inbox after reading must be the inbox that was listed: else the run stops before it says anything.

A share that goes away while files are read would make every report unreadable, and every agency would
be told so. A file replaced under our hands would be counted under the hash of the one before.
"""

from __future__ import annotations

from collections.abc import Sequence

from flows.errors import InboxChangedError
from transform.campaign.times import from_timestamp
from transform.inbox import InboxFile


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
