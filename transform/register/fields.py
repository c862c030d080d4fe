"""On whose word each field of a cited document stands, and where the reports differ."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from extract.encoding import match_key
from transform.register.keys import Mentioned


def vote(
    mentions: Sequence[Mentioned], field: str, key: Callable[[Any], object] = lambda value: value
) -> tuple[Any, str | None]:
    """(value, submission it is taken from): what most agencies print; ties go to the fuller, then the first.

    A value shared from a list neighbour counts only where nobody prints one of his own.
    """
    own = [m for m in mentions if m.row.get(field) is not None and not _inherited(m, field)]
    given = own or [m for m in mentions if m.row.get(field) is not None]
    if not given:
        return None, None
    voters: dict[object, set[str]] = defaultdict(set)
    for mention in given:
        voters[key(mention.row[field])].add(str(mention.row.get("agency_code") or mention.submission))
    best = min(voters, key=lambda value: (-len(voters[value]), -len(str(value)), str(value)))
    source = min(
        (m for m in given if key(m.row[field]) == best), key=lambda m: (m.submission, m.row.get("seq") or 0)
    )
    return source.row[field], source.submission


def vote_text(mentions: Sequence[Mentioned], field: str) -> tuple[str | None, str | None]:
    """`vote` for printed text: spelling habits (case, tone placement) do not split the votes."""
    value, source = vote(mentions, field, match_key)
    return value, source


def dates_of(mentions: Iterable[Mentioned]) -> dict[str, list[str]]:
    """ISO date -> submissions that print it themselves (none shared in a list), both sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.date is not None and not _inherited(mention, "date"):
            found[mention.date.isoformat()].add(mention.submission)
    return {day: sorted(found[day]) for day in sorted(found)}


def conflict_json(sides: Iterable[tuple[str, Sequence[str], str | None]]) -> str:
    """JSON list of {date, submissions, cited_document_id?} for `cited_document.conflicts`."""
    listed = [
        {"date": day, "submissions": list(submissions), **({"cited_document_id": other} if other else {})}
        for day, submissions, other in sides
    ]
    return json.dumps(listed, ensure_ascii=False)


def count_agencies(mentions: Iterable[Mentioned]) -> int:
    """How many agencies mention it (a submission of no known agency counts as one)."""
    return len({str(m.row.get("agency_code") or m.submission) for m in mentions})


def most_common_number(mentions: Sequence[Mentioned]) -> str | None:
    """Return the number as most mentions write it."""
    numbers = Counter(m.row["number"] for m in mentions if m.row.get("number") and m.complete) or Counter(
        m.row["number"] for m in mentions if m.row.get("number")
    )
    return min(numbers, key=lambda number: (-numbers[number], number)) if numbers else None


def _inherited(mention: Mentioned, field: str) -> bool:
    return field in (mention.row.get("inherited") or "").split(",")
