"""Findings that only follow from another one are not said: an empty section has no figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from warehouse.verdicts import Failure

_Place = tuple[str, str]
"""Whose (submission, else agency) and which item, section or agency."""


def drop_consequences(failures: Sequence[Failure], parents: Mapping[str, str | None]) -> list[Failure]:
    """Keep the failures that no other failure explains; see `rulebook.Rule` for the ways of hiding.

    `parents`: outline path -> path of the item above.
    """
    at_item = _index(failures, lambda f: f.outline_path)
    unfound = _index(failures, lambda f: f.outline_path if f.section_id is None else None)
    at_section = _index(failures, lambda f: f.section_id)
    at_agency: dict[_Place, set[str]] = defaultdict(set)
    inside: dict[_Place, set[str]] = defaultdict(set)
    for failure in failures:
        at_agency[failure.agency_code or "", ""].add(failure.rule.id)
        for above in _above(failure.outline_path, parents):
            inside[_who(failure), above].add(failure.rule.id)

    def hidden(failure: Failure) -> bool:
        rule, who, path = failure.rule, _who(failure), failure.outline_path or ""
        if rule.hidden_by & at_item.get((who, path), set()) and path:
            return True
        if any(rule.hidden_under & unfound.get((who, above), set()) for above in _above(path, parents)):
            return True
        if failure.section_id and rule.hidden_over & inside.get((who, path), set()):
            return True
        sections = (failure.section_id, failure.params.get("other_section_id"))
        if any(rule.hidden_by_section & at_section.get((who, s), set()) for s in sections if s):
            return True
        return bool(rule.hidden_by_agency & at_agency.get((failure.agency_code or "", ""), set()))

    return [failure for failure in failures if not hidden(failure)]


def _who(failure: Failure) -> str:
    return failure.submission_id or failure.agency_code or ""


def _index(failures: Iterable[Failure], place: object) -> dict[_Place, set[str]]:
    found: dict[_Place, set[str]] = defaultdict(set)
    for failure in failures:
        where = place(failure)  # type: ignore[operator]
        if where:
            found[_who(failure), where].add(failure.rule.id)
    return found


def _above(path: str | None, parents: Mapping[str, str | None]) -> list[str]:
    """Outline paths above `path`, nearest first; safe against a loop in bad data."""
    result: list[str] = []
    current = parents.get(path or "")
    while current and current not in result:
        result.append(current)
        current = parents.get(current)
    return result
