"""What every part of the composition shares: the corpus, the settings and the campaign's own vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from transform.statements.corpus import Agency, Clause, Corpus, Item, Section, quotable
from transform.statements.draft import Source
from transform.statements.lexicon import ITEM_ROLES, NAMED_AWARDS, WEAK_PHRASE
from transform.statements.naming import named_models
from transform.statements.sentences import Span, sentences
from transform.statements.settings import StatementSettings
from transform.statements.text import content_grams, syllables

ANSWERED = frozenset({"present", "merged", "thin"})


@dataclass(frozen=True)
class Context:
    """Handed to the makers of statements; `title` is the campaign's."""

    corpus: Corpus
    settings: StatementSettings
    title: str

    @cached_property
    def readers(self) -> list[Agency]:
        """Agencies whose report was read."""
        return self.corpus.readers()

    @property
    def read(self) -> int:
        """How many reports were read: the N of every x/N."""
        return len(self.readers)

    @cached_property
    def topic_grams(self) -> frozenset[str]:
        """Words and pairs of the campaign's and the outline's titles: what everybody must write."""
        titles = [self.title, *(item.title for item in self.corpus.items)]
        return frozenset(gram for title in titles for gram in content_grams(title))

    @cached_property
    def topic_syllables(self) -> frozenset[str]:
        """Syllables of the campaign's title."""
        return frozenset(syllables(self.title))

    @cached_property
    def tree(self) -> dict[str, Item]:
        """Outline items by path."""
        return {item.path: item for item in self.corpus.items}

    def role(self, item: Item) -> str:
        """`limits`, `lessons`, `proposals`, `models`, `awards`, `tasks` or `results`."""
        title = item.title.lower()
        for role, words in ITEM_ROLES:
            if any(word in title for word in words):
                return role
        if item.parent in self.tree and self.role(self.tree[item.parent]) == "tasks":
            return "tasks"
        return "results"

    def home(self, role: str) -> str | None:
        """Path of the first leaf with the role; None when the outline has none."""
        return next(
            (item.path for item in self.corpus.items if item.is_leaf and self.role(item) == role), None
        )

    def clauses(self, path: str, split: bool = False) -> list[Clause]:
        """Return what may be quoted under an item, in list and print order; each section once."""
        return [
            clause for section in self.corpus.sections.get(path, ()) for clause in quotable(section, split)
        ]

    def own_clauses(self, item: Item) -> list[Clause]:
        """Return what may stand as theme or example under an item: each clause under one item only.

        A section that answers several items gives each clause to the item whose title it is nearest to,
        one near none to the item told last;
        clauses that name a model or an award stand under the outline's item on those.
        """
        elsewhere = [role for role in ("models", "awards") if self.home(role) not in (None, item.path)]
        return [
            clause
            for clause in self.clauses(item.path)
            if self.about(clause.section, clause.span, item.path) and not _belongs(clause, elsewhere)
        ]

    def about(self, section: Section, span: Span, path: str) -> bool:
        """Whether words of a section are about the item: of a merged section about one, as far as told."""
        return self._nearest(section, span) in (None, path)

    def _nearest(self, section: Section, at: Span) -> str | None:
        """Path of the item that words of a merged section are about; None when nothing tells them apart."""
        paths = [path for path in self.corpus.paths.get(section.id, ()) if path in self.tree]
        if len(paths) < 2:
            return None
        last = self._likeliest(section.title, paths)
        for span in sentences(section.text):
            if span.start > at.start:
                break
            last = self._likeliest(section.said(span), paths) or last
        return self._likeliest(section.said(at), paths) or last or None

    def _likeliest(self, text: str, paths: Sequence[str]) -> str:
        """Item whose title shares with the text most pairs of words that the others' titles lack, or none."""
        said = _telling_pairs(text)
        titles = {path: _telling_pairs(self.tree[path].title) for path in paths}
        shared = sorted(
            (
                len((said & titles[path]).difference(*(titles[other] for other in paths if other != path))),
                path,
            )
            for path in paths
        )
        return shared[-1][1] if shared[-1][0] > shared[-2][0] else ""

    def answered(self, path: str) -> list[Agency]:
        """Agencies whose report has content of its own under the item."""
        status = self.corpus.coverage.get(path, {})
        return [agency for agency in self.readers if status.get(agency.code) in ANSWERED]

    def absent(self, path: str) -> list[Agency]:
        """Agencies whose report shows nothing, or only a heading, under the item."""
        status = self.corpus.coverage.get(path, {})
        return [agency for agency in self.readers if status.get(agency.code, "missing") not in ANSWERED]

    def unsure(self, path: str, agency: Agency) -> bool:
        """Whether the report is a scan on which the item could neither be seen nor be called missing."""
        status = self.corpus.coverage.get(path, {})
        return agency.code in status and status[agency.code] is None

    def lacking(self, agency: Agency) -> Source:
        """Return the report itself as the source of an absence."""
        return Source(agency, self.corpus.reports[agency.code])


def _telling_pairs(text: str) -> frozenset[tuple[str, str]]:
    """Pairs of neighbouring syllables, those of administrative filler ("thực hiện") left out."""
    return frozenset(pair for pair in pairwise(syllables(text)) if " ".join(pair) not in WEAK_PHRASE)


def _belongs(clause: Clause, elsewhere: Sequence[str]) -> bool:
    low = clause.text.lower()
    return ("models" in elsewhere and bool(named_models(clause.text))) or (
        "awards" in elsewhere and any(cue in low for cue in NAMED_AWARDS)
    )
