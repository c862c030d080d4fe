"""One decision over the whole document: which lines carry a marker that counts, and how deep it stands.

A beam search over all candidate lines keeps the best partial readings. A reading's state is the stack of
open series (for example A → II → 3); every line either opens a series, continues an open one, or is
prose. Scores are log-odds set by hand from how such documents are written; `WEIGHTS` holds them all.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from extract.structure.lines import BOLD
from extract.structure.markers import RANK, Reading, gap
from extract.structure.types import Line
from extract.structure.wording import first_letter

WEIGHTS: dict[str, float] = {
    "label": 1.2,  # a well-formed label at the start of a line
    "auto": 2.5,  # numbered by Word itself
    "bold": 1.6,
    "run_in": 1.2,  # bold title, then plain text in the same paragraph
    "caps": 1.0,
    "outline": 2.0,  # Word heading style
    "capital": 0.6,  # the text after the label starts with a capital
    "small": -1.0,
    "glued": -0.6,  # no space after the label
    "no_delim": -1.5,
    "repaired": -1.6,
    "repaired_scan": -1.3,
    "quoted": -3.0,
    "after_open": -1.2,  # the line before breaks off in the middle of a phrase
    "follows": 2.0,
    "skipped": -1.3,  # per missing member
    "twice": -2.5,
    "backwards": -4.5,
    "restart": -3.5,
    "first": 1.0,
    "not_first": -2.6,
    "late_start": -4.5,
    "runs_on": -0.5,  # the series goes on under a new parent
    "rank": -4.0,  # an outer series under an inner one
    "same_kind": -3.0,
    "switch": -2.6,  # another series takes over at the same level
    "unusual_depth": -1.6,
    "delim": -0.7,
    "style": -1.4,
    "prefix": 1.0,
    "wrong_prefix": -2.5,
}
BEAM = 16
MARGIN = 9.0
MAX_DEPTH = 9
_POINTS = frozenset({"paren", "bracket", "letter", "letter_bracket", "roman_lower"})
"""Series below the khoản have no customary order among themselves: a) may hold (1) or the other way round."""
_TOP = frozenset({"annex", "part", "chapter"})


StyleKey = tuple[bool, bool, bool, "float | None", "int | None"]


@dataclass(frozen=True, slots=True)
class Frame:
    """An open series: its last member, and how that member looked."""

    reading: Reading
    style: StyleKey


@dataclass(frozen=True, slots=True)
class Choice:
    """A line accepted as a section. `depth` is 1-based; `why` names the step taken."""

    line: int
    reading: Reading
    depth: int
    why: str
    score: float


_Node = tuple[Choice, "_Node | None"]
_Closed = tuple[int, int, int]
_RUNNING = {"article": 0, "roman": 1, "number": 2}
"""Series that may run on under a new parent (Điều through all chapters; I–II under A, III–IV under B)."""


@dataclass(slots=True)
class _State:
    """A partial reading. `key` numbers the frames of `stack`; `seen` holds the last value of running series."""

    key: tuple[int, ...]
    stack: tuple[Frame, ...]
    seen: _Closed
    score: float
    last: _Node | None


def style_of(line: Line) -> StyleKey:
    """Signature compared between siblings: bold, capitals, centred, size, Word outline level."""
    bold = line.bold >= BOLD or (line.marker is not None and line.bold_prefix > line.marker.end)
    size = None if line.block.scan else line.block.size  # measured on an image, sizes waver
    return (bold, line.caps, line.centered, size, line.block.outline_level)


def best_reading(lines: list[Line]) -> list[Choice]:
    """Return the accepted lines of the best global reading, in order.

    Where one series was read at several depths, the document is read once more with a preference for the
    depth at which that series mostly opens.
    """
    first = _search(lines, {})
    usual = _usual_depths(first)
    return _search(lines, usual) if usual else first


def _search(lines: list[Line], usual: dict[str, int]) -> list[Choice]:
    states = [_State((), (), (0, 0, 0), 0.0, None)]
    numbers: dict[Frame, int] = {}
    for i, line in enumerate(lines):
        options = _options(line, lines[i - 1] if i else None)
        if options:
            states = _advance(states, i, line, options, numbers, usual)
    return _unwind(max(states, key=lambda s: s.score))


def _usual_depths(choices: list[Choice]) -> dict[str, int]:
    """Series -> the depth at which most of its members stand; empty when every series keeps to one depth."""
    depths: dict[str, Counter[int]] = {}
    for choice in choices:
        if choice.reading.kind != "bare":
            depths.setdefault(choice.reading.kind, Counter())[choice.depth] += 1
    mixed = {kind: found for kind, found in depths.items() if len(found) > 1}
    return {
        kind: found.most_common(1)[0][0] for kind, found in mixed.items() if found.most_common(1)[0][1] >= 3
    }


def _unwind(state: _State) -> list[Choice]:
    out: list[Choice] = []
    node = state.last
    while node is not None:
        out.append(node[0])
        node = node[1]
    return out[::-1]


def _options(line: Line, before: Line | None) -> list[tuple[Reading, float]]:
    if line.table or line.wrapped:
        return []
    if line.marker is None:
        return [(Reading("bare", (0,), ""), line.bare)] if line.bare else []
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
        score += w["quoted"]
    if before is not None and not before.table and before.marker is None:
        tail = before.text.rstrip()[-1:]
        if tail == "," or (
            tail.isalnum() and tail.islower() and before.bold < BOLD and len(before.text) > 80
        ):
            score += w["after_open"]
    return score


def _advance(
    states: list[_State],
    index: int,
    line: Line,
    options: list[tuple[Reading, float]],
    numbers: dict[Frame, int],
    usual: dict[str, int],
) -> list[_State]:
    style = style_of(line)
    best: dict[tuple[tuple[int, ...], _Closed], _State] = {
        (s.key, s.seen): s for s in states
    }  # it may be prose
    floor = max(s.score for s in states) - MARGIN
    for reading, base in options:
        frame = Frame(reading, style)
        number = numbers.setdefault(frame, len(numbers))
        depth = usual.get(reading.kind)
        for state in states:
            start = state.score + base
            seen = _note(state.seen, reading)
            for keep, delta, why in _moves(state, reading, style):
                score = start + delta
                if depth is not None and keep + 1 != depth:
                    score += WEIGHTS["unusual_depth"]
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


def _note(seen: _Closed, reading: Reading) -> _Closed:
    at = _RUNNING.get(reading.kind)
    if at is None:
        return seen
    out = list(seen)
    out[at] = reading.value[0]
    return (out[0], out[1], out[2])


def _moves(state: _State, reading: Reading, style: StyleKey) -> list[tuple[int, float, str]]:
    """Every place the reading can take: (frames kept, score, why)."""
    out: list[tuple[int, float, str]] = []
    kind, stack = reading.kind, state.stack
    if kind == "bare":
        return _bare_moves(stack, style)
    for depth, frame in enumerate(stack):
        above = stack[:depth]
        if frame.reading.kind == kind:
            delta, why = _step(frame, reading, style)
            out.append((depth, delta, why))
        elif kind in _TOP and depth == 0:
            switch = 0.0 if kind == "annex" else WEIGHTS["switch"]
            out.append((0, _opening(reading, (), state.seen) + switch, "đổi cấp đánh số"))
        elif RANK[kind] <= RANK[frame.reading.kind] or frame.reading.kind == "bare":
            out.append((depth, _opening(reading, above, state.seen) + WEIGHTS["switch"], "đổi cấp đánh số"))
    if len(stack) < MAX_DEPTH and (kind not in _TOP or not stack):
        out.append((len(stack), _opening(reading, stack, state.seen), "mở cấp con"))
    return out


def _bare_moves(stack: tuple[Frame, ...], style: StyleKey) -> list[tuple[int, float, str]]:
    out: list[tuple[int, float, str]] = []
    for depth, frame in enumerate(stack):
        alike = _style_gap(frame.style, style) == 0.0
        if alike:
            out.append(
                (depth, 0.6 if frame.reading.kind == "bare" else 0.2, "cùng kiểu chữ với đề mục cùng cấp")
            )
    if len(stack) < MAX_DEPTH and not (stack and stack[-1].reading.kind == "bare"):
        out.append((len(stack), -0.2, "đề mục không đánh số"))
    return out


def _step(frame: Frame, reading: Reading, style: StyleKey) -> tuple[float, str]:
    w = WEIGHTS
    steps = gap(frame.reading, reading)
    if steps == 1:
        score, why = w["follows"], "nối tiếp số trước"
    elif steps > 1:
        score, why = max(w["skipped"] * (steps - 1), -5.0), "nối tiếp, thiếu số ở giữa"
    elif steps == 0:
        score, why = w["twice"], "trùng số với mục trước"
    elif steps == -99:
        score, why = w["wrong_prefix"], "số nhiều cấp không khớp"
    elif reading.value[-1] == 1:
        score, why = w["restart"], "đánh số lại từ đầu"
    else:
        score, why = w["backwards"], "số lùi"
    if frame.reading.delim != reading.delim:
        score += w["delim"]
    return score + _style_gap(frame.style, style), why


def _style_gap(one: StyleKey, other: StyleKey) -> float:
    if one == other:
        return 0.0
    score = 0.0
    if one[0] != other[0]:
        score += WEIGHTS["style"]
    if one[4] != other[4]:
        score += WEIGHTS["style"]
    if one[1] != other[1]:
        score -= 0.4
    if one[2] != other[2]:
        score -= 0.6
    if one[3] != other[3] and one[3] and other[3]:
        score -= 0.4
    return score


def _opening(reading: Reading, above: tuple[Frame, ...], seen: _Closed) -> float:
    w = WEIGHTS
    value = reading.value[-1]
    score = w["first"] if value <= 1 else (w["not_first"] if value == 2 else w["late_start"])
    running = _RUNNING.get(reading.kind)
    if running is not None and value > 1 and seen[running] == value - 1:
        score = w["first"] if reading.kind == "article" else w["runs_on"]
    kinds = [f.reading.kind for f in above]
    loose = kinds and kinds[-1] in _POINTS and reading.kind in _POINTS and reading.kind not in kinds
    if above and kinds[-1] != "bare" and RANK[reading.kind] <= RANK[kinds[-1]] and not loose:
        score += w["rank"]
    if reading.kind in kinds:
        score += w["same_kind"]
    if len(reading.value) > 1:
        score += _prefix_score(reading, above)
    return score


def _prefix_score(reading: Reading, above: tuple[Frame, ...]) -> float:
    """1.2 belongs under 1 (or under I); elsewhere it is a quantity or a slip."""
    if not above:
        return -0.5
    last = above[-1].reading.value[-1]
    return WEIGHTS["prefix"] if reading.value[-2] == last else WEIGHTS["wrong_prefix"]
