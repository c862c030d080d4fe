"""Read rows of the warehouse as dictionaries."""

from __future__ import annotations

from typing import Any

import duckdb

Row = dict[str, Any]


def rows(con: duckdb.DuckDBPyConnection, sql: str, *values: object) -> list[Row]:
    """Run a query with `?` values and return its rows, each column by name."""
    found = con.execute(sql, list(values))
    names = [column[0] for column in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def one(con: duckdb.DuckDBPyConnection, sql: str, *values: object) -> Row | None:
    """Return the first row, or None."""
    found = rows(con, sql, *values)
    return found[0] if found else None
