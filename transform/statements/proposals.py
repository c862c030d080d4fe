"""Proposals, grouped by whom they address, near-duplicates merged with all their sources."""

from __future__ import annotations

import re
from collections import defaultdict

from transform.statements import ranked
from transform.statements.context import Context
from transform.statements.corpus import Clause, Item, quotable
from transform.statements.draft import Draft
from transform.statements.lexicon import ADDRESSEES, UNSTATED

_CUE = re.compile(r"(?:đề nghị|kiến nghị|đề xuất|đối với|gửi)(?:\s+(?:với|đến|tới|lên|cấp trên|các cấp))?\s+")
_REACH = 60
"""Characters after the cue in which the addressee must stand: further on it is the matter."""
_ASKS = (
    "đề nghị",
    "kiến nghị",
    "đề xuất",
    "mong ",
    "xin ",
    "cho phép",
    "xem xét",
    "hướng dẫn",
    "sớm ",
    "quan tâm",
)
_TASK = re.compile(
    r"^(?:tiếp tục|tăng cường|đẩy mạnh|tập trung|phấn đấu|chú trọng|duy trì|nâng cao|thực hiện|"
    r"(?:trong )?(?:thời gian tới|năm \d{4}|giai đoạn \d{4}|những năm tới))",
    re.IGNORECASE,
)
"""How a task that the agency sets itself begins, where an item asks for tasks and proposals together."""
_CLOSING = re.compile(r"^(?:trên đây là|kính đề nghị .{0,40}xem xét, tổng hợp)", re.IGNORECASE)


def addressee(text: str, above: str = "") -> str:
    """Whom a proposal addresses: by its own words, else by its heading or lead-in, else `UNSTATED`."""
    low = text.lower()
    for cue in _CUE.finditer(low):
        found = _named(low[cue.end() : cue.end() + _REACH])
        if found:
            return found
    return _named(low[:25]) or _named(above.lower()) or UNSTATED


def _named(text: str) -> str:
    """Return the addressee named first in the stretch; at the same place the longer name."""
    places = [
        (text.find(word), -len(word), group) for group, words in ADDRESSEES for word in words if word in text
    ]
    return min(places)[2] if places else ""


def is_task(clause: Clause) -> bool:
    """Whether the words say what the agency will do itself, and ask nobody for anything."""
    low = clause.text.lower()
    led = clause.context.lower() if clause.context.endswith(":") else ""
    asked = any(word in led for word in _ASKS[:3])
    return bool(_TASK.match(clause.text)) and not asked and not any(word in low for word in _ASKS)


def make(context: Context, item: Item) -> list[Draft]:
    """Statements of kind `proposal`, groups from the centre downwards, the unsaid last."""
    groups: dict[str, list[Clause]] = defaultdict(list)
    tasks: list[Clause] = []
    for section in context.corpus.sections.get(item.path, ()):
        last, end = UNSTATED, -1
        for clause in quotable(section, split_clauses=True):
            if _CLOSING.match(clause.text):
                continue
            name = addressee(clause.text, clause.context)
            # A clause after a semicolon goes on with the addressee of its sentence.
            if name == UNSTATED and section.text[end : clause.span.start].strip() == ";":
                name = last
            last, end = name, clause.span.end
            (tasks if name == UNSTATED and is_task(clause) else groups[name]).append(clause)
    kind = ranked.Kind("theme", "nhiệm vụ", context.settings.tasks)
    drafts = ranked.make(context, item.path, tasks, kind)
    for name in [*(group for group, _ in ADDRESSEES), UNSTATED]:
        kind = ranked.Kind("proposal", name, context.settings.proposals)
        drafts.extend(ranked.make(context, item.path, groups[name], kind))
    return drafts
