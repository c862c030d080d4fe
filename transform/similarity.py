"""Repeated and copied text: passages of the same words, in one report or between agencies.

Shingles over normalised syllables. What everybody must quote does not count: the outline's titles,
the campaign's own wording, citations of documents, and text in quotation marks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from extract.encoding import match_key
from transform.text import page_at, short_hash

SHINGLE = 8
"""Syllables of one shingle: shorter runs are set phrases of the administration."""
MIN_WORDS = 30
MIN_SHARE = 0.5
MIN_RUN = 20
"""So many words on end at least, or it is a mosaic of set phrases."""
LONG_RUN = {"inside": 50, "between": 80}
"""So many words on end are a repeat whatever their share of the section."""
COMMON_SHARE, FEW, MANY = 0.1, 5, 12
"""Words in more than this share of the agencies (at least 5, at most 12) are common wording from above."""
_QUOTE_CHARS = 300
_BASE, _MODULUS = 1_000_003, (1 << 61) - 1

Place = tuple[int, int]
"""Number of a passage, number of a word in it."""

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
    """A passage, how many of its words count, and its shingles by position (0 = none)."""

    passage: Passage
    countable: int
    shingles: pl.Series


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
    texts = [_words(passage, numbers) for passage in passages]
    known = [s for text in excluded for s in _shingles([numbers.of(w) for w in _WORD.findall(text)])]
    common = _pairs(texts, _shared(texts, known))
    found = [r for (one, two), hits in sorted(common.items()) if (r := _repeat(texts[one], texts[two], hits))]
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


def _words(passage: Passage, numbers: _Numbers) -> _Words:
    left_out = sorted([*passage.left_out, *(match.span() for match in _QUOTED.finditer(passage.text))])
    found, at, end_of_out = [], 0, 0
    for match in _WORD.finditer(passage.text):
        start, end = match.span()
        while at < len(left_out) and left_out[at][0] < end:
            end_of_out = max(end_of_out, left_out[at][1])
            at += 1
        found.append(0 if start < end_of_out else numbers.of(match[0]))
    shingles = pl.Series("shingle", _shingles(found), dtype=pl.Int64)
    return _Words(passage, sum(map(bool, found)), shingles)


def _shingles(numbers: Sequence[int]) -> list[int]:
    """Give each run of SHINGLE words a number (rolling hash); 0 where a word of it does not count."""
    top = pow(_BASE, SHINGLE, _MODULUS)
    rolling, last_out, result = 0, -1, []
    for at, number in enumerate(numbers):
        rolling = (rolling * _BASE + number) % _MODULUS
        if at >= SHINGLE:
            rolling = (rolling - numbers[at - SHINGLE] * top) % _MODULUS
        if number == 0:
            last_out = at
        if at >= SHINGLE - 1:
            result.append(rolling if last_out <= at - SHINGLE else 0)
    return result


def _shared(texts: Sequence[_Words], known: Sequence[int]) -> Iterator[list[Place]]:
    """Places of each shingle that stands in several, without what is known or common to many agencies.

    In columns, not in Python objects: a province's reports hold millions of shingles.
    """
    if not texts:
        return
    sizes = [len(text.shingles) for text in texts]
    columns = pl.DataFrame(
        {
            "shingle": pl.concat([text.shingles for text in texts]),
            "text": pl.Series(range(len(texts)), dtype=pl.Int32).repeat_by(pl.Series(sizes)).explode(),
            "place": pl.concat([pl.int_range(size, dtype=pl.Int32, eager=True) for size in sizes]),
        }
        if sum(sizes)
        else {"shingle": [], "text": [], "place": []}
    )
    known_too = pl.Series([0, *known], dtype=pl.Int64)
    columns = columns.filter(~pl.col("shingle").is_in(known_too.implode()))
    columns = columns.filter(pl.col("shingle").is_duplicated())
    agencies = [text.passage.agency_code for text in texts]
    limit = min(MANY, max(FEW, COMMON_SHARE * len(set(agencies))))
    grouped = columns.group_by("shingle", maintain_order=True).agg("text", "place")
    for _, numbers, places in grouped.iter_rows():
        if len({agencies[number] for number in numbers}) <= limit:
            yield list(zip(numbers, places, strict=True))


def _pairs(texts: Sequence[_Words], shared: Iterable[list[Place]]) -> dict[tuple[int, int], list[Place]]:
    """Map (text, text) to positions of common shingles; only the first place in a text counts."""
    pairs: dict[tuple[int, int], list[Place]] = defaultdict(list)
    for places in shared:
        ordered = sorted(dict(reversed(places)).items())
        for at, (one, where) in enumerate(ordered):
            for two, there in ordered[at + 1 :]:
                a, b = texts[one].passage, texts[two].passage
                if a.submission_id == b.submission_id or a.agency_code != b.agency_code:
                    pairs[one, two].append((where, there))
    return pairs


def _repeat(one: _Words, two: _Words, hits: list[tuple[int, int]]) -> Repeat | None:
    kind = "inside" if one.passage.submission_id == two.passage.submission_id else "between"
    words = min(_covered(where for where, _ in hits), _covered(there for _, there in hits))
    shorter = min(one.countable, two.countable)
    share = words / shorter if shorter else 0.0
    longest = max(end - start for start, end in _runs(where for where, _ in hits))
    if words < MIN_WORDS or longest < MIN_RUN or (share < MIN_SHARE and longest < LONG_RUN[kind]):
        return None
    quote_a, page_a = _quote(one, [where for where, _ in hits])
    quote_b, page_b = _quote(two, [there for _, there in hits])
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


def _quote(text: _Words, positions: list[int]) -> tuple[str, int | None]:
    """Return the longest common run as printed (cut after about 300 characters) and its page."""
    runs = _runs(positions)
    start, end = max(runs, key=lambda run: (run[1] - run[0], -run[0]))
    spans = [match.span() for match in _WORD.finditer(text.passage.text)]
    first, last = spans[start][0], spans[end - 1][1]
    quote = text.passage.text[first:last]
    if len(quote) > _QUOTE_CHARS:
        quote = quote[:_QUOTE_CHARS].rsplit(" ", 1)[0] + " …"
    return quote, page_at(first, text.passage.page, text.passage.page_starts)
