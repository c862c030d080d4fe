"""Resolves short forms against the long forms in reach: exactly one, or it stays as printed."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from extract.model import Citation


def resolve(citations: list[Citation]) -> list[Citation]:
    """Copy of `citations` in which a short form has the symbol of the only long form that fits.

    Fits: same type and number (leading zeros aside), no other year, no other issuer. `inherited` then
    holds `symbol`; none or several fitting: `ambiguous` stays set. Safe to call again on its own result.
    """
    long_forms: dict[tuple[str | None, str], dict[str, Citation]] = defaultdict(dict)
    for citation in citations:
        if citation.symbol and citation.num and not citation.ambiguous:
            key = (citation.type, citation.num.lstrip("0"))
            long_forms[key].setdefault((citation.number or "").casefold(), citation)
    return [_resolved(citation, long_forms) if citation.ambiguous else citation for citation in citations]


def _resolved(citation: Citation, long_forms: dict[tuple[str | None, str], dict[str, Citation]]) -> Citation:
    fitting = [
        other
        for other in long_forms.get((citation.type, (citation.num or "").lstrip("0")), {}).values()
        if citation.year is None
        or other.year == citation.year
        or (other.date or "")[:4] == str(citation.year)
    ]
    if len(fitting) != 1:
        return citation
    found = fitting[0]
    return msgspec.structs.replace(
        citation,
        number=found.number,
        num=found.num,
        symbol=found.symbol,
        year=found.year or citation.year,
        ambiguous=False,
        inherited=[*citation.inherited, "symbol"],
    )
