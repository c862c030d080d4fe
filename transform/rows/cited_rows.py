"""citation rows joined to the register of cited documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from transform.campaign import Campaign
from transform.register import Agency, build_register
from transform.rows.content_rows import Content, citation_rows, dropped_citations
from transform.versions import Standing

Row = dict[str, Any]


_OF_THE_CAMPAIGN = frozenset({"read", "superseded", "duplicate", "annex"})


def citations_and_register(
    campaign: Campaign, stored: Sequence[Content], standings: Mapping[str, Standing]
) -> tuple[list[Row], list[Row]]:
    """Rows of `citation`, each with its document where one was settled on, and rows of `cited_document`.

    What a file of another campaign or of nobody known cites enters no register.
    """
    rows: list[Row] = [
        row
        for content in stored
        for row in citation_rows(content, dropped_citations(campaign, content.entry))
    ]
    agencies = [
        Agency(
            agency.code,
            agency.name,
            agency.kind,
            agency.aliases,
            frozenset(alias for alias in agency.aliases if " " not in alias),
        )
        for agency in campaign.agencies
    ]
    ours = [row for row in rows if standings[row["submission_id"]].status in _OF_THE_CAMPAIGN]
    current = {identity for identity, standing in standings.items() if standing.is_current}
    register = build_register(ours, agencies, campaign.id, current)
    for row in rows:
        row["cited_document_id"] = register.links.get(row["citation_id"])
    return rows, register.documents
