"""Whether one agency's words may stand for another's: the same facts, the same yes or no.

Likeness of wording is not enough to write "12 agencies say": a number, a name or a "chưa" that only
one of them printed would be put into the mouths of the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transform.statements.cluster import groups
from transform.statements.corpus import Clause
from transform.statements.text import syllables

_NUMBER = re.compile(r"\d")
_CAPITAL = re.compile(r"(?<=[\wà-ỹ,;)] )[A-ZÀ-ỸĐ][\wà-ỹ]*")
_NO = frozenset(("chưa", "không", "chẳng", "thiếu"))


def claims(text: str) -> frozenset[str]:
    """Syllables that state a fact of their own: numbers, document numbers and names inside the sentence."""
    found = {word for word in syllables(text) if _NUMBER.search(word)}
    found.update(word for name in _CAPITAL.findall(text) for word in syllables(name))
    return frozenset(found)


def stands_for(words: str, other: str) -> bool:
    """Whether every fact and the negation of `words` is also in `other`."""
    theirs = set(syllables(other))
    return claims(words) <= theirs and (_NO & set(syllables(words))) == (_NO & theirs)


def agreeing(clauses: Sequence[Clause], threshold: float, light: frozenset[str]) -> list[list[Clause]]:
    """Return groups of clauses that say the same and state the same facts, the leader first."""
    found: list[list[Clause]] = []
    texts = [clause.text for clause in clauses]
    for members in groups(texts, threshold, light):
        open_ones = [clauses[place] for place in members]
        # The leader may state more than the others: the plainest wording leads, the rest follow or part.
        while open_ones:
            lead = min(open_ones, key=lambda clause: (len(claims(clause.text)), open_ones.index(clause)))
            same = [lead, *(c for c in open_ones if c is not lead and stands_for(lead.text, c.text))]
            taken = {id(clause) for clause in same}
            open_ones = [clause for clause in open_ones if id(clause) not in taken]
            found.append(same)
    return found
