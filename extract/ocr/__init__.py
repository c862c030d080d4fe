"""Recognise scanned pages with tesseract's Vietnamese model, as lines of the PDF reader.

`extract.pdf.ocr` finds this package and calls `available()` and `read_page()`.
"""

from __future__ import annotations

from extract.ocr.page import read_page
from extract.ocr.tesseract import available

__all__ = ["available", "read_page"]
