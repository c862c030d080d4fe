"""citation rows joined to the register of cited documents."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from extract.citations.symbols import organ
from transform.campaign import Campaign
from transform.entry import Standing
from transform.register import Agency, Register, build_register
from transform.register.bodies import CENTRAL, acronyms
from transform.rows.content_rows import Content, citation_rows, dropped_citations

Row = dict[str, Any]


_OF_THE_CAMPAIGN = frozenset({"read", "superseded", "duplicate", "annex"})


def citations_and_register(
    campaign: Campaign, stored: Sequence[Content], standings: Mapping[str, Standing]
) -> tuple[list[Row], Register]:
    """Rows of `citation`, each with its document where one was settled on, and the register of documents.

    What a file of another campaign or of nobody known cites enters no register.
    """
    rows: list[Row] = [
        row
        for content in stored
        for row in citation_rows(content, dropped_citations(campaign, content.entry))
    ]
    agencies = _agencies(campaign, stored, standings)
    ours = [row for row in rows if standings[row["submission_id"]].status in _OF_THE_CAMPAIGN]
    current = {identity for identity, standing in standings.items() if standing.is_current}
    register = build_register(ours, agencies, campaign.id, current)
    for row in rows:
        row["cited_document_id"] = register.links.get(row["citation_id"])
    return rows, register


def _agencies(
    campaign: Campaign, stored: Sequence[Content], standings: Mapping[str, Standing]
) -> list[Agency]:
    """Agencies with the symbols they sign with: one-word aliases and those of their own letterheads."""
    printed = _letterheads(campaign, stored, standings)
    return [
        Agency(
            agency.code,
            agency.name,
            agency.kind,
            agency.aliases,
            frozenset(alias for alias in agency.aliases if " " not in alias)
            | printed.get(agency.code, frozenset()),
        )
        for agency in campaign.agencies
    ]


def _letterheads(
    campaign: Campaign, stored: Sequence[Content], standings: Mapping[str, Standing]
) -> dict[str, frozenset[str]]:
    """Agency code -> bodies in the symbols of its current reports (`123/BC-VPUBND`: `VPUBND`).

    A body of the centre, the consolidator's, or one that another agency's name makes is left out:
    such a letterhead is a slip or a form that was copied.
    """
    named: dict[str, set[str]] = {}
    for agency in campaign.agencies:
        for name in (agency.name, *agency.aliases):
            for symbol in (*acronyms(name), *([name] if " " not in name else [])):
                named.setdefault(symbol.casefold(), set()).add(agency.code)
    asking = {_body(campaign.request.symbol), _body(campaign.consolidator.symbol)}
    found: dict[str, set[str]] = {}
    for content in stored:
        code, number = content.entry.assignment.code, content.document.meta.number
        if (
            not code
            or not number
            or "/" not in number
            or not standings[content.entry.submission_id].is_current
        ):
            continue
        body = _body(number.split("/", 1)[1])
        others = named.get(body.casefold(), set()) - {code}
        if len(body) > 1 and body not in asking and not others and not CENTRAL.match(body):
            found.setdefault(code, set()).add(body)
    return {code: frozenset(bodies) for code, bodies in found.items()}


def _body(symbol: str | None) -> str:
    return organ(tuple(part for part in re.split(r"[-/]", symbol or "") if part))
