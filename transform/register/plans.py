"""The register of plans: what each carries out, years without one where the text says hằng năm."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
PLAN_TYPES = frozenset({"Kế hoạch", "Chương trình"})
YEARLY = re.compile(r"(?:hằng|hàng)\s+năm", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]*[.!?]?")
_MENTIONS_PLANS = re.compile(r"kế hoạch|chương trình", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlanGap:
    """A sentence that says plans are issued every year, and the years for which no plan is named.

    `quote` is verbatim in the section at `[char_start, char_end)`; `years`: of the agency's own plans.
    """

    agency_code: str
    submission_id: str
    section_id: str
    quote: str
    char_start: int
    char_end: int
    years: tuple[int, ...]
    missing: tuple[int, ...]


def carried_out(citations: Iterable[Row], links: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """(document, document named in its subject, citation_id of the latter), each pair once, sorted."""
    rows = {str(row["citation_id"]): row for row in citations}
    found: dict[tuple[str, str], str] = {}
    for citation_id, row in rows.items():
        outer = row.get("nested_in")
        if outer and outer in links and citation_id in links and links[outer] != links[citation_id]:
            found.setdefault((links[outer], links[citation_id]), citation_id)
    return sorted((outer, inner, citation) for (outer, inner), citation in found.items())


def own_plan_years(documents: Iterable[Row]) -> dict[str, set[int]]:
    """Agency code -> years of its own plans (rows of `cited_document`)."""
    years: dict[str, set[int]] = defaultdict(set)
    for row in documents:
        if row["type"] in PLAN_TYPES and row.get("issuer_agency_code") and row.get("year"):
            years[row["issuer_agency_code"]].add(int(row["year"]))
    return years


def plan_gaps(
    sections: Iterable[Row], documents: Iterable[Row], first_year: int, last_year: int
) -> list[PlanGap]:
    """Sentences "hằng năm … kế hoạch" of agencies whose named plans leave years out.

    `sections`: rows with section_id, submission_id, agency_code, text. The years asked about run from
    `first_year` to `last_year` (the campaign's period). An agency that names no plan at all is not listed:
    it says nothing that could be compared.
    """
    years = own_plan_years(documents)
    found: list[PlanGap] = []
    for section in sections:
        own = years.get(section["agency_code"] or "")
        if not own:
            continue
        missing = tuple(year for year in range(first_year, last_year + 1) if year not in own)
        for match in _SENTENCE.finditer(section["text"] or ""):
            sentence = match.group()
            if missing and YEARLY.search(sentence) and _MENTIONS_PLANS.search(sentence):
                start = match.start() + len(sentence) - len(sentence.lstrip())
                found.append(
                    PlanGap(
                        str(section["agency_code"]),
                        str(section["submission_id"]),
                        str(section["section_id"]),
                        sentence.strip(),
                        start,
                        start + len(sentence.strip()),
                        tuple(sorted(own)),
                        missing,
                    )
                )
    return found
