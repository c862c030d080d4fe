"""citation rows joined to the register of cited documents."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from transform.campaign import Campaign
from transform.register import Agency, build_register
from transform.rows.content_rows import Content, citation_rows, dropped_citations

Row = dict[str, Any]


def citations_and_register(
    campaign: Campaign, stored: Sequence[Content], current: Collection[str]
) -> tuple[list[Row], list[Row]]:
    """Rows of `citation`, each with its document where one was settled on, and rows of `cited_document`."""
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
    register = build_register(rows, agencies, campaign.id, current)
    for row in rows:
        row["cited_document_id"] = register.links.get(row["citation_id"])
    return rows, register.documents
