"""What stands inside a paragraph: runs, fields, tracked changes, note calls, text boxes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from extract.docx.drawings import area, is_placeholder, text_boxes
from extract.docx.fields import Fields, is_unshown
from extract.docx.formats import RunFormat, run_format
from extract.docx.formulas import formula
from extract.docx.names import (
    ALTERNATE,
    CHARTS,
    DIAGRAM,
    ID,
    RPR,
    SDT_CONTENT,
    VML,
    A,
    M,
    W,
    child,
    chosen,
)
from extract.docx.notes import ENDNOTE, FOOTNOTE, Notes
from extract.docx.styles import Styles
from extract.docx.symbols import symbol, typed_in
from extract.docx.text import TextBuilder

_LINE_ENDS: Final = re.compile(r"[\r\n]+")  # of the XML: Word shows a space
_LARGE_IMAGE: Final = 250.0 * 200.0


@dataclass(slots=True)
class Seen:
    """What the reader met that the officer should know."""

    tracked: bool = False
    hidden: bool = False
    legacy: bool = False
    mojibake: bool = False
    large_images: int = 0
    embedded: bool = False
    contents: bool = False
    pages: int = 1
    page_hints: bool = False


@dataclass(slots=True)
class Reader:
    """State shared by all paragraphs of one part of the document.

    boxes: text boxes and diagrams met in the current paragraph, for the caller to take.
    in_contents: the current paragraph has text made by a table of contents field.
    mark: the author's own mark of the note called just before.
    """

    styles: Styles
    notes: dict[str, Notes]
    seen: Seen
    counts_pages: bool = True
    boxes: list[etree._Element] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    in_contents: bool = False
    mark: str = ""

    def read(self, paragraph: etree._Element, base: RunFormat, builder: TextBuilder) -> None:
        """Append the content of `paragraph` to `builder`; `base` is the paragraph style's run format."""
        self.in_contents = False
        self._children(paragraph, base, builder)
        self.fields.end_paragraph()

    def take_boxes(self) -> list[etree._Element]:
        """Return the text boxes met since the last call."""
        boxes, self.boxes = self.boxes, []
        return boxes

    def _children(self, parent: etree._Element, base: RunFormat, builder: TextBuilder) -> None:
        for item in parent.iterchildren():
            handler = _INLINE.get(str(item.tag))
            if handler is not None:
                handler(self, item, base, builder)

    def _run(self, run: etree._Element, base: RunFormat, builder: TextBuilder) -> None:
        direct = run_format(child(run, RPR))
        look = self.styles.run(base, direct)
        if look.hidden:
            self.seen.hidden = self.seen.hidden or any(True for _ in run.iter(W + "t"))
            for _ in run.iterchildren(W + "lastRenderedPageBreak"):
                self._page_break(builder)
            return
        mark, self.mark = self.mark, ""
        if mark and look.raised and typed_in(run) == mark:
            return  # LibreOffice says the mark once more, in a run of its own
        shown = self.fields.shown()
        custom = False
        for item in run.iterchildren():
            tag = str(item.tag)
            if tag == W + "t":
                if shown and item.text and not custom:
                    text = item.text
                    builder.add(_LINE_ENDS.sub(" ", text) if "\n" in text or "\r" in text else text, look)
                    self.in_contents = self.in_contents or self.fields.in_contents()
            elif tag in _NOTE_CALLS:
                custom = self._call(item, run, builder)
            elif tag == W + "lastRenderedPageBreak":
                self._page_break(builder)
            elif tag in _RUN_PARTS:
                if shown and not (custom and tag == W + "sym"):
                    _RUN_PARTS[tag](self, item, look, builder)
            elif tag in _FIELD_PARTS:
                printed = _FIELD_PARTS[tag](self.fields, item)
                shown = self.fields.shown()
                if shown and printed:
                    builder.add(printed, look)

    def _call(self, item: etree._Element, run: etree._Element, builder: TextBuilder) -> bool:
        """Register a note call; returns whether the run goes on with a mark of the author's own."""
        kind = _NOTE_CALLS[str(item.tag)]
        custom = item.get(W + "customMarkFollows", "0").lower() in ("1", "true", "on")
        mark = typed_in(run) if custom else None
        notes = self.notes.get(kind)
        page = self.seen.pages if self.seen.page_hints else None
        key = notes.call(item.get(ID), page, mark) if notes is not None else None
        if key is not None:
            builder.call(key)
            self.mark = mark or ""
        return custom and key is not None

    def _page_break(self, builder: TextBuilder) -> None:
        if self.counts_pages:
            self.seen.pages += 1
            self.seen.page_hints = True
            builder.page_break(self.seen.pages)

    def _break(self, _item: etree._Element, look: RunFormat, builder: TextBuilder) -> None:
        builder.add("\n", look)  # what follows a page or column break stands on a line of its own too

    def _tab(self, _item: etree._Element, look: RunFormat, builder: TextBuilder) -> None:
        builder.add("\t", look)

    def _hyphen(self, _item: etree._Element, look: RunFormat, builder: TextBuilder) -> None:
        builder.add("-", look)

    def _soft_hyphen(self, _item: etree._Element, look: RunFormat, builder: TextBuilder) -> None:
        builder.add("\u00ad", look)  # the letter ư in TCVN3, nothing elsewhere: the builder knows the font

    def _symbol(self, item: etree._Element, look: RunFormat, builder: TextBuilder) -> None:
        text, own_font = symbol(item.get(W + "char", ""), item.get(W + "font", ""))
        if text:
            builder.add(text, look._replace(font=own_font or look.font))

    def _graphic(self, item: etree._Element, _look: RunFormat, _builder: TextBuilder) -> None:
        self.boxes.extend(text_boxes(item))
        self.boxes.extend(item.iter(DIAGRAM + "relIds"))
        self.boxes.extend(item.iter(VML + "textpath"))  # WordArt
        self.seen.embedded |= any(True for _ in item.iter(*CHARTS))
        if any(True for _ in item.iter(A + "blip", VML + "imagedata")) and area(item) > _LARGE_IMAGE:
            self.seen.large_images += 1

    def _object(self, item: etree._Element, look: RunFormat, builder: TextBuilder) -> None:
        self.seen.embedded = True
        self._graphic(item, look, builder)

    def _alternate_in_run(self, item: etree._Element, look: RunFormat, builder: TextBuilder) -> None:
        branch = chosen(item)
        for part in branch.iterchildren() if branch is not None else ():
            tag = str(part.tag)
            if tag == W + "t" and part.text:
                builder.add(part.text, look)
            elif tag in _RUN_PARTS:
                _RUN_PARTS[tag](self, part, look, builder)

    def _alternate(self, item: etree._Element, base: RunFormat, builder: TextBuilder) -> None:
        branch = chosen(item)
        if branch is not None:
            self._children(branch, base, builder)

    def _deleted(self, _item: etree._Element, _base: RunFormat, _builder: TextBuilder) -> None:
        self.seen.tracked = True

    def _inserted(self, item: etree._Element, base: RunFormat, builder: TextBuilder) -> None:
        self.seen.tracked = True
        self._children(item, base, builder)

    def _control(self, item: etree._Element, base: RunFormat, builder: TextBuilder) -> None:
        content = item.find(SDT_CONTENT)
        if content is not None and not is_placeholder(item, self.styles):
            self._children(content, base, builder)

    def _simple_field(self, item: etree._Element, base: RunFormat, builder: TextBuilder) -> None:
        if not is_unshown(item.get(W + "instr", "").strip().upper()):
            self._children(item, base, builder)

    def _ruby(self, item: etree._Element, base: RunFormat, builder: TextBuilder) -> None:
        lower = item.find(W + "rubyBase")
        if lower is not None:
            self._children(lower, base, builder)

    def _math(self, item: etree._Element, base: RunFormat, builder: TextBuilder) -> None:
        look = self.styles.run(base, RunFormat())
        builder.add(formula(item), look)


_Part = Callable[[Reader, etree._Element, RunFormat, TextBuilder], None]

_NOTE_CALLS: Final = {W + "footnoteReference": FOOTNOTE, W + "endnoteReference": ENDNOTE}
_RUN_PARTS: Final[dict[str, _Part]] = {
    W + "tab": Reader._tab,
    W + "ptab": Reader._tab,
    W + "br": Reader._break,
    W + "cr": Reader._break,
    W + "noBreakHyphen": Reader._hyphen,
    W + "softHyphen": Reader._soft_hyphen,
    W + "sym": Reader._symbol,
    W + "drawing": Reader._graphic,
    W + "pict": Reader._graphic,
    W + "object": Reader._object,
    W + "ruby": Reader._ruby,
    ALTERNATE: Reader._alternate_in_run,
}
_FIELD_PARTS: Final[dict[str, Callable[[Fields, etree._Element], str]]] = {
    W + "fldChar": Fields.mark,
    W + "instrText": Fields.code,
}
_INLINE: Final[dict[str, _Part]] = {
    W + "r": Reader._run,
    W + "hyperlink": Reader._children,
    W + "smartTag": Reader._children,
    W + "customXml": Reader._children,
    W + "dir": Reader._children,
    W + "bdo": Reader._children,
    W + "ins": Reader._inserted,
    W + "moveTo": Reader._inserted,
    W + "del": Reader._deleted,
    W + "moveFrom": Reader._deleted,
    W + "sdt": Reader._control,
    W + "fldSimple": Reader._simple_field,
    M + "oMath": Reader._math,
    M + "oMathPara": Reader._math,
    ALTERNATE: Reader._alternate,
}
