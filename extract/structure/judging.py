"""Heading or numbered paragraph: look, wording and content of a line weighed; siblings judged together."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from extract.structure.nodes import Node, is_dressed, siblings, title_text
from extract.structure.types import BOLD, Line
from extract.structure.wording import first_letter, sentence_breaks

_PRIOR: dict[str, float] = {
    "annex": 9.0,
    "bare": 9.0,
    "part": 6.0,
    "chapter": 6.0,
    "upper": 3.0,
    "roman": 3.0,
    "muc": 4.0,
    "tiet": 4.0,
    "tieumuc": 4.0,
    "article": 0.5,
    "letter": -0.4,
    "letter_bracket": -0.6,
    "roman_lower": -0.8,
    "bracket": -0.4,
}
_LENGTHS: tuple[tuple[int, float], ...] = ((80, 1.2), (150, 0.3), (250, -1.0), (400, -3.0), (10**9, -6.0))
_SENTENCE, _LONG_SENTENCE = 80, 150
"""Letters from which a numbered line that ends in a full stop and holds nothing is a sentence of its own;
from which it is likely to be one although something stands below it."""
_LEAD_IN = re.compile(r"(?:như sau|bao gồm|gồm|gồm có|cụ thể|trách nhiệm|sau đây|sau)\s*:$")
_ENDINGS: dict[str, float] = {".": -1.2, ";": -3.2, ",": -3.2, ":": -0.2, "…": -1.0}

_Level = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Looks:
    """Levels at which most lines under some parent have a face of their own; those whose lines end in ":"."""

    dressed: frozenset[_Level]
    colons: frozenset[_Level]


def weigh(node: Node, lines: list[Line], stop: int, child: bool, looks: Looks) -> None:
    """Set the log-odds that a node is a heading and no numbered paragraph."""
    line = node.title[-1][0] if not node.line.rest.strip() and node.consumed else node.line
    text = title_text(node)
    kind = node.choice.reading.kind
    odds = _PRIOR.get(kind, 0.0)
    odds += _style_odds(node, line, _level(node) in looks.dressed)
    odds += _wording_odds(node, text, colons=_level(node) in looks.colons)
    after = node.choice.line + node.consumed + 1
    follows = child or bool(node.lead) or any(ln.table or ln.text.strip() for ln in lines[after:stop])
    odds += 1.2 if follows else -1.2
    if not follows and text[-1:] == "." and len(text) > _SENTENCE:
        odds -= 1.5
        node.doubts.append("là câu trọn vẹn")
    elif text[-1:] == "." and len(text) > _LONG_SENTENCE and not (is_dressed(line) or line.caps):
        odds -= 1.0
        node.doubts.append("là một câu dài")
    if follows:
        node.reasons.append("có nội dung riêng ở dưới")
    else:
        node.doubts.append("không có nội dung riêng ở dưới")
    node.odds = odds


def _level(node: Node) -> _Level:
    return node.choice.reading.kind, node.choice.depth


def looks_of(nodes: list[Node]) -> Looks:
    """Levels whose lines share a look; one line that differs by a slip gives a level no look."""
    groups: dict[tuple[int | None, str], list[Node]] = defaultdict(list)
    ends: dict[_Level, list[bool]] = defaultdict(list)
    for node in nodes:
        if node.line.marker:
            groups[(node.parent, node.choice.reading.kind)].append(node)
            ends[_level(node)].append(node.line.text.rstrip()[-1:] == ":")
    dressed = {
        _level(group[0])
        for group in groups.values()
        if 2 * sum(is_dressed(n.line) for n in group) > len(group)
    }
    colons = {level for level, shown in ends.items() if sum(shown) > 1 and 2 * sum(shown) >= len(shown)}
    return Looks(frozenset(dressed), frozenset(colons))


def _style_odds(node: Node, line: Line, styled: bool) -> float:
    odds = 0.0
    if line.block.outline_level is not None:
        odds += 4.0
        node.reasons.append("kiểu đề mục của Word")
    if line.bold >= BOLD:
        odds += 4.0
        node.reasons.append("chữ đậm")
    elif styled and not line.caps and not is_dressed(line):
        odds -= 2.5
        node.doubts.append("không đậm, không nghiêng như các đề mục cùng cấp")
    if line.caps:
        odds += 3.0
        node.reasons.append("chữ in hoa")
    if line.italic >= BOLD:
        odds += 1.5
        node.reasons.append("chữ nghiêng")
    if line.block.underline >= BOLD:
        odds += 1.5
        node.reasons.append("chữ gạch chân")
    if line.centered:
        odds += 2.0
        node.reasons.append("căn giữa")
    return odds


def _wording_odds(node: Node, text: str, *, colons: bool) -> float:
    odds = next(weight for limit, weight in _LENGTHS if len(text) <= limit)
    end = text[-1:]
    odds += _ENDINGS.get(end, 1.4 if end else 0.0)
    breaks = min(sentence_breaks(text), 3)
    odds -= 2.5 * breaks + 0.7 * min(text.count("; "), 3)
    if ": " in text[:-1]:
        odds -= 0.7
    if end == ":" and ((len(text) > 80 and not colons) or _LEAD_IN.search(text)):
        odds -= 2.0
        node.doubts.append("là câu dẫn vào các điểm sau")
    if first_letter(text).islower():
        odds -= 2.5
    if breaks:
        node.doubts.append("gồm nhiều câu")
    if end in (";", ","):
        node.doubts.append("kết thúc bằng dấu “" + end + "”")
    if len(text) > 250:
        node.doubts.append("dài " + str(len(text)) + " ký tự")
    return odds


def agree(nodes: list[Node]) -> None:
    """Decide heading or item for every node, each helped by its siblings."""
    for group in siblings(nodes):
        mean = sum(max(-6.0, min(6.0, n.odds)) for n in group) / len(group)
        for node in group:
            node.heading = 0.6 * node.odds + 0.6 * mean > 0
