"""Lists in which many agencies say the same in other words: limits, causes, lessons, tasks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transform.statements.agreement import Point, agreeing, claims, covered, reach, words_of
from transform.statements.context import Context
from transform.statements.corpus import Clause, Item
from transform.statements.draft import Draft, Source
from transform.statements.lexicon import CAUSE_CUES, LIMIT_CUES, OBJECTIVE, SUBJECTIVE
from transform.statements.score import (
    dangles,
    nothing_to_tell,
    rotation,
    says_something,
    shape,
    speaks_of_itself,
    specificity,
)
from transform.statements.selection import choose
from transform.statements.voice import backing, neutral, own_words, plural
from transform.statements.wording import quoted, unleaning, upper_first

_CAUSE_OPENING = re.compile(
    r"(?:(?:về )?(?:các )?(?:nguyên nhân )?(?:khách quan|chủ quan)|nguyên nhân(?: chính| chủ yếu)?)"
    r"(?: là)?(?: do)?(?: các| những)? ?[:,]? (?:là )?(?:do )?",
    re.IGNORECASE,
)
"""What a cause opens with; under the heading that says so it is not said again."""
_DENIAL = re.compile(
    r"không (?:có|còn|để xảy ra|xảy ra|phát hiện)\b(?!.*\b(?:nên|do|vì|dẫn đến|nhưng|tuy|song)\b)"
    r".*\b(?:chậm|sai|trễ|quá hạn|vi phạm|thất lạc|mất|hư hỏng|tồn đọng|hạn chế|khó khăn|vướng mắc)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A fault that is denied is no limit: "Không có văn bản ban hành chậm"."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How a list is made: kind of statement, group, and how many go into the report."""

    kind: str
    group: str
    most: int


def make(context: Context, path: str, clauses: Sequence[Clause], kind: Kind) -> list[Draft]:
    """Shared points first, ranked by agencies; then single voices, a few of them in the report.

    A shared point is worded by the member that reads best alone; every agency of the group is a source.
    """
    telling = [clause for clause in clauses if not nothing_to_tell(clause.text)]
    bounded = _bounded(telling, context.settings.max_clauses)
    shared: list[Point] = []
    single: list[Clause] = []
    for point in agreeing(bounded, context.settings.merge_similarity, context.topic_grams):
        if point.agencies > 1:
            shared.append(point)
        else:
            single.append(point.clauses[0])
    shared.sort(key=lambda point: (-_reach(point), _best(point.clauses).order))
    drafts = [_shared(context, path, point, kind, place < kind.most) for place, point in enumerate(shared)]
    room = max(0, min(3, kind.most - min(len(shared), kind.most)) if len(shared) < 3 else 0)
    lifted = choose(single, lambda clause: _worth(clause, path), room, context.topic_grams)
    shown = {clause.order for clause in lifted}
    drafts.extend(_single(context, path, clause, kind, True) for clause in lifted)
    drafts.extend(
        _single(context, path, clause, kind, False) for clause in single if clause.order not in shown
    )
    return drafts


def _reach(point: Point) -> float:
    """Agencies behind a point; one of which something had to be left out says less."""
    return point.agencies * (0.6 if "…" in point.shown else 1.0)


def _bounded(clauses: Sequence[Clause], most: int) -> list[Clause]:
    """All clauses, or each agency's most specific ones when there are too many to compare."""
    if len(clauses) <= most:
        return list(clauses)
    by_agency: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        by_agency[clause.agency.code].append(clause)
    each = max(1, most // len(by_agency))
    kept = [
        clause
        for many in by_agency.values()
        for clause in sorted(many, key=lambda clause: (-specificity(clause.text), clause.order))[:each]
    ]
    return sorted(kept, key=lambda clause: clause.order)


def _worth(clause: Clause, path: str) -> float:
    return 2.0 + 0.5 * specificity(clause.text) + 0.5 * rotation(clause.agency.code, path)


def _best(voices: Sequence[Clause]) -> Clause:
    """Return the wording that stands best for all: readable alone, not about itself, of middling length."""

    def cost(clause: Clause) -> tuple[float, tuple[int, str, int, int]]:
        words = len(clause.text.split())
        own = 1.5 * speaks_of_itself(clause.text)
        return (-shape(clause.text) + own + abs(words - 24) / 48, clause.order)

    least = min(reach(clause.text) for clause in voices)
    voices = [clause for clause in voices if reach(clause.text) == least]
    common = frozenset.intersection(*(words_of(clause.text) for clause in voices))
    fair = [clause for clause in voices if claims(clause.text) <= common and covered(clause.text, common)]
    return min(fair or voices[:1], key=cost)


def _shared(context: Context, path: str, point: Point, kind: Kind, show: bool) -> Draft:
    best = point.clauses[0] if point.shown else _best(point.clauses)
    first: dict[str, Clause] = {best.agency.code: best}
    for clause in sorted(point.clauses, key=lambda clause: clause.order):
        first.setdefault(clause.agency.code, clause)
    ordered = sorted(first.values(), key=lambda clause: clause.order)
    agencies = [clause.agency for clause in ordered]
    others = [clause.text for clause in ordered]
    if point.shown:
        words, sources = point.shown.rstrip(" .;,"), tuple(Source.of(clause) for clause in ordered)
        text = _differing(words, others, backing(context, agencies, best.text))
        return Draft(path, kind.kind, text, best.text, sources, context.read, kind.group, show)
    shown, span = quoted(_bare(best, kind), context.settings.quote_chars)
    sources = tuple(Source.of(clause, span if clause is best else None) for clause in ordered)
    who = backing(context, agencies, best.text)
    if speaks_of_itself(best.text):
        text = f"{best.agency.name} nêu {shown} ({who})."
    else:
        said = neutral(upper_first(shown[1:-1].removeprefix("…")), others)
        text = f"{plural(said, ranged=False)} ({who})."
    return Draft(path, kind.kind, text, best.text, sources, context.read, kind.group, show)


def _differing(words: str, others: Sequence[str], who: str) -> str:
    """Return what many say with figures of their own; words with something left out stay a quote."""
    if "…" in words:
        return f"“{words}” ({who}; số liệu cụ thể khác nhau)."
    told = plural(neutral(upper_first(words), others), ranged=True)
    each = "" if "mỗi đơn vị" in told.lower() else "; số liệu của từng cơ quan, đơn vị"
    return f"{told} ({who}{each})."


def _bare(clause: Clause, kind: Kind) -> Clause:
    """Return the clause without an opening that leans on the one before, or repeats the list's own name."""
    plain = unleaning(clause)
    cue = _CAUSE_OPENING.match(plain.text) if kind.kind == "cause" else None
    if cue is None or len(plain.text) - cue.end() < 12:
        return plain
    return replace(plain, span=replace(plain.span, start=plain.span.start + cue.end()))


def _single(context: Context, path: str, clause: Clause, kind: Kind, show: bool) -> Draft:
    return own_words(context, path, _bare(clause, kind), kind.kind, group=kind.group, show=show)


def limits(context: Context, item: Item) -> list[Draft]:
    """Limits, then causes: objective, subjective, unsaid."""
    sorted_out: dict[tuple[str, str], list[Clause]] = defaultdict(list)
    before: Clause | None = None
    last: tuple[str, str] | None = None
    hold = False
    for clause in context.clauses(item.path, split=True):
        label = classify(clause)
        if last and last[0] == "cause" and before is not None and _continues(before, clause):
            label = ("cause", _side(clause.text.lower()) or last[1])
        if label == ("limit", "") and before and _continues(before, clause) and not (hold or has_cue(clause)):
            label = None
        hold = has_cue(clause) or (hold and before is not None and _continues(before, clause))
        if label:
            sorted_out[label].append(clause)
        before, last = clause, label
    settings = context.settings
    order = (
        Kind("limit", "", settings.limits),
        Kind("cause", "khách quan", settings.causes),
        Kind("cause", "chủ quan", settings.causes),
        Kind("cause", "chưa phân loại", settings.causes),
    )
    drafts: list[Draft] = []
    for kind in order:
        drafts.extend(make(context, item.path, sorted_out[kind.kind, kind.group], kind))
    return drafts


def has_cue(clause: Clause) -> bool:
    """Whether the words themselves say that something is wanting."""
    return _any(f" {clause.text.lower()} ", LIMIT_CUES)


def _continues(before: Clause, clause: Clause) -> bool:
    """Whether the clause goes on with the sentence of the one before, after a semicolon."""
    same = before.section is clause.section
    return same and clause.section.text[before.span.end : clause.span.start].strip() == ";"


def classify(clause: Clause) -> tuple[str, str] | None:
    """(`limit`, "") or (`cause`, its side) by the words of the clause, then by its heading or lead-in."""
    text, above = f" {clause.text.lower()} ", clause.context.lower()
    cause_above = "nguyên nhân" in above and not _any(above, ("hạn chế", "khó khăn", "tồn tại"))
    side = _side(text) or _side(above)
    if text.lstrip().startswith(("nguyên nhân", "do ", "về khách quan", "về chủ quan")) or cause_above:
        return ("cause", side or "chưa phân loại")
    if "nguyên nhân" in text or (side and _any(text, CAUSE_CUES)):
        return ("cause", side or "chưa phân loại")
    if _DENIAL.match(clause.text):
        return None
    if _any(text, LIMIT_CUES) or _any(above, ("hạn chế", "khó khăn", "tồn tại")):
        return ("limit", "")
    return None


def _side(text: str) -> str:
    if _any(text, OBJECTIVE):
        return "khách quan"
    return "chủ quan" if _any(text, SUBJECTIVE) else ""


def _any(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def lessons(context: Context, item: Item) -> list[Draft]:
    """Lessons, shared ones first."""
    return make(context, item.path, context.clauses(item.path), Kind("lesson", "", context.settings.lessons))


def tasks(context: Context, item: Item) -> list[Draft]:
    """Tasks ahead, shared ones first."""
    told = [one for one in context.clauses(item.path) if context.about(one.section, one.span, item.path)]
    return make(context, item.path, told, Kind("theme", "nhiệm vụ", context.settings.tasks))


def common(context: Context, item: Item, clauses: Sequence[Clause], most: int, floor: int) -> list[Draft]:
    """Return what at least `floor` agencies report nearly alike, `most` of them for the report."""
    telling = [clause for clause in clauses if says_something(clause.text) and not dangles(clause.text)]
    made = make(context, item.path, telling, Kind("theme", "", most))
    return [draft for draft in made if draft.backing >= max(2, floor)]
