"""Strict outline F1 of a read document against a variant's gold: marker, level and title all equal, in order."""  # noqa: E501

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher


def _norm(text: object) -> str:
    return " ".join(unicodedata.normalize("NFC", str(text or "")).split())


def _keys(sections: list[dict[str, object]]) -> list[tuple[str, object, str]]:
    out = []
    for section in sections:
        title = _norm(section["title"]).rstrip(".:")
        shown = title or _norm(section["text"])[:60]
        out.append((_norm(section["marker"]).strip(" .)/-:("), section["level"], shown))
    return out


def strict_f1(gold: list[dict[str, object]], read: list[dict[str, object]]) -> float:
    """F1 over the longest common order-preserving match of (marker, level, title)."""
    a, b = _keys(gold), _keys(read)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    hits = sum(block.size for block in matcher.get_matching_blocks())
    return 2 * hits / (len(a) + len(b)) if a or b else 1.0


def text_differences(gold: dict[str, object], read: dict[str, object]) -> list[str]:
    """Parts whose running text differs (preamble, each section in order, closing)."""
    out = [part for part in ("preamble", "closing") if _norm(gold[part]) != _norm(read[part])]
    pairs = zip(gold["sections"], read["sections"], strict=False)  # type: ignore[call-overload]
    out += [f"section {g['marker']} {g['title']}" for g, r in pairs if _norm(g["text"]) != _norm(r["text"])]
    return out
