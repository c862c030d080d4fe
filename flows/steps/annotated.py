"""The agency's own file back with the findings as comments; the original is only read."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from extract.errors import ReadError
from report_templates.comments import AnnotateError, annotate_docx, annotate_pdf
from report_templates.shared.findings import Finding

NAME = "bao-cao-kem-nhan-xet"
_PDF = frozenset({"pdf", "scan"})
_LEGACY = frozenset({"doc", "rtf", "odt"})


def return_annotated(
    original: Path, kind: str, findings: Sequence[Finding], folder: Path, as_of: datetime | None
) -> Path | None:
    """Write the copy below `folder` and return it; None when it cannot be made."""
    with suppress(AnnotateError, OSError):
        return annotate(original, kind, findings, folder / NAME, as_of)
    return None


def annotate(
    original: Path, kind: str, findings: Sequence[Finding], out: Path, as_of: datetime | None = None
) -> Path:
    """Write `out` with the suffix of what it is, .docx or .pdf, and return it.

    `kind` is the format that the reader found (`document.format`). A legacy file comes back as the DOCX
    that it was read through. Raises `AnnotateError`; nothing is then written.
    """
    stem = out.name.removesuffix(".docx")
    word = out.with_name(f"{stem}.docx")
    if kind in _PDF:
        return annotate_pdf(original, findings, out.with_name(f"{stem}.pdf"), as_of=as_of).path
    if kind not in _LEGACY:
        return annotate_docx(original, findings, word, as_of=as_of).path
    from extract.legacy import convert

    with tempfile.TemporaryDirectory(prefix="tonghop-") as work:
        try:
            readable = convert(original, Path(work))
        except ReadError as error:
            raise AnnotateError(str(error)) from error
        return annotate_docx(readable, findings, word, as_of=as_of).path
