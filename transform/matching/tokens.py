"""Text as meaning tokens: known phrases become their meaning, the rest syllables and pairs of them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from extract.encoding import match_key
from transform.matching.lexicon import ALSO, LIGHT, SAME_MEANING, STOP

_SPLIT = re.compile(r"[^\w/&-]+")
_PAUSE = re.compile(r"[,;:.()\"“”!?\n]+(?=\s|$|[(\"“”])|[(\"“”]")
_DATE = re.compile(r"\b(?:ngày )?\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{4})?\b|\bngày \d{1,2}\b|\b(?:19|20)\d\d\b")
# a document named by its number, in full or as «Kết luận 114»: only the number counts
_CITED = re.compile(
    r"\b(?:số )?(\d+)[-/][^\W\d][\w&/-]*"
    r"|\b(?:kết luận|chỉ thị|nghị quyết|quyết định|nghị định|kl|ct|nq|qđ) (?:số )?(\d+)\b"
)


def syllables(text: str) -> list[str]:
    """Split into key syllables; dates are left out, a cited document is its number (`no114`)."""
    key = _CITED.sub(lambda found: f" no{found[1] or found[2]} ", _DATE.sub(" ", match_key(text)))
    return [word for word in _SPLIT.split(key.replace("-", " ")) if word]


def clauses(text: str) -> list[list[str]]:
    """Syllables between marks of punctuation."""
    return [words for part in _PAUSE.split(text) if (words := syllables(part))]


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(syllables(phrase))


def _lines(data: str) -> list[str]:
    return data.strip().splitlines()


def _meanings() -> dict[tuple[str, ...], tuple[str, ...]]:
    also: dict[str, tuple[str, ...]] = {}
    for line in _lines(ALSO):
        left, right = line.split(">")
        also[_name(left)] = (*also.get(_name(left), ()), _name(right))
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in _lines(SAME_MEANING):
        phrases = line.split("|")
        name = _name(phrases[0])
        for phrase in phrases:
            table[_key(phrase)] = (name, *also.get(name, ()))
    for phrase in "|".join(_lines(LIGHT)).split("|"):
        table.setdefault(_key(phrase), ("~" + "_".join(_key(phrase)),))
    return table


def _name(phrase: str) -> str:
    return "=" + "_".join(_key(phrase))


_MEANINGS = _meanings()
_LONGEST = max(map(len, _MEANINGS))
_STOP = frozenset(match_key(word) for word in STOP.split())
_FIRST = frozenset(phrase[0] for phrase in _MEANINGS)

_NUMBERED = re.compile(r"no\d+")
PAIR_WEIGHT = 0.3
SINGLE_WEIGHT = 0.2
LIGHT_WEIGHT = 0.15


def base_weight(token: str) -> float:
    """Weigh by kind: a meaning or cited number 1, a pair 0.3, a syllable 0.2, a light word 0.15."""
    if token.startswith("=") or _NUMBERED.fullmatch(token):
        return 1.0
    if token.startswith("~"):
        return LIGHT_WEIGHT
    return PAIR_WEIGHT if " " in token else SINGLE_WEIGHT


def tokens(text: str) -> list[str]:
    """Meaning tokens of `text` in order, repeats kept.

    A phrase may run over a comma («khiếu nại, tố cáo»), a pair of plain syllables may not.
    """
    found: list[str] = []
    words = [(word, at == 0) for clause in clauses(text) for at, word in enumerate(clause)]
    run: list[str] = []
    at = 0
    while at < len(words):
        length = _phrase_length(words, at)
        if length or words[at][0] in _STOP or words[at][1]:
            _flush(run, found)
        if length:
            found += _MEANINGS[tuple(word for word, _ in words[at : at + length])]
            at += length
            continue
        if words[at][0] not in _STOP:
            run.append(words[at][0])
        at += 1
    _flush(run, found)
    return found


@lru_cache(maxsize=65536)
def token_set(text: str) -> frozenset[str]:
    """Distinct meaning tokens of a short text (a title, a first sentence)."""
    return frozenset(tokens(text))


def _phrase_length(words: list[tuple[str, bool]], at: int) -> int:
    if words[at][0] not in _FIRST:
        return 0
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        if tuple(word for word, _ in words[at : at + length]) in _MEANINGS:
            return length
    return 0


def _flush(run: list[str], into: list[str]) -> None:
    into += run
    into += [f"{left} {right}" for left, right in pairwise(run)]
    run.clear()
