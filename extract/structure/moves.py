"""Where a marker can go in a stack of open series, and what each place costs."""

from __future__ import annotations

from dataclasses import dataclass

from extract.structure.numerals import Reading, gap
from extract.structure.series import RANK
from extract.structure.weights import WEIGHTS

MAX_DEPTH = 9
_POINTS = frozenset({"paren", "bracket", "letter", "letter_bracket", "roman_lower"})
"""Series below the khoản have no customary order among themselves: a) may hold (1) or the other way round."""
_SAME_NUMBERS = {"number", "paren"}
"""Series that differ by the sign after the number only: "1.", "2)", "3."."""
_TOP = frozenset({"annex", "part", "chapter"})
_FIRST = frozenset({"upper", "roman"})
_TOLD = Reading("bare", (1,), "")
"""An unnumbered title with text of its own ("MỞ ĐẦU"): the parts may stand beside it."""
_RUNNING = {"article": 0, "roman": 1, "number": 2}
"""Series that may run on under a new parent (Điều through all chapters; I–II under A, III–IV under B)."""

StyleKey = tuple[bool, bool, bool, "float | None", "int | None"]
Seen = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """An open series: its last member, and how that member looked."""

    reading: Reading
    style: StyleKey


def note_value(seen: Seen, reading: Reading) -> Seen:
    """Remember the last value of a series that may run on under a new parent."""
    at = _RUNNING.get(reading.kind)
    if at is None:
        return seen
    out = list(seen)
    out[at] = reading.value[0]
    return (out[0], out[1], out[2])


def moves(
    stack: tuple[Frame, ...],
    seen: Seen,
    reading: Reading,
    style: StyleKey,
    *,
    titled: bool = False,
    brief: bool = False,
) -> list[tuple[int, float, str]]:
    """Every place the reading can take: (frames kept, score, why).

    titled: the line is set as a title by itself; beside a member set alike, a wrong number then weighs
    less (sections in another order keep their old numbers). brief: a short line without a sentence's
    end, whatever its weight; beside a member set alike it may bear the same number by a slip.
    """
    out: list[tuple[int, float, str]] = []
    kind = reading.kind
    if kind == "bare":
        return _bare_moves(stack, style)
    for depth, frame in enumerate(stack):
        above = stack[:depth]
        if frame.reading.kind == kind:
            alike = style == frame.style
            delta, why = _step(frame, reading, style, titled=titled and alike, brief=brief and alike)
            out.append((depth, delta, why))
        elif {kind, frame.reading.kind} == _SAME_NUMBERS and style == frame.style:
            if gap(frame.reading, reading) == 1:
                score = WEIGHTS["follows"] + WEIGHTS["other_sign"]
                out.append((depth, score, "nối tiếp số trước, khác dấu sau số"))
        elif kind in _TOP and depth == 0:
            switch = 0.0 if kind == "annex" else WEIGHTS["switch"]
            out.append((0, _opening(reading, (), seen) + switch, "một kiểu đánh số khác thay ở cùng cấp"))
        elif depth == 0 and frame.reading == _TOLD and kind in _FIRST and reading.value == (1,):
            again = WEIGHTS["restart"] if seen[_RUNNING["roman"]] and kind == "roman" else 0.0
            out.append((0, WEIGHTS["beside"] + again, "đứng ngang với đề mục không đánh số ở trên"))
        elif RANK[kind] <= RANK[frame.reading.kind] or frame.reading.kind == "bare":
            out.append(
                (
                    depth,
                    _opening(reading, above, seen) + WEIGHTS["switch"] + _style_gap(frame.style, style),
                    "một kiểu đánh số khác thay ở cùng cấp",
                )
            )
    if len(stack) < MAX_DEPTH and (kind not in _TOP or not stack):
        # an annex sent as a file of its own keeps its number
        first = WEIGHTS["first"] if kind == "annex" else _opening(reading, stack, seen)
        out.append((len(stack), first, "bắt đầu một cấp đánh số mới"))
    return out


def _bare_moves(stack: tuple[Frame, ...], style: StyleKey) -> list[tuple[int, float, str]]:
    out: list[tuple[int, float, str]] = []
    for depth, frame in enumerate(stack):
        if _style_gap(frame.style, style) == 0.0:
            out.append(
                (depth, 0.6 if frame.reading.kind == "bare" else 0.2, "cùng kiểu chữ với đề mục cùng cấp")
            )
        elif depth == 0 and style[1] and style[2] and not frame.style[2] and frame.reading.kind not in _TOP:
            out.append((depth, 0.0, "chữ in hoa căn giữa, đứng trên các đề mục viết ở lề"))
    if len(stack) < MAX_DEPTH and not (stack and stack[-1].reading.kind == "bare"):
        out.append((len(stack), -0.2, "đề mục không đánh số"))
    return out


def _step(frame: Frame, reading: Reading, style: StyleKey, *, titled: bool, brief: bool) -> tuple[float, str]:
    w = WEIGHTS
    steps = gap(frame.reading, reading)
    if steps == 1:
        score, why = w["follows"], "nối tiếp số trước"
    elif steps > 1:
        most = w["far_titled"] if titled else w["far"]
        score, why = max(w["skipped"] * (steps - 1), most), "nối tiếp, thiếu số ở giữa"
    elif steps == 0 and reading.value == (0,):
        score, why = w["follows"], "phụ lục không đánh số, đứng sau phụ lục trước"
    elif steps == 0:
        score, why = w["twice_brief" if titled or brief else "twice"], "trùng số với mục trước"
    elif steps == -99:
        score, why = w["wrong_prefix"], "số nhiều cấp không khớp"
    elif reading.value[-1] == 1:
        score, why = w["restart"], "đánh số lại từ đầu"
    else:
        score, why = w["backwards_titled" if titled else "backwards"], "số lùi"
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


def _opening(reading: Reading, above: tuple[Frame, ...], seen: Seen) -> float:
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
