"""Marks that recognition dropped or doubled, put right where there is one way only; letters never change.

A word that cannot be Vietnamese and is one vowel mark away from exactly one syllable: "VIẸT" is "VIỆT".
Two words, one of them read unsurely, whose letters are those of one usual compound: "KIÊN NGHỊ" is
"KIẾN NGHỊ" (`data/compounds.txt`). Words set as names are ("Thanh Toàn") stay as they were read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import Final

from extract.encoding import is_syllable, nfc, search_key
from extract.encoding.keys import TONES
from extract.ocr.tesseract import OcrWord

_SHAPES: Final = {"a": "\u0302\u0306", "e": "\u0302", "o": "\u0302\u031b", "u": "\u031b"}
"""Vowel marks that each bare vowel may bear: circumflex, breve, horn."""
_HORNLESS: Final = re.compile("([uU])([\u0300\u0301\u0303\u0309\u0323]?)([oO])")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_STREAM: Final = {"la": "Ia", "lA": "IA"}
"""Ia ("water") begins hundreds of names of the Highlands; before a capital, "la" is no Vietnamese word."""
_CORE: Final = re.compile(r"^([^\w]*)([^\W\d_]+)([^\w]*)$")
_SURE: Final = 0.955
"""Confidence of a word read without any doubt (the model gives 0.96)."""


def mend_words(words: Sequence[OcrWord]) -> list[OcrWord]:
    """Words of one line, put right alone and in pairs."""
    result = [replace(word, text=mend(nfc(word.text))) for word in words]
    for index, (one, two) in enumerate(pairwise(list(result))):
        if one.text in _STREAM and two.text[:1].isupper():
            result[index] = replace(one, text=_STREAM[one.text])
    for index, (one, two) in enumerate(pairwise(list(result))):
        found = (
            _compound(result[index].text, two.text) if min(one.confidence, two.confidence) < _SURE else None
        )
        if found is not None:
            result[index] = replace(result[index], text=found[0])
            result[index + 1] = replace(two, text=found[1])
    return result


def _compound(one: str, two: str) -> tuple[str, str] | None:
    """Both words with the marks of their compound; None where they are none or have them."""
    first, second = _CORE.match(one), _CORE.match(two)
    if first is None or second is None or first[3] or second[1]:
        return None
    a, b = first[2], second[2]
    if not (b.islower() or (a.isupper() and b.isupper())):
        return None
    marked = _compounds().get((search_key(a), search_key(b)))
    if marked is None or marked == (a.lower(), b.lower()):
        return None
    return first[1] + _dressed(marked[0], a), _dressed(marked[1], b) + second[3]


def _dressed(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if like[0].isupper() else word


@cache
def _compounds() -> dict[tuple[str, str], tuple[str, str]]:
    text = resources.files("extract.ocr").joinpath("data/compounds.txt").read_text("utf-8")
    pairs = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {(search_key(one), search_key(two)): (one, two) for one, two in pairs}


def mend(text: str) -> str:
    """`text` with its impossible words put right where there is one way only."""
    return _WORD.sub(lambda match: _mended(match.group()), text)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    if is_syllable(word) or not any(mark in TONES for mark in letters):
        return word
    horned = nfc(_HORNLESS.sub("\\1\u031b\\2\\3\u031b", letters))
    found = {horned} if is_syllable(horned) else set()
    for place, letter in enumerate(letters):
        for mark in _SHAPES.get(letter.lower(), ""):
            if letters[place + 1 : place + 2] in ("\u0302", "\u0306", "\u031b"):
                continue
            tried = nfc(letters[: place + 1] + mark + letters[place + 1 :])
            if is_syllable(tried):
                found.add(tried)
    return found.pop() if len(found) == 1 else word
