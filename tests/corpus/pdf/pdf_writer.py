"""A small PDF writer on pdfium: text objects at chosen places, rules, images; nothing laid out for you.

Word and the converters of document systems write many text objects a line, cut in mid-word, cells
row by row, page numbers first. This writer can print all of that.
"""

from __future__ import annotations

import ctypes
import io
import math
import struct
from functools import lru_cache
from pathlib import Path

import pypdfium2.raw as pdfium
from PIL import Image, ImageFont

_FONTS = {
    (False, False): "LiberationSerif-Regular.ttf",
    (True, False): "LiberationSerif-Bold.ttf",
    (False, True): "LiberationSerif-Italic.ttf",
    (True, True): "LiberationSerif-BoldItalic.ttf",
}
_FOLDERS = (Path("/usr/share/fonts/truetype/liberation"), Path("/usr/share/fonts/liberation-serif"))


def font_path(bold: bool = False, italic: bool = False) -> Path | None:
    """File of the serif face, None where Liberation is not installed."""
    for folder in _FOLDERS:
        path = folder / _FONTS[(bold, italic)]
        if path.exists():
            return path
    return None


@lru_cache(maxsize=16)
def _measure(bold: bool, italic: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_path(bold, italic)), 1000)


@lru_cache(maxsize=4096)
def _advance(letter: str, bold: bool, italic: bool) -> float:
    return _measure(bold, italic).getlength(letter)  # letter by letter: the writer does not kern


def width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """Advance of a text in points."""
    return sum(_advance(letter, bold, italic) for letter in text) * size / 1000


def _glyphs(font: bytes) -> dict[int, int]:
    """Unicode → glyph of a TrueType file (cmap format 4)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    directory = {
        font[12 + 16 * i : 16 + 16 * i]: struct.unpack_from(">II", font, 20 + 16 * i) for i in range(tables)
    }
    base = directory[b"cmap"][0]
    found: dict[int, int] = {}
    for index in range(struct.unpack_from(">H", font, base + 2)[0]):
        start = base + struct.unpack_from(">I", font, base + 8 + 8 * index)[0]
        if struct.unpack_from(">H", font, start)[0] != 4:
            continue
        count = struct.unpack_from(">H", font, start + 6)[0] // 2
        ends = struct.unpack_from(f">{count}H", font, start + 14)
        starts = struct.unpack_from(f">{count}H", font, start + 16 + 2 * count)
        deltas = struct.unpack_from(f">{count}H", font, start + 16 + 4 * count)
        offsets_at = start + 16 + 6 * count
        offsets = struct.unpack_from(f">{count}H", font, offsets_at)
        for segment in range(count):
            for code in range(starts[segment], min(ends[segment], 0xFFFE) + 1):
                if offsets[segment] == 0:
                    glyph = code + deltas[segment]
                else:
                    place = offsets_at + 2 * segment + offsets[segment] + 2 * (code - starts[segment])
                    glyph = struct.unpack_from(">H", font, place)[0]
                    glyph = glyph + deltas[segment] if glyph else 0
                if glyph & 0xFFFF:
                    found[code] = glyph & 0xFFFF
    return found


def _to_unicode(codes: list[int]) -> bytes:
    blocks = []
    for start in range(0, len(codes), 100):
        part = codes[start : start + 100]
        rows = "\n".join(f"<{code:04X}> <{code:04X}>" for code in part)
        blocks.append(f"{len(part)} beginbfchar\n{rows}\nendbfchar")
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + "\n".join(blocks)
        + "\nendcmap\nend\nend\n"
    ).encode()


class Writer:
    """Pages of a PDF; y runs downwards from the top edge."""

    def __init__(self) -> None:
        self.document = pdfium.FPDF_CreateNewDocument()
        self.fonts: dict[tuple[bool, bool], object] = {}
        self.page: object = None
        self.height = 0.0

    def new_page(self, width_points: float = 595.3, height: float = 841.9) -> None:
        """Close the page and start another."""
        self._close_page()
        count = pdfium.FPDF_GetPageCount(self.document)
        self.page = pdfium.FPDFPage_New(self.document, count, width_points, height)
        self.height = height

    def _close_page(self) -> None:
        if self.page is not None:
            pdfium.FPDFPage_GenerateContent(self.page)
            pdfium.FPDF_ClosePage(self.page)
            self.page = None

    def _font(self, bold: bool, italic: bool) -> object:
        """Return a font whose character codes are Unicode (BMP), with a complete ToUnicode map."""
        if (bold, italic) not in self.fonts:
            data = font_path(bold, italic).read_bytes()  # type: ignore[union-attr]
            glyphs = _glyphs(data)
            buffer = (ctypes.c_uint8 * len(data)).from_buffer_copy(data)
            table = bytearray(2 * 0x10000)
            for code, glyph in glyphs.items():
                struct.pack_into(">H", table, 2 * code, glyph)
            mapping = (ctypes.c_uint8 * len(table)).from_buffer_copy(bytes(table))
            self.fonts[(bold, italic)] = pdfium.FPDFText_LoadCidType2Font(
                self.document, buffer, len(data), _to_unicode(sorted(glyphs)), mapping, len(table)
            )
        return self.fonts[(bold, italic)]

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        italic: bool = False,
        turn: float = 0.0,
        hidden: bool = False,
        colour: tuple[int, int, int] = (0, 0, 0),
        lean: float = 0.0,
    ) -> float:
        """Print one text object with its baseline at y; returns its right end.

        turn: radians. lean: shear of an upright text, as italics are made up. hidden: set but not shown, as
        scanners lay text under a picture.
        """
        item = pdfium.FPDFPageObj_CreateTextObj(self.document, self._font(bold, italic), size)
        codes = (ctypes.c_uint32 * len(text))(*map(ord, text))
        pdfium.FPDFText_SetCharcodes(item, codes, len(text))
        if hidden:
            pdfium.FPDFTextObj_SetTextRenderMode(item, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
        pdfium.FPDFPageObj_SetFillColor(item, *colour, 255)
        cos, sin = math.cos(turn), math.sin(turn)
        pdfium.FPDFPageObj_Transform(item, cos, sin, lean - sin, cos, x, self.height - y)
        pdfium.FPDFPage_InsertObject(self.page, item)
        return x + width(text, size, bold, italic)

    def rule(
        self, x0: float, y0: float, x1: float, y1: float, colour: tuple[int, int, int] = (0, 0, 0)
    ) -> None:
        """Print a thin line as a filled rectangle, as Word does."""
        left = min(x0, x1)
        item = pdfium.FPDFPageObj_CreateNewRect(
            left, self.height - max(y0, y1), max(abs(x1 - x0), 0.5), max(abs(y1 - y0), 0.5)
        )
        pdfium.FPDFPageObj_SetFillColor(item, *colour, 255)
        pdfium.FPDFPath_SetDrawMode(item, pdfium.FPDF_FILLMODE_ALTERNATE, 0)
        pdfium.FPDFPage_InsertObject(self.page, item)

    def image(self, picture: Image.Image, x: float, y: float, width_points: float, height: float) -> None:
        """Print a picture with its top-left corner at (x, y)."""
        rgb = picture.convert("RGB")
        bitmap = pdfium.FPDFBitmap_Create(rgb.width, rgb.height, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        target = pdfium.FPDFBitmap_GetBuffer(bitmap)
        data = rgb.convert("RGBX").tobytes("raw", "BGRX")
        for row in range(rgb.height):
            ctypes.memmove(
                ctypes.cast(target, ctypes.c_void_p).value + row * stride,  # type: ignore[operator]
                data[row * rgb.width * 4 : (row + 1) * rgb.width * 4],
                rgb.width * 4,
            )
        item = pdfium.FPDFPageObj_NewImageObj(self.document)
        pdfium.FPDFImageObj_SetBitmap(None, 0, item, bitmap)
        pdfium.FPDFPageObj_Transform(item, width_points, 0, 0, height, x, self.height - y - height)
        pdfium.FPDFPage_InsertObject(self.page, item)
        pdfium.FPDFBitmap_Destroy(bitmap)

    def set_rotation(self, quarter_turns: int) -> None:
        """Set /Rotate of the page being written (clockwise quarter turns)."""
        pdfium.FPDFPage_SetRotation(self.page, quarter_turns)

    def save(self) -> bytes:
        """Return the file."""
        self._close_page()
        out = io.BytesIO()

        def write(_this: object, data: object, size: int) -> int:
            out.write(ctypes.string_at(data, size))
            return 1

        sink = pdfium.FPDF_FILEWRITE()
        sink.version = 1
        sink.WriteBlock = type(sink.WriteBlock)(write)
        pdfium.FPDF_SaveAsCopy(self.document, sink, pdfium.FPDF_NO_INCREMENTAL)
        pdfium.FPDF_CloseDocument(self.document)
        return out.getvalue()
