"""Finds where citations begin: numbers with a symbol, numbers alone (`numbers`), laws with their number."""

from __future__ import annotations

import re

from extract.citations.bodies import KNOWN_BODIES
from extract.citations.cores import Core, number_spans, read_core
from extract.citations.doctypes import (
    BY_CODE,
    BY_NAME,
    CODES,
    NARROWER,
    code_fits,
)
from extract.citations.left import Left, is_form, numbers_something_else, read_left
from extract.citations.mention import Mention
from extract.citations.numbers import read_number
from extract.citations.symbols import make_key

_LIST_BEFORE = re.compile(r"(?:\d[a-zđ]?|[A-ZĐƯ\d]|\))\s*(?:,|;|và|đến|,\s*và)\s*(?:các\s+)?(?:số\s*)?\Z")


def scan_numbers(text: str, named: list[Mention]) -> list[Mention]:
    """All mentions in order; `named` are those found by name (a law may take its number from here)."""
    laws = {mention.end: mention for mention in named if mention.type != "Nghị quyết"}
    spans = [(mention.start, mention.end) for mention in named]
    found: list[Mention] = []
    taken = at = 0
    for start, digits_end in number_spans(text):
        if start < taken:
            continue
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at < len(spans) and spans[at][0] <= start:
            continue
        core = read_core(text, start, digits_end)
        if core is not None and core.start >= taken:
            mention = _core_mention(text, core, taken, laws)
        else:
            mention = read_number(text, start, digits_end, taken, found)
        if mention is not None:
            found.append(mention)
            taken = mention.end
    merged = {id(mention) for mention in found}
    return sorted(
        [*found, *(mention for mention in named if id(mention) not in merged)],
        key=lambda m: (m.start, -m.end),
    )


def _core_mention(text: str, core: Core, floor: int, laws: dict[int, Mention]) -> Mention | None:
    left = read_left(text, core.start, floor, core.parts[0][1])
    law = _law_before(text, left, core, laws)
    if law is not None:
        return _with_number(text, law, core)
    if not _accept(text, core, left):
        return None
    name = _type_of(core, left)
    key = make_key(core.num, core.separator, core.year, list(core.parts), name)
    mention = Mention("core", left.start, core.end, core.end, num=key.num, key=key)
    _set_type(mention, left, name)
    mention.warnings.extend(key.warnings)
    if left.issuer:
        mention.issuer, mention.own_issuer = " ".join(text[slice(*left.issuer)].split()), True
    return mention


def _type_of(core: Core, left: Left) -> str | None:
    """Take the printed word's type; a word that names none ("Văn bản số") leaves it to the code."""
    code = core.parts[0][1]
    if left.generic and len(core.parts) > 1:
        return BY_CODE.get(code, left.type)
    return NARROWER.get((left.type or "", code), left.type)


def _set_type(mention: Mention, left: Left, name: str | None) -> None:
    if name is not None:
        mention.type, mention.type_from = name, "word"
        return
    code = BY_CODE.get(mention.groups[0]) if mention.groups else None
    if left.announced and (not mention.groups or code_fits(left.announced, mention.groups[0])):
        mention.type, mention.type_from = left.announced, "list"
        mention.inherited.append("type")
        return
    if mention.groups[:1] == ("TT",) and mention.year_in_number:
        code = "Thông tư"
    if code is not None:
        mention.type, mention.type_from = code, "code"


def _accept(text: str, core: Core, left: Left) -> bool:
    """Whether a core is a citation, by what stands before it."""
    several = len(core.parts) > 1
    if left.type is not None:
        if left.so is None and not several and not BY_NAME[left.type].numbered:
            return False
        return core.separator != "" or several or left.so is not None or not core.spaced
    if left.so is not None:
        return _accept_numbered(text, core, left)
    previous = text[core.start - 1 : core.start]
    if (previous and (previous.isalnum() or previous in ":./-&_#")) or is_form(text, core.start):
        return False
    if not core.separator:
        return several and core.parts[0][1] in CODES and _in_list(text, core.start)
    return core.strong or (several and (core.parts[0][1] in KNOWN_BODIES or _in_list(text, core.start)))


def _accept_numbered(text: str, core: Core, left: Left) -> bool:
    """After số without a type: not where the number names something else (mẫu số, hồ sơ số)."""
    several = len(core.parts) > 1
    if not core.separator:
        return several and core.parts[0][1] in CODES
    if numbers_something_else(text, left.so or 0):
        return False
    return core.strong or several or bool(core.year) or _in_list(text, left.start)


def _in_list(text: str, start: int) -> bool:
    return bool(_LIST_BEFORE.search(text, max(0, start - 16), start))


def _law_before(text: str, left: Left, core: Core, laws: dict[int, Mention]) -> Mention | None:
    at = left.so if left.so is not None else core.start
    while at and text[at - 1] in " ,(\n":
        at -= 1
    law = laws.get(at)
    return law if law is not None and law.key is None and core.year else None


def _with_number(text: str, law: Mention, core: Core) -> Mention:
    law.key = make_key(core.num, core.separator, core.year, list(core.parts), law.type)
    law.num, law.kind = law.key.num, "core"
    bracketed = text[core.end : core.end + 1] == ")" and "(" in text[law.end : core.start]
    law.end = law.right = core.end + bracketed
    law.warnings.extend(law.key.warnings)
    return law
