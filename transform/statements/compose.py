"""From the frames of a campaign to the sentences of its provincial report, each with its sources."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Protocol

import polars as pl

from transform.statements import awards, figures, general, models, proposals, ranked, results, ruling
from transform.statements.arrange import build
from transform.statements.context import Context
from transform.statements.corpus import Clause, Frames, Item
from transform.statements.draft import Draft, Ledger
from transform.statements.length import fit
from transform.statements.readings import Readings
from transform.statements.remember import forget
from transform.statements.settings import StatementSettings

_LISTS = {
    "limits": ranked.limits,
    "lessons": ranked.lessons,
    "proposals": proposals.make,
    "tasks": ranked.tasks,
}

_FIGURE = re.compile(r"\d")
_ROOM = {"proposals": 3.0, "limits": 2.5, "models": 2.5, "tasks": 1.5}
"""Room of an item in the draft, by its role, beside 1 for the others."""


class CampaignLike(Protocol):
    """What the composition needs of a campaign."""

    @property
    def id(self) -> str:
        """Identifier, the `campaign_id` of every row."""
        ...

    @property
    def title(self) -> str:
        """What was asked for."""
        ...


def compose(
    campaign: CampaignLike, frames: Frames, settings: StatementSettings | None = None
) -> dict[str, pl.DataFrame]:
    """Return `statement` and `statement_source`, columns as in the warehouse's declaration.

    `frames` are the tables agency, outline_item, submission, section, section_match, figure (others are
    ignored) and the view `coverage`. Only the current, read submission of each listed agency is quoted.
    The order of rows in the frames does not matter.
    """
    corpus = build(campaign.id, frames)
    frames = corpus.frames  # the text is in the corpus now; a caller that keeps none of it frees it
    context = Context(corpus, settings or StatementSettings(), campaign.title)
    ledger = Ledger(campaign.id)
    ledger.add(general.make(context))
    if context.read:
        values, named, rewarded = Readings(frames), models.make(context), awards.make(context)
        for item in corpus.items:
            if item.is_leaf or corpus.sections.get(item.path):
                extra = [*named.get(item.path, ()), *rewarded.get(item.path, ())]
                ledger.add(_item(context, item, values, extra))
    shares = {item.path: _ROOM.get(context.role(item), 1.0) for item in corpus.items}
    ledger.drafts = fit(ledger.drafts, corpus.items, context.settings.max_pages, shares)
    forget()
    return ledger.frames()


def _item(context: Context, item: Item, values: Readings, extra: list[Draft]) -> list[Draft]:
    """Everything said under one item, in the order of the report."""
    drafts = ruling.make(context, item) if item.is_leaf else []
    drafts += figures.make(context, item, values)
    role = context.role(item)
    if role in _LISTS:
        return drafts + _LISTS[role](context, item) + extra
    clauses = context.own_clauses(item)
    if role == "results":
        drafts += results.themes(context, item, clauses)
    if not any(draft.in_report for draft in extra):
        if role == "results":
            drafts += figures.of_the_province(context, item, values)
        told = any(draft.kind == "theme" and draft.in_report for draft in drafts)
        drafts += results.examples(context, item, _unsaid(clauses, drafts), told)
    return drafts + _once(drafts, extra)


def _unsaid(clauses: list[Clause], drafts: list[Draft]) -> list[Clause]:
    """Clauses that are not what many say: an example tells what one agency did.

    Clauses that only share a phrase stay, and so do those that fill a range not shown in the report.
    """
    told = {
        (source.section.id, source.span.start)
        for draft in drafts
        if draft.kind in ("theme", "example") and not draft.text.startswith("Có ")
        for source in draft.sources
        if source.section and source.span and (draft.in_report or not _FIGURE.search(source.text))
    }
    return [clause for clause in clauses if (clause.section.id, clause.span.start) not in told]


def _once(drafts: list[Draft], extra: list[Draft]) -> list[Draft]:
    """Models and awards; a quote that already stands as an example goes to the annex only."""
    said = {source.span for draft in drafts if draft.kind == "example" for source in draft.sources}

    def repeats(draft: Draft) -> bool:
        return draft.kind == "award" and len(draft.sources) == 1 and draft.sources[0].span in said

    return [replace(draft, in_report=False) if repeats(draft) else draft for draft in extra]
