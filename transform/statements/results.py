"""Items that tell results: themes shared by many, and examples of the most specific sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transform.statements.agreement import DENIALS, words_of
from transform.statements.context import Context
from transform.statements.corpus import Clause, Item
from transform.statements.coverage import Told, commonness, digest, pairs, weights
from transform.statements.draft import Draft, Source
from transform.statements.lexicon import CONNECTIVES
from transform.statements.phrases import Theme, find
from transform.statements.ranked import common
from transform.statements.score import rotation, specificity
from transform.statements.selection import choose
from transform.statements.text import syllables
from transform.statements.voice import counted, own_words

_MOST_TOLD = 4_000


def floor(context: Context) -> int:
    """Agencies from which a phrase is a theme: a tenth of the reports, at least three (two of a handful)."""
    return max(2 if context.read < 6 else 3, -(-context.read // 10))


def themes(context: Context, item: Item, clauses: Sequence[Clause]) -> list[Draft]:
    """Statements of kind `theme`: sentences that many report alike, then phrases that many use."""
    most, least = context.settings.themes, floor(context)
    shared = common(context, item, clauses, most, least)
    told = [draft for draft in shared if draft.in_report]
    topic = context.topic_syllables | frozenset(syllables(item.title))
    said = [set(syllables(draft.anchor)) for draft in told]
    for theme in map(_of_one_mind, find(clauses, topic, least, most)):
        if len(told) >= most:
            break
        if len(theme.clauses) < least:
            continue
        words = set(syllables(theme.phrase))
        if all(len(words & other) < 0.7 * len(words) for other in said):
            told.append(_phrase(context, item, theme))
    return told + [draft for draft in shared if not draft.in_report]


def _of_one_mind(theme: Theme) -> Theme:
    """Keep of those who use a phrase the side that more take: who denies it does not report it."""
    denying = [clause for clause in theme.clauses if DENIALS & words_of(clause.text)]
    others = [clause for clause in theme.clauses if not DENIALS & words_of(clause.text)]
    return replace(theme, clauses=tuple(others if len(others) >= len(denying) else denying))


def _phrase(context: Context, item: Item, theme: Theme) -> Draft:
    agencies = [clause.agency for clause in theme.clauses]
    many, named = counted(context, agencies, theme.phrase)
    text = f"Có {many} nêu “{theme.phrase}”{named}."
    sources = tuple(Source.of(clause) for clause in theme.clauses)
    return Draft(item.path, "theme", text, theme.phrase.lower(), sources, context.read)


def examples(context: Context, item: Item, clauses: Sequence[Clause], told: bool = False) -> list[Draft]:
    """Statements of kind `example`: verbatim, each of another agency, spread over kinds and regions.

    `told`: the item already says something; then a sentence without anything specific is not added.
    """
    shared = weights((clause.agency.rank, pairs(clause.text)) for clause in clauses)
    voices = len({clause.agency.code for clause in clauses})

    def worth(clause: Clause) -> float:
        common = 2.0 * commonness(clause.text, shared, voices)
        # Words recognised from a scan may be misread: quote them only when nobody else tells.
        common -= 3.0 * clause.section.scan
        return specificity(clause.text) + common + 0.8 * rotation(clause.agency.code, item.path)

    chosen = choose(clauses, worth, context.settings.examples, context.topic_grams)
    chosen = chosen or ([] if told else _covering(clauses))
    return [own_words(context, item.path, clause, "example") for clause in chosen]


def _covering(clauses: Sequence[Clause]) -> list[Clause]:
    """Where nothing specific is said: the one sentence that covers best what the reports share."""
    whole = [clause for clause in clauses if not clause.text.lower().startswith(CONNECTIVES)] or list(clauses)
    places: dict[str, int] = {}
    told = []
    for clause in whole:
        place = places.get(clause.agency.code, 0)
        places[clause.agency.code] = place + 1
        told.append(Told(clause.agency.rank, place, clause.text))
    return [whole[place] for place in digest(told[:_MOST_TOLD], 1)[:1]]
