"""What a stored document depends on beside its file: our reading code and the libraries under it."""

from __future__ import annotations

import hashlib
import platform
import shutil
import unicodedata
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import extract
from extract.office import find_soffice

_LIBRARIES = (
    "lxml", "pypdfium2", "pdfplumber", "pdfminer.six", "msgspec", "pillow", "numpy", "pyhanko",
    "pyhanko-certvalidator", "olefile", "rapidfuzz", "scipy", "defusedxml", "regex",
)  # fmt: skip


@cache
def reader_version() -> str:
    """Sixteen hex digits that change with any byte of `extract/`, Python, a library or a program called."""
    digest = hashlib.sha256(code_digest("extract").encode())
    digest.update(f"python={platform.python_version()};unicode={unicodedata.unidata_version};".encode())
    for name in _LIBRARIES:
        digest.update(f"{name}={_installed(name)};".encode())
    for name, found in (("soffice", find_soffice()), ("tesseract", shutil.which("tesseract"))):
        digest.update(f"{name}={_program(found)};".encode())
    return digest.hexdigest()[:16]


@cache
def code_digest(*packages: str) -> str:
    """Hash of every file of the named packages of ours, code and data."""
    digest = hashlib.sha256()
    root = Path(extract.__file__).parent.parent
    for package in packages:
        files = (p for p in (root / package).rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        for path in sorted(files):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _program(found: Path | str | None) -> str:
    """Size and time of what would be called: another version has others; asking it itself takes a second."""
    if found is None:
        return "-"
    info = Path(found).resolve().stat()
    return f"{info.st_size},{info.st_mtime_ns}"


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
