"""Sentences that must not be quoted: telephone and identity numbers, mail addresses, petitioners' names."""

from __future__ import annotations

import re

from transform.statements.lexicon import LOWER, PETITION_CONTEXT, UPPER

_PHONE = re.compile(
    r"(?<![\d/.,])(?:\+?84[ .]?\d{2}|0\d{2,3})(?:[ .\-]?\d{3,4}){2}\d{0,2}(?![\d/])"
    r"|\(0\d{2,3}\)\s?\d{3,4}[ .]?\d{3,4}"
)
_IDENTITY = re.compile(r"(?<![\d/.,\-])(?:\d{12}|\d{9})(?![\d/\-])")
_IDENTITY_WORD = re.compile(
    r"\b(?:CCCD|CMND|căn cước|chứng minh nhân dân|hộ chiếu)\b[^.]{0,30}\d", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_WORD = rf"[{UPPER}][{LOWER}']*\.?"
_NAME = rf"{_WORD}(?:\s+{_WORD}){{0,4}}"
_PERSON = re.compile(
    rf"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|hộ|Hộ|công dân|Công dân)\s+(?:ông\s+|bà\s+)?"
    rf"(?!(?:Chủ|Bí|Phó|Trưởng|Giám)\b)"
    rf"(?!Bà Rịa|Nà |Na )({_NAME})"
)


def is_private(sentence: str) -> bool:
    """Whether the sentence carries a telephone or identity number, or names a person in a petition."""
    if _MAIL.search(sentence) or _PHONE.search(sentence) or _IDENTITY.search(sentence):
        return True
    if _IDENTITY_WORD.search(sentence):
        return True
    if not _PERSON.search(sentence):
        return False
    low = sentence.lower()
    return any(word in low for word in PETITION_CONTEXT)
