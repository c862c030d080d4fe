"""PDF: one file in, a `RawDocument` out (text by pdfium, scanned pages by tesseract)."""

from __future__ import annotations

from extract.pdf.reader import READER, read_pdf

__all__ = ["READER", "read_pdf"]
