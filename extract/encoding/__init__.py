"""Characters: composition, look-alikes, legacy encodings, keys for matching, measures of damage."""

from __future__ import annotations

from extract.encoding.fonts import decode_run, detect, legacy_kind
from extract.encoding.keys import display, match_key, nfc, search_key
from extract.encoding.mojibake import repair_mojibake
from extract.encoding.syllables import count_syllables, is_syllable, valid_share

__all__ = [
    "count_syllables",
    "decode_run",
    "detect",
    "display",
    "is_syllable",
    "legacy_kind",
    "match_key",
    "nfc",
    "repair_mojibake",
    "search_key",
    "valid_share",
]
