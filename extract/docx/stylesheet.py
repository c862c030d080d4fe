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
_ID: Final = re.compile(rb'\bw:styleId="([^"&]*)"')
_DEFAULT: Final = re.compile(rb'\bw:default="(?:1|true|on)"')
_PARAGRAPH: Final = b'w:type="paragraph"'
# anything that may make the same bytes mean something else: CDATA, comments, DTD, another encoding
_UNSAFE: Final = re.compile(rb"<!|encoding=[\"'](?!utf-8)", re.IGNORECASE)
_ON: Final = ("1", "true", "on")


class StyleSheet:
    """Styles by id, parsed when asked for. `defaults`: `w:docDefaults`; `default`: id of Normal."""

    def __init__(self, data: bytes | None, parse: Callable[[bytes], etree._Element]) -> None:
        """Index `data` (the part's bytes; None for a document without styles)."""
        self._parse = parse
        self._starts: dict[str, int] = {}
        self._elements: dict[str, etree._Element] = {}
        self._head = b""
        self.default: str | None = None
        self.defaults: etree._Element | None = None
        self._data = data
        try:
            whole = data is not None and not self._cut(data)
        except etree.LxmlError:  # styles inside styles and the like
            whole = True
        if whole:
            self._read_whole()

    def element(self, style: str | None) -> etree._Element | None:
        """Return the `w:style` element of an id, None when there is none."""
        if style is None:
            return None
        if style not in self._elements and style in self._starts:
            try:
                self._elements[style] = self._parse(self._head + self._piece(style) + b"</w:styles>")[0]
            except etree.LxmlError:
                self._read_whole()
        return self._elements.get(style)

    def _piece(self, style: str) -> bytes:
        data, start = self._data or b"", self._starts[style]
        return data[start : data.find(_CLOSE, start) + len(_CLOSE)]

    def _cut(self, data: bytes) -> bool:
        """Cut the bytes into styles; False when that is not safe and the whole must be parsed."""
        root = _ROOT.search(data)
        first = data.find(_OPEN)
        if root is None or first < root.end() or _UNSAFE.search(data, 0, first):
            return False
        if b"!" in data and b"<!" in data:  # one byte is found much faster than two
            return False
        self._head = root[0]
        at = first
        while at >= 0:
            end = data.find(b">", at)
            self._add(data[at:end], at)
            at = data.find(_OPEN, end)
        defaults = _DEFAULTS.search(data, root.end(), first)
        if defaults is not None:
            self.defaults = self._parse(self._head + defaults[0] + b"</w:styles>")[0]
        return True

    def _add(self, tag: bytes, start: int) -> None:
        found = _ID.search(tag)
        if found is None:
            return
        name = found[1].decode("utf-8")
        self._starts.setdefault(name, start)
        if _PARAGRAPH in tag and _DEFAULT.search(tag):
            self.default = name

    def _read_whole(self) -> None:
        root = self._parse(self._data or b"<x/>")
        self._starts.clear()
        for item in root.iterchildren(W + "style"):
            name = item.get(W + "styleId", "")
            self._elements.setdefault(name, item)
            if item.get(TYPE) == "paragraph" and item.get(W + "default") in _ON:
                self.default = name
        self.defaults = root.find(W + "docDefaults")
