"""Fields (`{ PAGE }`, `{ TOC }`, `{ FORMDROPDOWN }`): their code is no text, their result is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from extract.docx.names import VAL, W, value, whole

_KINDS_UNSHOWN: Final = ("NOTEREF",)  # repeats a note's mark, which is no text of the body
_CONTENTS: Final = "TOC"


@dataclass(slots=True)
class _Field:
    """choice: what the list of a form shows; it has no result of its own."""

    code: str = ""
    in_result: bool = False
    choice: str = ""


class Fields:
    """The fields that are open at a place in the text; a field may hold fields and whole paragraphs."""

    def __init__(self) -> None:
        """Begin outside any field."""
        self._open: list[_Field] = []

    def mark(self, item: etree._Element) -> str:
        """Take a `w:fldChar`; returns the text that a field ending here shows without a result."""
        kind = item.get(W + "fldCharType")
        if kind == "begin":
            self._open.append(_Field(choice=_choice(item.find(f"{W}ffData/{W}ddList"))))
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            return "" if ended.in_result else ended.choice
        return ""

    def code(self, item: etree._Element) -> str:
        """Take a `w:instrText`: more of the innermost field's code, which shows nothing."""
        if self._open:
            self._open[-1].code = (self._open[-1].code + (item.text or "")).lstrip().upper()
        return ""

    def end_paragraph(self) -> None:
        """Forget unfinished codes: they never swallow the paragraphs after them."""
        self._open = [field for field in self._open if field.in_result]

    def shown(self) -> bool:
        """Whether text here is printed: in the result of every open field."""
        return not self._open or all(field.in_result and not is_unshown(field.code) for field in self._open)

    def in_contents(self) -> bool:
        """Whether a table of contents makes the text here."""
        return bool(self._open) and any(field.code.startswith(_CONTENTS) for field in self._open)


def is_unshown(code: str) -> bool:
    """Whether the result of a field with this code (in capitals) is no text of the body."""
    return code.startswith(_KINDS_UNSHOWN)


def _choice(entries: etree._Element | None) -> str:
    if entries is None:
        return ""
    names = [entry.get(VAL, "") for entry in entries.iterchildren(W + "listEntry")]
    chosen = whole(value(entries, W + "result") or value(entries, W + "default"), 0) or 0
    return names[chosen] if 0 <= chosen < len(names) else ""
