"""TextRank and LexRank of the public package `sumy`, where it is installed: same sentences, same words.

Not a dependency of the project: `uv pip install --target DIR sumy==0.13.0`, then DIR on PYTHONPATH.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rouge import tokens

from transform.statements.coverage import Told

Rank = Callable[[list[Told]], list[int]]


class _Words:
    """The tokenizer that sumy asks for: our syllables."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """Return the syllables of a sentence."""
        return tuple(tokens(text))


def rankers() -> dict[str, Rank]:
    """Names and rankings; empty when sumy is absent."""
    try:
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
    except ImportError:
        return {}
    return {
        "TextRank (sumy)": lambda told: _ranked(TextRankSummarizer(), told),
        "LexRank (sumy)": lambda told: _ranked(LexRankSummarizer(), told),
    }


def _ranked(summarizer: Any, told: list[Told]) -> list[int]:
    """Best sentence first, by the ratings that the package itself computes."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    words = _Words()
    made = [Sentence(f"{place} {one.text}", words) for place, one in enumerate(told)]
    seen: dict[int, float] = {}

    def keep(sentences: tuple[Any, ...], _count: object, rating: Any) -> tuple[Any, ...]:
        seen.update({place: float(rating[one]) for place, one in enumerate(sentences)})
        return sentences

    summarizer._get_best_sentences = keep
    summarizer(ObjectDocumentModel([Paragraph(made)]), len(made))
    return sorted(seen, key=lambda place: (-round(seen[place], 12), place))
