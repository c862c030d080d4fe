"""Nodes and lines → sections with their text, pages, footnotes and tables. Every line lands somewhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.blocks import Block, RawNote
from extract.model import Footnote, Section, Style
from extract.structure.lines import BOLD, label_text
from extract.structure.markers import VIET_LETTERS, Reading
from extract.structure.titles import Node
from extract.structure.types import Line, Structure, page_at

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


def assemble(
    structure: Structure, lines: list[Line], nodes: list[Node]
) -> list[tuple[Block, int, int, int | None]]:
    """Fill preamble, sections and tables; return spans (block, from, to, section index) for footnotes."""
    spans: list[tuple[Block, int, int, int | None]] = []
    first = nodes[0].choice.line if nodes else len(lines)
    preamble = Flow()
    for line in lines[:first]:
        _place(structure, preamble, line, None)
        spans.append((line.block, line.start, line.start + len(line.text) + 1, None))
    structure.preamble, structure.preamble_pages = preamble.text(), preamble.pages
    paths: list[list[str]] = []
    for k, node in enumerate(nodes):
        stop = nodes[k + 1].choice.line if k + 1 < len(nodes) else len(lines)
        base = paths[node.parent] if node.parent is not None else []
        paths.append([*base, path_label(node)])
        body = lines[node.choice.line + node.consumed + 1 : stop]
        structure.sections.append(_section(structure, node, body, paths[-1], k))
        for line in lines[node.choice.line : stop]:
            spans.append((line.block, line.start, line.start + len(line.text) + 1, k))
    return spans


def _place(structure: Structure, flow: Flow, line: Line, section: int | None) -> None:
    if line.table:
        structure.tables.append(line.block.cells)
        structure.table_places.append(section)
        structure.table_pages.append(line.block.page)
    else:
        add_line(flow, line)


def _section(structure: Structure, node: Node, body: list[Line], path: list[str], index: int) -> Section:
    title, text = Flow(), Flow()
    for line, begin, end in node.title:
        title.add(line.block, line.start + begin, line.start + end, join=" ")
    for line, begin, end in node.lead:
        text.add(line.block, line.start + begin, line.start + end, join=" ")
    for line in body:
        _place(structure, text, line, index)
    line = node.line
    pages = text.pages
    last = pages[-1][1] if pages else (title.pages[-1][1] if title.pages else line.page)
    marker = shown_marker(node)
    return Section(
        marker=marker, level=node.choice.depth, path=path, title=" ".join(title.text().split()), text=text.text(),
        page=line.page, page_end=last, style=_style(node), kind="heading" if node.heading else "item",
        page_starts=pages, scan=line.block.scan, confidence=_confidence(node, body),
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
        block, offset, section = found if found else (None, 0, None)
        anchor = (
            block.text[max(0, offset - _ANCHOR) : offset].replace("\n", " ") if block is not None else None
        )
        page = page_at(block, max(0, offset - 1)) if block is not None else note.page
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
