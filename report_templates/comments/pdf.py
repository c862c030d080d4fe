"""Notes and highlights in a copy of a PDF, by pdfium."""

from __future__ import annotations

import ctypes
import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from report_templates.comments import Annotated, AnnotateError, lines
from report_templates.ooxml import clean
from report_templates.shared.findings import Finding
from report_templates.shared.format import local

MAX_FILE = 100 * 2**20
_IDENTIFIER = re.compile(rb"<[0-9A-F]{32}>")
_YELLOW = (255, 214, 80, 120)
_NOTE = 18.0
_MARGIN = 14.0
_PREFIXES = (200, 60, 30)
"""Letters of the quote to look for, longest first: a quote may run over a line's end."""


def annotate(
    original: Path, findings: Sequence[Finding], out: Path, as_of: datetime | None, author: str
) -> Annotated:
    """Write the annotated copy; raises `AnnotateError`."""
    try:
        if original.stat().st_size > MAX_FILE:
            raise AnnotateError("Tệp PDF quá lớn, không thêm được nhận xét.")
        source = original.read_bytes()
        document = pdfium.PdfDocument(source)
    except (OSError, pdfium.PdfiumError) as fault:
        raise AnnotateError("Tệp PDF bị hỏng hoặc có mật khẩu.") from fault
    with closing(document):
        placed = _annotate_pages(document, findings, as_of, author)
        buffer = BytesIO()
        document.save(buffer)
    out.write_bytes(_fixed_id(buffer.getvalue(), source))
    return Annotated(out, placed, len(findings) - placed)


def _fixed_id(data: bytes, source: bytes) -> bytes:
    """Replace pdfium's random file identifier by one made of the content (same length, same offsets)."""
    at = data.rfind(b"/ID[")
    if at < 0:
        return data
    digest = hashlib.sha256(data[:at]).hexdigest()[:32].upper().encode()

    def fixed(found: re.Match[bytes]) -> bytes:
        return found[0] if found[0] in source else b"<" + digest + b">"

    return data[:at] + _IDENTIFIER.sub(fixed, data[at:])


def _annotate_pages(
    document: Any,  # noqa: ANN401 - pdfium has no types
    findings: Sequence[Finding],
    as_of: datetime | None,
    author: str,
) -> int:
    placed = 0
    notes: dict[int, int] = {}
    for finding in findings:
        number = _page_of(finding, len(document))
        with closing(document[number]) as page:
            found = list(_found(page, finding))
            annotation = _highlight(page, found) if found else _note(page, notes.setdefault(number, 0))
            if not found:
                notes[number] += 1
            _describe(annotation, "\n".join(lines(finding)), as_of, author)
            pdf.FPDFPage_CloseAnnot(annotation)
        placed += bool(found) or finding.page is not None
    return placed


def _page_of(finding: Finding, pages: int) -> int:
    """0-based page: the finding's, else its heading's, else the first."""
    page = finding.page or (finding.place.page if finding.place else None) or 1
    return min(max(page, 1), pages) - 1


def _found(page: Any, finding: Finding) -> Iterator[tuple[float, float, float, float]]:  # noqa: ANN401
    """Yield the boxes (left, bottom, right, top) of the quote, else of the heading, on the page."""
    missing = finding.place is not None and finding.place.relation == "after"
    quoted = "" if missing else (finding.evidence or "").split("…")[0]
    title = finding.place.title if finding.place else ""
    with closing(page.get_textpage()) as text:
        for wanted in (quoted, title):
            flat = " ".join(wanted.split())
            for length in _PREFIXES:
                if len(flat) < 4:
                    break
                with closing(text.search(flat[:length].strip())) as searcher:
                    hit = searcher.get_next()
                if hit is not None:
                    index, count = hit
                    for box in range(text.count_rects(index, count)):
                        yield text.get_rect(box)
                    return


def _highlight(page: Any, boxes: Sequence[tuple[float, float, float, float]]) -> Any:  # noqa: ANN401
    annotation = pdf.FPDFPage_CreateAnnot(page.raw, pdf.FPDF_ANNOT_HIGHLIGHT)
    pdf.FPDFAnnot_SetColor(annotation, pdf.FPDFANNOT_COLORTYPE_Color, *_YELLOW)
    for left, bottom, right, top in boxes:
        quad = pdf.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        pdf.FPDFAnnot_AppendAttachmentPoints(annotation, ctypes.byref(quad))
    edges = list(zip(*boxes, strict=True))
    _set_rect(annotation, min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3]))
    return annotation


def _note(page: Any, earlier: int) -> Any:  # noqa: ANN401
    """Make a note in the left margin, under the `earlier` ones of this page."""
    width, height = page.get_size()
    annotation = pdf.FPDFPage_CreateAnnot(page.raw, pdf.FPDF_ANNOT_TEXT)
    pdf.FPDFAnnot_SetColor(annotation, pdf.FPDFANNOT_COLORTYPE_Color, *_YELLOW[:3], 255)
    top = max(_NOTE, height - _MARGIN - earlier * (_NOTE + 4))
    left = min(_MARGIN, width - _NOTE)
    _set_rect(annotation, left, top - _NOTE, left + _NOTE, top)
    return annotation


def _set_rect(annotation: Any, left: float, bottom: float, right: float, top: float) -> None:  # noqa: ANN401
    box = pdf.FS_RECTF(left, top, right, bottom)
    pdf.FPDFAnnot_SetRect(annotation, ctypes.byref(box))


def _describe(annotation: Any, text: str, as_of: datetime | None, author: str) -> None:  # noqa: ANN401
    values = {b"Contents": clean(text), b"T": clean(author)}
    if as_of is not None:
        values[b"M"] = local(as_of).strftime("D:%Y%m%d%H%M%S+07'00'")
    for name, value in values.items():
        wide = (value + "\0").encode("utf-16-le")
        buffer = ctypes.create_string_buffer(wide)
        pdf.FPDFAnnot_SetStringValue(annotation, name, ctypes.cast(buffer, pdf.FPDF_WIDESTRING))
    pdf.FPDFAnnot_SetFlags(annotation, pdf.FPDF_ANNOT_FLAG_PRINT)
