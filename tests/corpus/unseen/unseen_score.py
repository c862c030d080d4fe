"""What a read document has otherwise than its gold: outline, texts, notes, head, tables, annexes."""

from __future__ import annotations

import unicodedata
from typing import Any


def _plain(text: object) -> str:
    return " ".join(unicodedata.normalize("NFC", str(text or "")).split())


def _outline(sections: list[dict[str, Any]]) -> list[tuple[str, int, str]]:
    return [(s["marker"], s["level"], _plain(s["title"]).rstrip(".:")) for s in sections]


def differences(gold: dict[str, Any], read: dict[str, Any]) -> list[str]:
    """Names of the parts that differ, [] when the document was read as it was printed."""
    out = []
    if _outline(gold["sections"]) != _outline(read["sections"]):
        return ["outline"]
    pairs = list(zip(gold["sections"], read["sections"], strict=True))
    out += [f"text of {g['marker']}" for g, r in pairs if _plain(g["text"]) != _plain(r["text"])]
    out += [part for part in ("preamble", "closing") if _plain(gold[part]) != _plain(read[part])]
    links = [[(_plain(n["text"]), n["section_marker_path"]) for n in d["footnotes"]] for d in (gold, read)]
    out += ["footnotes"] if links[0] != links[1] else []
    out += [f"meta {key}" for key, value in gold["meta"].items() if read["meta"][key] != value]
    out += ["tables"] if gold["tables"] != read["tables"] else []
    return out + _annexes(gold["annexes"], read["annexes"])


def _annexes(gold: list[dict[str, Any]], read: list[dict[str, Any]]) -> list[str]:
    if not gold:
        return ["an annex that is none"] if read else []
    if not read or gold[0]["title"] not in (read[0]["title"], read[0]["text"].split("\n")[0]):
        return ["annex title"]
    titles = [[(s["marker"], _plain(s["title"]).rstrip(".:")) for s in part[1:]] for part in (gold, read)]
    return ["annex outline"] if len(gold) > 1 and titles[0] != titles[1] else []
