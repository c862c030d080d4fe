"""Heading or numbered paragraph, and where the title ends. Siblings are judged together."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from extract.structure import vocabulary as v
from extract.structure.lines import BOLD
from extract.structure.reading import Choice
from extract.structure.types import Line
from extract.structure.wording import ends_open, first_letter, is_caps, sentence_breaks

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
class _Looks:
    """Levels at which most lines under some parent have a face of their own; those whose lines end in ":"."""

    dressed: frozenset[_Level]
    colons: frozenset[_Level]


@dataclass(slots=True)
class Node:
    """One section in the making. `parts` are (line, from offset, to offset) of title and of first text."""

    choice: Choice
    line: Line
    parent: int | None
    title: list[tuple[Line, int, int]] = field(default_factory=list)
    lead: list[tuple[Line, int, int]] = field(default_factory=list)
    consumed: int = 0
    """Lines after the marker's own that belong to the title or complete it."""
    heading: bool = True
    odds: float = 0.0
    reasons: list[str] = field(default_factory=list)


def decide(lines: list[Line], choices: list[Choice]) -> list[Node]:
    """Turn the accepted markers into nodes with title and first text told apart."""
    nodes = _nest(lines, choices)
    looks = _looks(nodes)
    for k, node in enumerate(nodes):
        stop = nodes[k + 1].choice.line if k + 1 < len(nodes) else len(lines)
        child = k + 1 < len(nodes) and nodes[k + 1].choice.depth > node.choice.depth
        _extend(node, lines, stop)
        _weigh(node, lines, stop, child, looks)
    _agree(nodes)
    for node in nodes:
        _split(node)
        node.heading = node.heading and bool(_text(node))
    return nodes


def _nest(lines: list[Line], choices: list[Choice]) -> list[Node]:
    nodes: list[Node] = []
    stack: list[int] = []
    for choice in choices:
        while stack and nodes[stack[-1]].choice.depth >= choice.depth:
            stack.pop()
        nodes.append(Node(choice, lines[choice.line], stack[-1] if stack else None))
        stack.append(len(nodes) - 1)
    return nodes


def _extend(node: Node, lines: list[Line], stop: int) -> None:
    """Add the lines that complete the title: wrapped ones, and the next one when the label stands alone."""
    line = node.line
    begin = line.marker.end if line.marker else 0
    node.title = [(line, begin, len(line.text))]
    i = node.choice.line + 1
    if not line.rest.strip():
        if i < stop and not lines[i].table and lines[i].number is None and not _opens_form(line, lines[i]):
            node.title.append((lines[i], 0, len(lines[i].text)))
            node.consumed += 1
            i += 1
            i = _caps_title(node, lines, stop, i)
        node.reasons.append("số đứng riêng một dòng, tên ở dòng sau")
    while i < stop and lines[i].wrapped:
        node.title.append((lines[i], 0, len(lines[i].text)))
        node.consumed += 1
        i += 1


def _opens_form(label: Line, line: Line) -> bool:
    """Whether the letterhead of a form begins below a lone "Mẫu số 01": no name of the annex."""
    if line.block.column is not None and label.block.column is None:
        return True
    return v.QUOC_HIEU.search(line.text) is not None or v.TIEU_NGU.search(line.text) is not None


def _caps_title(node: Node, lines: list[Line], stop: int, i: int) -> int:
    """Several centred lines in capitals under "Chương I" or "Phụ lục" are one title."""
    while i < stop and not lines[i].table and not lines[i].marker:
        before, line = lines[i - 1], lines[i]
        if not (
            line.centered and before.centered and line.text.strip() and line.text.strip()[0] not in "(-_*"
        ):
            break
        if not (line.caps and before.caps) and not (line.bold >= BOLD and before.bold >= BOLD):
            break
        node.title.append((line, 0, len(line.text)))
        node.consumed += 1
        i += 1
    return i


def _text(node: Node) -> str:
    return " ".join(ln.text[a:b].strip() for ln, a, b in node.title).strip()


def _weigh(node: Node, lines: list[Line], stop: int, child: bool, looks: _Looks) -> None:
    line = node.title[-1][0] if not node.line.rest.strip() and node.consumed else node.line
    text = _text(node)
    kind = node.choice.reading.kind
    odds = _PRIOR.get(kind, 0.0)
    odds += _style_odds(node, line, _level(node) in looks.dressed)
    odds += _wording_odds(node, text, colons=_level(node) in looks.colons)
    after = node.choice.line + node.consumed + 1
    follows = child or any(ln.table or ln.text.strip() for ln in lines[after:stop])
    odds += 1.2 if follows else -1.2
    if not follows and text[-1:] == "." and len(text) > _SENTENCE:
        odds -= 1.5
        node.reasons.append("là một câu trọn vẹn")
    elif text[-1:] == "." and len(text) > _LONG_SENTENCE and not (_dressed(line) or line.caps):
        odds -= 1.0
        node.reasons.append("là một câu dài")
    node.reasons.append("có nội dung riêng ở dưới" if follows else "không có nội dung riêng ở dưới")
    node.odds = odds


def _level(node: Node) -> _Level:
    return node.choice.reading.kind, node.choice.depth


def _looks(nodes: list[Node]) -> _Looks:
    """Levels whose lines share a look; one line that differs by a slip gives a level no look."""
    groups: dict[tuple[int | None, str], list[Node]] = defaultdict(list)
    ends: dict[_Level, list[bool]] = defaultdict(list)
    for node in nodes:
        if node.line.marker:
            groups[(node.parent, node.choice.reading.kind)].append(node)
            ends[_level(node)].append(node.line.text.rstrip()[-1:] == ":")
    dressed = {
        _level(group[0]) for group in groups.values() if 2 * sum(_dressed(n.line) for n in group) > len(group)
    }
    colons = {level for level, shown in ends.items() if sum(shown) > 1 and 2 * sum(shown) >= len(shown)}
    return _Looks(frozenset(dressed), frozenset(colons))


def _dressed(line: Line) -> bool:
    return line.bold >= BOLD or line.italic >= BOLD or line.block.underline >= BOLD


def _style_odds(node: Node, line: Line, styled: bool) -> float:
    odds = 0.0
    if line.block.outline_level is not None:
        odds += 4.0
        node.reasons.append("kiểu đề mục của Word")
    if line.bold >= BOLD:
        odds += 4.0
        node.reasons.append("chữ đậm")
    elif styled and not line.caps and not _dressed(line):
        odds -= 2.5
        node.reasons.append("không đậm, không nghiêng như các đề mục cùng cấp")
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
        node.reasons.append("là câu dẫn vào các điểm sau")
    if first_letter(text).islower():
        odds -= 2.5
    if breaks:
        node.reasons.append("gồm nhiều câu")
    if end in (";", ","):
        node.reasons.append("kết thúc bằng dấu “" + end + "”")
    if len(text) > 250:
        node.reasons.append("dài " + str(len(text)) + " ký tự")
    return odds


def _agree(nodes: list[Node]) -> None:
    groups: dict[tuple[int | None, str], list[Node]] = defaultdict(list)
    for node in nodes:
        groups[(node.parent, node.choice.reading.kind)].append(node)
    for group in groups.values():
        mean = sum(max(-6.0, min(6.0, n.odds)) for n in group) / len(group)
        for node in group:
            node.heading = 0.6 * node.odds + 0.6 * mean > 0


def _split(node: Node) -> None:
    """Move what is not title into `lead`: everything of an item, the plain part of a run-in heading."""
    run_in = _run_in(node)
    if run_in is not None:
        line, begin, end = node.title[0]
        node.heading = True
        node.lead = [(line, run_in, end), *node.title[1:]]
        node.title = [(line, begin, run_in)]
        node.reasons.append("tên mục có kiểu chữ riêng ở đầu đoạn")
    elif not node.heading:
        node.lead, node.title = node.title, []
    elif node.choice.reading.kind == "annex":
        _cut_bracket(node)
    else:
        _cut_soft_break(node)


def _run_in(node: Node) -> int | None:
    """Offset at which the bold title of a run-in heading ends, or None."""
    line, begin, end = node.title[0]
    if line.bold >= BOLD and line.bold_prefix >= len(line.text.rstrip()) - 2:
        return None
    cut = line.bold_prefix
    other = cut < begin + 4
    if other:
        cut = line.lead_prefix if line.lead_prefix < len(line.text.rstrip()) - 2 else 0
    if line.caps or is_caps(line.text[cut:end]):
        return None
    if cut < begin + 4 or end - cut < 8 or not line.text[begin:cut].strip(" .:-"):
        return None
    while cut < end and line.text[cut] in '.:;,)”"':
        cut += 1
    title = line.text[begin:cut].strip()
    if cut < end and not line.text[cut].isspace():
        return None
    closed = title[-1:] in ".:" or line.text[cut:].lstrip()[:1] in "-–:" or "\n" in line.text[cut : cut + 2]
    if not closed and (other or line.block.scan or not first_letter(line.text[cut:]).isupper()):
        return None
    return cut if len(title) <= 300 else None


def _cut_soft_break(node: Node) -> None:
    line, begin, end = node.title[0]
    cut = line.text.find("\n", begin)
    if cut < 0 or line.bold >= BOLD:
        return
    head, tail = line.text[begin:cut], line.text[cut + 1 : end]
    if (is_caps(head) and is_caps(tail)) or ends_open(head) or first_letter(tail).islower():
        return
    if len(tail) > 120 or tail.rstrip()[-1:] in ".;" or (is_caps(head) and not is_caps(tail)):
        node.lead = [(line, cut + 1, end), *node.title[1:]]
        node.title = [(line, begin, cut)]


def _cut_bracket(node: Node) -> None:
    """Under an annex's title, "(Kèm theo Báo cáo số …)" is text."""
    for k, (line, begin, end) in enumerate(node.title):
        cut = line.text.find("\n(", begin, end)
        if cut >= 0 or line.text[begin:end].lstrip().startswith("("):
            at = cut + 1 if cut >= 0 else begin
            node.lead = [(line, at, end), *node.title[k + 1 :]]
            node.title = node.title[:k] + ([(line, begin, at)] if at > begin else [])
            return
