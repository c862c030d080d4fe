"""Small facts about text that several tables need."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from operator import itemgetter


def count_words(text: str) -> int:
    """Count Vietnamese syllables and numbers: what stands between spaces and holds a letter or digit."""
    return sum(token[0].isalnum() or any(map(str.isalnum, token)) for token in text.split())


def page_at(offset: int, page: int | None, starts: Sequence[tuple[int, int]]) -> int | None:
    """Page of the character at `offset` of a text; `page` before the first of `starts`.

    starts: (offset, page) of each page that begins inside the text, ascending; None = a format without pages.
    """
    place = bisect_right(starts, offset, key=itemgetter(0))
    return starts[place - 1][1] if place else page


def short_hash(*parts: str | bytes | None) -> str:
    """Sixteen hex digits that identify `parts`, the same on every machine and run."""
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        data = part if isinstance(part, bytes) else (part or "").encode("utf-8", "surrogateescape")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def to_date(text: str | None) -> date | None:
    """ISO date or None; a text that is no date of the calendar is None (it stays in the printed text)."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
