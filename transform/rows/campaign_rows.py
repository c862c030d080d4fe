"""Rows that come from the campaign folder alone: campaign, agency, outline_item."""

from __future__ import annotations

import polars as pl

from extract.encoding import search_key
from transform.campaign import Campaign
from transform.rows.schema import frame, records


def campaign_frame(campaign: Campaign) -> pl.DataFrame:
    """One row."""
    request, consolidator = campaign.request, campaign.consolidator
    row: dict[str, object] = {
        "campaign_id": campaign.id,
        "title": campaign.title,
        "deadline": campaign.deadline,
        "period_from": campaign.period.start,
        "period_to": campaign.period.end,
        "province": campaign.province,
        "request_type": request.type,
        "request_number": request.full_number,
        "request_date": request.date,
        "request_issuer": request.issuer,
        "consolidator_parent": consolidator.parent,
        "consolidator_name": consolidator.name,
        "consolidator_symbol": consolidator.symbol,
        "consolidator_place": consolidator.place,
    }
    return records("campaign", [row])


def agency_frame(campaign: Campaign) -> pl.DataFrame:
    """One row an agency, in the officer's order."""
    return frame(
        "agency",
        (
            (
                campaign.id,
                agency.code,
                agency.name,
                agency.kind,
                agency.parent,
                agency.email,
                ";".join(agency.aliases) or None,
                agency.required,
                agency.deadline or campaign.deadline,
                seq,
                search_key(agency.name),
            )
            for seq, agency in enumerate(campaign.agencies, start=1)
        ),
    )


def outline_frame(campaign: Campaign) -> pl.DataFrame:
    """One row an item, in the outline's order."""
    return frame(
        "outline_item",
        (
            (
                campaign.id,
                item.path,
                item.seq,
                item.marker,
                item.title,
                item.level,
                item.parent_path,
                item.is_leaf,
                item.required,
                item.min_words,
                ",".join(item.expects) or None,
            )
            for item in campaign.outline
        ),
    )
