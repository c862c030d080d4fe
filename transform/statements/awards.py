"""Awards: sentences that name an award, in the agency's words."""

from __future__ import annotations

from transform.statements.context import Context
from transform.statements.corpus import Clause, quotable
from transform.statements.draft import Draft, Source
from transform.statements.lexicon import AWARD_CUES, NAMED_AWARDS
from transform.statements.score import rotation, specificity
from transform.statements.selection import choose
from transform.statements.voice import counted, own_words
from transform.statements.wording import upper_first

_NO_AWARD = ("đề nghị", "phấn đấu", "chưa ", "không ", "tiêu chí", "xem xét", "khi xét", "căn cứ")


def make(context: Context) -> dict[str, list[Draft]]:
    """Statements of kind `award` by path: those of the item on awards, and named awards found elsewhere."""
    home = context.home("awards")
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


def _named(context: Context, path: str, clauses: list[Clause]) -> list[Draft]:
    """How many agencies report each award; wishes and rules about awards are no award."""
    drafts: list[Draft] = []
    for name in NAMED_AWARDS:
        first: dict[str, Clause] = {}
        for clause in sorted(clauses, key=lambda clause: clause.order):
            low = clause.text.lower()
            if name in low and not any(word in low for word in _NO_AWARD):
                first.setdefault(clause.agency.code, clause)
        if len(first) > 1:
            who = [clause.agency for clause in first.values()]
            title = upper_first(name)
            many, named = counted(context, who, name)
            text = f"Có {many} báo cáo về hình thức khen thưởng {title}{named}."
            sources = tuple(Source.of(clause) for clause in first.values())
            drafts.append(Draft(path, "award", text, f"hình thức|{name}", sources, context.read, title))
    return sorted(drafts, key=lambda draft: (-draft.backing, draft.anchor))


def _drafts(context: Context, path: str, clauses: list[Clause]) -> list[Draft]:
    def worth(clause: Clause) -> float:
        return 0.5 + specificity(clause.text) + 0.8 * rotation(clause.agency.code, path)

    most = context.settings.examples + 1
    shown = choose(clauses, worth, most, context.topic_grams, alike=0.8)
    orders = {clause.order for clause in shown}
    rest = sorted(
        (clause for clause in clauses if clause.order not in orders), key=lambda clause: clause.order
    )
    drafts = _named(context, path, clauses)
    drafts += [own_words(context, path, clause, "award") for clause in shown]
    return drafts + [own_words(context, path, clause, "award", show=False) for clause in rest]
