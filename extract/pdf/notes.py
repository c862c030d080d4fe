"""Footnotes: their bodies, taken from the feet of the pages (`notecalls` binds them to the text)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from extract.blocks import RawNote
from extract.pdf.graphics import Rule, separators
from extract.pdf.lines import Line, is_raised
from extract.pdf.notemarks import is_garbled_mark, leading_mark, mark_of, raised_numbers, take_mark
from extract.pdf.page import Page

_SMALLER: Final = 0.5
"""Points by which footnote text is smaller than the body."""
_SAME_SIZE: Final = 0.3
_FOOT: Final = 0.8
"""Share of the page's height below which the last note of a page ends."""
_FINISHED: Final = re.compile(r"[.!?…][”\"')\]]*$")
_MARK_BRACKETS: Final = re.compile(r"^(?:\(\s*\)|\[\s*\])\s*")
"""Brackets typed around a note's mark, which is no text."""
_WIDEST: Final = 4
_NEAR_ROWS: Final = 2


@dataclass(slots=True)
class Note:
    """A footnote while it is being read: `lines` of its body, mark removed; n is 0 where `mark` is a sign."""

    key: str
    mark: str
    page: int
    lines: list[Line] = field(default_factory=list)
    called: bool = False

    @property
    def n(self) -> int:
        """Return the printed number, 0 for a sign."""
        return int(self.mark) if self.mark.isdecimal() else 0


def body_size(pages: Sequence[Page]) -> float:
    """Size (points, to a tenth) of most letters of the document; 0.0 without text."""
    letters: dict[float, int] = {}
    for page in pages:
        for row in page.rows:
            for line in row:
                size = round(line.size, 1)
                letters[size] = letters.get(size, 0) + line.letters
    return max(letters, key=lambda size: (letters[size], size)) if letters else 0.0


def take_notes(pages: Sequence[Page]) -> list[Note]:
    """Take footnote bodies out of the pages' rows; a body cut by a page is joined."""
    size = body_size(pages)
    notes: list[Note] = []
    for page in pages:
        before = [note for note in notes if note.page == page.number - 1 and note.lines]
        unfinished, last = _unfinished(before), before[-1] if before else None
        start = _notes_start(page, size, unfinished, last)
        if start is None:
            continue
        lines = [line for row in page.rows[start:] for line in row]
        called = raised_numbers(page)
        current = unfinished or last
        mark = take_mark(lines[0], _expected(notes, page) | called, called)
        if current is None and mark is None:
            continue  # of no note that is known: it stays text, or it would be lost
        page.rows = page.rows[:start]
        for index, line in enumerate(lines):
            if index:
                mark = take_mark(line, _expected(notes, page), called)
            if mark is not None:
                current = Note(f"{page.number}.{mark}.{len(notes)}", mark, page.number)
                notes.append(current)
            if current is not None and line.spans:
                current.lines.append(line)
    return notes


def _unfinished(notes: Sequence[Note]) -> Note | None:
    """Return the last note whose text breaks off in the middle of a sentence."""
    return next((note for note in reversed(notes) if not _FINISHED.search(note.lines[-1].text)), None)


def _notes_start(page: Page, size: float, unfinished: Note | None, last: Note | None) -> int | None:
    """Index of the first footnote row of a page; None when it has none.

    unfinished, last: notes of the page before. Below the rule, lines without a mark in the size of the
    last one go on with it, even where it was cut after a sentence.
    """
    rows = page.rows
    called = raised_numbers(page)
    for rule in separators(page.graphics, page.width, page.height):
        start = next(
            (index for index, row in enumerate(rows) if row[0].base - 0.3 * row[0].size > rule.at), None
        )
        if start is None or rows[start][0].x0 < rule.start - 40 or _underlines(rule, rows[:start]):
            continue
        small = all(line.size <= size - _SMALLER for row in rows[start:] for line in row)
        mark = mark_of(rows[start][0])
        goes_on = unfinished is not None or (last is not None and _one_size(rows[start][0], last))
        if small and (mark is not None or goes_on):
            return start
        if mark in called and not rows[start][0].bold and _is_foot(rows, start, size):
            return start
    start = _start_without_rule(rows, size, unfinished, called)
    if start is None and rows and rows[-1][0].base > _FOOT * page.height:
        start = _start_of_all_called(rows, size, called)
    return start


def _one_size(line: Line, note: Note) -> bool:
    return abs(line.size - note.lines[-1].size) < _SAME_SIZE


def _underlines(rule: Rule, rows: list[list[Line]]) -> bool:
    """Whether a rule is drawn under the words of a line rather than between text and notes."""
    return any(
        abs(rule.at - line.base) < 0.3 * line.size and line.x0 - 3 <= rule.start and rule.end <= line.x1 + 3
        for row in rows[-_NEAR_ROWS:]
        for line in row
    )


def _start_of_all_called(rows: list[list[Line]], size: float, called: set[str]) -> int | None:
    """Find notes in the size of the body: at the foot, lines that start with every called number in turn.

    They must lie lower than the text by more than a line, as notes at the foot of a page do.
    """
    wanted = sorted(called, key=lambda mark: (mark.isdecimal(), mark.zfill(_WIDEST)), reverse=True)
    for index in range(len(rows) - 1, 0, -1):
        if not wanted or len(rows[index]) > 1 or rows[index][0].size > size + _SAME_SIZE:
            return None
        first = rows[index][0]
        leading = leading_mark(first.text)
        if leading is None or leading[1] != wanted[0] or not leading[0].rstrip().endswith(leading[1]):
            continue
        wanted.pop(0)
        if not wanted:
            gap = first.base - max(line.base for line in rows[index - 1])
            usual = min((rows[k][0].base - rows[k - 1][0].base for k in range(1, len(rows))), default=0.0)
            return index if gap > 1.2 * usual else None
    return None


def _is_foot(rows: list[list[Line]], start: int, size: float) -> bool:
    """Whether the rows from `start` on are plain lines of at most body size, one piece each."""
    return all(len(row) == 1 and row[0].size < size + _SAME_SIZE for row in rows[start:])


def _start_without_rule(
    rows: list[list[Line]], size: float, unfinished: Note | None, called: set[str]
) -> int | None:
    """Find the foot of a page in smaller type whose first line starts with a raised or a called number.

    A number is `called` when it stands raised in the page's text: LibreOffice may print the mark before
    the note plain, even larger than the note. Small lines above the number go on with an unfinished note
    of the page before.
    """
    start: int | None = None
    for index in range(len(rows) - 1, -1, -1):
        if any(line.size > size - _SMALLER for line in rows[index]):
            break
        first = rows[index][0]
        marked = is_raised(first.spans[0], first) or is_garbled_mark(first)
        marked = (marked and len(first.spans) > 1) or mark_of(first) in called
        marked = marked and len(rows[index]) == 1
        if marked or (unfinished is not None and _one_size(first, unfinished)):
            start = index
    return start


def _expected(notes: list[Note], page: Page) -> set[str]:
    """Return the numbers that the next note may bear: the one after the last, 1 on a new page."""
    last = next((note for note in reversed(notes) if note.n), None)
    if last is None:
        return {"1"}
    return {str(last.n + 1)} | ({"1"} if last.page != page.number else set())


def raw_notes(notes: Sequence[Note], texts: dict[str, str]) -> list[RawNote]:
    """Return the notes as the structure code wants them; `texts` by key."""
    shown = {key: _MARK_BRACKETS.sub("", text) for key, text in texts.items()}
    return [RawNote(note.key, note.n, shown.get(note.key, ""), note.page) for note in notes]
