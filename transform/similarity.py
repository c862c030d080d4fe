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
_PART = 500_000
"""Shingles that are Python numbers, or compared with one another, at once."""
_BASE, _MODULUS = 1_000_003, (1 << 61) - 1

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
    known = [s for text in excluded for s in _shingles([numbers.of(w) for w in _WORD.findall(text)])]
    found = [
        repeat
        for one, two, *places in _pairs(texts, shingles, known).iter_rows()
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
    """Read all passages: their shingles follow one another (0 = none), in parts of about `_PART`."""
    texts: list[_Words] = []
    parts: list[pl.Series] = []
    part: list[int] = []
    start = 0
    for passage in passages:
        found = _words(passage, numbers)
        shingles = _shingles(found)
        texts.append(_Words(passage, sum(map(bool, found)), start))
        start += len(shingles)
        part += shingles
        if len(part) >= _PART:
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


def _pairs(texts: Sequence[_Words], shingles: Sequence[pl.Series], known: Sequence[int]) -> pl.DataFrame:
    """Pairs of texts with the places of their common shingles: `text`, `other`, `places`, `there`.

    Without what is `known` or common to many agencies; only the first place in a text counts. In
    columns, not in Python objects, and one share of the shingles after another: a nation's reports hold
    tens of millions.
    """
    facts = _facts(texts)
    limit = min(MANY, max(FEW, COMMON_SHARE * facts["agency"].n_unique()))
    known_too = pl.Series([0, *known], dtype=pl.Int64).implode()
    shares = sum(map(len, shingles)) // _PART + 1
    met = []
    for share in range(shares):
        columns = _share(shingles, share, shares).filter(~pl.col("shingle").is_in(known_too))
        columns = _placed(columns.filter(pl.col("shingle").is_duplicated()), facts)
        met.append(_met(columns.filter(pl.col("agency").n_unique().over("shingle") <= limit)))
    several = pl.len().over("text", "other") >= -(-MIN_WORDS // SHINGLE)  # fewer cannot be words enough
    pairs = pl.concat(met).filter(several)
    return pairs.group_by("text", "other").agg("places", "there").sort("text", "other")


def _facts(texts: Sequence[_Words]) -> pl.DataFrame:
    """Where each text starts among the shingles, and whose it is, as numbers."""
    owners = [(text.start, text.passage.agency_code, text.passage.submission_id) for text in texts]
    frame = pl.DataFrame(
        owners, schema={"start": pl.Int64, "agency": pl.String, "report": pl.String}, orient="row"
    )
    return frame.with_columns(pl.col("agency", "report").rank("dense").cast(pl.Int32))


def _placed(columns: pl.DataFrame, facts: pl.DataFrame) -> pl.DataFrame:
    """Turn places among all shingles into a text, the first place in it, and whose it is."""
    text = facts["start"].search_sorted(columns["at"], side="right").cast(pl.Int64) - 1
    placed = columns.select(
        "shingle",
        text.cast(pl.Int32).alias("text"),
        (columns["at"] - facts["start"].gather(text)).cast(pl.Int32).alias("places"),
        *(facts[name].gather(text) for name in ("agency", "report")),
    )
    return placed.unique(["shingle", "text"], keep="first", maintain_order=True)


def _met(columns: pl.DataFrame) -> pl.DataFrame:
    """Put every two texts with a common shingle side by side: of one report, or of two agencies."""
    pairs = columns.join(columns.rename({"text": "other", "places": "there"}), on="shingle")
    one_report = pl.col("report") == pl.col("report_right")
    two_agencies = pl.col("agency") != pl.col("agency_right")
    pairs = pairs.filter(pl.col("text") < pl.col("other"), one_report | two_agencies)
    return pairs.select("text", "other", "places", "there")


def _share(shingles: Iterable[pl.Series], share: int, shares: int) -> pl.DataFrame:
    """Return the shingles whose number leaves `share` when divided by `shares`, and where they stand."""
    parts, start = [], 0
    for part in shingles:
        places = pl.int_range(start, start + len(part), dtype=pl.Int64, eager=True)
        frame = pl.DataFrame({"shingle": part, "at": places})
        parts.append(frame.filter(pl.col("shingle") % shares == share))
        start += len(part)
    return pl.concat(parts)


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
