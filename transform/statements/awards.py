"""Awards: sentences that name an award, in the agency's words."""

from __future__ import annotations

from transform.statements.context import Context
from transform.statements.corpus import Clause, quotable
from transform.statements.draft import Draft
from transform.statements.lexicon import AWARD_CUES, NAMED_AWARDS
from transform.statements.score import rotation, specificity
from transform.statements.selection import choose
from transform.statements.voice import own_words


def make(context: Context) -> dict[str, list[Draft]]:
    """Statements of kind `award` by path: those of the item on awards, and named awards found elsewhere."""
    home = next(
        (item.path for item in context.corpus.items if context.role(item) == "awards" and item.is_leaf), None
    )
    found: dict[str, list[Clause]] = {}
    seen: set[tuple[str, int]] = set()
    for item in sorted(context.corpus.items, key=lambda item: (item.path != home, item.rank)):
        cues = AWARD_CUES if context.role(item) == "awards" else NAMED_AWARDS
        for section in context.corpus.sections.get(item.path, ()):
            low = section.text.lower()
            if not any(cue in low for cue in cues):
                continue
            for clause in quotable(section):
                place = (section.id, clause.span.start)
                if place not in seen and any(cue in clause.text.lower() for cue in cues):
                    seen.add(place)
                    found.setdefault(home or item.path, []).append(clause)
    return {path: _drafts(context, path, clauses) for path, clauses in found.items()}


def _drafts(context: Context, path: str, clauses: list[Clause]) -> list[Draft]:
    def worth(clause: Clause) -> float:
        return 0.5 + specificity(clause.text) + 0.8 * rotation(clause.agency.code, path)

    most = context.settings.examples + 1
    shown = choose(clauses, worth, most, context.topic_grams, alike=0.97)
    orders = {clause.order for clause in shown}
    rest = sorted(
        (clause for clause in clauses if clause.order not in orders), key=lambda clause: clause.order
    )
    drafts = [own_words(context, path, clause, "award") for clause in shown]
    return drafts + [own_words(context, path, clause, "award", show=False) for clause in rest]
