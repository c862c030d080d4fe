"""Sections in the making: an accepted marker, its place in the tree, its title and its first text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from extract.structure.reading import Choice
from extract.structure.types import BOLD, Line


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
    """What speaks for a heading, in Vietnamese."""
    doubts: list[str] = field(default_factory=list)
    """What speaks against one."""


def nest(lines: list[Line], choices: list[Choice]) -> list[Node]:
    """Give every accepted marker its parent."""
    nodes: list[Node] = []
    stack: list[int] = []
    for choice in choices:
        while stack and nodes[stack[-1]].choice.depth >= choice.depth:
            stack.pop()
        nodes.append(Node(choice, lines[choice.line], stack[-1] if stack else None))
        stack.append(len(nodes) - 1)
    return nodes


def siblings(nodes: list[Node]) -> list[list[Node]]:
    """Nodes of one series under one parent, together."""
    groups: dict[tuple[int | None, str], list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node.parent, node.choice.reading.kind].append(node)
    return list(groups.values())


def title_text(node: Node) -> str:
    """Title as far as it is known, on one line."""
    return " ".join(ln.text[a:b].strip() for ln, a, b in node.title).strip()


def is_dressed(line: Line) -> bool:
    """Whether a line is bold, italic or underlined throughout."""
    return line.bold >= BOLD or line.italic >= BOLD or line.block.underline >= BOLD
