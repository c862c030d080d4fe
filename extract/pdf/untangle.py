"""Lines whose letters come in the wrong order: some letters set in another font, into gaps left for them.

Where a face lacks Vietnamese letters, LibreOffice prints "Ph l c" and then "ụ ụ" in a fallback face.
Only the places of the characters tell the word, so such a line is put together character by character.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extract.encoding import decode_run, display
from extract.pdf import ffi
from extract.pdf.faces import Face
from extract.pdf.lines import WIDE_GAP, Line, Span, make_line
from extract.pdf.runs import SPACES, Run, TextPage

_SPACE: Final = 0.1
"""Ems between a letter's advance and the next letter that are a space: pdfium drops the space character
where it put one of its own into a gap."""
_FEW: Final = 4
_MOST: Final = 0.8
_WORD_GAP: Final = 1.5
"""Times the usual gap between spaced-out letters from which a gap parts words."""
_RAISED: Final = 0.6
"""Ems between baselines within which a raised mark belongs to the line."""


@dataclass(slots=True)
class _Letter:
    x0: float
    x1: float
    text: str
    run: Run
    base: float


def untangle(page: TextPage, runs: Sequence[Run], face: Callable[[int], Face]) -> list[Line]:
    """Pieces of a line made of its characters from left to right, each baseline for itself."""
    baselines: list[list[Run]] = []
    for run in runs:
        near = [
            group for group in baselines if abs(group[0].y - run.y) < _RAISED * max(group[0].size, run.size)
        ]
        if near:
            near[0].append(run)
        else:
            baselines.append([run])
    return [piece for group in baselines for piece in _untangle(page, group, face)]


def _untangle(page: TextPage, runs: Sequence[Run], face: Callable[[int], Face]) -> list[Line]:
    letters = sorted(_letters(page, runs, face), key=lambda letter: letter.x0)
    space = _space_between(letters)
    pieces: list[list[Span]] = [[]]
    weights: dict[int, list[int]] = {}
    spaced = True
    before: _Letter | None = None
    for letter in letters:
        if letter.text == " ":
            spaced = spaced or space == _SPACE
            continue
        gap = letter.x0 - before.x1 if before is not None else 0.0
        if before is not None and gap > max(WIDE_GAP, 2 * space) * letter.run.size:
            pieces.append([])
        spaced = spaced or gap > space * letter.run.size
        _append(pieces[-1], letter, before, face, spaced=spaced, weights=weights)
        spaced, before = False, letter
    for piece in pieces:
        for span in piece:
            bold, italic, count = weights[id(span)]
            span.bold, span.italic, span.text = 2 * bold > count, 2 * italic > count, display(span.text)
    return [make_line(piece) for piece in pieces if piece]


def is_spaced_out(text: str) -> bool:
    """Whether the letters of a line stand apart ("B Á O  C Á O"), so that every one looks like a word."""
    words = text.split()
    return len(words) > _FEW and sum(len(word) == 1 for word in words) > _MOST * len(words)


def _space_between(letters: Sequence[_Letter]) -> float:
    """Ems that part words: more than the usual gap where letters are spaced out."""
    inked = [letter for letter in letters if letter.text != " "]
    gaps = sorted((after.x0 - letter.x1) / letter.run.size for letter, after in pairwise(inked))
    if not gaps or gaps[len(gaps) // 2] <= _SPACE:
        return _SPACE
    return _WORD_GAP * gaps[len(gaps) // 2]


def _letters(page: TextPage, runs: Sequence[Run], face: Callable[[int], Face]) -> list[_Letter]:
    """Every character with its place; spaces that pdfium put into gaps are left out."""
    letters = []
    for run in runs:
        base = page.frame.place(run.x, run.y)[1]
        font = face(run.font)
        for index in range(run.start, run.stop):
            char = page.text[index]
            blank = char in SPACES
            if blank and ffi.char_generated(page.handle, index) != 0:
                continue
            x = page.frame.place(*ffi.origin(page.handle, index))[0]
            right = x if blank else _advance_end(page, index)
            text = " " if blank else decode_run(char, font.name) if font.legacy else char
            letters.append(_Letter(x, right, text, run, base))
    return letters


def _advance_end(page: TextPage, index: int) -> float:
    """Right end of a character's advance, where the next letter of its word starts."""
    left, top, right, bottom = ffi.loose_box(page.handle, index)
    if page.frame.turn == 0:
        return right - page.frame.left
    return max(page.frame.place(left, bottom)[0], page.frame.place(right, top)[0])


def _append(
    piece: list[Span],
    letter: _Letter,
    before: _Letter | None,
    face: Callable[[int], Face],
    *,
    spaced: bool,
    weights: dict[int, list[int]],
) -> None:
    """Add a letter to the last span, or start one where size or baseline change."""
    font, run = face(letter.run.font), letter.run
    same = (
        bool(piece)
        and before is not None
        and abs(run.size - before.run.size) < 0.3
        and abs(letter.base - before.base) < 0.5
    )
    if same:
        span = piece[-1]
        span.text += (" " if spaced else "") + letter.text
        span.x1 = letter.x1
    else:
        span = Span(letter.text, letter.x0, letter.x1, letter.base, run.size, font=font.name, space=spaced)
        piece.append(span)
        weights[id(span)] = [0, 0, 0]
    counts = weights[id(span)]
    counts[0] += font.bold
    counts[1] += font.italic
    counts[2] += 1
