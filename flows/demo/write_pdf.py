"""Write a made-up report as a text PDF (typst, with its own fonts) or as a scan (pictures of that PDF)."""

from __future__ import annotations

import io
import time
from pathlib import Path

from flows.demo.compose import Report

_TEMPLATE = Path(__file__).with_name("report.typ")
_SCAN_DPI = 200
_NO_CLOCK = {"creationDate": time.gmtime(0), "modDate": time.gmtime(0)}


def _as_json(report: Report) -> str:
    import msgspec

    day, month, year = report.date
    return msgspec.json.encode(
        {
            "parent": report.body.letterhead[0],
            "agency": report.body.letterhead[1],
            "number": report.number,
            "place": f"{report.body.place}, ngày {day} tháng {month:02d} năm {year}",
            "subject": report.subject,
            "preamble": report.preamble,
            "parts": [
                {"marker": p.marker, "title": p.title, "paragraphs": p.paragraphs, "note": p.note}
                for p in report.parts
            ],
            "closing": report.closing,
            "title": report.signer_title,
            "signer": report.signer,
        }
    ).decode()


def pdf_bytes(report: Report) -> bytes:
    """Typeset `report` as the decree lays it out (A4, page numbers top centre, real footnotes)."""
    import typst

    result: bytes = typst.compile(
        _TEMPLATE.read_bytes(), sys_inputs={"report": _as_json(report)}, ignore_system_fonts=True
    )
    return result


def write_pdf(report: Report, path: Path) -> None:
    """Write `report` as a text PDF."""
    path.write_bytes(pdf_bytes(report))


def write_scan(report: Report, path: Path) -> None:
    """Write `report` as pictures without any text layer, as a scanner would."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf_bytes(report))
    try:
        pages = [page.render(scale=_SCAN_DPI / 72, grayscale=True).to_pil() for page in document]
    finally:
        document.close()
    out = io.BytesIO()
    pages[0].save(
        out, "PDF", resolution=_SCAN_DPI, save_all=True, append_images=pages[1:], quality=80, **_NO_CLOCK
    )
    path.write_bytes(out.getvalue())
