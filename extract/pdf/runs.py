"""Characters of a loaded text page as runs: stretches of one text object on one printed line.

A page has some 3,000 characters but 50–500 text objects; the end of an object on a line is found by
galloping, so that a page costs a few hundred calls into pdfium instead of ten thousand.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extract.pdf import ffi

SPACES: Final = " \u3000"
# pdfium's marks for a hyphen at a line's end, which is a real one in `669/KH-VPUBND`; other spaces
_MARKS: Final = (("\x02", "-"), ("\ufffe", "-"), ("\u00a0", " "), ("\t", " "))
_LEAN: Final = 0.12
"""Sine of the angle by which letters are sheared from which they are a made-up italic."""
_LINE: Final = re.compile(r"[^\r\n]+")
_UPRIGHT: Final = 3.0
"""Degrees within which text counts as horizontal."""
# Lines that may hold the two sides of a letterhead or of the signature block in one text object
_SIDE_BY_SIDE: Final = re.compile(
    r"\S\s+(?:CỘNG HO?[ÒÀ]A? XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]?\s*Tự do)"
    r"|^\s*Số\s*:.*\bngày\b.*\btháng\b|^\s*Nơi nhận\s*:?.*\S"
    # blanks that a signing program fills with the number and the date
    r"|\bS[ốo]\s*:\s*/|\bngày\s+tháng\b|\btháng\s+năm\b"
)
_SIDE_WORDS: Final = ("CỘNG H", "CỘNG SẢN", "Độc lập", "Số", "So:", "Nơi nhận", "tháng")
"""One of these stands in every line that `_SIDE_BY_SIDE` may find; looking for them is cheap."""
_SIDE_GAP: Final = 0.9
"""Gap in ems that separates the two sides within one text object."""


@dataclass(slots=True)
class Frame:
    """Page geometry: maps user space to points from the top-left corner as displayed.

    left/bottom/right/top: the crop box. turn: quarter turns clockwise under which most text is upright.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def width(self) -> float:
        """Displayed width in points."""
        return self.top - self.bottom if self.turn % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Displayed height in points."""
        return self.right - self.left if self.turn % 2 else self.top - self.bottom

    def place(self, x: float, y: float) -> tuple[float, float]:
        """User space → displayed space."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x


@dataclass(slots=True)
class Run:
    """Character range [start, stop) with its look; x, y: origin in user space.

    turn: quarter turns that set it upright, None when slanted. cut: known to start a column. struck: printed
    twice, as bold. leans: set upright but sheared, as italic. edit: as of `Span`.
    """

    start: int
    stop: int
    x: float
    y: float
    size: float
    turn: int | None
    font: int
    handle: int
    cut: bool = False
    struck: bool = False
    leans: bool = False
    edit: int = 0


def quarter(a: float, b: float) -> int | None:
    """Quarter turns clockwise that set a text direction upright; None when slanted (or not a number)."""
    if b == 0 and a > 0:
        return 0
    if math.isnan(a) or math.isnan(b):
        return None
    angle = math.degrees(math.atan2(b, a))
    turns = round(angle / 90)
    return turns % 4 if abs(angle - 90 * turns) <= _UPRIGHT else None


def _two_sided(text: str) -> bool:
    return any(word in text for word in _SIDE_WORDS) and _SIDE_BY_SIDE.search(text) is not None


class TextPage:
    """A loaded text page: its text, its lines of runs, and the turn of its frame set to theirs."""

    def __init__(self, handle: int, frame: Frame) -> None:
        self.handle = handle
        self.frame = frame
        self.count = ffi.text_count(handle)
        text = ffi.page_text(handle, self.count)
        for mark, shown in _MARKS:
            text = text.replace(mark, shown)
        self.text = text
        self.lines = self._read_lines()
        frame.turn = self._main_turn(frame.turn)

    def _object_end(self, start: int, stop: int, handle: int) -> int:
        """First index after `start` (at most `stop`) whose character is of another text object."""
        page, find = self.handle, ffi.char_object
        if find(page, stop - 1) == handle:
            return stop
        step, low = 4, start
        while low + step < stop and find(page, low + step) == handle:
            low += step
            step *= 2
        high = min(low + step, stop - 1)
        while high - low > 1:
            middle = (low + high) // 2
            if find(page, middle) == handle:
                low = middle
            else:
                high = middle
        return high

    def _read_lines(self) -> list[list[Run]]:
        text, page = self.text, self.handle
        lines: list[list[Run]] = []
        look: tuple[int, float] | None = None
        scale, turn = 1.0, quarter(1.0, 0.0)
        leans = leaning = False  # once one run of a page is sheared, every one is looked at
        for found in _LINE.finditer(text):
            start, stop = found.span()
            while stop > start and text[stop - 1] in SPACES:
                stop -= 1
            runs: list[Run] = []
            y_before = math.inf
            while start < stop:
                handle = ffi.char_object(page, start) if text[start] not in SPACES else None
                if not handle:
                    start += 1
                    continue
                end = self._object_end(start, stop, handle)
                font, raw = ffi.object_font(handle), ffi.char_size(page, start)
                x, y = ffi.origin(page, start)
                if look != (font, raw) or leaning or abs(y_before - y) > 0.01:
                    a, b, c, d = ffi.matrix(page, start)
                    scale, turn, look = math.hypot(c, d), quarter(a, b), (font, raw)
                    leans = (c != 0 or b != 0) and a * c + b * d > _LEAN * math.hypot(a, b) * scale
                    leaning = leaning or leans
                runs.append(Run(start, end, x, y, raw * scale, turn, font, handle, leans=leans))
                start, y_before = end, y
            if runs:
                cut = _two_sided(found[0]) and not self._tangled(runs)
                lines.append(self._cut_sides(runs) if cut else runs)
        return lines

    def _main_turn(self, turn: int) -> int:
        """Quarter turns under which most characters are upright (the page's own on a tie)."""
        votes = {turn: 0}
        for runs in self.lines:
            for run in runs:
                if run.turn is not None:
                    votes[run.turn] = votes.get(run.turn, 0) + run.stop - run.start
        return max(votes, key=lambda key: (votes[key], key == turn))

    def _tangled(self, runs: list[Run]) -> bool:
        """Whether a run starts inside the one before it: its gaps hold letters and are no columns."""
        return any(
            before.x < run.x < ffi.box(self.handle, before.stop - 1)[1] - 0.3 * run.size
            for before, run in pairwise(runs)
        )

    def _cut_sides(self, runs: list[Run]) -> list[Run]:
        """Cut runs where a wide gap inside one text object separates two sides."""
        result: list[Run] = []
        for run in runs:
            start = run.start
            for index in range(run.start + 1, run.stop - 1):
                if self.text[index] != " " or self.text[index + 1] == " ":
                    continue
                left = ffi.box(self.handle, index - 1)[1]
                x = ffi.origin(self.handle, index + 1)[0]
                if run.turn == 0 and x - left > _SIDE_GAP * run.size:
                    result.append(self.part(run, start, index))
                    result[-1].cut = start > run.start
                    start = index + 1
            last = self.part(run, start, run.stop)
            last.cut = start > run.start
            result.append(last)
        return result

    def part(self, run: Run, start: int, stop: int) -> Run:
        """Characters [start, stop) of a run as a run."""
        while start < stop - 1 and self.text[start] in SPACES:
            start += 1
        x, y = (run.x, run.y) if start == run.start else ffi.origin(self.handle, start)
        return replace(run, start=start, stop=stop, x=x, y=y, cut=False)

    def right(self, run: Run) -> float:
        """Right end of a run's last character that is no space, displayed space."""
        index = run.stop - 1
        while index > run.start and self.text[index] in SPACES:
            index -= 1
        return self.right_of(index)

    def right_of(self, index: int) -> float:
        """Right end of a character, displayed space."""
        left, right, bottom, top = ffi.box(self.handle, index)
        if self.frame.turn == 0:
            return right - self.frame.left
        return max(self.frame.place(left, bottom)[0], self.frame.place(right, top)[0])
