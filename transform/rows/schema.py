"""Column names and types of the frames, in the order of `warehouse/tables` (a test compares them).

The declaration with its comments lives in the warehouse, which transform must not import.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import polars as pl

_TYPES: dict[str, Any] = {
    "t": pl.String,
    "i": pl.Int32,
    "l": pl.Int64,
    "f": pl.Float64,
    "b": pl.Boolean,
    "d": pl.Date,
    "z": pl.Datetime("us", "Asia/Ho_Chi_Minh"),
}

# table -> columns as `name` (text) or `name:type`
_COLUMNS: dict[str, str] = {
    "campaign": """
        campaign_id title deadline:z period_from:d period_to:d province request_type request_number
        request_date:d request_issuer consolidator_parent consolidator_name consolidator_symbol
        consolidator_place
    """,
    "agency": """
        campaign_id agency_code name kind parent email aliases required:b deadline:z seq:i name_search
    """,
    "outline_item": """
        campaign_id outline_path seq:i marker title level:i parent_path is_leaf:b required:b min_words:i
        expects
    """,
    "submission": """
        submission_id campaign_id agency_code file_name sha256 bytes:l received_at:z received_source
        arrival_number note version:i is_current:b is_late:b status reason_code reason advice
        agency_source agency_candidates belongs_to is_scan:b
    """,
    "document": """
        submission_id campaign_id number symbol date:d place doc_type subject agency_parent agency_name
        signer signer_title signer_capacity preamble closing pages:i format reader words:i warnings
        signatures
    """,
    "section": """
        section_id submission_id campaign_id agency_code seq:i path marker level:i kind title text page:i
        page_end:i page_starts words:i outline_path match_score:f match_kind parent_id scan:b confidence:f
        text_search
    """,
    "section_match": "section_id outline_path submission_id campaign_id match_score:f match_kind",
    "footnote": "footnote_id submission_id campaign_id section_id n:i text anchor page:i",
    "citation": """
        citation_id submission_id campaign_id agency_code section_id footnote_n:i place seq:i surface type
        number symbol year:i date:d issuer subject article inherited repaired:b warnings nested_in
        cited_document_id page:i char_start:i char_end:i
    """,
    "cited_document": """
        cited_document_id campaign_id type number symbol year:i date:d issuer subject level
        issuer_agency_code resolution candidates date_source issuer_source subject_source mentions:i
        agencies:i conflicts
    """,
    "plan_carries_out": "plan_document_id carried_out_document_id campaign_id relation citation_id",
    "plan_gap": """
        gap_id campaign_id agency_code submission_id section_id page:i quote char_start:i char_end:i
        years_given years_missing message
    """,
    "annex": """
        annex_id submission_id campaign_id agency_code seq:i marker level:i title text page:i page_end:i
        words:i text_search
    """,
    "report_table": "table_id submission_id campaign_id section_id seq:i rows:i columns:i page:i annex_id",
    "table_cell": "table_id row:i column:i campaign_id submission_id text",
    "figure": """
        figure_id submission_id campaign_id agency_code section_id value:f unit qualifier period text
        page:i char_start:i char_end:i
    """,
    "text_repeat": """
        pair_id campaign_id kind section_id_a section_id_b submission_id_a submission_id_b agency_code_a
        agency_code_b quote_a quote_b page_a:i page_b:i share:f words:i
    """,
    "override_applied": "campaign_id seq:i kind target value reason applied:b",
}


def _parse(columns: str) -> dict[str, Any]:
    pairs = (column.partition(":") for column in columns.split())
    return {name: _TYPES[kind or "t"] for name, _, kind in pairs}


_PART = 2_000
"""Rows that are turned into columns at once."""

SCHEMAS: dict[str, dict[str, Any]] = {table: _parse(columns) for table, columns in _COLUMNS.items()}


def frame(table: str, rows: Iterable[Sequence[object]]) -> pl.DataFrame:
    """Frame of `table`; each row holds its values in the declared order.

    Rows become columns part by part: a nation's figures as Python rows would take a gigabyte.
    """
    iterator, schema = iter(rows), SCHEMAS[table]
    parts = [pl.DataFrame(schema=schema)]
    while part := list(islice(iterator, _PART)):
        parts.append(pl.DataFrame(part, schema=schema, orient="row"))
    return pl.concat(parts)


def records(table: str, rows: Iterable[dict[str, object]]) -> pl.DataFrame:
    """Frame of `table` from dicts; a column not named is null, an unknown one is an error."""
    return frame(table, (_values(table, row) for row in rows))


def _values(table: str, row: dict[str, object]) -> list[object]:
    names = SCHEMAS[table]
    if unknown := row.keys() - names.keys():
        raise KeyError(f"{table}: {sorted(unknown)}")
    return [row.get(name) for name in names]
