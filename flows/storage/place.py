"""A place of storage behind a URL: listing, getting and putting files, each tried several times."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote

from flows.storage.errors import BadStorageAddressError, StorageMissingError, StorageUnreachableError

T = TypeVar("T")
_WAITS = (1.0, 4.0)
"""Seconds before the second and the third try."""
_EXTRAS = {"s3": "s3", "s3a": "s3"}
_SECRETS = re.compile(r"//[^/@]*@|\?.*$")
_VERSIONS = ("ETag", "etag", "LastModified", "mtime", "created")


@dataclass(frozen=True, slots=True)
class Stored:
    """One file there: full name, place below the root, size, time of change, what tells versions apart."""

    full: str
    relative: str
    bytes: int
    changed: datetime | None
    version: str
    is_link: bool


class Place:
    """The files below one address. What goes wrong is tried again, then StorageUnreachableError."""

    def __init__(self, url: str) -> None:
        self.shown = _SECRETS.sub(lambda found: "//" if found[0].startswith("//") else "", url)
        self._system, self._root = self._open(url)

    def _open(self, url: str) -> tuple[Any, str]:
        try:
            import fsspec
        except ImportError as error:
            raise StorageMissingError(self.shown, "dask") from error
        protocol = url.partition("://")[0] if "://" in url else "file"
        try:
            system, root = fsspec.core.url_to_fs(
                _literal(url), use_listings_cache=False, skip_instance_cache=True
            )
        except ImportError as error:
            raise StorageMissingError(self.shown, _EXTRAS.get(protocol, protocol)) from error
        except (ValueError, TypeError) as error:
            raise BadStorageAddressError(self.shown) from error
        return system, str(root).rstrip("/")

    def files(self) -> list[Stored]:
        """List every file below the root, sorted by name."""
        found: dict[str, dict[str, Any]] = self._tried(self._find)
        stored = (self._stored(name, info) for name, info in found.items())
        return sorted(stored, key=lambda one: one.relative)

    def _find(self) -> dict[str, dict[str, Any]]:
        self._system.invalidate_cache()
        if not self._system.exists(self._root):
            raise FileNotFoundError(2, "không có nơi này")
        found: dict[str, dict[str, Any]] = self._system.find(self._root, detail=True)
        return found

    def _stored(self, name: str, info: dict[str, Any]) -> Stored:
        relative = name.removeprefix(self._root).lstrip("/") or name.rpartition("/")[2]
        told = next((info[key] for key in _VERSIONS if info.get(key)), None)
        times = (info[key] for key in ("LastModified", "mtime", "created") if info.get(key))
        return Stored(
            full=name,
            relative=relative,
            bytes=int(info.get("size") or 0),
            changed=next((moment for one in times if (moment := _moment(one))), None),
            version="" if told is None else f"{info.get('size')}:{told}",
            is_link=bool(info.get("islink")),
        )

    def get(self, one: Stored, target: Path) -> None:
        """Copy one file to `target`."""
        self._tried(lambda: self._system.get_file(one.full, str(target)))

    def put(self, source: Path, relative: str) -> None:
        """Copy `source` there, over what lies under that name."""

        def send() -> None:
            self._system.makedirs(self._root, exist_ok=True)
            self._system.put_file(str(source), f"{self._root}/{relative}")

        self._tried(send)

    def _tried(self, act: Callable[[], T]) -> T:
        """Do `act`; when it fails, wait and do it again. Drivers raise errors of many libraries."""
        for wait in (*_WAITS, None):
            try:
                return act()
            except Exception as error:
                if wait is None:
                    reason = getattr(error, "strerror", None) or type(error).__name__
                    raise StorageUnreachableError(self.shown, reason) from error
                time.sleep(wait)
        raise AssertionError


def _literal(url: str) -> str:
    """Take a `file://` address as typed, else with its percent signs read: fsspec takes them as they are."""
    path = url.removeprefix("file://")
    if path == url or Path(path).exists():
        return url
    return f"file://{unquote(path)}"


def _moment(value: object) -> datetime | None:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    return datetime.fromtimestamp(value, UTC) if isinstance(value, int | float) else None
