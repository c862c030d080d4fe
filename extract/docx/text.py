"""Builds the text of one paragraph from its runs and measures how it looks."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Final

from extract.blocks import NoteCall
from extract.docx.styles import RunFormat
from extract.encoding import display
from extract.encoding.fonts import decode_run, legacy_kind

_SOFT_HYPHEN: Final = "\u00ad"
_DEFAULT_TAB: Final = 36.0
# a space of Times New Roman is a quarter of its size wide
_SPACE_WIDTH: Final = 0.25
_CONTROLS: Final = {code: None for code in range(0x20) if chr(code) not in "\t\n\r"} | {
    0xFFFE: None,
    0xFFFF: None,
}


class TextBuilder:
    """Collects runs into NFC text with single spaces; marks and page starts keep their offsets.

    length: of the text so far. calls/breaks: offsets in it. lead: typed indent before the first
    letter, in points. legacy: TCVN3 or VNI text was decoded.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._spans: list[tuple[str, RunFormat]] = []
        self._pending = ""
        self.length = 0
        self.calls: list[NoteCall] = []
        self.breaks: list[tuple[int, int]] = []
        self.lead = 0.0
        self.legacy = False

    def add(self, text: str, look: RunFormat) -> None:
        """Append the text of a run as it is printed."""
        text = self._printed(text, look)
        if self._parts and text and unicodedata.combining(text[0]):
            text = self._take_last() + text
        text = display(text)
        if self.length == 0 and text[:1].isspace():
            self._measure_lead(text, look)
        for index, line in enumerate(text.split("\n")):
            if index:
                self._pending = "\n"
            if line:
                self._add_line(line, look)

    def _printed(self, text: str, look: RunFormat) -> str:
        if look.font and legacy_kind(look.font):
            text = decode_run(text, look.font)
            self.legacy = True
        if not text.isascii():
            text = text.replace(_SOFT_HYPHEN, "")
        text = text.translate(_CONTROLS)
        return text.upper() if look.caps else text

    def _add_line(self, line: str, look: RunFormat) -> None:
        core = " ".join(line.split())
        if not self._pending and (not core or line[0].isspace()):
            self._pending = " "
        if not core:
            return
        if self.length and self._pending:
            core = self._pending + core
        self._pending = " " if line[-1].isspace() else ""
        self._parts.append(core)
        self._spans.append((core, look))
        self.length += len(core)

    def _take_last(self) -> str:
        """Cut off the last letter: the next run starts with its accent."""
        last = self._parts[-1]
        self._parts[-1] = last[:-1]
        self._spans[-1] = (last[:-1], self._spans[-1][1])
        self.length -= 1
        return last[-1]

    def _measure_lead(self, text: str, look: RunFormat) -> None:
        for char in text:
            if char == "\t":
                self.lead = (self.lead // _DEFAULT_TAB + 1) * _DEFAULT_TAB
            elif char.isspace() and char != "\n":
                self.lead += _SPACE_WIDTH * (look.size or 0.0)
            else:
                break

    def call(self, key: str) -> None:
        """Note that the mark of note `key` stands here."""
        self.calls.append(NoteCall(self.length, key))

    def page_break(self, page: int) -> None:
        """Note that `page` starts here."""
        self.breaks.append((self.length, page))

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def bold_share(self) -> float:
        """Share (0..1) of the letters set in bold."""
        return self._share("bold")

    def italic_share(self) -> float:
        """Share (0..1) of the letters set in italic."""
        return self._share("italic")

    def _share(self, name: str) -> float:
        values = {bool(getattr(look, name)) for _, look in self._spans}
        if len(values) < 2:
            return float(True in values)
        marked = total = 0
        for text, look in self._spans:
            letters = sum(map(str.isalpha, text))
            total += letters
            marked += letters if getattr(look, name) else 0
        return round(marked / total, 4) if total else 0.0

    def bold_prefix(self) -> int:
        """Count of leading characters set in bold (spaces and signs between bold runs do not end it)."""
        length = position = 0
        for text, look in self._spans:
            position += len(text)
            if look.bold:
                length = position
            elif any(map(str.isalnum, text)):
                break
        return length

    def size(self) -> float | None:
        """Most common size over letters, in points."""
        counts: Counter[float] = Counter()
        for text, look in self._spans:
            if look.size:
                counts[look.size] += len(text)
        return max(counts.items(), key=lambda item: (item[1], item[0]))[0] if counts else None
