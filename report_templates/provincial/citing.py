"""How a source is named in a footnote, a comment and a list."""

from __future__ import annotations

from collections.abc import Sequence

from report_templates.provincial.sentences import Sentence, Source
from report_templates.shared.format import count

SHOWN = 4
"""Sources named in one footnote; of more than these only the first `FEW` are, the rest stand in the annex."""
FEW = 2


def reference(source: Source, with_number: bool = False) -> str:
    """`Sở Tư pháp, mục II.1, trang 3`; with the report's number when asked and known."""
    head = source.agency
    if with_number and source.document:
        head = f"Báo cáo số {source.document} của {source.agency}"
    parts = [head, source.place, f"trang {source.page}" if source.page else ""]
    return ", ".join(part for part in parts if part)


def footnote(sentence: Sentence) -> str:
    """Text of the footnote of a sentence: who says it and where; ends in a full stop."""
    quoted = [source for source in sentence.sources if source.quote]
    if not quoted:
        return _without_quote(sentence)
    if len(quoted) == 1:
        return f"{reference(quoted[0], with_number=True)}."
    return f"{_listed([reference(source) for source in quoted], sentence)}."


def _without_quote(sentence: Sentence) -> str:
    """Sentences that rest on submissions (who reported) or on silence."""
    return f"{_listed([source.agency for source in sentence.sources], sentence)}."


def _listed(references: Sequence[str], sentence: Sentence) -> str:
    if len(references) <= SHOWN:
        return "; ".join(references)
    rest = len(references) - FEW
    shown = "; ".join(references[:FEW])
    return f"{shown}; và {count(rest)} căn cứ khác (Phụ lục 10, mã câu {sentence.id[:8]})"


def comment(sentence: Sentence) -> str:
    """Text of a Word comment: each source with its quote, a line each."""
    lines = [
        reference(source, with_number=True) + (f": “{_short(source.quote)}”" if source.quote else "")
        for source in sentence.sources[:SHOWN]
    ]
    rest = len(sentence.sources) - SHOWN
    if rest > 0:
        lines.append(f"Còn {count(rest)} căn cứ khác (Phụ lục 10, mã câu {sentence.id[:8]}).")
    return "\n".join(lines)


def _short(quote: str, limit: int = 400) -> str:
    flat = " ".join(quote.split())
    return flat if len(flat) <= limit else f"{flat[:limit].rsplit(' ', 1)[0]} …"
