"""Whether one agency's words may stand for another's: the same facts, the same yes or no.

Likeness of wording is not enough to write "12 agencies say": a number, a name or a "chưa" that only
one of them printed would be put into the mouths of the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from transform.statements.cluster import groups
from transform.statements.corpus import Clause
from transform.statements.lexicon import LIGHT, STOP, WEAK_PHRASE
from transform.statements.ranges import aligned, merged
from transform.statements.remember import remembered
from transform.statements.score import shape, speaks_of_itself
from transform.statements.text import syllables, tokens

_NUMBER = re.compile(r"\d")
_WHOSE = re.compile(
    r"\b(?:[Cc]ủa|[Tt]ại|[Tt]rên địa bàn|[Tt]oàn|[Cc]ông an|[Tt]rong)\s(xã|phường|đặc khu|Sở)\b"
)
"""Words by which an agency speaks of its own place: a ward does not stand for a commune."""
_FILLERS = sorted(
    {" ".join(syllables(words)) for words in (*LIGHT, *WEAK_PHRASE)}, key=lambda words: (-len(words), words)
)
_FILLER = re.compile(rf" (?:{'|'.join(_FILLERS)})(?= )")
_MISSING = 0.25
"""Share of the words of a shared sentence that one of its agencies may lack."""
_BEFORE_NAME = ",;)"
"""Marks, besides letters, after which a capital is the word's own and not a sentence's first."""
DENIALS = frozenset(("chưa", "không", "chẳng", "thiếu"))
_ONLY = re.compile(r"\bchỉ\b(?! (?:đạo|thị|tiêu|huy|số|dẫn|định|rõ|ra)\b)", re.IGNORECASE)
_REACH: tuple[tuple[int, tuple[str, ...]], ...] = tuple(
    (rank, tuple(" ".join(syllables(word)) for word in words))
    for rank, words in (
        (
            0,
            (
                "một số",
                "một bộ phận",
                "một phần",
                "một vài",
                "không phải",
                "có lúc",
                "có nơi",
                "đôi lúc",
                "cá biệt",
            ),
        ),
        (2, ("hầu hết", "đa số", "phần lớn", "đại đa số", "cơ bản")),
        (3, ("mọi", "tất cả", "toàn bộ", "toàn thể")),
    )
)
"""Words that say of how many a sentence holds; of several the weaker one counts."""
_PARTS = 60
"""Parts into which a group is split; what is left after them speaks for itself only."""
_ELISIONS = 3
"""Figures that may be left out of a shared sentence before nothing readable remains."""


@dataclass(frozen=True, slots=True)
class Point:
    """Clauses that say the same. `shown` is set when they differ in figures: words with ranges or "…"."""

    clauses: tuple[Clause, ...]
    shown: str = ""

    @property
    def agencies(self) -> int:
        """How many agencies say it."""
        return len({clause.agency.code for clause in self.clauses})


@remembered(1 << 15)
def words_of(text: str) -> frozenset[str]:
    """Canonical syllables of a text."""
    return frozenset(syllables(text))


@remembered(1 << 15)
def claims(text: str) -> frozenset[str]:
    """Syllables that state a fact of their own: numbers, document numbers, names, whose place it is."""
    return frozenset(
        key
        for key, start, end in tokens(text)
        if _NUMBER.search(text, start, end) or (text[start].isupper() and _inside(text, start))
    ) | {found.lower() for found in _WHOSE.findall(text)}


def _inside(text: str, start: int) -> bool:
    return (
        start > 1
        and text[start - 1] == " "
        and (text[start - 2].isalnum() or text[start - 2] in _BEFORE_NAME)
    )


@remembered(1 << 15)
def telling(text: str) -> tuple[str, ...]:
    """Syllables that carry the matter, in order: no function words, administrative filler or figures."""
    left = _FILLER.sub(" ", f" {' '.join(syllables(text))} ")
    return tuple(word for word in left.split() if word not in STOP and not _NUMBER.search(word))


def covered(text: str, theirs: frozenset[str]) -> bool:
    """Whether the matter of `text` is among `theirs`: few words missing, no two of them in a row."""
    missing = [word not in theirs for word in telling(text)]
    in_a_row = any(left and right for left, right in pairwise(missing))
    return not in_a_row and sum(missing) <= _MISSING * len(missing)


@remembered(1 << 15)
def sense(text: str) -> frozenset[str]:
    """Words that deny or restrict: whose sentence has others does not say the same."""
    return (DENIALS & words_of(text)) | ({"chỉ"} if _ONLY.search(text) else set())


@remembered(1 << 15)
def reach(text: str) -> int:
    """How far a sentence goes: 0 some, 1 not said, 2 most, 3 all."""
    low = f" {' '.join(syllables(text))} "
    return next((rank for rank, words in _REACH if any(f" {word} " in low for word in words)), 1)


def stands_for(words: str, other: str) -> bool:
    """Whether the matter, every fact, the negation and the reach of `words` is also in `other`."""
    theirs = words_of(other)
    if reach(words) > max(1, reach(other)):
        return False
    return claims(words) <= theirs and sense(words) == sense(other) and covered(words, theirs)


def agreeing(clauses: Sequence[Clause], threshold: float, light: frozenset[str]) -> list[Point]:
    """Return the points made, each with the clauses that make it, the leader first.

    Clauses alike in everything but their figures make one point by the words that they share.
    """
    found: list[Point] = []
    for members in groups([clause.text for clause in clauses], threshold, light):
        left = [clauses[place] for place in members]
        if len(left) == 1:
            found.append(Point((left[0],)))
            continue
        parts = _split(left)
        while len(parts) > 1:
            joint = _without_figures(left)
            most = max(len({clause.agency.code for clause in part}) for part in parts)
            if joint is None or joint.agencies <= most:
                break
            found.append(joint)
            taken = {id(clause) for clause in joint.clauses}
            left = [clause for clause in left if id(clause) not in taken]
            parts = _split(left)
        found.extend(Point(tuple(part)) for part in parts)
    return found


def _split(clauses: Sequence[Clause]) -> list[list[Clause]]:
    """Part the clauses by what they state: the plainest wording leads, those it stands for follow."""
    left = sorted(
        clauses,
        key=lambda clause: (len(claims(clause.text)), len(telling(clause.text)), reach(clause.text)),
    )
    parts: list[list[Clause]] = []
    while left:
        lead = left[0]
        if len(parts) == _PARTS:
            return parts + [[one] for one in left]
        same = [lead, *(one for one in left if one is not lead and stands_for(lead.text, one.text))]
        taken = {id(clause) for clause in same}
        left = [clause for clause in left if id(clause) not in taken]
        parts.append(same)
    return parts


def _without_figures(clauses: Sequence[Clause]) -> Point | None:
    """Return the point made when figures that differ become a range; None when too little stays."""
    least = min(reach(clause.text) for clause in clauses)
    weakest = [clause for clause in clauses if reach(clause.text) == least]
    senses = Counter(sense(clause.text) for clause in weakest)
    common = min(senses, key=lambda words: (-senses[words], sorted(words)))
    weakest = [clause for clause in weakest if sense(clause.text) == common]
    lead = min(weakest, key=lambda clause: (speaks_of_itself(clause.text), -shape(clause.text), clause.order))
    names = {word for word in claims(lead.text) if not _NUMBER.search(word)}
    meant = sense(lead.text)
    same = [
        clause
        for clause in clauses
        if names <= words_of(clause.text)
        and meant == sense(clause.text)
        and aligned(lead.text, clause.text)
        and covered(lead.text, words_of(clause.text))
    ]
    if len(same) < 2:
        return None
    others = [clause.text for clause in same if clause is not lead]
    shown, left_out = merged(" ".join(lead.text.split()), others)
    if left_out > _ELISIONS or len(shown.split()) < 3 * left_out + 4:
        return None
    return Point((lead, *(clause for clause in same if clause is not lead)), shown)
