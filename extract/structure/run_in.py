"""Titles that share their paragraph with the text: set apart by their dress, or by a colon alone."""

from __future__ import annotations

import re

from extract.structure.letters import UPPER
from extract.structure.nodes import Node, siblings
from extract.structure.types import BOLD
from extract.structure.wording import first_letter, is_caps

_NAMED = re.compile(r"\s*(?P<name>[^:.;!?\n]{3,70}):\s+(?P<rest>\S)")
"""A name and what is told of it: "Ưu điểm: Đơn vị đã …"."""
_LEADS_IN = re.compile(r"\b(?:gồm|gồm có|sau|là|cụ thể)$")
"""The colon opens what the sentence counts: "thông báo giải thể 06 hội gồm: …"."""
_OF_MANY = re.compile(r"\b(?:các|những|\d+)\s+\w+$")
_PROPER = re.compile(rf"[{UPPER}]\w*(?:\s[{UPPER}]\w*){{0,4}}(?:,| và )\s?")
"""… and names of several: "Giao UBND các xã: Ia Ly, Ia Phí và …"."""
_CODE = re.compile(r"\d\s*[/-]\s*\w")
_ENDS = (".", "…", ":", "”")


def dressed_end(node: Node) -> int | None:
    """Offset at which the title of a run-in heading ends, or None."""
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
    if title[-1:] == "," or (cut < end and not line.text[cut].isspace()):
        return None
    closed = title[-1:] in ".:" or line.text[cut:].lstrip()[:1] in "-–:" or "\n" in line.text[cut : cut + 2]
    if not closed and (other or line.block.scan or not first_letter(line.text[cut:]).isupper()):
        return None
    return cut if len(title) <= 300 else None


def named_before_colons(nodes: list[Node]) -> None:
    """Cut titles at a colon where a series has them: "1. Ưu điểm: …", "2. Hạn chế: …", set plainly.

    One such line is an item with a colon in it; several, or one among headings, name their parts. The
    khoản and điểm of an article have no names.
    """
    for group in siblings(nodes):
        if _within_article(nodes, group[0]):
            continue
        ends = {id(node): end for node in group if (end := _name_end(node)) is not None}
        titled = sum(node.heading and id(node) not in ends for node in group)
        if not ends or len(ends) + titled < 2 or 3 * (len(ends) + titled) < 2 * len(group):
            continue
        for node in group:
            if id(node) in ends:
                _name(node, ends[id(node)])


def _within_article(nodes: list[Node], node: Node) -> bool:
    above: Node | None = node
    while above is not None:
        if above.choice.reading.kind == "article":
            return True
        above = nodes[above.parent] if above.parent is not None else None
    return False


def _name(node: Node, end: int) -> None:
    line, begin, stop = node.title[0]
    node.lead = [(line, end, stop), *node.title[1:], *node.lead]
    node.title = [(line, begin, end)]
    node.heading = True
    node.reasons.append("tên mục đứng trước dấu hai chấm, nội dung viết tiếp cùng dòng")


def _name_end(node: Node) -> int | None:
    """Offset after the colon that ends a name at the start of a plain line, or None."""
    line, begin, stop = node.title[0]
    if line.marker is None or line.caps or line.bold >= BOLD or line.bold_prefix > begin + 3 or node.consumed:
        return None
    found = _NAMED.match(line.text, begin, stop)
    if found is None or _CODE.search(found["name"]) or not first_letter(found["name"]).isupper():
        return None
    rest = line.text[found.start("rest") : stop].rstrip()
    if _LEADS_IN.search(found["name"]) or (_OF_MANY.search(found["name"]) and _PROPER.match(rest)):
        return None
    if not first_letter(rest[:3]).isupper() or not rest.endswith(_ENDS):
        return None
    return found.end("name") + 1
