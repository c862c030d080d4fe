"""Put output files in place without ever overwriting what an officer may have edited.

Beside the files lies `.da-ghi.json`: for each name the hash of the bytes this program last wrote.
A file on disk with another hash was edited; the new bytes then go beside it under a dated name.
The hash is noted before the file is replaced (both the old and the new one stand there meanwhile),
so a run killed between the two never takes its own file for an edited one.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from report_templates.ooxml import clean
from report_templates.shared.format import local

LEDGER = ".da-ghi.json"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the bytes went. `beside` = the usual name holds an edited file, which was kept."""

    path: Path
    state: Literal["new", "same", "replaced", "beside"]


def place(path: Path, data: bytes, as_of: datetime) -> Placed:
    """Write `data` to `path`, or beside it when the file there was edited since we wrote it.

    Writing is atomic (temporary name, then `os.replace`). The same bytes again change nothing.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    ledger = _ledger(path.parent)
    digest = hashlib.sha256(data).hexdigest()
    state: Literal["new", "same", "replaced", "beside"] = "new"
    target = path
    if path.exists():
        present = hashlib.sha256(path.read_bytes()).hexdigest()
        if present == digest:
            state = "same"
        elif present in ledger.get(path.name, "").split():
            state = "replaced"
        else:
            state, target = "beside", _beside(path, digest, as_of)
    if state != "same":
        ledger[target.name] = f"{digest} {ledger.get(target.name, '')}".rstrip()
        _write(path.parent / LEDGER, _encode(ledger))
        _write(target, data)
    if ledger.get(target.name) != digest:
        ledger[target.name] = digest
        _write(path.parent / LEDGER, _encode(ledger))
    return Placed(target, state)


def withdraw(path: Path) -> Path | None:
    """Take back a file that no longer holds true; an edited one is renamed `… (đã rút)` and returned.

    Returns None when nothing is left of it: it was as we wrote it, or was not there.
    """
    if not path.is_file():
        return None
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest in _ledger(path.parent).get(path.name, "").split():
        path.unlink()
        return None
    kept = path.with_name(f"{path.stem} (đã rút){path.suffix}")
    if kept.exists():
        kept = path.with_name(f"{path.stem} (đã rút {digest[:6]}){path.suffix}")
    return path.replace(kept)


def replace(path: Path, data: bytes) -> Path:
    """Write a file nobody edits (machine-read), atomically; returns `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, data)
    return path


def _beside(path: Path, digest: str, as_of: datetime) -> Path:
    stamp = local(as_of).strftime("%Y%m%d-%H%M")
    plain = path.with_name(f"{path.stem} (bản mới {stamp}){path.suffix}")
    if plain.exists() and hashlib.sha256(plain.read_bytes()).hexdigest() != digest:
        return path.with_name(f"{path.stem} (bản mới {stamp}-{digest[:6]}){path.suffix}")
    return plain


def _ledger(folder: Path) -> dict[str, str]:
    file = folder / LEDGER
    with contextlib.suppress(OSError, ValueError):
        loaded = json.loads(file.read_text("utf-8"))
        if isinstance(loaded, dict):
            return {str(name): str(value) for name, value in loaded.items()}
    return {}


def _encode(ledger: dict[str, str]) -> bytes:
    return json.dumps(ledger, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.tam")
    temporary.write_bytes(data)
    temporary.replace(path)


_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_UNSAFE = re.compile(r"[^\w.\-]+")


def safe_name(code: str) -> str:
    """Make a code into one folder or file name: no separators, no leading dot, never empty.

    A name that Windows keeps for its devices (`con`, `nul.txt`) gets an underscore before it.
    """
    name = _UNSAFE.sub("_", clean(code)).strip("._ ")[:80].rstrip("._ ")
    if _DEVICE.match(name):
        name = f"_{name}"
    return name or "khong-ten"
