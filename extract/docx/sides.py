"""Letterhead and signature set side by side with tabs or spaces instead of a table."""

from __future__ import annotations

import re
from typing import Final

from extract.docx.text import TextBuilder
from extract.encoding import search_key

_LETTERHEAD_BLOCKS: Final = 12
# right half of a letterhead line, as a search key (Nghị định 30/2020, ô 1 and 4)
_RIGHT_HALF: Final = re.compile(r"cong hoa xa hoi|doc lap ?-|dang cong san|.{2,40}, ?ngay\b.*thang\b.*nam\b")
_ENDING: Final = re.compile(r"noi nhan ?:?($|\s)")
_RECIPIENT: Final = re.compile(r"\W*(noi nhan\b|[-+*•]|như trên|lưu\b)", re.IGNORECASE)
_LONGEST: Final = 160


def begins_ending(text: str) -> bool:
    """Whether `text` is the head of the list of recipients ("Nơi nhận:")."""
    return text[:1] in ("N", "n") and _ENDING.match(search_key(text[:40])) is not None


def cut(builder: TextBuilder, index: int, in_ending: bool) -> int | None:
    """Return where a paragraph falls into a left and a right half, None for ordinary text.

    index: how many blocks precede it. in_ending: "Nơi nhận:" was met before.
    """
    gaps = [gap for gap in builder.gaps if gap < builder.length]
    if not gaps or builder.length > _LONGEST:
        return None
    text = builder.text
    if index < _LETTERHEAD_BLOCKS:
        for gap in reversed(gaps):  # "Số:⇥/KH-UBND⇥Gia Lai, ngày …": the number has a gap of its own
            if _RIGHT_HALF.match(search_key(text[gap:])):
                return gap
    if begins_ending(text) or (in_ending and _RECIPIENT.match(text)):
        return gaps[-1]
    return None
