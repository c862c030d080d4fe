"""Foot- and endnotes: the number each call shows, and the bodies in order of their calls."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from extract.blocks import RawNote
from extract.docx.names import ID, TYPE, W, value, whole

FOOTNOTE: Final = "f"
ENDNOTE: Final = "e"
_TAGS: Final = {FOOTNOTE: ("footnote", "footnotePr"), ENDNOTE: ("endnote", "endnotePr")}
_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_DIGITS: Final = re.compile(r"\d{1,4}")


class Notes:
    """Notes of one kind: numbers run on, or restart by section or page as the document says."""

    def __init__(self, kind: str, root: etree._Element | None, settings: etree._Element | None) -> None:
        tag, properties = _TAGS[kind]
        self._kind = kind
        self._properties = W + properties
        self._bodies: dict[str, etree._Element] = {}
        for item in root.iterchildren(W + tag) if root is not None else ():
            if item.get(TYPE) not in _SEPARATORS:
                self._bodies.setdefault(item.get(ID, ""), item)
        self._default = settings.find(self._properties) if settings is not None else None
        self._start = self._restart_at(None)
        self._restart = value(self._default, W + "numRestart") or "continuous"
        self._next = self._start
        self._page: int | None = None
        self._marks: dict[str, str] = {}
        self.called: list[tuple[str, int, int | None, etree._Element]] = []

    def _restart_at(self, section: etree._Element | None) -> int:
        own = whole(value(section, W + "numStart"))
        return own if own is not None else whole(value(self._default, W + "numStart"), 1) or 1

    def begin_section(self, section: etree._Element | None) -> None:
        """Take over the note properties of the section (`w:sectPr`) that starts here."""
        own = section.find(self._properties) if section is not None else None
        self._start = self._restart_at(own)
        restart = value(own, W + "numRestart") or value(self._default, W + "numRestart")
        self._restart = restart or "continuous"
        if self._restart == "eachSect" or not self.called:
            self._next = self._start

    def call(self, note_id: str | None, page: int | None, custom: str | None) -> str | None:
        """Register a call; returns the note's key, None when the note has no body.

        `custom`: the mark typed in place of a number (it uses up none); page None = no page known.
        """
        body = self._bodies.get(note_id or "")
        if body is None:
            return None
        key = f"{self._kind}{note_id}"
        if custom is not None:
            digits = _DIGITS.search(custom)
            self._marks.setdefault(key, custom.strip())
            self.called.append((key, int(digits[0]) if digits else 0, page, body))
            return key
        if self._restart == "eachPage" and page is not None and page != self._page and self.called:
            self._next = self._start
        self._page = page
        self.called.append((key, self._next, page, body))
        self._next += 1
        return key

    def read(self, text_of: Callable[[etree._Element], str]) -> list[RawNote]:
        """Return the notes in order of their first calls, their text made by `text_of`."""
        found: dict[str, RawNote] = {}
        for key, number, page, body in self.called:
            if key not in found:
                text = _without_mark(text_of(body), self._marks.get(key, ""))
                found[key] = RawNote(key=key, n=number, text=text, page=page)
        return list(found.values())


def _without_mark(text: str, mark: str) -> str:
    """Take the author's own mark away that repeats the call's at the start of the note."""
    rest = text.removeprefix(mark)
    glued = mark[-1:].isalnum() and rest[:1].isalnum()
    return text if glued or not rest.strip() else rest.lstrip()
