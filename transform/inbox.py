"""The inbox as it lies on disk: every file once, hashed, never touched, never followed elsewhere."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from extract.errors import FileTooLarge
from extract.hashing import sha256_of
from extract.limits import DEFAULT
from extract.model import Document
from transform.campaign import Campaign, CampaignError, Fault, RegisterRow
from transform.campaign.lists import relative_name
from transform.campaign.times import VIETNAM, from_timestamp, in_vietnam

# what systems and programs leave behind: file name pattern -> what it is
_LITTER: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), reason)
    for pattern, reason in (
        (r"~\$.*|\.~lock\..*#", "Tệp tạm của trình soạn thảo đang mở văn bản"),
        (r"thumbs\.db|desktop\.ini|\.ds_store|\._.*", "Tệp của hệ điều hành"),
        (r".*\.(?:tmp|part|partial|crdownload)", "Tệp tải về hoặc chép chưa xong"),
        (r"\..*", "Tệp ẩn"),
    )
)
_LITTER_FOLDERS = frozenset({"__macosx", "$recycle.bin", "system volume information"})


@dataclass(frozen=True, slots=True)
class InboxFile:
    """One file. `name` is its place in the inbox as shown (NFC, /, control characters escaped).

    `ignored`: why it is no document at all (litter of a system). `refused`: (code, reason) why it is
    not read although it may be one. Both None = to be read. `mtime` is in Vietnam's time.
    """

    path: Path
    name: str
    bytes: int
    mtime: datetime | None
    sha256: str | None = None
    register: RegisterRow | None = None
    ignored: str | None = None
    refused: tuple[str, str] | None = None

    @property
    def readable(self) -> bool:
        """Whether the file is to be read."""
        return self.ignored is None and self.refused is None

    @property
    def folders(self) -> tuple[str, ...]:
        """Names of the folders it lies in, from the inbox down."""
        return tuple(self.name.split("/")[:-1])

    @property
    def stem(self) -> str:
        """File name without folder and extension."""
        last = self.name.rsplit("/", 1)[-1]
        return last.rsplit(".", 1)[0] if "." in last else last


def scan(campaign: Campaign) -> list[InboxFile]:
    """List every file below the inbox, sorted by name. Raises CampaignError when there is no inbox."""
    inbox = campaign.inbox
    if not inbox.is_dir() or not os.access(inbox, os.R_OK | os.X_OK):
        raise CampaignError([Fault("inbox", 0, "Không mở được thư mục inbox/ (hoặc ổ mạng chưa kết nối).")])
    rows = {row.file: row for row in campaign.register_rows}
    files = [_describe(path, inbox, rows) for path in _walk(inbox)]
    return sorted(files, key=lambda file: (file.name, os.fsencode(file.path)))


def received(file: InboxFile, document: Document | None) -> tuple[datetime | None, str | None]:
    """When the file came, in Vietnam's time, and how that is known: register, signature or mtime."""
    if file.register and file.register.received_at:
        return file.register.received_at.astimezone(VIETNAM), "register"
    moments = [moment for moment in map(_signed_at, document.signatures if document else ()) if moment]
    if moments:
        return max(moments), "signature"
    return (file.mtime, "mtime") if file.mtime else (None, None)


def shown_name(name: str) -> str:
    """Name fit for a screen and a letter: NFC; control and direction characters written as escapes."""
    safe = unicodedata.normalize("NFC", name.encode("utf-8", "backslashreplace").decode("utf-8"))
    return "".join(_escape(char) if unicodedata.category(char)[0] == "C" else char for char in safe)


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


def _walk(inbox: Path) -> Iterator[Path]:
    """Files and links; links to folders are yielded, not entered; a folder that cannot be read is yielded."""
    closed: list[OSError] = []
    for folder, subfolders, names in os.walk(inbox, followlinks=False, onerror=closed.append):
        base = Path(folder)
        linked = [name for name in subfolders if (base / name).is_symlink()]
        subfolders[:] = sorted(name for name in subfolders if name not in linked)
        yield from (base / name for name in (*names, *linked))
    yield from (Path(os.fsdecode(error.filename)) for error in closed if error.filename)


def _describe(path: Path, inbox: Path, rows: dict[str, RegisterRow]) -> InboxFile:
    relative = path.relative_to(inbox)
    name = "/".join(shown_name(part) for part in relative.parts)
    row = rows.get(relative_name(relative))
    try:
        info = path.lstat()
    except OSError as error:
        return InboxFile(path, name, 0, None, register=row, refused=_io_error(error))
    file = InboxFile(path, name, info.st_size, from_timestamp(info.st_mtime), register=row)
    ignored = _litter(relative)
    refused = None if ignored else _no_file(info)
    if ignored or refused:
        return replace(file, ignored=ignored, refused=refused)
    try:
        return replace(file, sha256=sha256_of(path))
    except OSError as error:
        return replace(file, refused=_io_error(error))


def _no_file(info: os.stat_result) -> tuple[str, str] | None:
    """Why what lies there is not opened as a file."""
    mode = info.st_mode
    if info.st_size > DEFAULT.max_bytes and stat.S_ISREG(mode):
        return FileTooLarge.code, FileTooLarge.reason
    if stat.S_ISLNK(mode):
        return "symlink", "Là liên kết đến nơi khác; phần mềm không đi theo liên kết."
    if stat.S_ISDIR(mode):
        return "io_error", "Không có quyền mở thư mục này."
    return None if stat.S_ISREG(mode) else ("special_file", "Không phải là tệp thông thường.")


def _litter(relative: Path) -> str | None:
    if any(part.casefold() in _LITTER_FOLDERS for part in relative.parts[:-1]):
        return "Thư mục của hệ điều hành"
    if any(part.startswith(".") for part in relative.parts[:-1]):
        return "Nằm trong thư mục ẩn"
    return next((reason for pattern, reason in _LITTER if pattern.fullmatch(relative.name)), None)


def _io_error(error: OSError) -> tuple[str, str]:
    return "io_error", f"Không mở được tệp ({error.strerror or type(error).__name__})."


def _signed_at(signature: object) -> datetime | None:
    text = getattr(signature, "signed_at", None)
    if not text:
        return None
    try:
        return in_vietnam(datetime.fromisoformat(text))
    except ValueError:
        return None
