"""One page at a time out of a PDF: text, ruling lines and images; nothing stays open behind it."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, string_at
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from extract.errors import CorruptFile, FileTooLarge
from extract.limits import Limits
from extract.pdf import ffi
from extract.pdf.clipped import drop_clipped
from extract.pdf.deletions import leave_out, mark_deleted
from extract.pdf.graphics import Graphics, has_separator, read_graphics
from extract.pdf.lines import Line, build_rows
from extract.pdf.runs import Frame, TextPage
from extract.pdf.spans import PieceReader
from extract.pdf.struck import mark_struck
from extract.pdf.underline import mark_underlined

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(slots=True)
class Page:
    """What one page holds, in points from its top-left corner as displayed.

    rows: lines, or their pieces beside each other, top to bottom. slanted: dropped text that is not
    upright. characters: of the text layer, all kinds; hidden: those in runs that are not shown. scan:
    rows come from OCR, ours or the scanner's. broken: the page could not be loaded. deleted: stretches of
    text that tracked changes struck out, which are not in its rows.
    """

    number: int
    width: float
    height: float
    rows: list[list[Line]]
    graphics: Graphics
    slanted: list[str]
    characters: int
    hidden: int = 0
    scan: bool = False
    broken: bool = False
    deleted: int = 0


class PdfFile:
    """An open PDF. Use as a context manager; pages are read one by one and closed at once."""

    def __init__(self, path: Path, limits: Limits) -> None:
        """Open. Raises EncryptedFile, CorruptFile, FileTooLarge (pages)."""
        self.limits = limits
        self._document: Any = ffi.open_document(path)
        self.count: int = pdfium.FPDF_GetPageCount(self._document)
        if self.count < 1:
            self.close()
            raise CorruptFile("(không có trang nào)")
        if self.count > limits.max_pages:
            pages = self.count
            self.close()
            raise FileTooLarge(f"({pages} trang, giới hạn {limits.max_pages} trang)")

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the document; safe to call twice."""
        if self._document is not None:
            pdfium.FPDF_CloseDocument(self._document)
            self._document = None

    def pages(self) -> Iterator[Page]:
        """Every page in order."""
        for index in range(self.count):
            yield self.read(index)

    def _load(self, index: int) -> Any:  # noqa: ANN401 - a handle of pypdfium2
        """Load a page with its form widgets and annotations made part of its content."""
        page = pdfium.FPDF_LoadPage(self._document, index)
        if not page or not pdfium.FPDFPage_GetAnnotCount(page):
            return page
        if pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(self._document, index)
        return page

    def read(self, index: int) -> Page:
        """Read one page (0-based index)."""
        handle = self._load(index)
        if not handle:
            return Page(index + 1, 0.0, 0.0, [], Graphics(), [], 0, broken=True)
        try:
            address = ffi.address(handle)
            frame = page_frame(handle)
            text_page = ffi.text_load(address)
            if not text_page:
                return Page(index + 1, frame.width, frame.height, [], Graphics(), [], 0, broken=True)
            try:
                text = TextPage(text_page, frame)
                graphics = read_graphics(address, frame)
                text.lines = drop_clipped(text.lines, graphics.texts)
                mark_struck(text.lines, graphics.texts)
                deletions = mark_deleted(text, graphics)
                graphics.texts.clear()
                reader = PieceReader(text, graphics.vertical, raised=has_separator(graphics, frame))
                pieces = reader.read()
                rows = build_rows(piece for piece in pieces if _is_shown(piece, frame))
                mark_underlined(rows, graphics, deletions.inserted)
                rows = leave_out(rows, deletions)
            finally:
                ffi.text_close(text_page)
        finally:
            pdfium.FPDF_ClosePage(handle)
        for row in rows:
            for line in row:
                line.page = index + 1
        return Page(
            index + 1, frame.width, frame.height, rows, graphics, reader.slanted, text.count, reader.hidden,
            deleted=deletions.count,
        )  # fmt: skip

    def render(self, index: int, dpi: int) -> Image:
        """Picture of a page as displayed, RGB. Raises FileTooLarge over `max_pixels`."""
        from PIL import Image

        page = self._load(index)
        if not page:
            raise CorruptFile(f"(trang {index + 1})")
        bitmap = None
        try:
            width = int(pdfium.FPDF_GetPageWidthF(page) * dpi / 72)
            height = int(pdfium.FPDF_GetPageHeightF(page) * dpi / 72)
            if width * height > self.limits.max_pixels:
                raise FileTooLarge(f"(trang {index + 1}: {width * height} điểm ảnh)")
            bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, None, 0)
            if not bitmap:
                raise FileTooLarge(f"(trang {index + 1}: {width} x {height} điểm ảnh)")
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            pixels = string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
            return Image.frombuffer("RGB", (width, height), pixels, "raw", "BGR", stride, 1).copy()
        finally:
            if bitmap:
                pdfium.FPDFBitmap_Destroy(bitmap)
            pdfium.FPDF_ClosePage(page)


def _is_shown(line: Line, frame: Frame) -> bool:
    """Whether a line lies in the part of the page that is displayed and printed (its crop box)."""
    return line.x1 > 0.0 and line.x0 < frame.width and 0.0 < line.base < frame.height + 0.5 * line.size


def page_frame(page: Any) -> Frame:  # noqa: ANN401 - a handle of pypdfium2
    """Crop box and rotation of a loaded page."""
    left, bottom, right, top = (c_float() for _ in range(4))
    pointers = (byref(left), byref(bottom), byref(right), byref(top))
    if not pdfium.FPDFPage_GetCropBox(page, *pointers) and not pdfium.FPDFPage_GetMediaBox(page, *pointers):
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        return Frame(0.0, 0.0, width, height)
    return Frame(left.value, bottom.value, right.value, top.value, pdfium.FPDFPage_GetRotation(page))
