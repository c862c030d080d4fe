"""`build`: everything transform knows, as one frame for each table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import polars as pl

from transform.campaign import Campaign
from transform.inbox import InboxFile
from transform.matching import outline_model
from transform.rows.campaign_rows import agency_frame, campaign_frame, outline_frame
from transform.rows.cited_rows import citations_and_register
from transform.rows.content_rows import (
    annex_rows,
    cell_rows,
    contents,
    figure_rows,
    footnote_rows,
    match_rows,
    section_rows,
    table_rows,
)
from transform.rows.entries import Results, entries
from transform.rows.override_rows import override_rows
from transform.rows.plan_rows import carries_out_rows, gap_rows
from transform.rows.repeat_rows import repeat_rows
from transform.rows.schema import frame, records
from transform.rows.submission_rows import document_frame, submission_frame
from transform.versions import stand


def build(
    campaign: Campaign, files: Sequence[InboxFile], results: Results, as_of: datetime
) -> dict[str, pl.DataFrame]:
    """Frames by table name, columns as declared in the warehouse.

    files: from `transform.inbox.scan`. results: for each readable file's path the Document or the
    ReadError; a file without a result counts as unread. as_of: the moment of the run (no row depends
    on the clock).
    """
    del as_of  # lateness is judged by the time of receipt alone
    judged = entries(campaign, files, results, outline_model(campaign.outline))
    standings = stand(campaign, judged)
    stored = contents(campaign, judged)
    current = frozenset(identity for identity, standing in standings.items() if standing.is_current)
    # first, as comparing takes the most memory: the other rows are not held yet
    repeats = records("text_repeat", repeat_rows(campaign, stored, current))
    citations, register = citations_and_register(campaign, stored, standings)
    return {
        "campaign": campaign_frame(campaign),
        "agency": agency_frame(campaign),
        "outline_item": outline_frame(campaign),
        "submission": submission_frame(campaign, judged, standings),
        "document": document_frame(campaign, judged),
        "section": records("section", (row for content in stored for row in section_rows(content))),
        "section_match": records("section_match", (row for content in stored for row in match_rows(content))),
        "footnote": records("footnote", (row for content in stored for row in footnote_rows(content))),
        "citation": records("citation", citations),
        "cited_document": records("cited_document", register.documents),
        "plan_carries_out": records(
            "plan_carries_out", carries_out_rows(campaign, citations, register, standings)
        ),
        "plan_gap": records("plan_gap", gap_rows(campaign, stored, register, standings)),
        "annex": records("annex", (row for content in stored for row in annex_rows(content))),
        "report_table": records("report_table", (row for content in stored for row in table_rows(content))),
        "table_cell": frame("table_cell", (row for content in stored for row in cell_rows(content))),
        "figure": records("figure", (row for content in stored for row in figure_rows(content))),
        "text_repeat": repeats,
        "override_applied": frame("override_applied", override_rows(campaign, judged)),
    }
