"""Word tables written as running text."""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """Words of `text`, parted by white space."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """Phrases of `text`, parted by semicolons or line ends."""
    return frozenset(part.strip() for part in text.replace("\n", ";").split(";") if part.strip())


def either(text: str) -> str:
    """Alternation of the phrases of `text`, longest first, for use inside a pattern."""
    phrases = sorted(phrase_set(text), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace("\\ ", r"\s+") for phrase in phrases) + ")"
