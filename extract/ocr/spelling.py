"""Words that cannot be Vietnamese and are one mark away from exactly one syllable: "VIẸT" is "VIỆT".

The language model drops small marks of capitals. A word is put right only where its letters stay, its tone
is kept and one added vowel mark makes it a syllable; a word that two syllables could be stays as it was read.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from extract.encoding import is_syllable
from extract.encoding.keys import TONES

_SHAPES: Final = {"a": "\u0302\u0306", "e": "\u0302", "o": "\u0302\u031b", "u": "\u031b"}
"""Vowel marks that each bare vowel may bear: circumflex, breve, horn."""
_HORNLESS: Final = re.compile("([uU])([\u0300\u0301\u0303\u0309\u0323]?)([oO])")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")


def mend(text: str) -> str:
    """`text` with its impossible words put right where there is one way only."""
    return _WORD.sub(lambda match: _mended(match.group()), text)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    if is_syllable(word) or not any(mark in TONES for mark in letters):
        return word
    horned = _nfc(_HORNLESS.sub("\\1\u031b\\2\\3\u031b", letters))
    found = {horned} if is_syllable(horned) else set()
    for place, letter in enumerate(letters):
        for mark in _SHAPES.get(letter.lower(), ""):
            if letters[place + 1 : place + 2] in ("\u0302", "\u0306", "\u031b"):
                continue
            tried = _nfc(letters[: place + 1] + mark + letters[place + 1 :])
            if is_syllable(tried):
                found.add(tried)
    return found.pop() if len(found) == 1 else word


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
