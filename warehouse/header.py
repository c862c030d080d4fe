"""The comment block that opens every view and rule file: `-- key: value` lines, then one query.

A value goes on over lines indented by two more spaces. Unknown and repeated keys are refused,
so that a misspelt key never silently changes what a rule says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from warehouse.errors import HeaderError


@dataclass(frozen=True, slots=True)
class SqlFile:
    """A parsed file: its header values (several lines joined with a line break) and its SQL."""

    path: Path
    values: dict[str, str]
    sql: str


def read(path: Path, required: Iterable[str], optional: Iterable[str] = ()) -> SqlFile:
    """Parse one file; raises `HeaderError` naming file, line and fault."""
    required = tuple(required)
    values, sql = _split(path)
    unknown = sorted(set(values) - set(required) - set(optional))
    missing = [key for key in required if not values.get(key)]
    if unknown:
        raise HeaderError(f"{path.name}: mục không rõ trong phần đầu: {', '.join(unknown)}")
    if missing:
        raise HeaderError(f"{path.name}: phần đầu còn thiếu: {', '.join(missing)}")
    if not sql:
        raise HeaderError(f"{path.name}: không có câu truy vấn sau phần đầu")
    return SqlFile(path, values, sql)


def _split(path: Path) -> tuple[dict[str, str], str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    values: dict[str, list[str]] = {}
    key = ""
    body_at = len(lines)
    for number, line in enumerate(lines, start=1):
        if not line.startswith("--"):
            body_at = number - 1
            break
        content = line[2:].removeprefix(" ")
        if not content.strip():
            continue
        if content.startswith("  ") and key:
            values[key].append(content.strip())
            continue
        key, colon, value = content.partition(":")
        key = key.strip()
        if not colon or not key.isidentifier():
            raise HeaderError(f"{path.name}, dòng {number}: cần dạng “-- tên: giá trị”")
        if key in values:
            raise HeaderError(f"{path.name}, dòng {number}: “{key}” đã có ở trên")
        values[key] = [value.strip()] if value.strip() else []
    sql = "\n".join(lines[body_at:]).strip().rstrip(";").strip()
    return {name: "\n".join(parts) for name, parts in values.items()}, sql
