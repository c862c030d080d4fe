"""Whether one agency's words may stand for another's: the same facts, the same yes or no.

Likeness of wording is not enough to write "12 agencies say": a number, a name or a "chưa" that only
one of them printed would be put into the mouths of the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transform.statements.cluster import groups
from transform.statements.corpus import Clause
from transform.statements.lexicon import LOWER, UPPER
from transform.statements.score import shape, speaks_of_itself
from transform.statements.text import syllables

_NUMBER = re.compile(r"\d")
_FIGURE = re.compile(rf"\d+(?:[.,/\-]\d+)*(?:[/\-][{UPPER}][\w&.\-/]*)?\s?%?")
_CAPITAL = re.compile(rf"(?<=[\w{LOWER},;)] )[{UPPER}][\w{LOWER}]*")
_NO = frozenset(("chưa", "không", "chẳng", "thiếu"))
_ELISIONS = 3
"""Figures that may be left out of a shared sentence before nothing readable remains."""


@dataclass(frozen=True, slots=True)
class Point:
    """Clauses that say the same. `shown` is set when they differ in figures: the words, figures as "…"."""

    clauses: tuple[Clause, ...]
    shown: str = ""

    @property
    def agencies(self) -> int:
        """How many agencies say it."""
        return len({clause.agency.code for clause in self.clauses})


def claims(text: str) -> frozenset[str]:
    """Syllables that state a fact of their own: numbers, document numbers and names inside the sentence."""
    found = {word for word in syllables(text) if _NUMBER.search(word)}
    found.update(word for name in _CAPITAL.findall(text) for word in syllables(name))
    return frozenset(found)


def stands_for(words: str, other: str) -> bool:
    """Whether every fact and the negation of `words` is also in `other`."""
    theirs = set(syllables(other))
    return claims(words) <= theirs and (_NO & set(syllables(words))) == (_NO & theirs)


def agreeing(clauses: Sequence[Clause], threshold: float, light: frozenset[str]) -> list[Point]:
    """Return the points made, each with the clauses that make it, the leader first.

    Clauses alike in everything but their figures make one point by the words that they share.
    """
    found: list[Point] = []
    for members in groups([clause.text for clause in clauses], threshold, light):
        left = [clauses[place] for place in members]
        parts = _split(left)
        if len(parts) > 1:
            joint = _without_figures(left)
            if joint is not None and joint.agencies > max(
                len({c.agency.code for c in part}) for part in parts
            ):
                found.append(joint)
                taken = {id(clause) for clause in joint.clauses}
                parts = _split([clause for clause in left if id(clause) not in taken])
        found.extend(Point(tuple(part)) for part in parts)
    return found


def _split(clauses: Sequence[Clause]) -> list[list[Clause]]:
    """Part the clauses by the facts they state: the plainest wording leads, those it stands for follow."""
    left = list(clauses)
    parts: list[list[Clause]] = []
    while left:
        lead = min(left, key=lambda clause: (len(claims(clause.text)), left.index(clause)))
        same = [lead, *(one for one in left if one is not lead and stands_for(lead.text, one.text))]
        taken = {id(clause) for clause in same}
        left = [clause for clause in left if id(clause) not in taken]
        parts.append(same)
    return parts


def _without_figures(clauses: Sequence[Clause]) -> Point | None:
    """Return the point made when differing figures are left out; None when too little stays."""
    lead = min(clauses, key=lambda clause: (speaks_of_itself(clause.text), -shape(clause.text), clause.order))
    names = {word for word in claims(lead.text) if not _NUMBER.search(word)}
    denial = _NO & set(syllables(lead.text))
    same = [
        clause
        for clause in clauses
        if names <= set(syllables(clause.text)) and denial == _NO & set(syllables(clause.text))
    ]
    fixed = set.intersection(*(set(_FIGURE.findall(clause.text)) for clause in same))
    left_out = 0

    def elide(figure: re.Match[str]) -> str:
        nonlocal left_out
        if figure.group() in fixed:
            return figure.group()
        left_out += 1
        return "…" + figure.group()[len(figure.group().rstrip()) :]

    shown = _FIGURE.sub(elide, " ".join(lead.text.split()))
    if left_out > _ELISIONS or len(shown.split()) < 3 * left_out + 4:
        return None
    return Point((lead, *(clause for clause in same if clause is not lead)), shown)
