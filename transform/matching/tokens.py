"""Text as meaning tokens: known phrases become their meaning, the rest syllables and pairs of them."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.encoding import match_key
from transform.matching.lexicon import LIGHT, SAME_MEANING, STOP

_SPLIT = re.compile(r"[^\w/&-]+")
_CITED = re.compile(r"\b(?:số )?\d+[-/][\w&/-]+|\b\d{1,2}[-/]\d{1,2}[-/]\d{4}\b|\bngày\b|\b(?:19|20)\d\d\b")


def syllables(text: str) -> list[str]:
    """Split into key syllables; numbers of documents and dates are left out."""
    key = _CITED.sub(" ", match_key(text))
    return [word for word in _SPLIT.split(key.replace("-", " ")) if word]


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(syllables(phrase))


def _meanings() -> dict[tuple[str, ...], str]:
    table = {}
    for line in SAME_MEANING.strip().splitlines():
        phrases = line.split("|")
        name = "=" + "_".join(_key(phrases[0]))
        table.update({_key(phrase): name for phrase in phrases})
    for phrase in LIGHT.replace("\n", "|").strip("|").split("|"):
        table.setdefault(_key(phrase), "~" + "_".join(_key(phrase)))
    return table


_MEANINGS = _meanings()
_LONGEST = max(map(len, _MEANINGS))
_LIGHT = frozenset(_key(phrase) for phrase in LIGHT.replace("\n", "|").strip("|").split("|"))
_STOP = frozenset(match_key(word) for word in STOP.split())
_FIRST = frozenset(phrase[0] for phrase in _MEANINGS)

PAIR_WEIGHT = 0.6
SINGLE_WEIGHT = 0.4
LIGHT_WEIGHT = 0.15


def base_weight(token: str) -> float:
    """Weigh a token by its kind alone: meaning 1, pair 0.6, single syllable 0.4, light word 0.15."""
    if token.startswith("="):
        return 1.0
    if token.startswith("~"):
        return LIGHT_WEIGHT
    return PAIR_WEIGHT if " " in token else SINGLE_WEIGHT


def tokens(text: str) -> list[str]:
    """Meaning tokens of `text` in order, repeats kept."""
    words = syllables(text)
    found: list[str] = []
    run: list[str] = []
    at = 0
    while at < len(words):
        length = _phrase_length(words, at)
        if length:
            _flush(run, found)
            found.append(_MEANINGS[tuple(words[at : at + length])])
            at += length
            continue
        if words[at] in _STOP:
            _flush(run, found)
        else:
            run.append(words[at])
        at += 1
    _flush(run, found)
    return found


@lru_cache(maxsize=65536)
def token_set(text: str) -> frozenset[str]:
    """Distinct meaning tokens of a short text (a title, a first sentence)."""
    return frozenset(tokens(text))


def _phrase_length(words: list[str], at: int) -> int:
    if words[at] not in _FIRST:
        return 0
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        if tuple(words[at : at + length]) in _MEANINGS:
            return length
    return 0


def _flush(run: list[str], into: list[str]) -> None:
    into += run
    into += [f"{left} {right}" for left, right in zip(run, run[1:], strict=False)]
    run.clear()
