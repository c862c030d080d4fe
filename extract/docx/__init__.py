"""DOCX reader: `read_docx(path, limits) -> RawDocument`."""

from __future__ import annotations

from extract.docx.reader import read_docx

__all__ = ["read_docx"]
