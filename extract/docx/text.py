"""Builds the text of one paragraph from its runs and measures how it looks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final, TypedDict

from extract.blocks import LEADING_LABEL, NoteCall
from extract.docx.formats import RunFormat
from extract.docx.symbols import is_symbol_font, typed_signs
from extract.encoding import display, nfc
from extract.encoding.fonts import decode_run, legacy_kind

_BOLD, _ITALIC, _UNDERLINE = (RunFormat._fields.index(name) for name in ("bold", "italic", "underline"))
_LABEL_REACH: Final = 12
_LAST_ALONE: Final = "\u02ff"
"""Up to here no letter changes the one before it."""
_DEFAULT_TAB: Final = 36.0
# a space of Times New Roman is a quarter of its size wide
_SPACE_WIDTH: Final = 0.25
_EMPTY_BRACKETS: Final = ("()", "[]")
# a raised number is a power or a note's mark typed by hand: never a digit more of the number before it
_RAISED: Final = re.compile(r"\s*[(\[]?\d[\d,\s]*[)\]]?\s*")
_POWERS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNIT: Final = re.compile(r"(?<![^\W\d_])[kcdm]?m\Z")
_SIGNS: Final = re.compile("[\uf020-\uf0ff]")
_GAP: Final = re.compile(r"\t|[ \u00a0]{4,}")


class Dress(TypedDict):
    """How the letters of a paragraph are set, by the names of `Block`."""

    bold: float
    italic: float
    underline: float
    bold_prefix: int
    lead_prefix: int


class TextBuilder:
    """Collects runs into NFC text with single spaces; marks and page starts keep their offsets.

    length: of the text so far. calls/breaks: offsets in it. gaps: offsets after a tab or a wide run
    of spaces. lead: typed indent before the first letter, in points. legacy: TCVN3 or VNI decoded.
    """

    def __init__(self, page: int = 1) -> None:
        """Start an empty paragraph on `page`."""
        self._parts: list[tuple[str, RunFormat]] = []
        self._pending = ""
        self._page = page
        self.length = 0
        self.calls: list[NoteCall] = []
        self.breaks: list[tuple[int, int]] = []
        self.gaps: list[int] = []
        self.lead = 0.0
        self.legacy = False

    def add(self, text: str, look: RunFormat) -> None:
        """Append the text of a run as it is printed."""
        text = self._printed(text, look)
        if text[:1] > _LAST_ALONE and self._parts and not self._pending and self._joins(text[0]):
            text = self._take_last() + text
        # Ð may be TCVN3's é in a font that does not say so: it is settled over the whole document
        text = nfc(text) if "Ð" in text or "ð" in text else display(text)
        if self.length == 0 and text[:1].isspace():
            self._measure_lead(text, look)
        for index, line in enumerate(text.split("\n")):
            if index:
                self._pending = "\n"
            if line:
                self._add_line(line, look)

    def _joins(self, letter: str) -> bool:
        """Whether `letter` is one with the last letter: an accent, or the next part of a Hangul letter."""
        beside = self._parts[-1][0][-1] + letter
        return unicodedata.combining(letter) > 0 or not unicodedata.is_normalized("NFC", beside)

    def _printed(self, text: str, look: RunFormat) -> str:
        if look.font and legacy_kind(look.font):
            text = decode_run(text, look.font)
            self.legacy = True
        elif _SIGNS.search(text) or (look.font and is_symbol_font(look.font)):
            text = typed_signs(text, look.font)
        if look.raised and _RAISED.fullmatch(text) and not self._after_unit():
            text = text.translate(_POWERS)
        return text.upper() if look.caps else text

    def _after_unit(self) -> bool:
        """Whether the text ends in a measure whose power all write plainly ("m2")."""
        return bool(self._parts) and not self._pending and _UNIT.search(self._parts[-1][0]) is not None

    def _add_line(self, line: str, look: RunFormat) -> None:
        if "\t" in line or "    " in line or "\u00a0" in line:
            self._add_with_gaps(line, look)
            return
        core = " ".join(line.split())
        if not self._pending and (not core or line[0].isspace()):
            self._pending = " "
        if not core:
            return
        if self.length and self._pending:
            core = self._pending + core
        self._pending = " " if line[-1].isspace() else ""
        self._parts.append((core, look))
        self.length += len(core)

    def _add_with_gaps(self, line: str, look: RunFormat) -> None:
        for index, piece in enumerate(_GAP.split(line)):
            if index:
                self._pending = self._pending or " "
                if self.length:
                    self.gaps.append(self.length)
            if piece:
                self._add_line(piece.replace("\u00a0", " "), look)

    def _take_last(self) -> str:
        """Cut off the last letter: the next run starts with its accent."""
        text, look = self._parts.pop()
        if len(text) > 1:
            self._parts.append((text[:-1], look))
        self.length -= 1
        return text[-1]

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

    def drop_call_brackets(self) -> None:
        """Take out the brackets typed around a note's mark, "dự án(¹)": they belong to the mark."""
        for call in self.calls:
            text, at = self.text, call.offset - 1
            if at < 0 or text[at : at + 2] not in _EMPTY_BRACKETS:
                continue
            spaced = text[at - 1 : at] == " " and not text[at + 2 : at + 3].isalnum()
            self._remove(at - spaced, at + 2)

    def _remove(self, begin: int, end: int) -> None:
        position = 0
        for index, (text, look) in enumerate(self._parts):
            a, b = max(begin - position, 0), max(end - position, 0)
            self._parts[index] = (text[:a] + text[b:], look)
            position += len(text)
        self._parts = [part for part in self._parts if part[0]] or self._parts[:1]

        def moved(offset: int) -> int:
            return offset - (min(offset, end) - begin if offset > begin else 0)

        self.length = moved(self.length)
        self.gaps = [moved(gap) for gap in self.gaps]
        self.breaks = [(moved(offset), page) for offset, page in self.breaks]
        for call in self.calls:
            call.offset = moved(call.offset)

    def page_break(self, page: int) -> None:
        """Note that `page` starts here."""
        if self.length:
            self.breaks.append((self.length, page))
        else:
            self._page = page

    def pages(self) -> tuple[int, int]:
        """First and last page of the paragraph."""
        self.breaks = [item for item in self.breaks if item[0] < self.length]
        return self._page, self.breaks[-1][1] if self.breaks else self._page

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join([text for text, _ in self._parts])

    def split(self, offset: int) -> tuple[TextBuilder, TextBuilder]:
        """Return the text before and after `offset` (a gap) as two paragraphs."""
        left, right = TextBuilder(self._page), TextBuilder(self.pages()[1])
        left.lead, position = self.lead, 0
        for text, look in self._parts:
            cut = min(max(offset - position, 0), len(text))
            left.add(text[:cut], look._replace(font=None, caps=False))
            right.add(text[cut:], look._replace(font=None, caps=False))
            position += len(text)
        right.lead = 0.0
        shift = offset + 1  # the space that stood for the gap
        left.calls = [call for call in self.calls if call.offset <= offset]
        right.calls = [NoteCall(call.offset - shift, call.key) for call in self.calls if call.offset > offset]
        return left, right

    def dress(self) -> Dress:
        """Return how the letters are set, in the words of `Block`."""
        if len(self._parts) == 1:
            text, look = self._parts[0]
            return Dress(
                bold=float(bool(look.bold)),
                italic=float(bool(look.italic)),
                underline=float(bool(look.underline)),
                bold_prefix=len(text) if look.bold else 0,
                lead_prefix=len(text) if look.italic or look.underline else 0,
            )
        return Dress(
            bold=self._share(_BOLD),
            italic=self._share(_ITALIC),
            underline=self._share(_UNDERLINE),
            bold_prefix=self._prefix(_BOLD),
            lead_prefix=max(self._prefix(_ITALIC), self._prefix(_UNDERLINE)),
        )

    def _share(self, place: int) -> float:
        """Share (0..1) of the letters so set."""
        first = self._parts[0][1][place]
        if all(look[place] == first for _, look in self._parts):
            return float(bool(first))
        marked = total = 0
        for text, look in self._parts:
            letters = sum(map(str.isalpha, text))
            total += letters
            marked += letters if look[place] else 0
        return round(marked / total, 4) if total else 0.0

    def _prefix(self, place: int) -> int:
        """Count leading characters so set (spaces and signs between such runs do not end it)."""
        first_text, first = self._parts[0]
        if not first[place] and len(first_text) > _LABEL_REACH and any(map(str.isalnum, first_text)):
            return 0
        length, before = 0, ""
        for text, look in self._parts:
            before += text
            if look[place]:
                length = len(before)
            elif any(map(str.isalnum, text)) and (length or not LEADING_LABEL.fullmatch(before)):
                break
        return length

    def size(self) -> float | None:
        """Most common size over letters, in points."""
        if len(self._parts) == 1:
            return self._parts[0][1].size
        counts: Counter[float] = Counter()
        for text, look in self._parts:
            if look.size:
                counts[look.size] += len(text)
        return max(counts.items(), key=lambda item: (item[1], item[0]))[0] if counts else None
