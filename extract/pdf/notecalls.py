"""Calls of footnotes in the text: each note bound to the mark that calls it.

Binding goes by page and printed number, and by the place of the raised mark; never by wording.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.pdf.lines import SUPERSCRIPTS, Line, Span, is_raised
from extract.pdf.notes import Note

_AS_SUPERSCRIPTS: Final = {digit: sign for sign, digit in SUPERSCRIPTS.items()}


def bind_calls(lines: Sequence[Line], notes: Sequence[Note]) -> None:
    """Find every note's call and record it in its line's `calls` (span index → key).

    A raised number on the note's page comes first, then on the page before (a note moved to the next
    page), then a number glued to a word in the same size.
    """
    raised: dict[int, list[tuple[Line, int]]] = {}
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
        for index, span in enumerate(line.spans):
            if is_raised(span, line):
                raised.setdefault(line.page, []).append((line, index))
    for note in notes:
        for page in (note.page, note.page - 1):
            if _bind_raised(note, raised.get(page, [])) or _bind_sign(note, by_page.get(page, [])):
                break
        else:
            _bind_glued(note, by_page.get(note.page, []))
    for note in notes:  # a typesetter may leave a note behind when its line moves to the next page
        if not note.called:
            _bind_raised(note, raised.get(note.page + 1, []))


def _bind_raised(note: Note, marks: list[tuple[Line, int]]) -> bool:
    for line, index in marks:
        text = line.spans[index].text.translate(SUPERSCRIPTS).strip("()[]")
        if text == note.mark and index not in line.calls:
            line.calls[index] = note.key
            note.called = True
            return True
    return False


def _cut(line: Line, index: int, start: int, stop: int, key: str) -> None:
    """Make characters [start, stop) of a span a span of its own and a call."""
    span = line.spans[index]
    width = (span.x1 - span.x0) / max(len(span.text), 1)
    parts: list[Span] = []
    for begin, end in ((0, start), (start, stop), (stop, len(span.text))):
        text = span.text[begin:end]
        if not text.strip():
            continue
        space = span.space if begin == 0 else text[0] == " " or span.text[begin - 1] == " "
        x0, x1 = span.x0 + begin * width, span.x0 + end * width
        parts.append(replace(span, text=text.strip(), x0=x0, x1=x1, space=space))
    at = 1 if start else 0
    line.calls = {(i if i < index else i + len(parts) - 1): k for i, k in line.calls.items()}
    line.spans[index : index + 1] = parts
    line.calls[index + at] = key


def _bind_sign(note: Note, lines: list[Line]) -> bool:
    """Superscript characters (¹ ² ³) typed as such."""
    if not note.n:
        return False
    sign = str(note.n).translate(_AS_SUPERSCRIPTS)
    for line in lines:
        for index, span in enumerate(line.spans):
            at = span.text.find(sign)
            if at > 0 and index not in line.calls:
                _cut(line, index, at, at + len(sign), note.key)
                note.called = True
                return True
    return False


def _bind_glued(note: Note, lines: list[Line]) -> bool:
    """Bind a number glued to a word ("quan1") of which a note of this page bears the number."""
    glued = re.compile(rf"(?<=[^\W\d_]{{2}}){re.escape(note.mark)}(?=[\s.,;:)”\"]|$)")
    for line in lines:
        for index, span in enumerate(line.spans):
            found = glued.search(span.text)
            if found and index not in line.calls:
                _cut(line, index, found.start(), found.end(), note.key)
                note.called = True
                return True
    return False
