"""`draft_campaign`: campaign.yaml drafted from the requesting letter and/or the đề cương."""

from __future__ import annotations

from collections.abc import Sequence

from extract.encoding import search_key
from extract.model import Document
from transform.drafting.facts import read_facts
from transform.drafting.items import draft_items, letter_points, outline_sections, outline_size
from transform.drafting.write import write


def draft_campaign(*documents: Document) -> str:
    """YAML text of a draft: one file holding both, or the letter and its đề cương in any order.

    What is not seen in the files is a comment for the officer to fill in, never a guess.
    """
    letter = _letter(documents)
    source = _outline(documents, letter)
    others = [document for document in documents if document is not letter]
    facts = read_facts(letter, others)
    if source is not None:
        return write(facts, draft_items(outline_sections(source)))
    return write(facts, draft_items(letter_points(letter) if letter else []))


def _letter(documents: Sequence[Document]) -> Document | None:
    """Return the one with a number of its own; a lone đề cương has none."""
    numbered = [document for document in documents if document.meta.number and not _says_outline(document)]
    return numbered[0] if numbered else None


def _outline(documents: Sequence[Document], letter: Document | None) -> Document | None:
    """Return the đề cương by name, else what has the most headings; a bare letter's points are none."""
    named = [document for document in documents if _says_outline(document)]
    attached = [document for document in documents if document.annexes and outline_size(document)]
    others = [document for document in documents if document is not letter and document.sections]
    fallback = [document for document in documents if outline_size(document)]
    for choice in (named, others, attached, fallback):
        if choice:
            return max(choice, key=outline_size)
    return None


def _says_outline(document: Document) -> bool:
    return search_key(document.meta.doc_type or "").startswith("de cuong")
