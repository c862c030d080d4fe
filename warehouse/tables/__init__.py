"""Every table of the warehouse, each column declared once.

DDL, COMMENTs, the data dictionary, the JSON Schema and the Parquet schema derive from `TABLES`.
Comments are Vietnamese: analysts read them in DuckDB, DBeaver and the dictionary.
"""

from __future__ import annotations

from warehouse.tables.campaign import AGENCY, CAMPAIGN, OUTLINE_ITEM, OVERRIDE
from warehouse.tables.column import Column, Table
from warehouse.tables.documents import CITATION, CITED_DOCUMENT, PLAN_CARRIES_OUT, PLAN_GAP
from warehouse.tables.reports import (
    ANNEX,
    DOCUMENT,
    FIGURE,
    FOOTNOTE,
    REPORT_TABLE,
    SECTION,
    SECTION_MATCH,
    SUBMISSION,
    TABLE_CELL,
    TEXT_REPEAT,
)
from warehouse.tables.results import CHANGE, EXPECTATION_RESULT, FINDING, RUN, STATEMENT, STATEMENT_SOURCE

__all__ = ["BY_NAME", "TABLES", "Column", "Table"]

TABLES: tuple[Table, ...] = (
    CAMPAIGN,
    AGENCY,
    OUTLINE_ITEM,
    SUBMISSION,
    DOCUMENT,
    SECTION,
    SECTION_MATCH,
    FOOTNOTE,
    CITATION,
    CITED_DOCUMENT,
    PLAN_CARRIES_OUT,
    PLAN_GAP,
    ANNEX,
    REPORT_TABLE,
    TABLE_CELL,
    FIGURE,
    TEXT_REPEAT,
    FINDING,
    CHANGE,
    EXPECTATION_RESULT,
    STATEMENT,
    STATEMENT_SOURCE,
    RUN,
    OVERRIDE,
)
BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
