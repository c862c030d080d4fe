"""One sentence for many that differ in their figures only: "từ … đến …" over all of them.

A figure that names something (a document's number, a year, an article) has no range and is left out
as "…".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from transform.statements.lexicon import UPPER
from transform.statements.remember import remembered
from transform.statements.text import syllables

FIGURE = re.compile(rf"\d+(?:[.,/\-]\d+)*(?:[/\-][{UPPER}][\w&.\-/]*)?(?:\s?%)?")
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_NAMING = frozenset(
    ("số", "ngày", "tháng", "năm", "quý", "điều", "khoản", "mục", "kỳ", "khóa", "lần", "đến", "lộ")
)
"""Words before a figure that names something or is an end of a range already."""
_TO = frozenset(("xuống", "lên", "còn", "đến", "tới", "thành"))
"""Words before the end of a change: "giảm từ 9% xuống 4%" over many has no range that reads right."""
_HEDGED = frozenset(("trên", "khoảng", "gần", "hơn", "dưới", "ngót", "chừng"))
_PREPOSITIONS = frozenset(("của", "với", "cho", "trong", "tại", "ở", "qua", "bằng", "và", "từ"))
_LAST_WORD = re.compile(r"(\w+)\W*\Z")
_NUMBERED = re.compile(r"\s+số …(?:\s+ngày …)?")


@remembered(1 << 14)
def shape(text: str) -> tuple[tuple[str, str, str], ...]:
    """Return for each figure the word before it as printed, itself, and the syllable after it."""
    found: list[tuple[str, str, str]] = []
    for figure in FIGURE.finditer(text):
        before = _LAST_WORD.search(text, max(0, figure.start() - 24), figure.start())
        after = syllables(text[figure.end() : figure.end() + 24])[:1]
        found.append((before[1] if before else "", figure.group(), after[0] if after else ""))
    return tuple(found)


def aligned(lead: str, other: str) -> bool:
    """Whether both print their figures at the same places: as many, each before the same word.

    An estimate ("trên 500") stands beside estimates of the same word only.
    """
    left, right = shape(lead), shape(other)
    return len(left) == len(right) and all(
        (one[2], one[1][-1] == "%", _hedge(one[0])) == (two[2], two[1][-1] == "%", _hedge(two[0]))
        for one, two in zip(left, right, strict=True)
    )


def _hedge(before: str) -> str:
    return before.lower() if before.lower() in _HEDGED else ""


def merged(lead: str, others: Sequence[str]) -> tuple[str, int]:
    """Return the lead's words with a range for each figure that differs, and how many were left out.

    All texts must be `aligned` with the lead.
    """
    columns = [[cell[1] for cell in column] for column in zip(*map(shape, (lead, *others)), strict=True)]
    changes = _changes([cell[0].lower() for cell in shape(lead)])
    out = 0
    parts: list[str] = []
    cursor = 0
    for place, figure in enumerate(FIGURE.finditer(lead)):
        said = columns[place]
        parts.append(lead[cursor : figure.start()])
        cursor = figure.end()
        if len(set(said)) == 1:
            parts.append(figure.group())
            continue
        before, _, after = shape(lead)[place]
        naming = (
            before.lower() in _NAMING
            or place in changes
            or _hedge(before)
            or (before == "từ" and after == "đến")
            or (before[:1].isupper() and not lead.startswith(before))
        )
        span = None if naming else _span(said, bare=before in _PREPOSITIONS)
        out += span is None
        parts.append("…" if span is None else span)
    parts.append(lead[cursor:])
    return _NUMBERED.sub(" …", "".join(parts)), out


def _changes(befores: Sequence[str]) -> frozenset[int]:
    """Places of figures between which something changed: after "từ", and after the "xuống" that follows."""
    found: set[int] = set()
    amounts = [place for place, word in enumerate(befores) if word in _TO or word not in _NAMING]
    for place, after in pairwise(amounts):
        if befores[place] == "từ" and befores[after] in _TO:
            found |= {place, after}
    return frozenset(found)


def _span(said: Sequence[str], bare: bool) -> str | None:
    """`từ <least> đến <most>` as printed (`bare`: no "từ"); None when one of them is no plain amount."""
    amounts = [(value, text) for text in said if (value := _value(text)) is not None]
    if len(amounts) < len(said):
        return None
    least, most = min(amounts), max(amounts)
    if least[0] == most[0]:
        return least[1]
    return f"{least[1]} đến {most[1]}" if bare else f"từ {least[1]} đến {most[1]}"


def _value(text: str) -> float | None:
    bare = text.rstrip("% ")
    return float(bare.replace(".", "").replace(",", ".")) if _AMOUNT.fullmatch(bare) else None
