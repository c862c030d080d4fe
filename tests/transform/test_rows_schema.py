"""The frames' columns are those that the warehouse declares."""

from __future__ import annotations

import pytest

from transform.rows.schema import SCHEMAS
from warehouse.tables import BY_NAME


@pytest.mark.parametrize("table", sorted(SCHEMAS))
def test_frames_have_the_declared_columns_in_order(table: str) -> None:
    declared = [column.name for column in BY_NAME[table].columns]
    assert list(SCHEMAS[table]) == declared


DUCKDB = {
    "String": {"VARCHAR"},
    "Int32": {"INTEGER"},
    "Int64": {"BIGINT"},
    "Float64": {"DOUBLE"},
    "Boolean": {"BOOLEAN"},
    "Date": {"DATE"},
    "Datetime": {"TIMESTAMPTZ"},
}


@pytest.mark.parametrize("table", sorted(SCHEMAS))
def test_frames_have_the_declared_types(table: str) -> None:
    for column in BY_NAME[table].columns:
        kind = str(SCHEMAS[table][column.name]).split("(", 1)[0]
        assert column.type in DUCKDB[kind], (table, column.name, kind)
