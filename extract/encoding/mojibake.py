"""UTF-8 once read as cp1252 ("Báo cáo" → "BÃ¡o cÃ¡o"): found and undone, never guessed."""

from __future__ import annotations

import re
from typing import Final

from extract.encoding.syllables import count_syllables

# first bytes of the UTF-8 of Vietnamese letters (C3, C4, C6, E1 BA, E1 BB), as cp1252 shows them
_PAIRS: Final = re.compile("[ÃÄÆ][\u0080-\u02ff\u2018-\u203a\u20ac\u2122]|á[»º]")
_SIGNS: Final = ("Ã", "Ä", "Æ", "á»", "áº")
# bytes that cp1252 leaves undefined come through as C1 controls
_UNDEFINED: Final = {chr(code): bytes([code]) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def repair_mojibake(text: str) -> str:
    """Return `text` decoded anew where that is possible and makes it Vietnamese, else unchanged."""
    if not any(sign in text for sign in _SIGNS) or not _PAIRS.search(text):
        return text
    try:
        repaired = b"".join(_byte(char) for char in text).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text
    before, after = count_syllables(text), count_syllables(repaired)
    better = after[0] * max(before[1], 1) > before[0] * max(after[1], 1)
    return repaired if better else text


def _byte(char: str) -> bytes:
    return _UNDEFINED.get(char) or char.encode("cp1252")
