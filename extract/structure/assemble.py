"""Nodes and lines → sections with their text, pages, footnotes and tables. Every line lands somewhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.blocks import Block, RawNote
from extract.model import Footnote, Section, Style
from extract.structure.lines import label_text
from extract.structure.nodes import Node
from extract.structure.numerals import Reading
from extract.structure.series import VIET_LETTERS
from extract.structure.types import BOLD, Line, Structure, page_at

_ANCHOR = 40
_ROMANS = (
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@dataclass(slots=True)
class Flow:
    """Text being put together from pieces of blocks, with the page of every piece."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    pages: list[tuple[int, int]] = field(default_factory=list)
    places: list[tuple[Block, int, int, int]] = field(default_factory=list)
    """(block, from, to, offset in this text)"""

    def add(self, block: Block, begin: int, end: int, *, join: str = "\n") -> None:
        """Append `block.text[begin:end]`, stripped, after `join`; automatic labels are written out."""
        raw = block.text[begin:end]
        text = raw.strip()
        if not text:
            return
        begin += len(raw) - len(raw.lstrip())
        if self.size:
            self.parts.append(join)
            self.size += len(join)
        self._page(self.size, page_at(block, begin))
        self.places.append((block, begin, begin + len(text), self.size))
        for cut, page in block.page_breaks:
            if begin < cut < begin + len(text):
                self._page(self.size + cut - begin, page)
        self.parts.append(text)
        self.size += len(text)

    def label(self, text: str) -> None:
        """Append a label ("- ", "1. ") that the text does not hold, before the piece added next."""
        if self.size:
            self.parts.append("\n")
            self.size += 1
        self.parts.append(f"{text} ")
        self.size += len(text) + 1

    def _page(self, offset: int, page: int | None) -> None:
        if page is not None and (not self.pages or self.pages[-1][1] != page):
            self.pages.append((offset, page))

    def text(self) -> str:
        """Return everything added so far."""
        return "".join(self.parts)


def add_line(flow: Flow, line: Line) -> None:
    """Append a line of running text, with the label Word would have shown."""
    label = label_text(line.block) if line.start == 0 else ""
    if label and line.text.strip():
        flow.label(label)
        flow.add(line.block, line.start, line.start + len(line.text), join="")
    else:
        flow.add(line.block, line.start, line.start + len(line.text))


Span = tuple[Block, int, int, "int | None"]
"""(block, from, to, section index): where a footnote's call belongs."""


@dataclass(slots=True)
class Tree:
    """Sections of one stretch of lines, what stands before the first, and its tables with their place."""

    before: Flow = field(default_factory=Flow)
    sections: list[Section] = field(default_factory=list)
    tables: list[tuple[Block, int | None]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def place(self, flow: Flow, line: Line, section: int | None) -> None:
        """Put a line into running text, or a table into its list."""
        if line.table:
            self.tables.append((line.block, section))
        else:
            add_line(flow, line)


def assemble(lines: list[Line], nodes: list[Node]) -> Tree:
    """Build the sections; every line ends in `before`, in a section or in `tables`."""
    tree = Tree()
    first = nodes[0].choice.line if nodes else len(lines)
    for line in lines[:first]:
        tree.place(tree.before, line, None)
        tree.spans.append((line.block, line.start, line.start + len(line.text) + 1, None))
    paths: list[list[str]] = []
    for k, node in enumerate(nodes):
        stop = nodes[k + 1].choice.line if k + 1 < len(nodes) else len(lines)
        base = paths[node.parent] if node.parent is not None else []
        label = path_label(node)
        paths.append([*base, label] if label else base)
        body = lines[node.choice.line + node.consumed + 1 : stop]
        tree.sections.append(_section(tree, node, body, paths[-1], k))
        tree.spans.extend(
            (line.block, line.start, line.start + len(line.text) + 1, k)
            for line in lines[node.choice.line : stop]
        )
    return tree


def _section(tree: Tree, node: Node, body: list[Line], path: list[str], index: int) -> Section:
    title, text = Flow(), Flow()
    for line, begin, end in node.title:
        title.add(line.block, line.start + begin, line.start + end, join=" ")
    for line, begin, end in node.lead:
        text.add(line.block, line.start + begin, line.start + end, join=" ")
    for line in body:
        tree.place(text, line, index)
    line = node.line
    last = text.pages[-1][1] if text.pages else (title.pages[-1][1] if title.pages else line.page)
    return Section(
        marker=shown_marker(node), level=node.choice.depth, path=list(path),
        title=" ".join(title.text().split()), text=text.text(), page=line.page, page_end=last,
        style=_style(node),
        kind="heading" if node.heading else "item", page_starts=text.pages,
        scan=line.block.scan, confidence=_confidence(node, body),
    )  # fmt: skip


def _style(node: Node) -> Style:
    line = node.title[0][0] if node.title else node.line
    bold = line.bold >= BOLD or line.bold_prefix > (line.marker.end if line.marker else 0)
    return Style(
        bold=bold, italic=line.italic >= BOLD, caps=line.caps, size=line.block.size, centered=line.centered
    )


def _confidence(node: Node, body: list[Line]) -> float | None:
    blocks = {id(ln.block): ln.block for ln in [node.line, *body]}.values()
    marks = [(b.confidence, len(b.text)) for b in blocks if b.scan and b.confidence is not None and b.text]
    total = sum(n for _, n in marks)
    return round(sum(c * n for c, n in marks) / total, 3) if total else None


def shown_marker(node: Node) -> str:
    """Marker as printed; a scan's misread numeral (`Il.`) is put right, a typed one is left as typed."""
    marker = node.line.marker
    if marker is None:
        return ""
    if node.choice.reading.repaired and node.line.block.scan:
        return marker.shown.replace(marker.label, canonical(node.choice.reading), 1)
    return marker.shown


def path_label(node: Node) -> str:
    """Path component: the marker without punctuation, look-alikes put right (the path is a key)."""
    marker = node.line.marker
    if marker is None:
        return ""
    return canonical(node.choice.reading) if node.choice.reading.repaired else marker.label


def canonical(reading: Reading) -> str:
    """Numeral as it should be written."""
    value = reading.value[-1]
    if reading.kind == "roman":
        return to_roman(value)
    if reading.kind in ("letter", "letter_bracket"):
        return reading.letter or VIET_LETTERS[value - 1]
    return ".".join(str(n) for n in reading.value)


def to_roman(value: int) -> str:
    """Roman numeral of 1..89."""
    out = ""
    for size, letters in _ROMANS:
        while value >= size:
            out += letters
            value -= size
    return out


def link_notes(
    structure: Structure, notes: list[RawNote], spans: list[tuple[Block, int, int, int | None]]
) -> None:
    """Tie every note to the section of its call; a note without a call keeps null and a warning elsewhere."""
    calls: dict[str, tuple[Block, int, int | None]] = {}
    for block, begin, end, section in spans:
        for call in block.calls:
            if begin <= call.offset < max(end, begin + 1) and call.key not in calls:
                calls[call.key] = (block, call.offset, section)
    for note in notes:
        found = calls.get(note.key)
        place: Block | None = found[0] if found else None
        offset, section = (found[1], found[2]) if found else (0, None)
        anchor = (
            place.text[max(0, offset - _ANCHOR) : offset].replace("\n", " ") or None
            if place is not None
            else None
        )
        page = page_at(place, max(0, offset - 1)) if place is not None else note.page
        path = structure.sections[section].path if section is not None else None
        structure.footnotes.append(
            Footnote(
                n=note.n,
                text=note.text,
                section_marker_path=path,
                section_index=section,
                anchor=anchor,
                page=page,
            )
        )
