"""Where a body's name cannot go on: at a new line that begins something else, after a place's own name."""

from __future__ import annotations

import re

from extract.citations.doctypes import WORDS
from extract.citations.orgs import LINE_OPENERS, PLACES, STOP_PAIRS, STOPS

TOKEN = re.compile(r"\s*([^\s,;:.()\[\]“”\"«»¹²³⁰-⁹]+)")
"""A word of a name, after white space."""
DISTINCT = frozenset({"ubnd", "hđnd", "sở", "bộ", "ubmttq", "tỉnh", "thủ", "chính", "văn", "thường", "đảng"})
"""First words of names that begin another body, never go on with one."""
_MARKER = 4
"""Letters of a marker ("II.", "a)") and fewer."""


def new_line_ends(text: str, match: re.Match[str], end: int, words: list[str]) -> bool:
    """Whether the line end before `match` ends the name: a blank line, or something else begins."""
    word_start, word = match.start(1), match[1]
    if text.count("\n", end, word_start) > 1 or text[word_start] in "-+*•":
        return True
    if not word[0].isupper():
        return False
    following = TOKEN.match(text, match.end())
    lower, second = word.lower(), following[1] if following else ""
    return (
        lower in STOPS
        or lower in LINE_OPENERS
        or (words[-1].lower() in PLACES and (lower in DISTINCT or (second.islower() and second not in STOPS)))
        or (lower, second.lower()) in STOP_PAIRS
        or f"{lower} {second.lower()}" in WORDS
        or (text[match.end() : match.end() + 1] in (".", ")") and len(word) < _MARKER)
        or (word.isupper() and second.isupper() and not words[0].isupper())
    )


def ends_with_place(words: list[str]) -> bool:
    """Whether a place's own name stands last ("UBND xã Ia Grai"): the body's name is whole then."""
    for at in range(len(words) - 1, 0, -1):
        if not words[at][:1].isupper():
            return False
        if words[at - 1] in PLACES:
            return True
    return False
