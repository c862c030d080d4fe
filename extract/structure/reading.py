"""One decision over the whole document: which lines carry a marker that counts, and how deep it stands.

A beam search over all candidate lines keeps the best partial readings. A reading's state is the stack of
open series (for example A → II → 3); every line either opens a series, continues an open one, or is
prose. `weights.py` holds all scores.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from extract.structure import vocabulary as v
from extract.structure.moves import Frame, Seen, StyleKey, moves, note_value
from extract.structure.numerals import Reading
from extract.structure.types import BOLD, Line
from extract.structure.weights import WEIGHTS
from extract.structure.wording import first_letter

BEAM = 16
MARGIN = 9.0
"""Partial readings kept, and how far (log-odds) they may lie behind the best."""
_TITLE, _BRIEF = 250, 150
"""Letters of the longest title that is one by its look alone, and of one that has no look of its own."""

_BARE, _TOLD = Reading("bare", (0,), ""), Reading("bare", (1,), "")
"""An unnumbered title with the next title right below it, and one with text of its own."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line accepted as a section. `depth` is 1-based; `why` names the step taken."""

    line: int
    reading: Reading
    depth: int
    why: str
    score: float


_Node = tuple[Choice, "_Node | None"]


@dataclass(slots=True)
class _State:
    """A partial reading. `key` numbers the frames of `stack`; `seen`: last values of running series."""

    key: tuple[int, ...]
    stack: tuple[Frame, ...]
    seen: Seen
    score: float
    last: _Node | None


def style_of(line: Line) -> StyleKey:
    """Signature compared between siblings: bold, capitals, centred, size, Word outline level."""
    bold = line.bold >= BOLD or (line.marker is not None and line.bold_prefix > line.marker.end)
    size = None if line.block.scan else line.block.size  # measured on an image, sizes waver
    return (bold, line.caps, line.centered, size, line.block.outline_level)


def best_reading(lines: list[Line]) -> list[Choice]:
    """Return the accepted lines of the best global reading, in order.

    Where one series was opened under different series, the document is read once more with a preference
    for the parent that it mostly has (A under I, or I under A).
    """
    first = _search(lines, {})
    usual = _usual_parents(first)
    return _search(lines, usual) if usual else first


def _search(lines: list[Line], usual: dict[str, str]) -> list[Choice]:
    states = [_State((), (), (0, 0, 0), 0.0, None)]
    numbers: dict[Frame, int] = {}
    for i, line in enumerate(lines):
        options = _options(line, lines[i - 1] if i else None, lines[i + 1] if i + 1 < len(lines) else None)
        if options:
            states = _advance(states, i, line, options, numbers, usual)
    return _unwind(max(states, key=lambda s: s.score))


def _usual_parents(choices: list[Choice]) -> dict[str, str]:
    """Series -> the series it mostly opens under ("" = none); empty when every series keeps to one parent.

    Opened once under another series and once at the top, it belongs under the other: a series that begins
    again at the top would have two firsts there.
    """
    parents: dict[str, Counter[str]] = {}
    stack: list[str] = []
    for choice in choices:
        kind = choice.reading.kind
        continues = len(stack) >= choice.depth and stack[choice.depth - 1] == kind
        stack = [*stack[: choice.depth - 1], kind]
        if kind != "bare" and not continues:
            parents.setdefault(kind, Counter())[stack[-2] if len(stack) > 1 else ""] += 1
    return {kind: usual for kind, found in parents.items() if (usual := _usual(found)) is not None}


def _usual(found: Counter[str]) -> str | None:
    (first, most), *others = found.most_common()
    if not others:
        return None
    if most > others[0][1]:
        return first
    under = [parent for parent in found if parent]
    return under[0] if len(found) == 2 and len(under) == 1 else None


def _unwind(state: _State) -> list[Choice]:
    out: list[Choice] = []
    node = state.last
    while node is not None:
        out.append(node[0])
        node = node[1]
    return out[::-1]


def _options(line: Line, before: Line | None, after: Line | None) -> list[tuple[Reading, float]]:
    if line.table or line.wrapped:
        return []
    if line.marker is None:
        return [(_TOLD if _has_text(line, after) else _BARE, line.bare)] if line.bare else []
    base = _emission(line, before)
    w = WEIGHTS
    out = []
    for reading in line.marker.readings:
        score = base
        if reading.repaired:
            score += w["repaired_scan"] if line.block.scan else w["repaired"]
        if (
            reading.delim in ("", " ")
            and not line.number
            and reading.kind not in ("annex", "part", "chapter")
        ):
            score += w["no_delim"] if not reading.kind.startswith("dec") else -0.3
        out.append((reading, score))
    return out


def _has_text(line: Line, after: Line | None) -> bool:
    """Whether an unnumbered title has text of its own that leads to no list; an annex holds all below it."""
    if after is None or after.table or after.marker or after.bare or v.ANNEX.match(line.text):
        return False
    return not after.centered and after.text.lstrip()[:1] != "(" and after.text[-1:] != ":"


def _emission(line: Line, before: Line | None) -> float:
    w = WEIGHTS
    assert line.marker is not None  # noqa: S101
    score = w["label"]
    if line.number:
        score += w["auto"]
    if line.bold >= BOLD:
        score += w["bold"]
    elif line.bold_prefix > line.marker.end + 2:
        score += w["run_in"]
    if line.caps:
        score += w["caps"]
    if line.block.outline_level is not None:
        score += w["outline"]
    letter = first_letter(line.rest)
    score += w["capital"] if letter.isupper() else (w["small"] if letter else 0.0)
    if not line.marker.spaced:
        score += w["glued"]
    if line.quoted:
        score += w["within_quotation" if line.cited else "quoted"]
    if before is not None and not before.table and before.marker is None:
        tail = before.text.rstrip()[-1:]
        if tail == "," or (
            tail.isalnum() and tail.islower() and before.bold < BOLD and len(before.text) > 80
        ):
            score += w["after_open"]
    return score


def _is_title(line: Line) -> bool:
    """Whether the line can be nothing but a title by its look: bold throughout, short, no sentence's end."""
    rest = line.rest.strip()
    return (
        line.bold >= BOLD and first_letter(rest).isupper() and len(rest) <= _TITLE and rest[-1] not in ".;,!?"
    )


def _is_brief(line: Line) -> bool:
    """Whether the line is short and does not end as a sentence does, whatever its weight."""
    rest = line.rest.strip()
    return first_letter(rest).isupper() and len(rest) <= _BRIEF and rest[-1] not in ".;,!?"


def _opens_under(parent: str, stack: tuple[Frame, ...], keep: int, kind: str) -> bool:
    """Whether keeping `keep` frames opens a new run of `kind` directly under `parent`."""
    if keep < len(stack) and stack[keep].reading.kind == kind:
        return False
    return (stack[keep - 1].reading.kind if keep else "") == parent


def _advance(  # noqa: PLR0917 - the search's whole state
    states: list[_State],
    index: int,
    line: Line,
    options: list[tuple[Reading, float]],
    numbers: dict[Frame, int],
    usual: dict[str, str],
) -> list[_State]:
    style, titled, brief = style_of(line), _is_title(line), _is_brief(line)
    prose = 0.0
    if line.marker and (style[0] or line.caps or style[4] is not None):
        prose = WEIGHTS["ignored_title" if titled else "ignored"]
    best = {(s.key, s.seen): _State(s.key, s.stack, s.seen, s.score + prose, s.last) for s in states}
    floor = max(s.score for s in states) - MARGIN
    for reading, base in options:
        frame = Frame(reading, style)
        number = numbers.setdefault(frame, len(numbers))
        parent = usual.get(reading.kind)
        for state in states:
            start = state.score + base
            seen = note_value(state.seen, reading)
            for keep, delta, why in moves(
                state.stack, state.seen, reading, style, titled=titled, brief=brief
            ):
                score = start + delta
                if parent is not None and _opens_under(parent, state.stack, keep, reading.kind):
                    score += WEIGHTS["usual_parent"]
                if score < floor:
                    continue
                key = (*state.key[:keep], number)
                old = best.get((key, seen))
                if old is None or old.score < score:
                    choice = Choice(index, reading, keep + 1, why, base + delta)
                    best[(key, seen)] = _State(
                        key, (*state.stack[:keep], frame), seen, score, (choice, state.last)
                    )
    ranked = sorted(best.values(), key=lambda s: -s.score)[:BEAM]
    floor = ranked[0].score - MARGIN
    return [s for s in ranked if s.score >= floor]
