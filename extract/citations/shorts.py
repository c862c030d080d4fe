"""Settles mentions against the rest of the text: short forms, and numbers that lost a separator."""

from __future__ import annotations

import re
from collections import defaultdict

import msgspec

from extract.model import Citation

_SEPARATORS = re.compile(r"[-/&.]")


def resolve(citations: list[Citation]) -> list[Citation]:
    """Copy of `citations` in which a short form has the symbol of the only long form that fits.

    Fits: same type and number (leading zeros aside), no other year. `inherited` then holds `symbol`;
    none or several fitting: `ambiguous` stays set. A number that another mention prints with more
    separators or strokes (`5/KHQLDA`, `5/KH-QLDA`; `9/BNV-CQDP`, `9/BNV-CQĐP`) takes that spelling as its
    key, `repaired`. Safe to call again on its own result: for a whole document, put the citations of its
    parts together and call it once.
    """
    spelt = _with_own_spelling(citations)
    long_forms: dict[tuple[str | None, str], dict[str, Citation]] = defaultdict(dict)
    for citation in spelt:
        if citation.symbol and citation.num and not citation.ambiguous:
            key = (citation.type, citation.num.lstrip("0"))
            long_forms[key].setdefault((citation.number or "").casefold(), citation)
    return [_resolved(citation, long_forms) if citation.ambiguous else citation for citation in spelt]


def _with_own_spelling(citations: list[Citation]) -> list[Citation]:
    """Numbers equal but for separators and strokes take the fullest spelling, if one is fuller than all."""
    spellings: dict[tuple[str | None, str], dict[str, Citation]] = defaultdict(dict)
    for citation in citations:
        if citation.symbol and citation.number:
            spellings[citation.type, _bare(citation.number)].setdefault(citation.number, citation)
    fuller = {}
    for found in spellings.values():
        if len(found) > 1:
            by_count = sorted(found, key=_fullness, reverse=True)
            if _fullness(by_count[0]) > _fullness(by_count[1]):
                fuller.update({(found[n].type, n): found[by_count[0]] for n in by_count[1:]})
    if not fuller:
        return citations
    return [_respelt(citation, fuller.get((citation.type, citation.number or ""))) for citation in citations]


def _bare(number: str) -> str:
    return _SEPARATORS.sub("", number).replace("Đ", "D")


def _fullness(number: str) -> tuple[int, int]:
    return len(_SEPARATORS.findall(number)), number.count("Đ")


def _respelt(citation: Citation, model: Citation | None) -> Citation:
    if model is None or citation.symbol is None:
        return citation
    return msgspec.structs.replace(citation, number=model.number, symbol=model.symbol, repaired=True)


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
