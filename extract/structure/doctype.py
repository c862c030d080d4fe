"""The type of a document by its own line: BÁO CÁO, KẾ HOẠCH, … (Nghị định 30/2020, Điều 7)."""

from __future__ import annotations

import re

from extract.structure import vocabulary as v
from extract.structure.wording import is_caps, without_marks


def doc_type(text: str) -> tuple[str, str] | None:
    """(type as printed, rest of the line) when the line is the type of the document, else None."""
    clean = re.sub(r"\s+", " ", text).strip()
    start = _fold(clean[:_LONGEST])
    best = max((name for name, key in _KEYS if start.startswith(key)), key=len, default="")
    if not best:
        return None
    printed, rest = clean[: len(best)], clean[len(best) :]
    if not rest.strip(" .:*"):
        return (printed, "") if printed[:1].isupper() else None
    if printed.isupper() and rest[0] in " :" and is_caps(clean) and len(clean) < _LONGEST_TITLE:
        return printed, rest.strip(" :")
    return None


def type_within(text: str) -> tuple[str, str] | None:
    """(type, title) of a line set as a title that holds both: "BÁO CÁO Kết quả công tác năm 2025"."""
    clean = re.sub(r"\s+", " ", text).strip()
    start = _fold(clean[:_LONGEST])
    best = max((name for name, key in _KEYS if start.startswith(key)), key=len, default="")
    printed, rest = clean[: len(best)], clean[len(best) :]
    goes_on = best and printed.isupper() and rest[:1] == " " and len(clean) <= _LONGEST_TITLE
    return (printed, rest.strip()) if goes_on and rest[-1] not in ".;:," else None


def misread_type(text: str) -> str | None:
    """Type whose letters a scan gave without the right marks ("KÉ HOẠCH"), else None."""
    bare = without_marks(re.sub(r"\s+", " ", text).strip(" .:*"))
    return next((name for name in v.DOC_TYPES if bare.isupper() and bare == without_marks(name)), None)


_PAIRS = (
    ("OÀ", "ÒA"), ("OÁ", "ÓA"), ("OẢ", "ỎA"), ("OÃ", "ÕA"), ("OẠ", "ỌA"),
    ("UỶ", "ỦY"), ("UÝ", "ÚY"), ("UỲ", "ÙY"), ("UỸ", "ŨY"), ("UỴ", "ỤY"),
)  # fmt: skip


def _fold(text: str) -> str:
    """Upper case, tone placement evened out: HÒA = HOÀ, ỦY = UỶ (both are right)."""
    text = text.upper()
    for old, new in _PAIRS:
        text = text.replace(old, new)
    return text


_KEYS = tuple((name, _fold(name)) for name in v.DOC_TYPES)
_LONGEST = max(len(name) for name in v.DOC_TYPES)
_LONGEST_TITLE = 300
