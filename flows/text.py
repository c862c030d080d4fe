"""Text from outside made safe for a terminal and a log."""

from __future__ import annotations

import unicodedata

from rich.markup import escape

_DIRECTION = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"}


def printable(text: str) -> str:
    r"""Return NFC text; control, escape and direction characters become `\x1b`-like escapes, never obeyed."""
    shown = []
    for char in unicodedata.normalize("NFC", text):
        hostile = unicodedata.category(char) in ("Cc", "Cs") or char in _DIRECTION
        shown.append(char.encode("unicode_escape").decode() if hostile else char)
    return "".join(shown)


def safe(text: str) -> str:
    """Return `printable` text in which nothing is read as rich markup."""
    return escape(printable(text))
