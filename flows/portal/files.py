"""Which file of the results a request may have: a regular file of a known kind below a shown folder."""

from __future__ import annotations

import stat
import unicodedata
from pathlib import Path
from urllib.parse import unquote_to_bytes

FOLDERS = ("report", "feedback", "reminders", "quality")
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
}
_LONGEST = 2000


def find_file(out: Path, target: str) -> Path | None:
    """Return the file that the path of a URL names (`/report/tong-hop.html`), or None.

    None for anything else: another folder, a parent or hidden name, a link that leads out of the folder,
    a directory, a device, an unknown kind of file, a path that is not UTF-8.
    """
    parts = _parts(target)
    if parts is None or parts[0] not in FOLDERS or Path(parts[-1]).suffix.lower() not in TYPES:
        return None
    root = out / parts[0]
    try:
        file = root.joinpath(*parts[1:]).resolve(strict=True)
        inside = file.is_relative_to(root.resolve(strict=True)) and not root.is_symlink()
        return file if inside and stat.S_ISREG(file.stat().st_mode) else None
    except (OSError, RuntimeError, ValueError):
        return None


def _parts(target: str) -> list[str] | None:
    """Names of the path, or None when one of them could mean anything but a plain name."""
    if len(target) > _LONGEST or not target.startswith("/"):
        return None
    try:
        path = unquote_to_bytes(target[1:].partition("?")[0]).decode("utf-8")
    except UnicodeDecodeError:
        return None
    parts = path.split("/")
    plain = all(part and not part.startswith(".") and _printable(part) for part in parts)
    return parts if plain and len(parts) > 1 else None


def _printable(part: str) -> bool:
    # A backslash or a drive's colon separates on Windows.
    return not any(char in "\\:" or unicodedata.category(char) in ("Cc", "Cs") for char in part)
