"""Repeated and copied text: passages of the same words, in one report or between agencies.

Shingles over normalised syllables. What everybody must quote does not count: the outline's titles,
the campaign's own wording, citations of documents, and text in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from extract.encoding import match_key
from transform.shingles import PART, SHINGLE, pairs, shingles_of
from transform.text import page_at, short_hash

MIN_WORDS = 30
MIN_SHARE = 0.5
MIN_RUN = 20
"""So many words on end at least, or it is a mosaic of set phrases."""
LONG_RUN = {"inside": 50, "between": 80}
"""So many words on end are a repeat whatever their share of the section."""
_QUOTE_CHARS = 300
_WORD = re.compile(r"\w+(?:[-/&.]\w+)*")
_QUOTED = re.compile(r"“[^”]{0,400}”|\"[^\"]{0,400}\"|«[^»]{0,400}»")


@dataclass(frozen=True, slots=True)
class Passage:
    """One section's own text as it stands for comparing. `left_out`: spans of quotations and citations."""

    section_id: str
    submission_id: str
    agency_code: str
    text: str
    page: int | None = None
    page_starts: tuple[tuple[int, int], ...] = ()
    left_out: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two passages with the same words: `words` of them, `share` of the shorter text (0..1)."""

    pair_id: str
    kind: str
    a: Passage
    b: Passage
    quote_a: str
    quote_b: str
    page_a: int | None
    page_b: int | None
    share: float
    words: int


@dataclass(slots=True)
class _Words:
    """A passage, how many of its words count, and the place of its first shingle among all."""

    passage: Passage
    countable: int
    start: int


class _Numbers:
    """Words as numbers from 1, in order of first sight: the same text gives the same numbers."""

    def __init__(self) -> None:
        self._by_word: dict[str, int] = {}
        self._by_key: dict[str, int] = {}

    def of(self, word: str) -> int:
        number = self._by_word.get(word)
        if number is None:
            number = self._by_key.setdefault(match_key(word), len(self._by_key) + 1)
            self._by_word[word] = number
        return number


def find_repeats(passages: Sequence[Passage], excluded: Iterable[str] = ()) -> list[Repeat]:
    """Find pairs of passages with enough words in common, most alike first.

    excluded: texts that everyone quotes (outline titles, the campaign's title). Linear in the text.
    """
    numbers = _Numbers()
    texts, shingles = _read(passages, numbers)
    known = [s for text in excluded for s in shingles_of([numbers.of(w) for w in _WORD.findall(text)])]
    owners = [(text.start, text.passage.agency_code, text.passage.submission_id) for text in texts]
    fewest = -(-MIN_WORDS // SHINGLE)  # fewer shingles cannot be words enough
    found = [
        repeat
        for one, two, *places in pairs(owners, shingles, known, fewest).iter_rows()
        if (repeat := _repeat(texts[one], texts[two], *places))
    ]
    found.sort(key=lambda repeat: (repeat.kind, -repeat.share, -repeat.words, repeat.pair_id))
    return _best(found)


def _best(repeats: Sequence[Repeat]) -> list[Repeat]:
    """Keep, between two reports, a pair that is the best of one of its passages: once is enough to say."""
    kept: list[Repeat] = []
    told: set[tuple[str, str]] = set()
    for repeat in repeats:
        keys = {(repeat.a.section_id, repeat.b.submission_id), (repeat.b.section_id, repeat.a.submission_id)}
        if repeat.kind == "inside" or not keys <= told:
            kept.append(repeat)
            told |= keys
    return kept


def _read(passages: Sequence[Passage], numbers: _Numbers) -> tuple[list[_Words], list[pl.Series]]:
    """Read all passages: their shingles follow one another (0 = none), in parts of about `PART`."""
    texts: list[_Words] = []
    parts: list[pl.Series] = []
    part: list[int] = []
    start = 0
    for passage in passages:
        found = _words(passage, numbers)
        shingles = shingles_of(found)
        texts.append(_Words(passage, sum(map(bool, found)), start))
        start += len(shingles)
        part += shingles
        if len(part) >= PART:
            parts.append(pl.Series(part, dtype=pl.Int64))
            part = []
    return texts, [*parts, pl.Series(part, dtype=pl.Int64)]


def _words(passage: Passage, numbers: _Numbers) -> list[int]:
    """Words of a passage as numbers; 0 for those in quotation marks and in citations."""
    left_out = sorted([*passage.left_out, *(match.span() for match in _QUOTED.finditer(passage.text))])
    found, at, end_of_out = [], 0, 0
    for match in _WORD.finditer(passage.text):
        start, end = match.span()
        while at < len(left_out) and left_out[at][0] < end:
            end_of_out = max(end_of_out, left_out[at][1])
            at += 1
        found.append(0 if start < end_of_out else numbers.of(match[0]))
    return found


def _repeat(one: _Words, two: _Words, here: Sequence[int], there: Sequence[int]) -> Repeat | None:
    kind = "inside" if one.passage.submission_id == two.passage.submission_id else "between"
    words = min(_covered(here), _covered(there))
    shorter = min(one.countable, two.countable)
    share = words / shorter if shorter else 0.0
    longest = max(end - start for start, end in _runs(here))
    if words < MIN_WORDS or longest < MIN_RUN or (share < MIN_SHARE and longest < LONG_RUN[kind]):
        return None
    quote_a, page_a = _quote(one, here)
    quote_b, page_b = _quote(two, there)
    a, b = one.passage, two.passage
    return Repeat(
        pair_id="r" + short_hash(a.section_id, b.section_id),
        kind=kind,
        a=a,
        b=b,
        quote_a=quote_a,
        quote_b=quote_b,
        page_a=page_a,
        page_b=page_b,
        share=round(min(1.0, share), 4),
        words=words,
    )


def _runs(positions: Iterable[int]) -> list[tuple[int, int]]:
    """Word ranges under shingles that start at `positions`, joined where they touch."""
    runs: list[tuple[int, int]] = []
    for position in sorted(set(positions)):
        end = position + SHINGLE
        if runs and position <= runs[-1][1]:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((position, end))
    return runs


def _covered(positions: Iterable[int]) -> int:
    return sum(end - start for start, end in _runs(positions))


def _quote(text: _Words, positions: Sequence[int]) -> tuple[str, int | None]:
    """Return the longest common run as printed (cut after about 300 characters) and its page."""
    runs = _runs(positions)
    start, end = max(runs, key=lambda run: (run[1] - run[0], -run[0]))
    spans = [match.span() for match in _WORD.finditer(text.passage.text)]
    first, last = spans[start][0], spans[end - 1][1]
    quote = text.passage.text[first:last]
    if len(quote) > _QUOTE_CHARS:
        quote = quote[:_QUOTE_CHARS].rsplit(" ", 1)[0] + " …"
    return quote, page_at(first, text.passage.page, text.passage.page_starts)
