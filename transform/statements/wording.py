"""Vietnamese wording of counts, names and quotes; every sentence of the report is built from these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transform.statements.corpus import Agency, Clause
from transform.statements.lexicon import CONNECTIVES
from transform.statements.sentences import Span, shorten

UNITS = "cơ quan, đơn vị"


def count(number: int) -> str:
    """Return a count as administrative texts print it: below ten with a leading zero (NĐ 30/2020)."""
    return f"{number:02d}" if 0 < number < 10 else f"{number:,}".replace(",", ".")


def amount(value: float) -> str:
    """Return a figure: dot for thousands, comma for decimals, no trailing zeros."""
    whole = f"{value:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    whole = whole.rstrip("0").rstrip(",") if "," in whole else whole
    return f"0{whole}" if len(whole) == 1 and whole != "0" else whole


def share(part: int, whole: int) -> str:
    """`part`/`whole`, both printed as counts."""
    return f"{count(part) if part else '0'}/{count(whole)}"


def names(agencies: Sequence[Agency], shown: int) -> str:
    """Up to `shown` names, then how many more; never a single name replaced by "và 01 cơ quan khác"."""
    ordered = [agency.name for agency in agencies]
    if len(ordered) <= shown + 1:
        return _joined(ordered)
    rest = len(ordered) - shown
    return f"{', '.join(ordered[:shown])} và {count(rest)} {UNITS} khác"


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} và {parts[-1]}"


def quoted(clause: Clause, limit: int) -> tuple[str, Span]:
    """Return the quote as shown (outer marks added, cuts marked) and the span it covers."""
    text = clause.section.text
    cut = shorten(text, clause.span, limit)
    shown = inner(clause.section.said(cut).rstrip(" ;,"))
    before = text[max(0, cut.start - 8) : cut.start].rstrip()[-1:]
    head = "…" if shown[:1].islower() and (before in (";", ",") or before.isalnum()) else ""
    if cut.end < clause.span.end:
        return f"“{head}{shown}…”", cut
    return f"“{head}{shown.rstrip('.')}”", cut


def unleaning(clause: Clause) -> Clause:
    """Return the clause without an opening that leans on the sentence before ("Bên cạnh đó, ")."""
    low = clause.text.lower()
    for opening in CONNECTIVES:
        if low.startswith(f"{opening}, "):
            start = clause.span.start + len(opening) + 2
            return replace(clause, span=Span(start, clause.span.end, clause.span.first))
    return clause


def inner(text: str) -> str:
    """Newlines of the print become spaces; the letters stay as they are."""
    return " ".join(text.split())


def upper_first(text: str) -> str:
    """First letter in capitals, the rest untouched."""
    return text[:1].upper() + text[1:]
