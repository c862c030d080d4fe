"""Name, weight and slope of fonts: from the name, the descriptor's flags, or the font program itself."""

from __future__ import annotations

import re
import struct
from ctypes import addressof, c_size_t, create_string_buffer
from dataclasses import dataclass
from typing import Final

from extract.encoding import legacy_kind
from extract.pdf import ffi

_BOLD: Final = re.compile(r"bold|black|heavy|semibold|demi|-bd\b|,b\b", re.I)
_ITALIC: Final = re.compile(r"italic|oblique|-it\b|,i\b", re.I)
_SUBSET: Final = re.compile(r"^[A-Z]{6}\+")
_ANONYMOUS: Final = re.compile(r"(?:(?:CIDFont\+)?F\d+|[A-Z]{1,3}\d+)?", re.I)
"""Names that converters give to fonts they re-embed ("CIDFont+F2")."""
_FORCE_BOLD, _ITALIC_FLAG = 0x40000, 0x40  # ISO 32000-1, table 123
_BOLD_WEIGHT: Final = 600
_MAX_PROGRAM: Final = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Face:
    """A font as far as the reader cares. legacy: its letters are TCVN3 or VNI codes."""

    name: str
    bold: bool
    italic: bool
    legacy: bool


def read_face(font: int) -> Face:
    """Describe a font of the loaded page (0: none)."""
    if not font:
        return Face("", bold=False, italic=False, legacy=False)
    name = _SUBSET.sub("", ffi.base_font(font))
    flags = max(ffi.font_flags(font), 0)
    bold = bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD)
    italic = bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG)
    if not bold and _ANONYMOUS.fullmatch(name):
        bold, sloped = _program_style(font)
        italic = italic or sloped
    return Face(name, bold, italic, legacy_kind(name) is not None)


def _program_style(font: int) -> tuple[bool, bool]:
    """Bold and italic as the embedded TrueType program says (tables OS/2 and head), else by weight."""
    data = _program(font)
    tables = _tables(data)
    style = _number(data, tables.get(b"head"), 44)
    weight = _number(data, tables.get(b"OS/2"), 4)
    if style is None and weight is None:
        return ffi.font_weight(font) >= _BOLD_WEIGHT, False
    return bool((style or 0) & 1) or (weight or 0) >= _BOLD_WEIGHT, bool((style or 0) & 2)


def _program(font: int) -> bytes:
    size = c_size_t(0)
    if not ffi.font_data(font, None, 0, addressof(size)) or not 0 < size.value <= _MAX_PROGRAM:
        return b""
    buffer = create_string_buffer(size.value)
    ffi.font_data(font, addressof(buffer), size.value, addressof(size))
    return buffer.raw


def _tables(data: bytes) -> dict[bytes, int]:
    """Offsets of the tables of a TrueType program; empty for any other."""
    if data[:4] not in (b"\x00\x01\x00\x00", b"true", b"OTTO") or len(data) < 12:
        return {}
    count = struct.unpack_from(">H", data, 4)[0]
    found = {}
    for index in range(min(count, (len(data) - 12) // 16)):
        tag, _, offset = struct.unpack_from(">4sII", data, 12 + 16 * index)
        found[tag] = offset
    return found


def _number(data: bytes, table: int | None, offset: int) -> int | None:
    if table is None or table + offset + 2 > len(data):
        return None
    return int(struct.unpack_from(">H", data, table + offset)[0])
