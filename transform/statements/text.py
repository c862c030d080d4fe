"""Syllables and comparison keys. Keys serve matching only; what is shown stays as printed."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from transform.statements.lexicon import STOP
from transform.statements.remember import remembered

_SYLLABLE = re.compile(r"[^\W_]+(?:[/.\-&][^\W_]+)*")
_SEGMENT = re.compile(r"[,;:.!?()“”\"«»\[\]–—\n/]+|\s-\s")
_TONE_PLACE = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe",
    "oẽ": "õe",
    "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip


@remembered(65536)
def _canonical(syllable: str) -> str:
    """Lower case, one tone placement (hoà = hòa), so that spellings in use compare equal."""
    low = syllable.lower()
    for old, new in _TONE_PLACE.items():
        if low.endswith(old) and not low.startswith("qu"):
            return low[: -len(old)] + new
    return low


def syllables(text: str) -> list[str]:
    """Canonical syllables (numbers and symbols such as 12/KH-UBND stay one token)."""
    return [_canonical(token) for token in _SYLLABLE.findall(text)]


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Canonical syllables with their offsets in `text`."""
    return [(_canonical(found.group()), found.start(), found.end()) for found in _SYLLABLE.finditer(text)]


def segments(text: str) -> list[list[str]]:
    """Syllables between punctuation marks: no phrase crosses a mark."""
    return [found for part in _SEGMENT.split(text) if (found := syllables(part))]


def content_grams(text: str) -> list[str]:
    """Content syllables and adjacent pairs of them: the features of a clause when clauses are compared."""
    words = [word for word in syllables(text) if word not in STOP]
    return words + [f"{left} {right}" for left, right in pairwise(words)]


@remembered(8192)
def plain(text: str) -> str:
    """Key without marks and case, single spaces: for sorting and for merging names."""
    low = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    kept = "".join(character for character in low if not unicodedata.combining(character))
    return " ".join(re.findall(r"[a-z0-9]+", kept))
