"""The type of a document by its own line: BÁO CÁO, KẾ HOẠCH, … (Nghị định 30/2020, Điều 7)."""

from __future__ import annotations

import re

from extract.structure import vocabulary as v
from extract.structure.wording import is_caps, without_marks


def doc_type(text: str) -> tuple[str, str] | None:
    """(type as printed, rest of the line) when the line is the type of the document, else None."""
    clean = re.sub(r"\s+", " ", text).strip()
    folded = _fold(clean)
    best = ""
    for name in v.DOC_TYPES:
        if folded.startswith(_fold(name)) and len(name) > len(best):
            best = name
    if not best:
        return None
    printed, rest = clean[: len(best)], clean[len(best) :]
    if not rest.strip(" .:*"):
        return (printed, "") if printed[:1].isupper() else None
    if printed.isupper() and rest[0] in " :" and is_caps(clean) and len(clean) < 300:
        return printed, rest.strip(" :")
    return None


def misread_type(text: str) -> str | None:
    """Type whose letters a scan gave without the right marks ("KÉ HOẠCH"), else None."""
    bare = without_marks(re.sub(r"\s+", " ", text).strip(" .:*"))
    return next((name for name in v.DOC_TYPES if bare.isupper() and bare == without_marks(name)), None)


def _fold(text: str) -> str:
    """Upper case, tone placement evened out: HÒA = HOÀ, ỦY = UỶ (both are right)."""
    pairs = {
        "OÀ": "ÒA",
        "OÁ": "ÓA",
        "OẢ": "ỎA",
        "OÃ": "ÕA",
        "OẠ": "ỌA",
        "UỶ": "ỦY",
        "UÝ": "ÚY",
        "UỲ": "ÙY",
        "UỸ": "ŨY",
        "UỴ": "ỤY",
    }
    text = text.upper()
    for old, new in pairs.items():
        text = text.replace(old, new)
    return text
