"""Formulas of Word (`m:oMath`) on one line: 12 over 30 is `12/30`, never `1230`; 10 to the third is `10³`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from extract.docx.names import M, W

_SUPERSCRIPTS: Final = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUBSCRIPTS: Final = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_RAISED: Final = re.compile(r"[0-9+\-=()n]+")
_LOWERED: Final = re.compile(r"[0-9+\-=()]+")
_SINGLE: Final = re.compile(r"[\w.,%]*")
_DELETED: Final = frozenset({W + "del", W + "moveFrom"})
_VAL: Final = M + "val"


def formula(item: etree._Element) -> str:
    """Return the text of a formula or of a part of it; fractions and powers stand apart from numbers."""
    shown, built = "", False
    for part in item.iterchildren():
        text = _shown(part)
        builds = part.tag in _WRITERS
        if (built or builds) and shown[-1:].isalnum() and text[:1].isalnum():
            shown += " "
        shown, built = shown + text, builds if text else built
    return shown


def _shown(part: etree._Element) -> str:
    tag = str(part.tag)
    if tag in (M + "t", W + "t"):
        return part.text or ""
    if tag in _DELETED or tag.endswith("Pr"):  # properties are no text
        return ""
    writer = _WRITERS.get(tag)
    return writer(part) if writer else formula(part)


def _of(item: etree._Element, name: str) -> str:
    part = item.find(M + name)
    return formula(part).strip() if part is not None else ""


def _bracketed(text: str) -> str:
    return text if _SINGLE.fullmatch(text) else f"({text})"


def _raised(text: str) -> str:
    if not text:
        return ""
    return text.translate(_SUPERSCRIPTS) if _RAISED.fullmatch(text) else f"^{_bracketed(text)}"


def _lowered(text: str) -> str:
    if not text:
        return ""
    return text.translate(_SUBSCRIPTS) if _LOWERED.fullmatch(text) else f"_{_bracketed(text)}"


def _fraction(item: etree._Element) -> str:
    return f"{_bracketed(_of(item, 'num'))}/{_bracketed(_of(item, 'den'))}"


def _scripts(item: etree._Element) -> str:
    return _of(item, "e") + _lowered(_of(item, "sub")) + _raised(_of(item, "sup"))


def _root(item: etree._Element) -> str:
    return f"{_raised(_of(item, 'deg'))}√{_bracketed(_of(item, 'e'))}"


def _sum(item: etree._Element) -> str:
    sign = item.find(f"{M}naryPr/{M}chr")
    shown = sign.get(_VAL, "") if sign is not None else "∫"
    return shown + _lowered(_of(item, "sub")) + _raised(_of(item, "sup")) + " " + _of(item, "e")


def _brackets(item: etree._Element) -> str:
    properties = item.find(M + "dPr")

    def sign(name: str, usual: str) -> str:
        own = properties.find(M + name) if properties is not None else None
        return usual if own is None else own.get(_VAL, "")

    inner = sign("sepChr", "|").join(formula(part) for part in item.iterchildren(M + "e"))
    return sign("begChr", "(") + inner + sign("endChr", ")")


def _rows(item: etree._Element) -> str:
    rows = list(item.iterchildren(M + "mr")) or [item]
    return "; ".join(", ".join(formula(cell) for cell in row.iterchildren(M + "e")) for row in rows)


_WRITERS: Final[dict[str, Callable[[etree._Element], str]]] = {
    M + "f": _fraction,
    M + "sSup": _scripts,
    M + "sSub": _scripts,
    M + "sSubSup": _scripts,
    M + "rad": _root,
    M + "nary": _sum,
    M + "d": _brackets,
    M + "m": _rows,
    M + "eqArr": _rows,
}
