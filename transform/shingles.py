"""Runs of words as numbers, and which texts have several of them in common.

In columns, not in Python objects: a nation's reports hold tens of millions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl

SHINGLE = 8
"""Syllables of one shingle: shorter runs are set phrases of the administration."""
COMMON_SHARE, FEW, MANY = 0.1, 5, 12
"""Words in more than this share of the agencies (at least 5, at most 12) are common wording from above."""
PART = 500_000
"""Shingles that are Python numbers, or compared with one another, at once."""
_BASE, _MODULUS = 1_000_003, (1 << 61) - 1

Owner = tuple[int, str, str]
"""A text: where its shingles start among all, its agency, its submission."""


def shingles_of(numbers: Sequence[int]) -> list[int]:
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


def pairs(
    owners: Sequence[Owner], shingles: Sequence[pl.Series], known: Sequence[int], fewest: int
) -> pl.DataFrame:
    """Pairs of texts with the places of their common shingles: `text`, `other`, `places`, `there`.

    Without what is `known` or common to many agencies; only the first place in a text counts. fewest:
    common shingles of a pair. One share of the shingles after another, so that memory stays flat.
    """
    facts = _facts(owners)
    limit = min(MANY, max(FEW, COMMON_SHARE * facts["agency"].n_unique()))
    known_too = pl.Series([0, *known], dtype=pl.Int64).implode()
    shares = sum(map(len, shingles)) // PART + 1
    met = []
    for share in range(shares):
        columns = _share(shingles, share, shares).filter(~pl.col("shingle").is_in(known_too))
        columns = _placed(columns.filter(pl.col("shingle").is_duplicated()), facts)
        met.append(_met(columns.filter(pl.col("agency").n_unique().over("shingle") <= limit)))
    several = pl.len().over("text", "other") >= fewest
    return (
        pl.concat(met).filter(several).group_by("text", "other").agg("places", "there").sort("text", "other")
    )


def _facts(owners: Sequence[Owner]) -> pl.DataFrame:
    """Where each text starts among the shingles, and whose it is, as numbers."""
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
