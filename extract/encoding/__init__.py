"""Characters: composition, look-alikes, legacy encodings, keys for matching, measures of damage."""

from __future__ import annotations

from extract.encoding.keys import display, match_key, nfc, search_key
from extract.encoding.syllables import count_syllables, is_syllable, valid_share

__all__ = ["count_syllables", "display", "is_syllable", "match_key", "nfc", "search_key", "valid_share"]
