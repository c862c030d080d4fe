"""Web pages kept whole in a DOCX (`w:altChunk`): what programs that turn pages into Word files write.

Word takes such a part apart when it opens the file; here its paragraphs, lists and tables become blocks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from extract.blocks import Block
from extract.docx import grid
from extract.docx.formats import PLAIN_RUN, RunFormat, over
from extract.docx.text import TextBuilder

_HEAD: Final = 2048
_MULTIPART: Final = re.compile(rb"^(mime-version|content-type)\s*:", re.IGNORECASE | re.MULTILINE)
_PAGE: Final = re.compile(rb"<(html|body|p|div|table|h\d)\b", re.IGNORECASE)
_ALIGN: Final = re.compile(r"text-align\s*:\s*(left|center|right|justify)", re.IGNORECASE)
_BORDER: Final = re.compile(r"border[a-z-]*\s*:\s*(?!none|0)", re.IGNORECASE)
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARAGRAPHS: Final = frozenset(
    (*_HEADINGS, "p", "div", "li", "blockquote", "pre", "dd", "dt", "center", "section", "article", "body")
)
_UNSHOWN: Final = frozenset(["head", "script", "style", "title", "template"])
_LOOKS: Final[dict[str, RunFormat]] = {
    **dict.fromkeys(("b", "strong", "th", *_HEADINGS), RunFormat(bold=True)),
    **dict.fromkeys(("i", "em"), RunFormat(italic=True)),
    "u": RunFormat(underline=True),
    "sup": RunFormat(raised=True),
}
_MAX_SPAN: Final = 64
_MAX_COLUMNS: Final = 256


def page_blocks(data: bytes) -> list[Block] | None:
    """Return the blocks of a web page (HTML, or MHTML with the page inside); None for what gives none."""
    page = _page(data)
    if page is None:
        return None
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    root = etree.fromstring(page, parser)
    if root is None:
        return None
    walk = _Walk()
    walk.children(root, PLAIN_RUN)
    walk.end()
    return walk.blocks or None


def _page(data: bytes) -> str | bytes | None:
    if _MULTIPART.search(data[:_HEAD]):
        import email  # rarely needed, and slow to load
        import email.policy

        message = email.message_from_bytes(data, policy=email.policy.default)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                content = part.get_payload(decode=True)
                charset = part.get_content_charset("utf-8")
                return content.decode(charset, "replace") if isinstance(content, bytes) else None
        return None
    return _unicode(data) if _PAGE.search(data) else None


def _unicode(data: bytes) -> str | bytes:
    """Pages that do not say their encoding are UTF-8; the parser would take them for Latin-1."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data


@dataclass(slots=True)
class _Walk:
    """Walks the elements of a page; `open` is the paragraph being filled, with what its element says."""

    column: int | None = None
    blocks: list[Block] = field(default_factory=list)
    _items: dict[etree._Element, int] = field(default_factory=dict)
    _open: TextBuilder = field(default_factory=TextBuilder)
    _as: tuple[str, str, str | None] = ("p", "left", None)

    def children(self, parent: etree._Element, look: RunFormat) -> None:
        """Take in the text and the elements in `parent`."""
        self._text(parent.text, look)
        for item in parent.iterchildren():
            tag = str(item.tag).lower()
            if tag == "table":
                self.end()
                self._table(item)
            elif tag == "br":
                self._open.add("\n", look)
            elif tag in _PARAGRAPHS:
                self._paragraph(item, tag, look)
            elif tag not in _UNSHOWN:
                self.children(item, over(_LOOKS.get(tag, PLAIN_RUN), look))
            self._text(item.tail, look)

    def end(self) -> None:
        """End the paragraph; one without text leaves nothing."""
        builder, (tag, align, number) = self._open, self._as
        self._open, self._as = TextBuilder(), ("p", "left", None)
        if not builder.length:
            return
        heading = int(tag[1]) if tag in _HEADINGS else None
        self.blocks.append(
            Block(
                text=builder.text, number=number, number_level=0 if number else None,
                **builder.dress(), align=align,
                style=f"heading {heading}" if heading else None, column=self.column,
                outline_level=heading - 1 if heading else None,
            )
        )  # fmt: skip

    def _text(self, text: str | None, look: RunFormat) -> None:
        if text:
            self._open.add(_SPACES.sub(" ", text), look)

    def _paragraph(self, item: etree._Element, tag: str, look: RunFormat) -> None:
        self.end()
        said = _ALIGN.search(item.get("style", "")) or _ALIGN.search(f"text-align:{item.get('align', '')}")
        align = "center" if tag == "center" else said[1].lower() if said else "left"
        self._as = (tag, align, self._label(item) if tag == "li" else None)
        self.children(item, over(_LOOKS.get(tag, PLAIN_RUN), look))
        self.end()

    def _label(self, item: etree._Element) -> str:
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return "-"
        start = parent.get("start", "1")
        before = int(start) - 1 if start.isdecimal() and len(start) < 5 else 0
        self._items[parent] = self._items.get(parent, before) + 1
        return f"{self._items[parent]}."

    def _table(self, table: etree._Element) -> None:
        rows = [[_cell(cell) for cell in row.iterchildren("td", "th")] for row in _rows(table)]
        texts = [["\n".join(block.text for block in cell) for cell in row] for row in rows]
        lined = table.get("border", "0") not in ("", "0") or any(
            _BORDER.search(item.get("style", "")) for item in table.iter("table", "td", "th")
        )
        if grid.is_side_by_side(texts, lined):
            for row in rows:
                for index, cell in enumerate(row):
                    for block in cell:
                        block.column = min(index, 1) if len(row) > 1 else self.column
                        self.blocks.append(block)
        elif any(any(row) for row in texts):
            self.blocks.append(Block(kind="table", cells=_on_grid(table, texts), column=self.column))


def _rows(table: etree._Element) -> list[etree._Element]:
    return [
        row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table
    ]  # not those of tables inside


def _cell(cell: etree._Element) -> list[Block]:
    walk = _Walk()
    walk.children(cell, _LOOKS.get(str(cell.tag), PLAIN_RUN))
    walk.end()
    return walk.blocks


def _on_grid(table: etree._Element, texts: list[list[str]]) -> list[list[str]]:
    """Put the texts in their columns: merged cells have theirs in the first."""
    taken: dict[tuple[int, int], str] = {}
    for y, (row, found) in enumerate(zip(_rows(table), texts, strict=True)):
        x = 0
        for cell, text in zip(row.iterchildren("td", "th"), found, strict=True):
            while (y, x) in taken:
                x += 1
            if x >= _MAX_COLUMNS:  # no page has so many: a trap
                break
            wide, high = (_span(cell.get(name)) for name in ("colspan", "rowspan"))
            taken.update({(y + j, x + i): "" for i in range(wide) for j in range(min(high, len(texts) - y))})
            taken[y, x] = text
            x += wide
    width = max(x for _, x in taken) + 1
    return [[taken.get((y, x), "") for x in range(width)] for y in range(len(texts))]


def _span(said: str | None) -> int:
    return min(max(int(said), 1), _MAX_SPAN) if said and said.isdecimal() and len(said) < 5 else 1


__all__ = ["page_blocks"]
