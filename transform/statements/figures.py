"""Figures: summed only where unit, thing counted and period agree; what is doubtful is listed instead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from transform.statements.context import Context
from transform.statements.corpus import Item
from transform.statements.draft import Draft, Source
from transform.statements.lexicon import DOUBLE_COUNT, WIDER_AREA
from transform.statements.readings import Readings, Value
from transform.statements.text import syllables
from transform.statements.wording import UNITS, amount, count, names, share
from transform.statements.words import verb_at_end

_SHARE = 0.25
"""Share of the reports from which a sum stands in the report."""
_ASKED = 40
"""Figures of a sum whose verb is looked at; the majority words the sum."""


def make(context: Context, item: Item, readings: Readings) -> list[Draft]:
    """Return sums with their coverage, then what could not be summed and why."""
    sections = context.corpus.sections.get(item.path, ())
    here = [value for section in sections for value in readings.of(section)]
    drafts: list[Draft] = []
    by_thing: dict[tuple[str, str, str], list[Value]] = defaultdict(list)
    for value in here:
        by_thing[value.act, value.thing, value.period].append(value)
    for (_, thing, period), values in sorted(by_thing.items()):
        drafts.extend(_group(context, item, thing, period, values))
    if "figures" in item.expects and context.read > 1:
        drafts.append(_without(context, item, {value.agency.code for value in here}, here))
    sums = sorted((draft for draft in drafts if draft.kind == "figure"), key=lambda d: (-d.backing, d.text))
    return sums + [draft for draft in drafts if draft.kind != "figure"]


def _group(context: Context, item: Item, thing: str, period: str, values: Sequence[Value]) -> list[Draft]:
    """Return the sum of one thing in one period, and a note for each reason that keeps figures out of it."""
    doubtful: dict[str, list[Value]] = defaultdict(list)
    usable: dict[str, list[Value]] = defaultdict(list)
    for value in values:
        reason = _doubt(value)
        (doubtful[reason] if reason else usable[value.agency.code]).append(value)
    for code, many in list(usable.items()):
        if len({value.value for value in many}) > 1:
            doubtful["một báo cáo nêu nhiều số khác nhau, chưa rõ số nào là tổng"].extend(many)
            del usable[code]
    summed = [many[0] for _, many in sorted(usable.items(), key=lambda pair: pair[1][0].agency.rank)]
    drafts = _sum(context, item, thing, period, summed)
    drafts.extend(
        _note(context, item, thing, reason, many)
        for reason, many in sorted(doubtful.items())
        if _enough(many)
    )
    return drafts


def _enough(values: Sequence[Value]) -> bool:
    return len(values) > 1


def _doubt(value: Value) -> str:
    """Why the figure must not be added to others; empty when it may."""
    text = value.section.text[value.sentence.start : value.sentence.end].lower()
    words = f" {' '.join(syllables(text))} "
    if any(phrase in text for phrase in WIDER_AREA):
        return "số liệu của phạm vi rộng hơn một đơn vị, cộng sẽ trùng"
    if any(f" {' '.join(syllables(phrase))} " in words for phrase in DOUBLE_COUNT):
        return "có số liệu của đơn vị trước sắp xếp, cộng có thể trùng"
    if value.section.scan:
        return "đọc từ bản quét, cần đối chiếu với bản gốc"
    if value.qualifier:
        return "số ước lượng (trên, khoảng, gần …)"
    if not value.period:
        return "chưa nêu kỳ số liệu"
    return ""


def _sum(context: Context, item: Item, thing: str, period: str, values: Sequence[Value]) -> list[Draft]:
    if len(values) < 2:
        return []
    total = sum(value.value for value in values)
    part = share(len(values), context.read)
    text = f"Theo số liệu của {part} {UNITS} nêu cùng kỳ ({_period(period)}): "
    act = _doing(values)
    text += f"{act} {amount(total)} {thing}." if act else f"{amount(total)} {thing}."
    sources = tuple(value.source for value in values)
    anchor = f"{values[0].act}|{thing}|{period}"
    # A sum of a few reports is no figure of the province: it stands in the annex.
    show = len(values) >= max(2, _SHARE * context.read) and context.role(item) == "results"
    return [Draft(item.path, "figure", text, anchor, sources, context.read, f"{act} {thing}".strip(), show)]


def _doing(values: Sequence[Value]) -> str:
    """Return the words before the figure as most print them: "đã tiếp nhận" said as "tiếp nhận"."""
    said = Counter(_before(value) for value in values[:_ASKED])
    best, times = min(said.items(), key=lambda pair: (-pair[1], pair[0]))
    return best if best and 2 * times > sum(said.values()) else ""


def _before(value: Value) -> str:
    """Return the verb right before the figure, in the sentence as printed."""
    text = value.section.text
    place = text.find(value.printed, value.sentence.start, value.sentence.end)
    if place < 0 or not value.act:
        return ""
    head = " ".join(text[max(value.sentence.start, place - 60) : place].split())
    verb = verb_at_end(head)
    return verb if verb.endswith(value.act) else ""


def _period(period: str) -> str:
    return f"năm {period}" if period.isdigit() and len(period) == 4 else period


def _note(context: Context, item: Item, thing: str, reason: str, values: Sequence[Value]) -> Draft:
    listed = "; ".join(f"{value.agency.name}: {value.printed}" for value in _shown(values))
    more = len(values) - len(_shown(values))
    tail = f"; và {count(more)} số liệu khác" if more else ""
    text = f"Chưa cộng số liệu “{thing}” ({reason}): {listed}{tail}."
    sources = tuple(value.source for value in values)
    anchor = f"{thing}|{values[0].period}|{reason}"
    return Draft(
        item.path, "note", text, anchor, sources, context.read, group="số liệu chưa cộng", in_report=False
    )


def _shown(values: Sequence[Value]) -> Sequence[Value]:
    return values[:6]


def _without(context: Context, item: Item, having: Iterable[str], values: Sequence[Value]) -> Draft:
    have = set(having)
    lacking = [agency for agency in context.readers if agency.code not in have]
    seen: dict[str, Source] = {}
    for value in values:
        seen.setdefault(value.agency.code, value.source)
    sources = (*seen.values(), *(context.lacking(agency) for agency in lacking))
    if not lacking:
        text = f"Cả {count(context.read)} báo cáo có số liệu ở mục này."
    elif not seen:
        text = f"Chưa thấy số liệu ở mục này trong {count(context.read)} báo cáo đã đọc."
    else:
        text = f"Có {share(len(seen), context.read)} báo cáo nêu số liệu ở mục này"
        text += f"; chưa thấy số liệu trong báo cáo của {names(lacking, context.settings.names_shown)}."
    return Draft(item.path, "note", text, "có số liệu", sources, context.read, "số liệu", False, len(seen))
