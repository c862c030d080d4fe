"""Themes: phrases that many agencies use under an item, and few use elsewhere.

A theme is counted, not judged: an agency has it when the phrase stands, word for word, in its section.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transform.statements.corpus import Clause
from transform.statements.lexicon import SET_PHRASES, STOP, WEAK_PHRASE
from transform.statements.text import segments, syllables, tokens
from transform.statements.words import boundaries

_LONGEST, _SHORTEST = 8, 3
_LEANING = 0.6
"""Share of agencies that continue a phrase with one and the same word, from which it is only a part."""
_JOINING = frozenset(("và", "hoặc", "hay", "với", "để", "nhằm", "đã", "được"))
_WEAK = {syllable for phrase in WEAK_PHRASE for syllable in phrase.split()}
_SET = frozenset(" ".join(syllables(phrase)) for phrase in SET_PHRASES)

Gram = tuple[str, ...]
Holders = dict[Gram, "array[int]"]


@dataclass(frozen=True, slots=True)
class Theme:
    """A phrase as printed most often, with the first clause of each agency that has it."""

    phrase: str
    clauses: tuple[Clause, ...]


def find(clauses: Sequence[Clause], topic: frozenset[str], floor: int, most: int) -> list[Theme]:
    """At most `most` themes that at least `floor` agencies share, widest first.

    `topic` holds the syllables of the campaign's and the item's own titles: a phrase made of them says
    nothing new.
    """
    wide = {gram: where for gram, where in _holders(clauses, floor).items() if _tells(gram, topic)}
    ranked = sorted(_maximal(wide), key=lambda gram: (-_value(gram, len(wide[gram]), topic), gram))
    chosen: list[Gram] = []
    themes: list[Theme] = []
    for gram in ranked:
        if len(themes) == most:
            break
        backing = tuple(clauses[place] for place in wide[gram])
        if any(_overlap(gram, other) > 0.3 for other in chosen) or _leans(gram, backing):
            continue
        printed = _printed(gram, backing)
        if printed and boundaries(backing[0].text, printed):
            chosen.append(gram)
            themes.append(Theme(printed, tuple(sorted(backing, key=lambda clause: clause.order))))
    return sorted(themes, key=lambda theme: (-len(theme.clauses), theme.phrase))


def _holders(clauses: Sequence[Clause], floor: int) -> Holders:
    """Gram -> place of the first clause of each agency that has it, for grams of at least `floor` agencies.

    Clauses of an agency stand together. Level by level (a gram can only be frequent when both its shorter
    parts are), so that memory follows the frequent grams and not all of them.
    """
    split = [segments(clause.text) for clause in clauses]
    kept: Holders = {}
    parts: set[Gram] = set()
    for size in range(1, _LONGEST + 1):
        level: Holders = {}
        for place, many in enumerate(split):
            code = clauses[place].agency.code
            for segment in many:
                for start in range(len(segment) - size + 1):
                    gram = tuple(segment[start : start + size])
                    if size == 1 or (gram[:-1] in parts and gram[1:] in parts):
                        where = level.get(gram)
                        if where is None:
                            level[gram] = array("i", (place,))
                        elif clauses[where[-1]].agency.code != code:
                            where.append(place)
        frequent = {gram: where for gram, where in level.items() if len(where) >= floor}
        parts = set(frequent)
        if size >= _SHORTEST:
            kept.update({gram: where for gram, where in frequent.items() if not {gram[0], gram[-1]} & STOP})
    return kept


def _tells(gram: Gram, topic: frozenset[str]) -> bool:
    """Whether the phrase has words of its own beyond titles, formulas and administrative filler."""
    if any(_kind(syllable) == "0" for syllable in gram):
        return False
    text = " ".join(gram)
    if _JOINING & set(gram):
        return False
    if any(formula in text or text in formula for formula in _SET):
        return False
    own = [
        syllable
        for syllable in gram
        if syllable not in topic and syllable not in _WEAK and syllable not in STOP
    ]
    return len(own) >= 2


def _leans(gram: Gram, backing: Sequence[Clause]) -> bool:
    """Whether most agencies go on (or begin) with the same word: the phrase is torn out of a longer one."""
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for clause in backing:
        for segment in segments(clause.text):
            for start in range(len(segment) - len(gram) + 1):
                if tuple(segment[start : start + len(gram)]) == gram:
                    end = start + len(gram)
                    before[_kind(segment[start - 1]) if start else ""] += 1
                    after[_kind(segment[end]) if end < len(segment) else ""] += 1
    ceiling = _LEANING * len(backing)
    return any(count > ceiling for side in (before, after) for word, count in side.items() if word)


def _kind(word: str) -> str:
    """All numbers count as one word: a phrase that always follows a number is a unit, not a theme."""
    return "0" if any(letter.isdigit() for letter in word) else word


def _maximal(wide: Holders) -> list[Gram]:
    """Drop a phrase when a longer one with nearly the same agencies holds it."""
    shadowed: set[Gram] = set()
    for gram, where in wide.items():
        for size in range(_SHORTEST, len(gram)):
            for start in range(len(gram) - size + 1):
                part = gram[start : start + size]
                if part in wide and len(where) >= 0.75 * len(wide[part]):
                    shadowed.add(part)
    return [gram for gram in wide if gram not in shadowed]


def _value(gram: Gram, agencies: int, topic: frozenset[str]) -> float:
    own = sum(syllable not in topic and syllable not in _WEAK and syllable not in STOP for syllable in gram)
    return agencies * (1 + 0.35 * min(own, 5))


def _overlap(left: Gram, right: Gram) -> float:
    shared = set(left) & set(right)
    return len(shared) / min(len(set(left)), len(set(right)))


def _printed(gram: Gram, backing: Sequence[Clause]) -> str:
    """Return the spelling most agencies print (first in list order on a tie)."""
    forms: Counter[str] = Counter()
    for clause in backing:
        form = locate(clause.text, gram)
        if form:
            forms[clause.text[form[0] : form[1]]] += 1
    return min(forms, key=lambda form: (-forms[form], form)) if forms else ""


def locate(text: str, gram: Sequence[str]) -> tuple[int, int] | None:
    """Offsets of the first place where the phrase stands in the text."""
    found = tokens(text)
    keys = [key for key, _, _ in found]
    size = len(gram)
    for start in range(len(keys) - size + 1):
        if tuple(keys[start : start + size]) == tuple(gram):
            return found[start][1], found[start + size - 1][2]
    return None
