"""The body in reading order: paragraphs, tables, text set side by side, text boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from extract.blocks import Block
from extract.docx import contents, sides, tables
from extract.docx.drawings import is_placeholder
from extract.docx.formats import PLAIN_PARA, PLAIN_RUN, ParaFormat, outline_level, para_format, run_format
from extract.docx.formulas import formula
from extract.docx.inline import Reader
from extract.docx.names import (
    ALTERNATE,
    DIAGRAM,
    PPR,
    RPR,
    SDT_CONTENT,
    TBL,
    VML,
    M,
    P,
    R,
    W,
    child,
    chosen,
    flag,
)
from extract.docx.numbering import Numbering
from extract.docx.styles import Styles
from extract.docx.text import TextBuilder
from extract.encoding import display

_DELETED_MARKS: Final = (W + "del", W + "moveFrom")
_INSERTED_MARKS: Final = (W + "ins", W + "moveTo")
_TRACKED: Final = frozenset(_INSERTED_MARKS)
_FORMULAS: Final = (M + "oMathPara", M + "oMath")
_WHOLE_FILES: Final = (W + "altChunk", W + "subDoc")
_TRANSPARENT: Final = _TRACKED | {W + "customXml", W + "smartTag"}
# text boxes before the first lines of a document are its letterhead
_LETTERHEAD_BLOCKS: Final = 3


@dataclass(slots=True)
class _Open:
    """A paragraph not yet ended: its mark was deleted or hidden, so the next one continues it.

    look: the format to keep (a hidden mark); None = the next paragraph's (a deleted mark).
    """

    builder: TextBuilder
    look: ParaFormat | None = None


@dataclass(slots=True)
class Body:
    """Walks a container (`w:body`, a cell, a text box) and appends blocks to `blocks`.

    sections: the `w:sectPr` still to come. diagram: texts of a SmartArt drawing by its relationship.
    chunk: blocks of a file kept in this one, by its relationship; None when it is not read.
    """

    styles: Styles
    numbering: Numbering
    reader: Reader
    sections: list[etree._Element] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    diagram: Callable[[str], list[Block]] = lambda relation: []
    chunk: Callable[[str], list[Block] | None] = lambda relation: None
    in_ending: bool = False
    in_cell: bool = False
    _open: _Open | None = None

    def walk(self, container: etree._Element, column: int | None = None) -> None:
        """Append the blocks of everything in `container`, in order."""
        for item in container.iterchildren():
            tag = item.tag
            if tag == P:
                self._paragraph(item, column)
            elif tag == TBL:
                self.close(column)
                tables.read_table(self, item, column)
            else:
                self._other(item, column)

    def _other(self, item: etree._Element, column: int | None) -> None:
        seen, tag = self.reader.seen, item.tag
        if tag == W + "sdt":
            content = item.find(SDT_CONTENT)
            if content is not None and not is_placeholder(item, self.styles):
                self.walk(content, column)
        elif tag in _TRANSPARENT:
            seen.tracked |= tag in _TRACKED
            self.walk(item, column)
        elif tag in _DELETED_MARKS:
            seen.tracked = True
        elif tag == ALTERNATE:
            branch = chosen(item)
            if branch is not None:
                self.walk(branch, column)
        elif tag in _FORMULAS:
            text = TextBuilder(seen.pages)
            text.add(formula(item), PLAIN_RUN)
            self.close(column)
            self._emit(text, PLAIN_PARA, PLAIN_PARA, column, caps=False)
        elif tag in _WHOLE_FILES:
            found = self.chunk(item.get(R + "id", ""))
            self.close(column)
            self.blocks.extend(found or [])
            seen.embedded |= found is None

    def close(self, column: int | None) -> None:
        """End a paragraph left open by a deleted mark: a table, a cell or the document ends it."""
        if self._open is not None:
            open_, self._open = self._open, None
            self._emit(open_.builder, open_.look or PLAIN_PARA, PLAIN_PARA, column, caps=False)

    def _paragraph(self, paragraph: etree._Element, column: int | None) -> None:
        properties = child(paragraph, PPR)
        direct = para_format(properties)
        look, run = self.styles.look(direct)
        open_, self._open = self._open or _Open(TextBuilder(self.reader.seen.pages)), None
        builder = open_.builder
        self.reader.read(paragraph, run, builder)
        boxes = self.reader.take_boxes()
        before = bool(boxes) and len(self.blocks) < _LETTERHEAD_BLOCKS
        if before:
            self._boxes(boxes, column)
        said = {item.tag: item for item in properties.iterchildren()} if properties is not None else {}
        mark = said.get(RPR)
        state = "deleted" if _is_drop_cap(said.get(W + "framePr")) else self._mark_state(mark)
        if state == "deleted":
            self._open = _Open(builder, open_.look)
        elif state == "hidden":
            # a hidden mark lets the next text run in; a paragraph hidden as a whole is not there
            self._open = _Open(builder, open_.look or look) if builder.length else None
        else:
            shown = open_.look or look
            caps = bool(shown.num_id and self.styles.run(run, run_format(mark)).caps)
            self._emit(builder, shown, direct, column, caps=caps)
        if boxes and not before:
            self._boxes(boxes, column)
        if W + "sectPr" in said:
            self._next_section()

    def _mark_state(self, mark: etree._Element | None) -> str:
        """Return how the paragraph's mark shows: `deleted`, `hidden` or `shown`."""
        if mark is None or not len(mark):
            return "shown"
        if any(mark.find(name) is not None for name in _DELETED_MARKS):
            self.reader.seen.tracked = True
            return "deleted"
        self.reader.seen.tracked |= any(mark.find(name) is not None for name in _INSERTED_MARKS)
        hidden = mark.find(W + "vanish")
        return "hidden" if hidden is not None and flag(hidden) else "shown"

    def _next_section(self) -> None:
        if self.sections:
            self.sections.pop(0)
        for notes in self.reader.notes.values():
            notes.begin_section(self.sections[0] if self.sections else None)

    def _boxes(self, boxes: list[etree._Element], column: int | None) -> None:
        open_, self._open = self._open, None
        counts, self.reader.counts_pages = self.reader.counts_pages, False
        for box in boxes:
            if str(box.tag).startswith(DIAGRAM):
                self.blocks.extend(self.diagram(box.get(R + "dm", "")))
            elif str(box.tag).startswith(VML):
                text = " ".join(display(box.get("string", "")).split())
                self.blocks.extend([Block(text=text)] if text else [])
            else:
                self.walk(box, column)
                self.close(column)
        self._open, self.reader.counts_pages = open_, counts

    def _emit(
        self, builder: TextBuilder, look: ParaFormat, direct: ParaFormat, column: int | None, *, caps: bool
    ) -> None:
        """Append the paragraph's block, or two where a tab sets its parts side by side."""
        self.reader.seen.legacy |= builder.legacy
        builder.drop_call_brackets()
        label = self._number(look, direct, caps=caps)
        if not builder.length:
            self._carry_marks(builder)
            if self.in_cell and label[1] is not None:  # STT columns: a number and nothing else
                self.blocks.append(Block(number=label[1]))
            return
        text = builder.text
        if contents.is_entry(text, self.styles.name(look.style), self.reader.in_contents):
            self.reader.seen.contents = True
            contents.drop_heading(self.blocks)
            return
        cut = None
        if column is None and label[1] is None:
            cut = sides.cut(builder, len(self.blocks), self.in_ending)
        if cut is None:
            self._append(builder, look, direct, column, label)
        else:
            left, right = builder.split(cut)
            self._append(left, look, direct, 0, label)
            self._append(right, look, direct, 1, label)
        self.in_ending = self.in_ending or sides.begins_ending(text)

    def _append(
        self, builder: TextBuilder, look: ParaFormat, direct: ParaFormat, column: int | None,
        label: tuple[int | None, str | None],
    ) -> None:  # fmt: skip
        level, number = label
        left, first = self._indent(look, direct, level)
        page, page_end = builder.pages()
        block = Block(
            text=builder.text, number=number, number_level=level if number is not None else None,
            page=page, page_end=page_end, page_breaks=builder.breaks,
            **builder.dress(), size=builder.size(), align=look.align or "left",
            indent_first=left + first + builder.lead, indent_left=left, space_before=look.before or 0.0,
            style=self.styles.name(look.style), outline_level=outline_level(look), column=column,
            calls=builder.calls,
        )  # fmt: skip
        self.blocks.append(block)

    def _carry_marks(self, builder: TextBuilder) -> None:
        """Tie the calls of a paragraph without text to the block before it."""
        if builder.calls and self.blocks:
            last = self.blocks[-1]
            for call in builder.calls:
                call.offset = len(last.text)
            last.calls.extend(builder.calls)

    def _number(self, look: ParaFormat, direct: ParaFormat, *, caps: bool) -> tuple[int | None, str | None]:
        if not look.num_id:
            return None, None
        by_style = direct.level is None
        level = self.numbering.level_of(look.num_id, look.level, look.style if by_style else None)
        return level, self.numbering.label(look.num_id, level, caps=caps)

    def _indent(self, look: ParaFormat, direct: ParaFormat, level: int | None) -> tuple[float, float]:
        """Left indent and first-line offset in points: own, then the list level's, then the style's."""
        left, first = look.left, look.first
        definition = self.numbering.definition(look.num_id) if level is not None else None
        if definition is not None and level is not None:
            listed = definition.levels[level].para
            # numbering that comes with the style stands below what the style says itself
            order = (direct, listed, look) if direct.num_id is not None else (look, listed)
            left = next((item.left for item in order if item.left is not None), None)
            first = next((item.first for item in order if item.first is not None), None)
        return left or 0.0, first or 0.0


def _is_drop_cap(frame: etree._Element | None) -> bool:
    """Whether the paragraph is only the large first letter of the next one."""
    return frame is not None and frame.get(W + "dropCap", "none") != "none"
