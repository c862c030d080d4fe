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
_LEAST_SPACE: Final = 0.05
"""The same where a space character stands; below it pdfium made the space up between two jumps."""
_FEW: Final = 4
_MOST: Final = 0.8
_WORD_GAP: Final = 1.5
"""Times the usual gap between spaced-out letters from which a gap parts words."""
_SAME_SIZE, _SAME_BASE = 0.3, 0.5
_RAISED: Final = 0.6
"""Ems between baselines within which a raised mark belongs to the line."""

Fence = Callable[[float, float, float], bool]


@dataclass(slots=True)
class _Letter:
    x0: float
    x1: float
    text: str
    run: Run
    base: float
    face: Face


def untangle(page: TextPage, runs: Sequence[Run], face: Callable[[int], Face], fenced: Fence) -> list[Line]:
    """Pieces of a line made of its characters from left to right, each baseline for itself.

    fenced: whether a vertical rule stands between two x on the line of a baseline.
    """
    baselines: list[list[Run]] = []
    for run in runs:
        near = [
            group for group in baselines if abs(group[0].y - run.y) < _RAISED * max(group[0].size, run.size)
        ]
        if near:
            near[0].append(run)
        else:
            baselines.append([run])
    return [piece for group in baselines for piece in _untangle(page, group, face, fenced)]


def _untangle(page: TextPage, runs: Sequence[Run], face: Callable[[int], Face], fenced: Fence) -> list[Line]:
    letters = _typed(sorted(_letters(page, runs, face), key=lambda letter: letter.x0))
    space = _space_between(letters)
    pieces: list[list[list[_Letter]]] = [[]]
    spaced, typed = True, False
    before: _Letter | None = None
    for letter in letters:
        if letter.text == " ":
            typed = space == _SPACE
            continue
        gap = letter.x0 - before.x1 if before is not None else 0.0
        wide = gap > max(WIDE_GAP, 2 * space) * letter.run.size
        spaced = spaced or gap > (_LEAST_SPACE if typed else space) * letter.run.size
        if before is not None and (wide or (spaced and fenced(before.x1, letter.x0, letter.base))):
            pieces.append([])
        if spaced or not pieces[-1]:
            pieces[-1].append([])
        pieces[-1][-1].append(letter)
        spaced, typed, before = False, False, letter
    return [make_line(_spans(words)) for words in pieces if words]


def _spans(words: Sequence[Sequence[_Letter]]) -> list[Span]:
    """Spans of whole words of one look; a word's weight is that of most of its letters."""
    spans: list[Span] = []
    for word in words:
        bold = 2 * sum(letter.face.bold or letter.run.struck for letter in word) > len(word)
        italic = 2 * sum(letter.face.italic or letter.run.leans for letter in word) > len(word)
        for part, same in _parts(word):
            last = spans[-1] if spans else None
            look = (bold, italic, part[0].run.edit)
            alike = last is not None and look == (last.bold, last.italic, last.edit)
            if last is not None and alike and same is None and _level(last, part[0]):
                last.text += " " + _text(part)
                last.x1 = part[-1].x1
                continue
            first = part[0]
            spans.append(
                Span(
                    _text(part),
                    first.x0,
                    part[-1].x1,
                    first.base,
                    first.run.size,
                    bold,
                    italic,
                    first.face.name,
                    same is None,
                    edit=first.run.edit,
                )
            )
    return spans


def _parts(word: Sequence[_Letter]) -> list[tuple[list[_Letter], _Letter | None]]:
    """Cut a word where size or baseline change (a raised mark) or a deletion ends; with the letter before."""
    parts: list[tuple[list[_Letter], _Letter | None]] = []
    before: _Letter | None = None
    for letter in word:
        same = before is not None and letter.run.edit == before.run.edit
        same = same and before is not None and abs(letter.run.size - before.run.size) < _SAME_SIZE
        if before is not None and same and abs(letter.base - before.base) < _SAME_BASE:
            parts[-1][0].append(letter)
        else:
            parts.append(([letter], before))
        before = letter
    return parts


def _level(span: Span, letter: _Letter) -> bool:
    return abs(span.size - letter.run.size) < _SAME_SIZE and abs(span.base - letter.base) < _SAME_BASE


def _text(letters: Sequence[_Letter]) -> str:
    return display("".join(letter.text for letter in letters))


def is_spaced_out(text: str) -> bool:
    """Whether the letters of a line stand apart ("B Á O  C Á O"), so that every one looks like a word."""
    words = text.split()
    return len(words) > _FEW and sum(len(word) == 1 for word in words) > _MOST * len(words)


def _space_between(letters: Sequence[_Letter]) -> float:
    """Ems that part words: more than the usual gap where letters are spaced out."""
    inked = [letter for letter in letters if letter.text != " "]
    gaps = sorted((after.x0 - letter.x1) / letter.run.size for letter, after in pairwise(inked))
    usual = gaps[(len(gaps) - 1) // 2] if gaps else 0.0  # of two short words, the gap inside them
    return _SPACE if usual <= _SPACE else _WORD_GAP * usual


def _letters(page: TextPage, runs: Sequence[Run], face: Callable[[int], Face]) -> list[_Letter]:
    """Every character with its place; a space that pdfium put into a gap has no text.

    Where pdfium puts one in place of a typed space, it stands where that stood: short of the next letter.
    """
    letters = []
    for run in runs:
        base = page.frame.place(run.x, run.y)[1]
        font = face(run.font)
        for index in range(run.start, min(run.stop + 1, len(page.text))):
            char = page.text[index]
            blank = char in SPACES
            if index == run.stop and not blank:
                break
            x = page.frame.place(*ffi.origin(page.handle, index))[0]
            made = blank and ffi.char_generated(page.handle, index) != 0
            right = x if blank else _advance_end(page, index)
            text = " " * (not made) if blank else decode_run(char, font.name) if font.legacy else char
            letters.append(_Letter(x, right, text, run, base, font))
    return letters


def _typed(letters: Sequence[_Letter]) -> list[_Letter]:
    """Letters from left to right, without the spaces made by pdfium that stand for no typed one."""
    kept: list[_Letter] = []
    held: _Letter | None = None
    for letter in letters:
        if not letter.text:
            held = letter if kept and letter.x0 > kept[-1].x0 + _SPACE * letter.run.size else held
            continue
        if held is not None and letter.x0 > held.x0 + _SPACE * held.run.size:
            held.text = " "
            kept.append(held)
        held = None
        kept.append(letter)
    return kept


def _advance_end(page: TextPage, index: int) -> float:
    """Right end of a character's advance, where the next letter of its word starts."""
    left, top, right, bottom = ffi.loose_box(page.handle, index)
    if page.frame.turn == 0:
        return right - page.frame.left
    return max(page.frame.place(left, bottom)[0], page.frame.place(right, top)[0])
