"""Bring the originals of a storage address into inbox/, each once, known by the hash of its bytes.

What was brought is written down beside the inbox, line by line, so a run that is stopped goes on where it
was. A file that left the storage leaves the inbox; one that somebody laid into inbox/ by hand is never
touched, and an empty storage takes nothing away: a share that is not mounted looks empty.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import filelock

from extract.hashing import sha256_of
from extract.limits import DEFAULT
from flows.errors import AnotherRunError
from flows.storage.errors import InboxConflictError, StorageEmptyError
from flows.storage.place import Place, Stored
from report_templates.shared.output import replace

_RECORD, _DRAFT, _LOCK = ".hop-nhan.jsonl", ".hop-nhan.tam", ".hop-nhan.lock"
_UNFIT = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_LONGEST = 150
_LINK, _TOO_LARGE = "link", "too_large"


@dataclass(frozen=True, slots=True)
class _Brought:
    """One file brought: its place in the inbox, the version it had there, and the SHA-256 of its bytes."""

    name: str
    version: str
    sha256: str


def bring(url: str, folder: Path) -> int:
    """Make inbox/ of the campaign's `folder` hold what lies at `url`; return how many files were copied.

    Raises StorageUnreachableError, StorageEmptyError, InboxConflictError or AnotherRunError; what was
    copied before that stays and is not copied again.
    """
    place = Place(url)
    (folder / "inbox").mkdir(parents=True, exist_ok=True)
    try:
        with filelock.FileLock(folder / _LOCK, timeout=0):
            return _Inbox(folder).follow(place)
    except filelock.Timeout as error:
        raise AnotherRunError(folder / "inbox") from error


class _Inbox:
    def __init__(self, folder: Path) -> None:
        self._folder, self._inbox = folder, folder / "inbox"
        self._draft, self._record = folder / _DRAFT, folder / _RECORD
        self._known = {one.name: one for one in _read(self._record)}

    def follow(self, place: Place) -> int:
        """Copy what is new there, then remove what is no longer there."""
        files = {inbox_name(one.relative): one for one in place.files()}
        if not files and self._known:
            raise StorageEmptyError(place.shown, len(self._known))
        copied, conflicts = 0, []
        for name, one in files.items():
            if self._is_here(name, one):
                continue
            if self._bring(place, name, one):
                copied += 1
            else:
                conflicts.append(name)
        self._draft.unlink(missing_ok=True)
        for name in sorted(set(self._known) - set(files)):
            (self._inbox / name).unlink(missing_ok=True)
            del self._known[name]
        self._settle()
        if conflicts:
            raise InboxConflictError(conflicts)
        return copied

    def _is_here(self, name: str, one: Stored) -> bool:
        known = self._known.get(name)
        return bool(one.version) and known is not None and known.version == one.version and self._lies(name)

    def _lies(self, name: str) -> bool:
        return os.path.lexists(self._inbox / name)

    def _bring(self, place: Place, name: str, one: Stored) -> bool:
        """Lay one file into the inbox; False when a file of somebody else holds its name."""
        target = self._inbox / name
        self._draft.unlink(missing_ok=True)
        if one.is_link:
            sha256 = _LINK
            self._draft.symlink_to(_LINK)  # named in the result as a link, never followed
        elif one.bytes > DEFAULT.max_bytes:
            sha256 = _TOO_LARGE
            with self._draft.open("wb") as stream:
                stream.truncate(one.bytes)  # refused by its size; its content is not fetched
        else:
            place.get(one, self._draft)
            sha256 = sha256_of(self._draft)
        if self._lies(name) and name not in self._known and not self._same(target, sha256):
            return False
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if one.changed is not None and not one.is_link:
                os.utime(self._draft, (one.changed.timestamp(),) * 2)
            self._draft.replace(target)
        except (FileExistsError, NotADirectoryError, IsADirectoryError):
            return False
        self._note(_Brought(name, one.version, sha256))
        return True

    def _same(self, target: Path, sha256: str) -> bool:
        with suppress(OSError):
            return target.is_file() and not target.is_symlink() and sha256_of(target) == sha256
        return False

    def _note(self, brought: _Brought) -> None:
        self._known[brought.name] = brought
        with self._record.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(asdict(brought)) + "\n")

    def _settle(self) -> None:
        """Write the record anew, one line a file."""
        lines = (json.dumps(asdict(self._known[name])) + "\n" for name in sorted(self._known))
        replace(self._record, "".join(lines).encode())


def inbox_name(relative: str) -> str:
    """Place in the inbox of a name in the storage: never out of it, never unfit for a file system."""
    return "/".join(_part(part) for part in relative.split("/"))


def _part(part: str) -> str:
    fit = _UNFIT.sub(lambda found: f"%{ord(found[0]):02X}", part)
    if fit.strip(". ") == "":
        fit = "".join(f"%{ord(char):02X}" for char in fit) or "%"
    if len(fit) > _LONGEST:
        stem, dot, extension = fit.rpartition(".")
        short = hashlib.sha256(part.encode()).hexdigest()[:8]
        kept = extension if dot and len(extension) <= 5 else ""
        fit = f"{(stem or fit)[: _LONGEST - 20]}-{short}" + (f".{kept}" if kept else "")
    return fit


def _read(record: Path) -> Sequence[_Brought]:
    """Read what was brought; a line cut off by a kill counts as not brought."""
    found = []
    with suppress(OSError):
        for line in record.read_text(encoding="utf-8").splitlines():
            with suppress(ValueError, TypeError):
                found.append(_Brought(**json.loads(line)))
    return found
