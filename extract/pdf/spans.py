"""Runs of a text page → pieces of lines: spans with font, size, weight and place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from extract.encoding import decode_run, display
from extract.pdf import ffi
from extract.pdf.faces import Face, read_face
from extract.pdf.graphics import Rule
from extract.pdf.lines import WIDE_GAP, Line, Span, make_line
from extract.pdf.runs import SPACES, Run, TextPage
from extract.pdf.untangle import is_spaced_out, untangle

_FILL_AND_STROKE: Final = 2
"""Text render mode by which Word fakes a bold face."""
_SAME: Final = 0.1
_TANGLED: Final = 0.3
"""Ems by which a run may start inside the run before it (kerning) without being set into its gaps."""
_JUMP: Final = 0.6
"""Ems between baselines beyond which a run is on another line (pdfium joins lines at a hyphen)."""
_DIGITS: Final = re.compile(r"(?<=[^\s\d])\d{1,3}|\d{1,3}(?=[^\s\d.,/])|\d{1,3}(?=[.,;:)”\s]|$)")
_RAISED: Final = 0.16
"""Ems above the baseline at which the ink of a raised digit starts."""
_RAISED_SIZE, _RAISED_BASE = 0.6, 0.33
# Symbol and Wingdings bullets in the private use area, as the signs they print
_BULLETS: Final = str.maketrans(
    {"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf0e8": "➔"}
)
_SIZES: Final = (0.5, 2_000.0)
_FAR: Final = 20_000.0
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")


def _is_printed(run: Run) -> bool:
    """Whether a run has a size and a place that a page can have (a hostile file may name any number)."""
    return _SIZES[0] < run.size < _SIZES[1] and abs(run.x) < _FAR and abs(run.y) < _FAR


def _one_baseline(before: Sequence[Run], runs: Sequence[Run]) -> bool:
    y = runs[0].y
    return abs(before[0].y - y) < _SAME and all(abs(run.y - y) < _SAME for run in (*before, *runs))


class PieceReader:
    """Builds the pieces of one text page; counts its invisible characters in `hidden`.

    fences: vertical rules no span may cross. raised: look for digits that the font itself raises (a
    footnote's mark set with superior figures is no text object of its own).
    """

    def __init__(self, page: TextPage, fences: Sequence[Rule] = (), *, raised: bool = False) -> None:
        self.page = page
        self.raised = raised
        self.fences = sorted(fences, key=lambda rule: rule.at)
        self._places = [rule.at for rule in self.fences]
        self.fonts: dict[int, Face] = {}
        self.slanted: list[str] = []
        self.hidden = 0
        text = page.text
        self._plain = text.isascii() or (display(text) is text and not _PRIVATE.search(text))

    def read(self) -> list[Line]:
        """All pieces in pdfium's order; text that is not upright goes to `slanted`."""
        pieces: list[Line] = []
        turn = self.page.frame.turn
        before: list[Run] = []
        added: list[Line] = []
        for line in self.page.lines:
            runs = self._split_raised(line) if self.raised else line
            if self.fences:
                runs = self._split_at_fences(runs)
            upright = [run for run in runs if run.turn == turn and _is_printed(run)]
            if len(upright) < len(runs):
                self.slanted.extend(self.page.text[run.start : run.stop] for run in runs if run.turn != turn)
            if not upright:
                continue
            if before and _one_baseline(before, upright) and self._inside(upright[0], added):
                del pieces[len(pieces) - len(added) :]
                upright = before + upright
                added = untangle(self.page, upright, self._font, self._fence)
            elif is_spaced_out(self.page.text[upright[0].start : upright[-1].stop]):
                added = untangle(self.page, upright, self._font, self._fence)
            else:
                added = self._pieces(upright)
            pieces.extend(added)
            before = upright
        return pieces

    def _inside(self, run: Run, pieces: Sequence[Line]) -> bool:
        """Whether a run starts inside a piece already read: letters set into gaps left for them."""
        x = self.page.frame.place(run.x, run.y)[0]
        return any(piece.x0 < x < piece.x1 - _TANGLED * run.size for piece in pieces)

    def _split_raised(self, runs: list[Run]) -> list[Run]:
        """Make raised digits runs of their own, smaller and higher than the run they were in."""
        result: list[Run] = []
        for run in runs:
            start = run.start
            for found in _DIGITS.finditer(self.page.text, run.start, run.stop):
                if run.turn != 0 or not self._is_raised(run, found.start()):
                    continue
                if found.start() > start:
                    result.append(self.page.part(run, start, found.start()))
                mark = self.page.part(run, found.start(), found.end())
                mark.size *= _RAISED_SIZE
                mark.y += _RAISED_BASE * run.size
                result.append(mark)
                start = found.end()
            if start == run.start:
                result.append(run)
            elif start < run.stop and self.page.text[start : run.stop].strip():
                result.append(self.page.part(run, start, run.stop))
        return result

    def _split_at_fences(self, runs: list[Run]) -> list[Run]:
        """Cut runs at spaces over which a vertical rule stands (some printers write a table's row as one)."""
        result: list[Run] = []
        for run in runs:
            x, y = self.page.frame.place(run.x, run.y)
            base = y - 0.3 * run.size
            starts = [run.start]
            if self._fenced(x + 1.0, self.page.right(run) - 1.0, base):
                starts += [at for at in self._word_starts(run) if self._rule_before(run, at, base)]
            ends = [*starts[1:], run.stop]
            result.extend(
                run if (a, b) == (run.start, run.stop) else self.page.part(run, a, b)
                for a, b in zip(starts, ends, strict=True)
            )
        return result

    def _word_starts(self, run: Run) -> list[int]:
        text = self.page.text
        return [
            at
            for at in range(run.start + 1, run.stop)
            if text[at - 1] in SPACES and text[at] not in SPACES and text[run.start : at].strip()
        ]

    def _rule_before(self, run: Run, start: int, base: float) -> bool:
        """Whether a rule stands between the word that starts at `start` and the word before it."""
        before = start - 1
        while self.page.text[before] in SPACES:
            before -= 1
        left = self.page.frame.place(*ffi.origin(self.page.handle, start))[0]
        return self._fenced(self.page.right_of(before), left, base)

    def _is_raised(self, run: Run, index: int) -> bool:
        _, _, bottom, _ = ffi.box(self.page.handle, index)
        return bottom - run.y > _RAISED * run.size

    def _font(self, handle: int) -> Face:
        found = self.fonts.get(handle)
        if found is None:
            found = self.fonts[handle] = read_face(handle)
        return found

    def _fenced(self, left: float, right: float, y: float) -> bool:
        """Whether a vertical rule stands between two x on the line at y."""
        if not self.fences:
            return False
        index = bisect_left(self._places, left - 1.0)
        while index < len(self.fences) and self._places[index] <= right + 1.0:
            rule = self.fences[index]
            if rule.start <= y <= rule.end + 1.0:
                return True
            index += 1
        return False

    def _fence(self, left: float, right: float, base: float) -> bool:
        return self._fenced(left, right, base - 4.0)

    def _pieces(self, runs: list[Run]) -> list[Line]:
        """Spans of one printed line, cut where a gap is wide or a rule stands."""
        page = self.page
        pieces: list[list[Span]] = [[]]
        before: Run | None = None
        for run in runs:
            x, y = page.frame.place(run.x, run.y)
            spaced = before is None or run.start > before.stop or page.text[run.start - 1] in SPACES
            last = pieces[-1][-1] if pieces[-1] else None
            joins = last is not None and before is not None and self._same_look(run, before)
            if last is not None and before is not None and (spaced or not joins or run.cut):
                last.x1 = page.right(before)
                wide = x - last.x1 > WIDE_GAP * max(run.size, before.size) or x < last.x0 - run.size
                jump = abs(run.y - before.y) > _JUMP * max(run.size, before.size)
                left = last.x0 - run.size  # or just before it, where only the first letter is set apart
                if not jump and left < x < max(last.x1 - _TANGLED * run.size, self._gap_end(before)):
                    return untangle(page, runs, self._font, self._fence)
                if run.cut or wide or jump or (self.fences and self._fenced(last.x1, x, y - 0.3 * run.size)):
                    pieces.append([])
                    joins = False
            if joins and last is not None:
                last.text += (" " if spaced else "") + self._text(run)
            else:
                pieces[-1].append(self._span(run, x, y, spaced=spaced))
            before = run
        if before is not None:
            pieces[-1][-1].x1 = page.right(before)
        return [make_line(spans) for spans in pieces if spans]

    def _gap_end(self, run: Run) -> float:
        """Place of the space that ends a run; letters left of it were set into a gap before it."""
        last = run.stop - 1
        if last == run.start or self.page.text[last] not in SPACES:
            return 0.0
        return self.page.frame.place(*ffi.origin(self.page.handle, last))[0] - 0.05 * run.size

    def _same_look(self, run: Run, before: Run) -> bool:
        """One face (Word splits it into two fonts), size and baseline."""
        if run.font != before.font and self._font(run.font) != self._font(before.font):
            return False
        alike = run.struck == before.struck and run.edit == before.edit and run.leans == before.leans
        return alike and abs(run.size - before.size) < 0.05 and abs(run.y - before.y) < 0.5

    def _text(self, run: Run) -> str:
        text = self.page.text[run.start : run.stop]
        font = self._font(run.font)
        if font.legacy:  # TCVN3 and VNI letters are Vietnamese only in their font
            text = decode_run(text, font.name)
        text = text.strip()
        return text if self._plain else display(text.translate(_BULLETS))

    def _span(self, run: Run, x: float, y: float, *, spaced: bool) -> Span:
        font = self._font(run.font)
        mode = ffi.object_mode(run.handle)
        if mode == ffi.INVISIBLE:
            self.hidden += run.stop - run.start
        bold = font.bold or run.struck or mode == _FILL_AND_STROKE
        span = Span(self._text(run), x, x, y, run.size, bold, font.italic or run.leans, font.name, spaced)
        span.edit = run.edit
        return span
