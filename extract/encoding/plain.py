"""Bytes of a plain text file → text: Unicode by mark or by form, else the one-byte codes of old files."""

from __future__ import annotations

import codecs
from typing import Final

from extract.encoding.syllables import valid_share

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# the one-byte encodings keep quotes and dashes where cp1252 has them
_SIGNS: Final = {
    code: sign for code in range(0x80, 0xA0) if (sign := bytes([code]).decode("cp1252", errors="ignore"))
}
_SOUND: Final = 0.85
_SAMPLE: Final = 20_000


def read_text(data: bytes) -> str:
    """Return the text of `data`: never raises, every byte is answered by a character.

    Windows-1258 is taken where it makes Vietnamese of the text. What is left comes back code for code
    (TCVN3 and VNI, which `extract.citations.find` and the readers decode).
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    vietnamese = data.decode("cp1258", errors="replace")
    if valid_share(vietnamese[:_SAMPLE]) >= _SOUND:
        return vietnamese
    return data.decode("latin-1").translate(_SIGNS)
