"""Tracked deletions that were printed: text in the editor's colour with a line of that colour through it.

Word ("All markup"), LibreOffice and Google Docs print them so. What is read is the document with all
changes accepted, as from a DOCX; a line through text in the text's own colour is the author's and stays.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from extract.pdf import ffi
from extract.pdf.graphics import Graphics, Rule
from extract.pdf.lines import CUT_AFTER, CUT_BEFORE, DELETED, Gone, Line, Span, make_line
from extract.pdf.runs import SPACES, Run, TextPage

_MIDDLE: Final = (0.1, 0.52)
"""Ems above the baseline between which a line runs through letters."""
_UNDER: Final = (-0.02, 0.3)
"""Ems below the baseline between which inserted text is underlined."""
_VIVID: Final = 40
"""Difference of a colour's channels (0..255) from which it is no black, grey or white."""
_ALIKE: Final = 24
_BEYOND: Final = 0.2
"""Ems of a text that a line through all of it may leave out at either end."""
_SPACE: Final = 0.1
"""Ems between letters and a deletion that are a space."""


@dataclass(slots=True)
class Deletions:
    """Lines through deleted text of one page and under inserted text; empty where nothing is deleted.

    count: stretches of text that `leave_out` took away.
    """

    strikes: list[Rule] = field(default_factory=list)
    inserted: list[Rule] = field(default_factory=list)
    count: int = 0


def mark_deleted(text: TextPage, graphics: Graphics) -> Deletions:
    """Mark the runs of deleted text, cut where it ends; take the editor's lines from the rules.

    Cost: a call for each horizontal rule; more only on pages with rules in a colour.
    """
    coloured = _coloured(graphics.horizontal)
    if not coloured:
        return Deletions()
    finder = _Finder(text, coloured)
    found = [[part for run in line for part in finder.cut(run)] for line in text.lines]
    changed = {colour for colour in finder.colours if not finder.is_own(colour, found)}
    if not changed:
        return Deletions()
    for run in (run for line in found for run in line):
        run.edit = run.edit if finder.colour(run) in changed else 0
    text.lines = found
    taken = [rule for rule, colour in coloured if any(_alike(colour, one) for one in changed)]
    others, struck = {id(rule) for rule in taken}, {id(rule) for rule in finder.strikes}
    graphics.horizontal = [rule for rule in graphics.horizontal if id(rule) not in others]
    return Deletions(
        [rule for rule in taken if id(rule) in struck], [rule for rule in taken if id(rule) not in struck]
    )


def leave_out(rows: Sequence[list[Line]], deletions: Deletions) -> list[list[Line]]:
    """Rows without deleted text; what is left keeps its place, and lines know what went."""
    if not deletions.strikes:
        return list(rows)
    kept_rows: list[list[Line]] = []
    lost: list[list[Line]] = []
    for row in rows:
        kept = [line for line in (_remains(line, deletions) for line in row) if line is not None]
        if not kept:
            lost.append(row)
            continue
        if lost and kept_rows:
            _close_up(kept_rows[-1], lost, kept)
        lost = []
        kept_rows.append(kept)
    return kept_rows


def _close_up(above: Sequence[Line], lost: Sequence[Sequence[Line]], below: Sequence[Line]) -> None:
    """Tell lines that whole rows stood above them, and the line above where its paragraph's last line ended.

    Of the spaces over and under the lost rows the larger one is that between the lines that are left.
    """
    space = max(lost[0][0].base - above[0].base, below[0].base - lost[-1][0].base)
    for line in below:
        line.gone = line.gone or Gone()
        line.gone.above = below[0].base - above[0].base - space
    if len(above) == len(lost[-1]) == 1:
        above[0].x1 = min(above[0].x1, lost[-1][0].x1)


def _coloured(rules: Sequence[Rule]) -> list[tuple[Rule, ffi.Colour]]:
    """Rules in a colour, from top to bottom."""
    found = [(rule, ffi.path_colour(rule.path)) for rule in rules if rule.path]
    return sorted(
        (item for item in found if max(item[1]) - min(item[1]) >= _VIVID), key=lambda item: item[0].at
    )


def _alike(one: ffi.Colour, other: ffi.Colour) -> bool:
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))


class _Finder:
    """Finds the rules through runs and under them, each in the run's own colour."""

    def __init__(self, text: TextPage, coloured: Sequence[tuple[Rule, ffi.Colour]]) -> None:
        self.text = text
        self.coloured = coloured
        self.colours: set[ffi.Colour] = set()
        self.strikes: list[Rule] = []
        self._places = [rule.at for rule, _ in coloured]
        self._known: dict[int, ffi.Colour] = {}

    def colour(self, run: Run) -> ffi.Colour:
        """Colour of a run's letters."""
        if run.handle not in self._known:
            self._known[run.handle] = ffi.fill_colour(run.handle)
        return self._known[run.handle]

    def cut(self, run: Run) -> list[Run]:
        """Return the run, or its parts where a line goes through some of it; struck parts are marked."""
        strikes = self._rules(run, -_MIDDLE[1], -_MIDDLE[0])
        if not strikes:
            return [run]
        x0, _ = self.text.frame.place(run.x, run.y)
        beyond = _BEYOND * run.size
        whole = any(
            rule.start <= x0 + beyond and rule.end >= self.text.right(run) - beyond for rule in strikes
        )
        parts = [run] if whole else self._parts(run, strikes)
        if whole or any(part.edit for part in parts):
            self.strikes += strikes
            self.colours.add(self.colour(run))
        if whole:
            run.edit = DELETED
        return parts

    def is_own(self, colour: ffi.Colour, lines: Sequence[Sequence[Run]]) -> bool:
        """Whether most letters of the page that no editor changed are in that colour: it is the text's."""
        letters: Counter[ffi.Colour] = Counter()
        for run in (run for line in lines for run in line):
            if not run.edit and not self._rules(run, *_UNDER):
                letters[self.colour(run)] += run.stop - run.start
        return bool(letters) and _alike(max(letters, key=lambda one: (letters[one], one)), colour)

    def _rules(self, run: Run, above: float, below: float) -> list[Rule]:
        """Rules over or under a run, between two distances below its baseline in ems, in its colour."""
        if run.turn != self.text.frame.turn:
            return []
        x, y = self.text.frame.place(run.x, run.y)
        first = bisect_left(self._places, y + above * run.size)
        last = bisect_left(self._places, y + below * run.size)
        if first == last:
            return []
        right, own = self.text.right(run), self.colour(run)
        return [
            rule
            for rule, colour in self.coloured[first:last]
            if rule.end > x and rule.start < right and _alike(colour, own)
        ]

    def _parts(self, run: Run, strikes: Sequence[Rule]) -> list[Run]:
        text, page = self.text, self.text.handle
        parts: list[Run] = []
        start, before = run.start, False
        for index in range(run.start, run.stop):
            if text.text[index] in SPACES:
                continue
            left = text.frame.place(*ffi.origin(page, index))[0]
            middle = (left + text.right_of(index)) / 2
            struck = any(rule.start <= middle <= rule.end for rule in strikes)
            if struck != before and index > start:
                parts.append(text.part(run, start, index))
                parts[-1].edit = DELETED * before
                start = index
            before = struck
        parts.append(text.part(run, start, run.stop))
        parts[-1].edit = DELETED * before
        return parts


def _remains(line: Line, deletions: Deletions) -> Line | None:
    """Return what is left of a line, None for nothing; a space stays where one stood beside the deletion."""
    if not any(span.edit & DELETED for span in line.spans):
        return line
    kept: list[Span] = []
    width, before = 0.0, False
    for span in line.spans:
        deleted = bool(span.edit & DELETED)
        if deleted:
            deletions.count += not before
            width += span.x1 - span.x0
            if kept and not before and _touches(kept[-1].x1, line, deletions.strikes):
                kept[-1].edit |= CUT_AFTER
        else:
            if before:
                span.edit |= CUT_BEFORE * _touches(span.x0, line, deletions.strikes)
                span.space = not (kept and span.edit & CUT_BEFORE and kept[-1].edit & CUT_AFTER)
            kept.append(span)
        before = deleted
    if not kept:
        return None
    left = make_line(kept, spaced=line.spaced and not before)
    left.x0, left.x1, left.gone = line.x0, line.x1, Gone(width=width)
    return left


def _touches(x: float, line: Line, strikes: Sequence[Rule]) -> bool:
    """Whether a strike on a line begins or ends at the letters that stand at x, not a space away."""
    near = _SPACE * line.size
    return any(
        min(abs(rule.start - x), abs(rule.end - x)) <= near and 0 < line.base - rule.at < line.size
        for rule in strikes
    )
