"""Read what is new in the inbox; what was read before, by the same code, comes from the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from extract import errors
from extract.isolation import Outcome
from extract.limits import Limits
from extract.model import Document, from_json, to_json
from flows.runners import Runner
from flows.steps.reader_version import reader_version
from flows.steps.unchanged import unchanged
from report_templates.shared.output import replace
from transform.inbox import InboxFile

Result = Document | errors.ReadError

_NOT_KEPT = (errors.TimeLimitExceeded, errors.MemoryLimitExceeded, errors.ReaderCrashed)
"""Failures that may not happen again on a calmer machine: tried anew at every run."""


class _KeptError(msgspec.Struct):
    code: str
    detail: str


class DocumentStore:
    """Read documents and typed refusals on disk, named `<sha256>-<reader version>.json`."""

    def __init__(self, folder: Path, reader: str | None = None) -> None:
        self._folder = folder
        self._reader = reader or reader_version()

    def _path(self, sha256: str, kind: str) -> Path:
        return self._folder / f"{sha256}-{self._reader}.{kind}.json"

    def get(self, sha256: str) -> Result | None:
        """Return what is stored, or None. A damaged entry counts as absent."""
        try:
            found = self._path(sha256, "doc")
            if found.exists():
                return from_json(found.read_bytes())
            refused = self._path(sha256, "err")
            if refused.exists():
                kept = msgspec.json.decode(refused.read_bytes(), type=_KeptError)
                return errors.from_code(kept.code, kept.detail)
        except (OSError, msgspec.DecodeError):
            return None
        return None

    def put(self, sha256: str, result: Result) -> None:
        """Store atomically. A secret file leaves its code only; a refusal without a cause is not kept."""
        if isinstance(result, Document):
            replace(self._path(sha256, "doc"), to_json(result))
        elif not isinstance(result, _NOT_KEPT) and type(result) is not errors.ReadError:
            kept = _KeptError(result.code, result.detail)
            replace(self._path(sha256, "err"), msgspec.json.encode(kept))

    def keep_only(self, hashes: set[str]) -> None:
        """Remove entries of files that left the inbox and of older readers."""
        for entry in self._folder.glob("*.json"):
            sha256, _, rest = entry.name.partition("-")
            if sha256 not in hashes or not rest.startswith(self._reader):
                entry.unlink(missing_ok=True)


def read_inbox(
    files: Sequence[InboxFile],
    store: DocumentStore,
    *,
    runner: Runner,
    limits: Limits,
    on_file: Callable[[str, bool], None] = lambda _name, _fresh: None,
) -> tuple[dict[Path, Result], int]:
    """Return a result for every readable file, and how many were read afresh.

    Files of the same content are read once. `on_file(name, fresh)` is called as each is done.
    """
    by_hash: dict[str, list[InboxFile]] = {}
    for file in files:
        if file.readable and file.sha256:
            by_hash.setdefault(file.sha256, []).append(file)
    results: dict[Path, Result] = {}
    todo: dict[Path, str] = {}
    for sha256, same in by_hash.items():
        known = store.get(sha256)
        if known is None:
            todo[same[0].path] = sha256
            continue
        results |= _for_all(same, known)
        on_file(same[0].name, False)
    for outcome in runner(todo, limits):
        sha256 = todo[outcome.path]
        result = _result(outcome)
        if _is_of(result, by_hash[sha256][0]):
            store.put(sha256, result)
        results |= _for_all(by_hash[sha256], result)
        on_file(by_hash[sha256][0].name, True)
    store.keep_only(set(by_hash))
    return results, len(todo)


def _result(outcome: Outcome) -> Result:
    if outcome.document is not None:
        return outcome.document
    return outcome.error or errors.ReadError()


def _is_of(result: Result, file: InboxFile) -> bool:
    """Whether the result is of the bytes that were hashed: a file may be replaced while it is read."""
    if isinstance(result, Document):
        return result.file.sha256 == file.sha256
    return unchanged(file)


def _for_all(files: Sequence[InboxFile], result: Result) -> dict[Path, Result]:
    """Give each of several names of the same content a document with its own file name."""
    if not isinstance(result, Document):
        return {file.path: result for file in files}
    shown: dict[Path, Result] = {}
    for file in files:
        info = msgspec.structs.replace(result.file, name=file.path.name)
        shown[file.path] = msgspec.structs.replace(result, file=info)
    return shown
