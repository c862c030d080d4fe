"""styles.xml, one style at a time: a template holds hundreds of styles of which a report uses five."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from extract.docx.names import TYPE, W

_OPEN: Final = b"<w:style "
_CLOSE: Final = b"</w:style>"
_ROOT: Final = re.compile(rb"<w:styles\b[^>]*>")
_DEFAULTS: Final = re.compile(rb"<w:docDefaults\b.*</w:docDefaults>", re.DOTALL)
_ID: Final = re.compile(rb'\sw:styleId="([^"&]*)"')
_DEFAULT: Final = (b'w:default="1"', b'w:default="true"', b'w:default="on"')
_PARAGRAPH: Final = b'w:type="paragraph"'
_ESCAPED: Final = re.compile(r'["&<>]')
# anything that may make the same bytes mean something else: CDATA, comments, DTD, another encoding
_UNSAFE: Final = re.compile(rb"<!|encoding=[\"'](?!utf-8)", re.IGNORECASE)
_ON: Final = ("1", "true", "on")


class StyleSheet:
    """Styles by id, parsed when asked for. `defaults`: `w:docDefaults`; `default`: id of Normal."""

    def __init__(self, data: bytes | None, parse: Callable[[bytes], etree._Element]) -> None:
        """Index `data` (the part's bytes; None for a document without styles)."""
        self._parse = parse
        self._elements: dict[str, etree._Element | None] = {}
        self._data, self._first, self._head = data or b"", 0, b""
        self.default: str | None = None
        self.defaults: etree._Element | None = None
        try:
            whole = data is not None and not self._cut(self._data)
        except etree.LxmlError:  # styles inside styles and the like
            whole = True
        if whole:
            self._read_whole()

    def element(self, style: str | None) -> etree._Element | None:
        """Return the `w:style` element of an id, None when there is none."""
        if style is None:
            return None
        if style not in self._elements and self._data:
            piece = self._piece(style)
            try:
                self._elements[style] = self._parsed(piece)[0] if piece else None
            except etree.LxmlError:
                self._read_whole()
        return self._elements.get(style)

    def _parsed(self, piece: bytes) -> etree._Element:
        return self._parse(self._head + piece + b"</w:styles>")

    def _piece(self, style: str) -> bytes:
        """Return the bytes of a style, b"" when there is none of that id."""
        data = self._data
        mark = b'w:styleId="' + style.encode() + b'"'
        at = -1 if _ESCAPED.search(style) else data.find(mark, self._first)
        while at >= 0:
            start = data.rfind(b"<", 0, at)
            if data.startswith(_OPEN, start):
                return data[start : data.find(_CLOSE, start) + len(_CLOSE)]
            at = data.find(mark, at + 1)
        return b""

    def _cut(self, data: bytes) -> bool:
        """Find where styles begin; False when that is not safe and the whole must be parsed."""
        root = _ROOT.search(data)
        first = data.find(_OPEN)
        if root is None or first < root.end() or _UNSAFE.search(data, 0, first):
            return False
        # one byte is found much faster than two
        if (b"!" in data and b"<!" in data) or (b"'" in data and b"styleId='" in data):
            return False
        self._head, self._first = root[0], first
        self.default = self._default(data)
        defaults = _DEFAULTS.search(data, root.end(), first)
        if defaults is not None:
            self.defaults = self._parsed(defaults[0])[0]
        return True

    def _default(self, data: bytes) -> str | None:
        """Id of the last paragraph style that says it is the default one."""
        at = len(data)
        while (at := data.rfind(b"w:default=", self._first, at)) >= 0:
            start = data.rfind(b"<", 0, at)
            tag = data[start : data.find(b">", at)]
            found = _ID.search(tag)
            if found and tag.startswith(_OPEN) and _PARAGRAPH in tag and data.startswith(_DEFAULT, at):
                return found[1].decode("utf-8")
        return None

    def _read_whole(self) -> None:
        root = self._parse(self._data or b"<x/>")
        self._data = b""
        for item in root.iterchildren(W + "style"):
            name = item.get(W + "styleId", "")
            if self._elements.get(name) is None:
                self._elements[name] = item
            if item.get(TYPE) == "paragraph" and item.get(W + "default") in _ON:
                self.default = name
        self.defaults = root.find(W + "docDefaults")
