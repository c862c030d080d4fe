"""Find the paragraph a finding speaks of, in the printed text of a document.

Matching works on letters and digits only (case, spaces, punctuation and composition of marks do
not count); what is shown is never changed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from report_templates.shared.findings import Finding, Place

_TITLES = ("báo cáo", "tờ trình", "kế hoạch", "công văn")
_PREFIX = 10
"""Letters a marker may add before a title: `Phần thứ ba`, `XVIII.`"""
_OPENING = 48


def key(text: str) -> str:
    """Return the letters and digits of `text`, folded for comparison."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def title_paragraph(keys: Sequence[str]) -> int | None:
    """Index of the document's title, else of its first paragraph with words; None in an empty document."""
    titles = {key(title) for title in _TITLES}
    for index, text in enumerate(keys):
        if text in titles:
            return index
    return next((index for index, text in enumerate(keys) if text), None)


def locate(finding: Finding, keys: Sequence[str]) -> int | None:
    """Index of the paragraph to comment on; None when the finding has no place in the text."""
    start = heading(finding.place, keys) if finding.place else None
    if finding.place is not None and finding.place.relation == "after":
        return start
    quoted = quote(finding.evidence, keys, start or 0)
    return quoted if quoted is not None else start


def heading(place: Place, keys: Sequence[str]) -> int | None:
    """Index of the heading (the `nth` of that title), or of the numbered paragraph."""
    title = key(place.title)
    if not title:
        opening = key(place.opening)[:_OPENING]
        return _nth([i for i, text in enumerate(keys) if opening and opening in text], 0)
    marked = key(place.marker) + title
    exact = [i for i, text in enumerate(keys) if text in (title, marked)]
    if exact:
        return _nth(exact, place.nth)
    near = [
        i for i, text in enumerate(keys) if _ends_with_title(text, title) or text.startswith((marked, title))
    ]
    return _nth(near, place.nth)


def _ends_with_title(text: str, title: str) -> bool:
    return text.endswith(title) and len(text) - len(title) <= _PREFIX


def _nth(found: list[int], nth: int) -> int | None:
    return found[min(nth, len(found) - 1)] if found else None


def quote(evidence: str | None, keys: Sequence[str], start: int) -> int | None:
    """Index of the first paragraph from `start` on that holds the quote's beginning."""
    wanted = key((evidence or "").split("…")[0])[:_OPENING]
    if len(wanted) < 4:
        return None
    order = [*range(start, len(keys)), *range(start)]
    return next((index for index in order if wanted in keys[index]), None)
