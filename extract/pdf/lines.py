"""Spans and lines: what a page holds once its characters are read, by pdfium or by OCR.

All coordinates are points from the top-left corner of the page as displayed (after /Rotate), x to
the right, y downwards. An OCR engine produces the same `Span`s (one per word is fine) and calls
`build_rows`; everything after that is shared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

WIDE_GAP: Final = 1.5
"""Gap, in ems, beyond which two pieces on one baseline are kept apart (tabs, columns)."""
_SPACE_GAP: Final = 0.16
_SAME_ROW: Final = 0.5
_RAISED_MAX_CHARS: Final = 6
_MOST_PIECES: Final = 300
SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
"""Superscript digits typed as such → plain ones."""
DELETED: Final = 1
"""A span struck out by an editor, to be left out."""
CUT_BEFORE, CUT_AFTER = 2, 4
"""A span that a deletion touches, without a space between them."""


@dataclass(slots=True)
class Span:
    """A stretch of one line in one font and size (a word, for OCR).

    text: printed text without outer spaces. x0/x1: left and right end. base: baseline. size: em in
    points (OCR: from the height of the line's boxes, the same for all words of a line). space: a
    space stands before it on its line. confidence: 0..1 from OCR, None for a text layer. edit: what
    tracked changes did, of `DELETED`, `CUT_BEFORE`, `CUT_AFTER`.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    font: str = ""
    space: bool = True
    confidence: float | None = None
    underline: bool = False
    edit: int = 0


@dataclass(slots=True)
class Gone:
    """What tracked deletions took out of a line: its place is still that of the printed line.

    above: points of height of whole lines just above it. width: points of its own width.
    """

    above: float = 0.0
    width: float = 0.0


@dataclass(slots=True)
class Line:
    """One printed line, or one piece of it where a wide gap cuts it, left to right.

    x0/x1/base/size are those of its main size. page is 1-based. column: None = full width, 0/1 in a
    side-by-side area, whose number is `area`. spaced: the printed line ends with a typed space.
    letters: count of characters of its spans; bold/italic: most of them are. scan: read by OCR.
    calls: footnote calls found in it, as (span index, note key). gone: what was left out of it, if anything.
    """

    spans: list[Span]
    x0: float
    x1: float
    base: float
    size: float
    page: int = 0
    column: int | None = None
    area: int | None = None
    spaced: bool = False
    letters: int = 0
    bold: bool = False
    italic: bool = False
    scan: bool = False
    calls: dict[int, str] = field(default_factory=dict)
    gone: Gone | None = None

    @property
    def text(self) -> str:
        """Text with single spaces between separated spans."""
        if len(self.spans) == 1:
            return self.spans[0].text
        return join_spans(self.spans)


def join_spans(spans: Sequence[Span]) -> str:
    """Texts in order, with one space where a space stands before a span."""
    parts: list[str] = []
    for index, span in enumerate(spans):
        if index and span.space:
            parts.append(" ")
        parts.append(span.text)
    return "".join(parts)


def make_line(spans: list[Span], *, spaced: bool = False) -> Line:
    """Line of `spans` (left to right); its baseline and size are those of most letters."""
    if len(spans) == 1:
        one = spans[0]
        return Line(
            spans,
            one.x0,
            one.x1,
            one.base,
            one.size,
            spaced=spaced,
            letters=len(one.text),
            bold=one.bold,
            italic=one.italic,
        )
    counts: dict[tuple[float, float], int] = {}
    total = bold = italic = 0
    for span in spans:
        key = (round(span.size, 1), round(span.base, 1))
        count = len(span.text)
        counts[key] = counts.get(key, 0) + count
        total += count
        bold += count if span.bold else 0
        italic += count if span.italic else 0
    size, base = max(counts, key=lambda key: (counts[key], key))
    main = next(span for span in spans if round(span.size, 1) == size and round(span.base, 1) == base)
    return Line(
        spans,
        spans[0].x0,
        max(span.x1 for span in spans),
        main.base,
        main.size,
        spaced=spaced,
        letters=total,
        bold=2 * bold > total,
        italic=2 * italic > total,
    )


def pitch(above: Line, below: Line) -> float:
    """Points from one baseline to another, as if no line between them had been left out."""
    return below.base - above.base - (below.gone.above if below.gone else 0.0)


def part_of(line: Line, spans: list[Span]) -> Line:
    """Return a line of some of the spans of `line`, on the same page."""
    part = make_line(spans, spaced=line.spaced)
    part.page, part.scan = line.page, line.scan
    part.gone = line.gone
    return part


def merge_lines(lines: list[Line]) -> Line:
    """Return one line of pieces that stand beside each other, a space between them."""
    if len(lines) == 1:
        return lines[0]
    for line in lines[1:]:
        line.spans[0].space = True
    whole = make_line([span for line in lines for span in line.spans], spaced=lines[-1].spaced)
    whole.page, whole.scan = lines[0].page, lines[0].scan
    if any(line.gone for line in lines):
        gone = [line.gone or Gone() for line in lines]
        whole.gone = Gone(max(one.above for one in gone), sum(one.width for one in gone))
    return whole


def build_rows(pieces: Iterable[Line]) -> list[list[Line]]:
    """Rows from top to bottom, each of pieces from left to right.

    Pieces on one baseline with a small gap become one line (a raised footnote mark joins the line
    it stands on); a gap wider than `WIDE_GAP` ems keeps them apart within the row.
    """
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda line: (line.base, line.x0)):
        for row in reversed(rows[-3:]):
            if _belongs(piece, row):
                row.append(piece)
                break
        else:
            rows.append([piece])
    rows.sort(key=_row_base)
    return [_merge_row(row) for row in rows]


def _row_base(row: list[Line]) -> float:
    return max(row, key=lambda line: (line.letters, line.base)).base


def _belongs(piece: Line, row: list[Line]) -> bool:
    """Whether `piece` stands on the row: near its baseline and beside its pieces."""
    if len(row) >= _MOST_PIECES:
        return False
    anchor = max(row, key=lambda line: line.size)
    if abs(piece.base - anchor.base) > _SAME_ROW * max(piece.size, anchor.size):
        return False
    if (
        abs(piece.base - anchor.base) > _SAME_ROW * min(piece.size, anchor.size)
        and min(piece.letters, anchor.letters) > _RAISED_MAX_CHARS
    ):
        return False
    return all(piece.x0 >= other.x1 - 1.5 or piece.x1 <= other.x0 + 1.5 for other in row)


def _merge_row(row: list[Line]) -> list[Line]:
    if len(row) == 1:
        return row
    row.sort(key=lambda line: line.x0)
    merged = [row[0]]
    for piece in row[1:]:
        before = merged[-1]
        gap = piece.x0 - before.x1
        size = max(piece.size, before.size)
        if gap > WIDE_GAP * size:
            merged.append(piece)
            continue
        first = piece.spans[0]
        first.space = before.spaced or gap > _SPACE_GAP * size
        merged[-1] = make_line(before.spans + piece.spans, spaced=piece.spaced)
    return merged


_DIGITS: Final = re.compile(r"\(?\d{1,3}\)?|[¹²³⁰⁴-⁹]{1,3}|\(?[*†‡§¶‖]{1,4}\)?")


def is_raised(span: Span, line: Line) -> bool:
    """Whether a span looks like a note mark: digits, clearly smaller than its line's main size."""
    if span.size > 0.82 * line.size or not _DIGITS.fullmatch(span.text):
        return False
    return line.base - span.base > 0.1 * line.size or span.size < 0.7 * line.size
