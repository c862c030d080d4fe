"""The few pdfium functions the reader calls in its inner loops, bound so that a call costs little.

pypdfium2's generated bindings build a pointer object per call; plain addresses are three times as
fast, and the inner loop makes about a hundred calls a page. Everything else uses `pypdfium2.raw`.
"""

from __future__ import annotations

import os
from ctypes import (
    CFUNCTYPE,
    addressof,
    c_char_p,
    c_double,
    c_float,
    c_int,
    c_size_t,
    c_uint,
    c_void_p,
    cast,
    create_string_buffer,
)
from pathlib import Path
from typing import Any, Final

import pypdfium2.raw as pdfium
from pypdfium2_raw import bindings  # type: ignore[import-untyped]

from extract.errors import CorruptFile, EncryptedFile

_LIBRARY: Final = bindings._libs["pdfium"]
pdfium.FPDF_InitLibrary()  # a second call, by pypdfium2's own helpers, changes nothing


def _bind(name: str, result: Any, *arguments: Any) -> Any:  # noqa: ANN401 - ctypes has no types
    return CFUNCTYPE(result, *arguments)((name, _LIBRARY))


text_load = _bind("FPDFText_LoadPage", c_void_p, c_void_p)
text_close = _bind("FPDFText_ClosePage", None, c_void_p)
text_count = _bind("FPDFText_CountChars", c_int, c_void_p)
text_get = _bind("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
char_object = _bind("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
char_origin = _bind("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, c_void_p, c_void_p)
char_box = _bind("FPDFText_GetCharBox", c_int, c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p)
char_size = _bind("FPDFText_GetFontSize", c_double, c_void_p, c_int)
char_matrix = _bind("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)
char_loose_box = _bind("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, c_void_p)
char_generated = _bind("FPDFText_IsGenerated", c_int, c_void_p, c_int)
char_unicode = _bind("FPDFText_GetUnicode", c_int, c_void_p, c_int)
object_font = _bind("FPDFTextObj_GetFont", c_void_p, c_void_p)
object_mode = _bind("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)
font_name = _bind("FPDFFont_GetBaseFontName", c_int, c_void_p, c_char_p, c_int)
font_flags = _bind("FPDFFont_GetFlags", c_int, c_void_p)
font_data = _bind("FPDFFont_GetFontData", c_int, c_void_p, c_void_p, c_size_t, c_void_p)
font_weight = _bind("FPDFFont_GetWeight", c_int, c_void_p)
page_objects = _bind("FPDFPage_CountObjects", c_int, c_void_p)
page_object = _bind("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
form_objects = _bind("FPDFFormObj_CountObjects", c_int, c_void_p)
form_object = _bind("FPDFFormObj_GetObject", c_void_p, c_void_p, c_int)
object_type = _bind("FPDFPageObj_GetType", c_int, c_void_p)
object_bounds = _bind("FPDFPageObj_GetBounds", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
object_matrix = _bind("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
path_segments = _bind("FPDFPath_CountSegments", c_int, c_void_p)
path_segment = _bind("FPDFPath_GetPathSegment", c_void_p, c_void_p, c_int)
path_mode = _bind("FPDFPath_GetDrawMode", c_int, c_void_p, c_void_p, c_void_p)
object_clip = _bind("FPDFPageObj_GetClipPath", c_void_p, c_void_p)
clip_paths = _bind("FPDFClipPath_CountPaths", c_int, c_void_p)
clip_segments = _bind("FPDFClipPath_CountPathSegments", c_int, c_void_p, c_int)
clip_segment = _bind("FPDFClipPath_GetPathSegment", c_void_p, c_void_p, c_int, c_int)
segment_point = _bind("FPDFPathSegment_GetPoint", c_int, c_void_p, c_void_p, c_void_p)
object_fill = _bind("FPDFPageObj_GetFillColor", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
object_stroke = _bind("FPDFPageObj_GetStrokeColor", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
segment_type = _bind("FPDFPathSegment_GetType", c_int, c_void_p)

Colour = tuple[int, int, int]

INVISIBLE: Final = 3
"""Text render mode of text that is not shown: the layer that scanners lay under a picture."""

_doubles = (c_double * 4)()
_floats = (c_float * 6)()
_D = [addressof(_doubles) + 8 * i for i in range(4)]
_F = [addressof(_floats) + 4 * i for i in range(4)]
_matrix = (c_float * 6)()
_colour = (c_uint * 4)()
_flags = (c_int * 2)()
_MATRIX = addressof(_matrix)
_C = [addressof(_colour) + 4 * i for i in range(4)]
_FILL, _STROKE = addressof(_flags), addressof(_flags) + 4


def address(handle: Any) -> int:  # noqa: ANN401 - a handle of pypdfium2
    """Address of a `pypdfium2.raw` handle."""
    return cast(handle, c_void_p).value or 0


def origin(text_page: int, index: int) -> tuple[float, float]:
    """Origin of a character (left end of its baseline), user space."""
    char_origin(text_page, index, _D[0], _D[1])
    return _doubles[0], _doubles[1]


def box(text_page: int, index: int) -> tuple[float, float, float, float]:
    """Left, right, bottom, top of a character's ink, user space."""
    char_box(text_page, index, _D[0], _D[1], _D[2], _D[3])
    return _doubles[0], _doubles[1], _doubles[2], _doubles[3]


def loose_box(text_page: int, index: int) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a character's cell (its advance, not its ink), user space."""
    char_loose_box(text_page, index, _F[0])
    return _floats[0], _floats[1], _floats[2], _floats[3]


def matrix(text_page: int, index: int) -> tuple[float, float, float, float]:
    """Return the a, b, c, d of a character's text matrix (with those of its forms)."""
    char_matrix(text_page, index, _MATRIX)
    return _matrix[0], _matrix[1], _matrix[2], _matrix[3]


def bounds(page_object: int) -> tuple[float, float, float, float] | None:
    """Left, bottom, right, top of an object in the space of its parent; None when it has none."""
    if not object_bounds(page_object, _F[0], _F[1], _F[2], _F[3]):
        return None
    return _floats[0], _floats[1], _floats[2], _floats[3]


def form_matrix(form: int) -> tuple[float, float, float, float, float, float]:
    """Matrix from a form's space into its parent's."""
    object_matrix(form, _MATRIX)
    return _matrix[0], _matrix[1], _matrix[2], _matrix[3], _matrix[4], _matrix[5]


def point(segment: int) -> tuple[float, float]:
    """End point of a path segment, in the space of the path's parent object."""
    segment_point(segment, _F[0], _F[1])
    return _floats[0], _floats[1]


def fill_colour(page_object: int) -> Colour:
    """Red, green and blue (0..255) that a text or a path is filled with; black where it names none."""
    shown = object_fill(page_object, *_C)
    return (_colour[0], _colour[1], _colour[2]) if shown else (0, 0, 0)


def path_colour(path: int) -> Colour:
    """Red, green and blue (0..255) that a path is drawn with: its fill, or its stroke where it has none."""
    path_mode(path, _FILL, _STROKE)
    if _flags[0] or not object_stroke(path, *_C):
        return fill_colour(path)
    return _colour[0], _colour[1], _colour[2]


def drawn_colours(path: int) -> list[Colour]:
    """Colours (0..255) of the fill and the stroke that a path is drawn with; empty when it has neither."""
    path_mode(path, _FILL, _STROKE)
    filled, stroked = _flags
    colours = [fill_colour(path)] if filled else []
    if stroked and object_stroke(path, *_C):
        colours.append((_colour[0], _colour[1], _colour[2]))
    return colours


def base_font(font: int) -> str:
    """Return the font's name as the file gives it (`BAAAAA+LiberationSerif-Bold`); '' when unnamed."""
    buffer = create_string_buffer(256)
    font_name(font, buffer, 256)
    return buffer.value.decode("utf-8", "replace")


def page_text(text_page: int, count: int) -> str:
    """Text of a page with exactly one character per pdfium character index."""
    buffer = create_string_buffer(2 * count + 4)
    written = text_get(text_page, 0, count, addressof(buffer))
    text = buffer.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    # astral characters or characters without a code: read one by one, so that indexes still agree
    codes = (char_unicode(text_page, index) for index in range(count))
    return "".join(
        chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd" for code in codes
    )


def open_document(path: Path) -> Any:  # noqa: ANN401 - a handle of pypdfium2
    """Open a PDF (an empty user password is tried by pdfium itself).

    Raises EncryptedFile when a password is needed, CorruptFile for anything else.
    """
    document = pdfium.FPDF_LoadDocument(os.fsencode(path), None)
    if document:
        return document
    code = pdfium.FPDF_GetLastError()
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        raise EncryptedFile
    raise CorruptFile(f"(pdfium {code})")
