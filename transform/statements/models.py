"""Named models (mô hình, cách làm) with who runs them and the sentence that tells what they did."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from transform.statements.context import Context
from transform.statements.corpus import Agency, Clause, quotable
from transform.statements.draft import Draft, Source
from transform.statements.lexicon import CONNECTIVES
from transform.statements.naming import may_name_models, named_models
from transform.statements.score import rotation, specificity
from transform.statements.text import plain
from transform.statements.voice import spread
from transform.statements.wording import UNITS, count, inner, names, quoted

_NOT_RUN = re.compile(
    r"\b(?:chưa|không)\s+(?:thể\s+)?(?:được\s+)?(?:triển khai|áp dụng|thực hiện|xây dựng|có)\b"
    r"|\b(?:dự kiến|sẽ|đề nghị)\s+(?:triển khai|áp dụng|thực hiện|xây dựng|ra mắt|thành lập|cho)\b"
    r"|\b(?:học tập|tham quan|tham khảo) (?:kinh nghiệm )?(?:mô hình|cách làm)\b",
    re.IGNORECASE,
)
"""What names a model that the agency does not run: planned, not begun, or another's."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A model's name as printed and the sentence that names it."""

    name: str
    clause: Clause
    path: str


def collect(context: Context) -> list[Mention]:
    """Every mention in the sections that answer the outline, sections of model items first."""
    known = plain(" ".join([context.title, *(item.title for item in context.corpus.items)]))
    seen: set[tuple[str, str, int]] = set()
    found: list[Mention] = []
    items = sorted(context.corpus.items, key=lambda item: (context.role(item) != "models", item.rank))
    for item in items:
        for section in context.corpus.sections.get(item.path, ()):
            if not may_name_models(section.text):
                continue
            for clause in quotable(section):
                if _NOT_RUN.search(clause.text):
                    continue
                for name in named_models(clause.text):
                    key = (plain(name), section.id, clause.span.start)
                    if key not in seen and plain(name) not in known:
                        seen.add(key)
                        found.append(Mention(name, clause, item.path))
    return found


def make(context: Context) -> dict[str, list[Draft]]:
    """Statements of kind `model` by outline path: the outline's item on models, else where they stand."""
    home = context.home("models")
    merged: dict[str, list[Mention]] = defaultdict(list)
    for mention in collect(context):
        merged[plain(mention.name)].append(mention)
    drafts: dict[str, list[tuple[float, Draft]]] = defaultdict(list)
    for mentions in merged.values():
        path = home or min(mention.path for mention in mentions)
        drafts[path].append(_draft(context, path, mentions))
    return {path: _pick(context, many) for path, many in drafts.items()}


def _draft(context: Context, path: str, mentions: list[Mention]) -> tuple[float, Draft]:
    """Return the sentence on one model, after what it is worth."""
    first: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda mention: _rank(mention.clause)):
        first.setdefault(mention.clause.agency.code, mention)
    ordered = sorted(first.values(), key=lambda mention: mention.clause.order)
    best = min(first.values(), key=lambda mention: _rank(mention.clause))
    agencies = [mention.clause.agency for mention in ordered]
    name = inner(best.name)
    told = best.clause if len(agencies) == 1 else _after_name(best.clause, best.name)
    shown, span = quoted(told, min(260, context.settings.quote_chars))
    end = "" if shown.endswith("…”") else "."
    if len(agencies) == 1:
        text = f"{agencies[0].name}: {shown}{end}"
    else:
        who = _who(agencies, context.settings.names_shown, name)
        text = f"Mô hình “{name}” có ở {count(len(agencies))} {UNITS} ({who}); "
        text += f"tại {best.clause.agency.name}: {shown}{end}"
    named = name in inner(best.clause.section.said(span))
    sources = tuple(
        Source.of(mention.clause, span if mention is best and named else None) for mention in ordered
    )
    worth = specificity(best.clause.text) + 1.5 * (len(agencies) - 1)
    return worth, Draft(path, "model", text, plain(name), sources, context.read, group=name)


def _who(agencies: list[Agency], shown: int, name: str) -> str:
    """All names when few, else some of every kind of agency and how many more."""
    if len(agencies) <= shown + 1:
        return names(agencies, shown)
    told = ", ".join(agency.name for agency in spread(agencies, shown, name))
    return f"{told} và {count(len(agencies) - shown)} {UNITS} khác"


def _after_name(clause: Clause, name: str) -> Clause:
    """Return the clause without "Mô hình “name”" at its head: the sentence around it says that already."""
    head = re.match(rf"[^“”\"]{{0,30}}[“\"]{re.escape(name)}[”\"],?\s+", clause.text)
    if not head or len(clause.text) - head.end() < 30:
        return clause
    return replace(clause, span=replace(clause.span, start=clause.span.start + head.end()))


def _rank(clause: Clause) -> tuple[float, tuple[int, str, int, int]]:
    penalty = 2.0 if clause.text.lower().startswith(CONNECTIVES) else 0.0
    turn = 1.5 * rotation(clause.agency.code, clause.section.title)
    return (penalty - specificity(clause.text) - turn, clause.order)


def _pick(context: Context, worthy: Iterable[tuple[float, Draft]]) -> list[Draft]:
    """Best first; the report shows no sentence twice and no agency more than twice."""
    shown_quotes: set[str] = set()
    uses: dict[str, int] = defaultdict(int)
    found: list[Draft] = []
    kept = 0
    for _, draft in sorted(worthy, key=lambda pair: (-pair[0], pair[1].anchor)):
        quote = draft.text.partition(": “")[2]
        lead = draft.sources[0].agency
        code = lead.code if lead else ""
        show = kept < context.settings.models and quote not in shown_quotes and uses[code] < 2
        shown_quotes.add(quote)
        uses[code] += show
        kept += show
        found.append(replace(draft, in_report=show))
    return sorted(found, key=lambda draft: not draft.in_report)
