"""Word borders by pyvi, loaded on first use only: a phrase must not begin or end inside a word."""

from __future__ import annotations

from transform.statements.remember import remembered
from transform.statements.text import syllables

_OPEN_TAGS = frozenset({"N", "V", "Np", "Ny", "A", "Nc", "Nu"})
_CLOSE_TAGS = frozenset({"N", "Np", "Ny", "V", "A", "M", "Nb"})


@remembered(4096)
def _tagged(sentence: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    from pyvi import ViPosTagger, ViTokenizer

    words, tags = ViPosTagger.postagging(ViTokenizer.tokenize(sentence))
    found = []
    for word, tag in zip(words, tags, strict=True):
        parts = tuple(syllables(word.replace("_", " ")))
        if parts:
            found.append((parts, tag))
    return tuple(found)


def boundaries(sentence: str, phrase: str) -> bool:
    """Whether `phrase` stands in `sentence` on word borders, opening and closing with a content word."""
    target = syllables(phrase)
    words = _tagged(sentence)
    for start in range(len(words)):
        joined: list[str] = []
        for end in range(start, len(words)):
            joined.extend(words[end][0])
            if len(joined) >= len(target):
                break
        if joined == target:
            return words[start][1] in _OPEN_TAGS and words[end][1] in _CLOSE_TAGS
    return False


def verb_at_start(text: str) -> bool:
    """Whether `text` begins with a verb."""
    words = _tagged(text)
    return bool(words) and words[0][1].startswith("V")


def verb_at_end(text: str) -> str:
    """Return the last word of `text` when it is a verb ("… đã tiếp nhận" gives "tiếp nhận"), else nothing."""
    words = _tagged(text)
    if not words or not words[-1][1].startswith("V"):
        return ""
    return " ".join(words[-1][0])
