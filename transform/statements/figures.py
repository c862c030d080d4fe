"""Figures: summed only where unit, thing counted and period agree; what is doubtful is listed instead."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from transform.statements.context import Context
from transform.statements.corpus import Clause, Item
from transform.statements.draft import Draft, Source
from transform.statements.lexicon import DOUBLE_COUNT, WIDER_AREA
from transform.statements.readings import Readings, Value
from transform.statements.selection import COMMUNES, kind_group
from transform.statements.text import segments, syllables
from transform.statements.voice import own_words
from transform.statements.wording import UNITS, amount, count, names, share
from transform.statements.words import boundaries, verb_at_end, verb_at_start

_DIGITS_OF = re.compile(r"\d[\d.,/]*")
_DIGITS = re.compile(r"^\W*[\d.,]+")
_PREDECESSORS = tuple(f" {' '.join(syllables(phrase))} " for phrase in DOUBLE_COUNT)
_YEARS = re.compile(r"\d{4}\s*[-–]\s*\d{4}")
_SINCE = re.compile(r"\d{4} đến nay")
_SHARE = 0.25
"""Share of the reports from which a sum stands in the report."""
_WHOLE = "số liệu của cơ quan cấp tỉnh, có thể đã gồm số liệu của cấp xã"
_JOINING = frozenset((
    "và", "của", "với", "cho", "trong", "tại", "ở", "để", "do", "là", "được", "đã", "theo", "từ", "trên",
    "về", "so", "nhằm", "trước", "sau", "đến", "giai", "năm", "quý", "tháng", "ngày",
))  # fmt: skip
_CARRIED = re.compile(r"(?:\s(?:được|là|gồm))+$")
_OPENING = re.compile(
    r"^(?:(?:trong đó|và|đồng thời|đã|có|còn"
    r"|(?:trong )?(?:năm|giai đoạn) \d{4}(?:[-–]\d{4})?|trong \d+ năm)\s)+",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[,;:.()](?:\s|$)")
_RATE = re.compile(r"\b(?:bình quân|trung bình|mỗi|từng)\b", re.IGNORECASE)
_EACH = re.compile(
    r"[^,;:.()\n\d]{0,40}?"
    r"(?:\bmỗi\b|\bmột (?:ngày|tuần|tháng|quý|năm)\b|/ ?(?:ngày|tuần|tháng|quý|năm|người|đơn vị))"
)
_DENIED = re.compile(r"\b(?:không|chưa|chẳng)\b", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:dự kiến|dự tính|ước tính|phấn đấu|mục tiêu|chỉ tiêu|(?:theo |có )?kế hoạch(?! số))\b",
    re.IGNORECASE,
)
"""Words before a figure after which it is no result; it is listed, never added to results."""
_LONGER, _AGREED = 6, 0.8
"""Words by which a counted thing is completed, and the share of agencies that must print each."""
_ASKED = 40
"""Figures of a sum whose verb is looked at; the majority words the sum."""


def make(context: Context, item: Item, readings: Readings) -> list[Draft]:
    """Return sums with their coverage, then what could not be summed and why."""
    sections = context.corpus.sections.get(item.path, ())
    here = [
        value
        for section in sections
        for value in readings.of(section)
        if context.about(section, value.sentence, item.path)
    ]
    drafts: list[Draft] = []
    by_thing: dict[tuple[str, str, str], list[Value]] = defaultdict(list)
    for value in here:
        by_thing[value.act, value.thing, value.period].append(value)
    for (_, thing, period), values in sorted(by_thing.items()):
        drafts.extend(_group(context, item, thing, period, values))
    if "figures" in item.expects and context.read > 1:
        drafts.append(_without(context, item, {value.agency.code for value in here}, here))
    drafts = _told_apart(drafts)
    sums = sorted((draft for draft in drafts if draft.kind == "figure"), key=lambda d: (-d.backing, d.text))
    return sums + [draft for draft in drafts if draft.kind != "figure"]


def _told_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Keep sums that nothing but their numbers tells apart for the annex, where their sentences stand."""
    alike = Counter(_DIGITS_OF.sub("", draft.text) for draft in drafts if draft.kind == "figure")
    return [
        replace(draft, in_report=False)
        if draft.kind == "figure" and alike[_DIGITS_OF.sub("", draft.text)] > 1
        else draft
        for draft in drafts
    ]


def of_the_province(context: Context, item: Item, readings: Readings) -> list[Draft]:
    """Return the sentence in which a provincial body gives figures of the whole province: said, never summed.

    At most one for an item: the one with most figures of that kind.
    """
    found: dict[tuple[str, int], list[Value]] = defaultdict(list)
    for section in context.corpus.sections.get(item.path, ()):
        if kind_group(section.agency) not in COMMUNES and not section.scan:
            for value in readings.of(section):
                if _words(value, WIDER_AREA):
                    found[section.id, value.sentence.start].append(value)
    if not found:
        return []
    best = min(found.values(), key=lambda many: (-len(many), many[0].agency.rank, many[0].sentence.start))[0]
    return [own_words(context, item.path, Clause(best.section, best.sentence, ""), "example")]


def _words(value: Value, phrases: Iterable[str]) -> bool:
    text = value.said.lower()
    return any(phrase in text for phrase in phrases)


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
    if whole := _whole(summed):
        doubtful[_WHOLE].append(whole)
        summed = [value for value in summed if value is not whole]
    drafts = _sum(context, item, thing, period, summed)
    drafts.extend(
        _note(context, item, thing, reason, many)
        for reason, many in sorted(doubtful.items())
        if len(many) > 1 or (reason == _WHOLE and summed)
    )
    return drafts


def _whole(values: Sequence[Value]) -> Value | None:
    """Return the figure of a provincial body that outweighs all communes together: it may hold theirs."""
    communes = [value for value in values if kind_group(value.agency) in COMMUNES]
    province = [value for value in values if kind_group(value.agency) not in COMMUNES]
    if not communes or not province:
        return None
    largest = max(province, key=lambda value: (value.value, -value.agency.rank))
    others = sum(value.value for value in values) - largest.value
    return largest if largest.value >= others else None


def _doubt(value: Value) -> str:
    """Why the figure must not be added to others; empty when it may."""
    text = value.said.lower()
    words = f" {' '.join(syllables(text))} "
    before = _MARKS.split(value.section.text[value.sentence.start : value.start])[-1]
    reasons = (
        (
            any(phrase in text for phrase in WIDER_AREA),
            "số liệu của phạm vi rộng hơn một đơn vị, cộng sẽ trùng",
        ),
        (
            any(phrase in words for phrase in _PREDECESSORS),
            "có số liệu của đơn vị trước sắp xếp, cộng có thể trùng",
        ),
        (
            _RATE.search(before) or _EACH.match(value.section.text, value.start + len(value.printed)),
            "số bình quân hoặc tính theo từng ngày, tháng, đơn vị",
        ),
        (_DENIED.search(before), "số liệu nêu việc không hoặc chưa thực hiện"),
        (_PLANNED.search(before), "số dự kiến, kế hoạch"),
        (value.section.scan, "đọc từ bản quét, cần đối chiếu với bản gốc"),
        (value.qualifier, "số ước lượng (trên, khoảng, gần …)"),
        (not value.period, "chưa nêu kỳ số liệu"),
    )
    return next((reason for holds, reason in reasons if holds), "")


def _sum(context: Context, item: Item, thing: str, period: str, values: Sequence[Value]) -> list[Draft]:
    if len(values) < 2:
        return []
    total = sum(value.value for value in values)
    part = share(len(values), context.read)
    act, counted = _doing(values), _completed(thing, values)
    text = f"Theo số liệu {_period(period)} của {part} {UNITS} có nêu, tổng cộng "
    text += f"{act} {amount(total)} {counted}." if act else f"{amount(total)} {counted}."
    sources = tuple(value.source for value in values)
    anchor = f"{values[0].act}|{thing}|{period}"
    # A sum of a few reports is no figure of the province: it stands in the annex.
    show = len(values) >= max(2, _SHARE * context.read) and context.role(item) == "results"
    return [Draft(item.path, "figure", text, anchor, sources, context.read, f"{act} {counted}".strip(), show)]


def _completed(thing: str, values: Sequence[Value]) -> str:
    """Return the thing counted with the next words, as long as nearly all print the same ones."""
    found = thing
    for _ in range(_LONGER):
        following = Counter(_next_word(value, found) for value in values[:_ASKED])
        word, times = min(following.items(), key=lambda pair: (-pair[1], pair[0]))
        if not word or word in _JOINING or times < _AGREED * sum(following.values()):
            break
        found = f"{found} {word}"
    while found != thing and not boundaries(values[0].said, found):
        found = found.rpartition(" ")[0]  # the words agreed on end inside a word
    return found


def _next_word(value: Value, thing: str) -> str:
    """Return the word after the figure and its thing; empty at a mark, a figure or another wording."""
    following = value.section.text[value.start : value.sentence.end]
    told = segments(_DIGITS.sub("", following, count=1))
    words = told[0] if told else []
    head = syllables(thing)
    for start in range(max(0, len(words) - len(head))):
        if words[start : start + len(head)] == head:
            word = words[start + len(head)]
            return "" if any(letter.isdigit() for letter in word) else word
    return ""


def _doing(values: Sequence[Value]) -> str:
    """Return the words before the figure as most print them: "đã tiếp nhận" said as "tiếp nhận"."""
    said = Counter(_before(value) for value in values[:_ASKED])
    best, times = min(said.items(), key=lambda pair: (-pair[1], pair[0]))
    return best if best and 2 * times > sum(said.values()) else ""


def _before(value: Value) -> str:
    """Return the verb right before the figure, in the sentence as printed."""
    if not value.act:
        return ""
    start = max(value.sentence.start, value.start - 60)
    head = _CARRIED.sub("", " ".join(value.section.text[start : value.start].split()))
    verb = verb_at_end(head)
    if verb:
        return verb if verb.endswith(value.act) else ""
    # "giao nộp vào Lưu trữ cơ quan 90 hồ sơ": the verb opens the words since the last mark
    since = _OPENING.sub("", _MARKS.split(head)[-1].strip())
    whole = start == value.sentence.start or bool(_MARKS.search(head))
    told = whole and 1 < len(since.split()) <= _LONGER + 1 and not any(map(str.isdigit, since))
    return since if told and verb_at_start(since) else ""


def _period(period: str) -> str:
    if period.isdigit() and len(period) == 4:
        return f"năm {period}"
    if _SINCE.match(period):
        return f"từ năm {period}"
    return f"giai đoạn {period}" if _YEARS.fullmatch(period) else period


def _note(context: Context, item: Item, thing: str, reason: str, values: Sequence[Value]) -> Draft:
    listed = "; ".join(f"{value.agency.name}: {value.printed}" for value in _shown(values))
    more = len(values) - len(_shown(values))
    tail = f"; và {count(more)} số liệu khác" if more else ""
    shown = thing
    while " " in shown and not boundaries(values[0].said, shown):
        shown = shown.rpartition(" ")[0]  # «người làm công» of «người làm công tác»
    text = f"Chưa cộng số liệu “{shown}” ({reason}): {listed}{tail}."
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
