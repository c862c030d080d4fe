"""The report's sections as a tree, with what each says of itself: title, first words, all its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.model import Section
from transform.campaign.model import clean_marker

_LABEL_LIMIT = 300
_LABEL_WORDS = 60
_LINE_WORDS = 25
_BULLET = re.compile(r"^\s*(?:[-–—+•*·]|\(?[a-zđ0-9]{1,3}[.)])\s+")
_SENTENCE_END = re.compile(r"[.:!?](?=\s|$)")
_LEAD = re.compile(r"^(?:về|đối với|trong|ở)\s+", re.IGNORECASE)


@dataclass(slots=True)
class Node:
    """One section. `title` is its heading or, for a numbered paragraph, the label it opens with."""

    index: int
    section: Section
    title: str
    marker: str
    titled: bool
    parent: int | None = None
    children: list[int] = field(default_factory=list)
    position: float = 0.0


def build(sections: Sequence[Section]) -> list[Node]:
    """Nodes in printed order; a section's parent is the last one before it of a smaller level."""
    nodes: list[Node] = []
    stack: list[int] = []
    for index, section in enumerate(sections):
        titled = bool(section.title.strip())
        title = section.title if titled else label(section.text)
        node = Node(index, section, title, clean_marker(section.marker), titled)
        while stack and sections[stack[-1]].level >= section.level:
            stack.pop()
        if stack:
            node.parent = stack[-1]
            nodes[stack[-1]].children.append(index)
        stack.append(index)
        node.position = index / max(1, len(sections) - 1)
        nodes.append(node)
    return nodes


def label(paragraph: str) -> str:
    """Words a paragraph opens with up to its first full stop or colon, without bullet and «về»."""
    text = _BULLET.sub("", paragraph.split("\n", 1)[0].strip())
    end = _SENTENCE_END.search(text)
    return _LEAD.sub("", text[: end.start()] if end else text)[:_LABEL_LIMIT]


def is_label(paragraph: str) -> bool:
    """Whether the paragraph opens with a label: a few words closed by a colon, or alone on the line."""
    text = _BULLET.sub("", paragraph.strip())
    end = _SENTENCE_END.search(text)
    if end is None:
        return len(text.split()) <= _LINE_WORDS
    return text[end.start()] == ":" and len(text[: end.start()].split()) <= _LABEL_WORDS


def descendants(nodes: Sequence[Node], index: int) -> list[int]:
    """Indexes of all sections below `index`, in order."""
    found: list[int] = []
    for child in nodes[index].children:
        found += [child, *descendants(nodes, child)]
    return found


def full_text(nodes: Sequence[Node], index: int) -> str:
    """Own text and, below it, titles and texts of all sections under it."""
    parts = [nodes[index].section.text]
    for below in descendants(nodes, index):
        parts += [nodes[below].section.title, nodes[below].section.text]
    return "\n".join(part for part in parts if part)
