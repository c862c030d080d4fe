"""The body in reading order: paragraphs, tables, text set side by side, text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from extract.blocks import Block
from extract.docx import grid
from extract.docx.inline import Reader, is_placeholder
from extract.docx.names import ALTERNATE, DIAGRAM, PPR, RPR, SDT_CONTENT, TBL, P, W, chosen, flag
from extract.docx.numbering import Numbering
from extract.docx.styles import ParaFormat, Styles, outline_level, over, para_format
from extract.docx.text import TextBuilder
from extract.encoding.fonts import decode, detect

_DELETED_MARKS: Final = (W + "del", W + "moveFrom")
# text boxes before the first lines of a document are its letterhead
_LETTERHEAD_BLOCKS: Final = 3


@dataclass(slots=True)
class _Open:
    """A paragraph not yet ended: its mark was deleted or hidden, so the next one continues it."""

    builder: TextBuilder
    look: ParaFormat | None = None


@dataclass(slots=True)
class Body:
    """Walks a container (`w:body`, a cell, a text box) and appends blocks to `blocks`."""

    styles: Styles
    numbering: Numbering
    reader: Reader
    sections: list[etree._Element] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)
    _open: _Open | None = None

    def walk(self, container: etree._Element, column: int | None = None) -> None:
        """Append the blocks of everything in `container`, in order."""
        for item in container.iterchildren():
            tag = item.tag
            if tag == P:
                self._paragraph(item, column)
            elif tag == TBL:
                self._close(column)
                self._table(item, column)
            elif tag == W + "sdt":
                content = item.find(SDT_CONTENT)
                if content is not None and not is_placeholder(item):
                    self.walk(content, column)
            elif tag in _TRANSPARENT:
                self.reader.seen.tracked |= tag in _TRACKED
                self.walk(item, column)
            elif tag in _DELETED_MARKS:
                self.reader.seen.tracked = True
            elif tag == ALTERNATE:
                branch = chosen(item)
                if branch is not None:
                    self.walk(branch, column)
            elif tag == W + "altChunk":
                self.reader.seen.embedded = True

    def finish(self) -> None:
        """End a paragraph left open by a deleted mark at the end of the document."""
        self._close(None)

    def _close(self, column: int | None) -> None:
        if self._open is not None:
            open_, self._open = self._open, None
            self._emit(open_.builder, open_.look or ParaFormat(), column)

    def _paragraph(self, paragraph: etree._Element, column: int | None) -> None:
        properties = paragraph.find(PPR)
        direct = para_format(properties)
        style, run = self.styles.paragraph(direct.style)
        look = (
            over(direct, replace(style, num_id=None, level=None))
            if direct.num_id is not None
            else over(direct, style)
        )
        look = replace(look, style=style.style)
        builder, kept = TextBuilder(), None
        if self._open is not None:
            builder, kept = self._open.builder, self._open.look
            self._open = None
        self.reader.read(paragraph, run, builder)
        boxes, self.reader.boxes = self.reader.boxes, []
        mark = properties.find(RPR) if properties is not None else None
        before = bool(boxes) and len(self.blocks) < _LETTERHEAD_BLOCKS
        if before:
            self._boxes(boxes, column)
        if mark is not None and self._continues(mark, builder):
            hidden = not any(mark.find(name) is not None for name in _DELETED_MARKS)
            self._open = _Open(builder, (kept or look) if hidden else kept)
        else:
            self._emit(builder, kept or look, column, direct)
        if not before:
            self._boxes(boxes, column)
        if properties is not None and properties.find(W + "sectPr") is not None:
            self._next_section()

    def _continues(self, mark: etree._Element, builder: TextBuilder) -> bool:
        """Whether the paragraph's mark is deleted, or hidden so that the next text runs in."""
        if any(mark.find(name) is not None for name in _DELETED_MARKS):
            self.reader.seen.tracked = True
            return True
        if mark.find(W + "ins") is not None or mark.find(W + "moveTo") is not None:
            self.reader.seen.tracked = True
        hidden = mark.find(W + "vanish")
        return hidden is not None and flag(hidden) and builder.length > 0

    def _next_section(self) -> None:
        if self.sections:
            self.sections.pop(0)
        for notes in self.reader.notes.values():
            notes.begin_section(self.sections[0] if self.sections else None)

    def _boxes(self, boxes: list[etree._Element], column: int | None) -> None:
        for box in boxes:
            if str(box.tag).startswith(DIAGRAM):
                self.diagrams.extend(
                    value for name, value in sorted(box.attrib.items()) if name.endswith("}dm")
                )
            else:
                self._close(column)
                self.walk(box, column)
                self._close(column)

    def _emit(
        self, builder: TextBuilder, look: ParaFormat, column: int | None, direct: ParaFormat | None = None
    ) -> None:
        self.reader.seen.legacy |= builder.legacy
        text = builder.text
        level, number = self._number(look, builder)
        if not text:
            self._carry_marks(builder)
            return
        repaired = detect(text)
        if repaired is not None:
            text = decode(text, repaired)
            self.reader.seen.legacy = True
        left, first = self._indent(look, direct or ParaFormat(), level)
        block = Block(
            text=text, number=number, number_level=level if number is not None else None,
            page=None, page_breaks=builder.breaks, bold=builder.bold_share(), italic=builder.italic_share(),
            bold_prefix=builder.bold_prefix(), size=builder.size(), align=look.align or "left",
            indent_first=left + first + builder.lead, indent_left=left, space_before=look.before or 0.0,
            style=self.styles.name(look.style), outline_level=outline_level(look), column=column,
            calls=builder.calls,
        )  # fmt: skip
        self.blocks.append(block)

    def _carry_marks(self, builder: TextBuilder) -> None:
        """Calls in a paragraph without text belong to the block before it."""
        if builder.calls and self.blocks:
            last = self.blocks[-1]
            for call in builder.calls:
                call.offset = len(last.text)
            last.calls.extend(builder.calls)

    def _number(self, look: ParaFormat, builder: TextBuilder) -> tuple[int | None, str | None]:
        if not look.num_id:
            return None, None
        level = self.numbering.level_of(look.num_id, look.level, look.style)
        return level, self.numbering.label(look.num_id, level)

    def _indent(self, look: ParaFormat, direct: ParaFormat, level: int | None) -> tuple[float, float]:
        """Left indent and first-line offset in points: own, then the list level's, then the style's."""
        listed = ParaFormat()
        definition = self.numbering.definition(look.num_id) if level is not None else None
        if definition is not None and level is not None and level < len(definition.levels):
            listed = definition.levels[level].para
        from_style = direct.num_id is None
        order = (direct, look, listed) if from_style else (direct, listed, look)
        left = next((item.left for item in order if item.left is not None), 0.0)
        first = next((item.first for item in order if item.first is not None), 0.0)
        return left, first

    def _table(self, table: etree._Element, column: int | None) -> None:
        laid = [grid.row_of(item) for item in grid.rows(table)]
        self.reader.seen.tracked |= grid.has_deleted_rows(table)
        if not laid:
            return
        quick = [[_rough_text(cell.element) for cell in row.cells] for row in laid]
        if grid.is_side_by_side(quick, grid.has_lines(table, laid, self.styles)):
            self._side_by_side(laid, quick, column)
        else:
            self._data(laid, column)

    def _side_by_side(self, laid: list[grid.Row], quick: list[list[str]], column: int | None) -> None:
        """Emit the cells as paragraphs: row by row, left before right; the right ones are column 1."""
        alone = max(sum(bool(text) for text in row) for row in quick) <= 1
        for row in laid:
            for index, cell in enumerate(row.cells):
                place = min(index, 1)
                if column is not None or alone or len(row.cells) == 1:
                    place = column  # type: ignore[assignment]
                self.walk(cell.element, place)
                self._close(place)

    def _data(self, laid: list[grid.Row], column: int | None) -> None:
        width = max(row.columns for row in laid)
        block = Block(kind="table", column=column)
        for row in laid:
            texts = [""] * width
            start = pages = self.reader.seen.pages
            for cell in row.cells:
                self.reader.seen.pages = start
                text, calls = self._cell(cell.element)
                pages = max(pages, self.reader.seen.pages)
                block.calls.extend(calls)
                if not cell.continues or text:
                    texts[cell.start] = text
            self.reader.seen.pages = pages
            block.cells.append(texts)
        if any(any(texts) for texts in block.cells):
            self.blocks.append(block)

    def _cell(self, cell: etree._Element) -> tuple[str, list]:  # type: ignore[type-arg]
        """Text of a cell: paragraphs (also of tables in it) one a line, automatic numbers as shown."""
        outer, self.blocks = self.blocks, []
        self.walk(cell)
        self._close(None)
        inner, self.blocks = self.blocks, outer
        lines, calls = [], []
        for block in inner:
            calls.extend(block.calls)
            if block.kind == "table":
                lines.extend(text for row in block.cells for text in row if text)
            else:
                lines.append(f"{block.number} {block.text}" if block.number else block.text)
        for call in calls:
            call.offset = 0
        return "\n".join(lines), calls


def _rough_text(cell: etree._Element) -> str:
    """Text of a cell good enough to judge a table by: runs joined, one line a paragraph."""
    lines = ("".join(item.text or "" for item in part.iter(W + "t")).strip() for part in cell.iter(P))
    return "\n".join(line for line in lines if line)


_TRACKED: Final = frozenset({W + "ins", W + "moveTo"})
_TRANSPARENT: Final = _TRACKED | {W + "customXml", W + "smartTag"}

__all__ = ["Body"]
