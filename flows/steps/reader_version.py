"""What a stored document depends on beside its file: our reading code and the libraries under it."""

from __future__ import annotations

import hashlib
import shutil
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import extract

_LIBRARIES = ("lxml", "pypdfium2", "pdfplumber", "pdfminer.six", "msgspec", "pillow", "numpy", "pyhanko")
_PROGRAMS = ("soffice", "libreoffice", "tesseract")


@cache
def reader_version() -> str:
    """Sixteen hex digits that change with any byte of `extract/`, a library, or an optional program."""
    digest = hashlib.sha256(code_digest("extract").encode())
    for name in _LIBRARIES:
        digest.update(f"{name}={_installed(name)};".encode())
    for name in _PROGRAMS:
        digest.update(f"{name}={shutil.which(name) is not None};".encode())
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


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
