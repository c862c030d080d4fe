"""Read rows of the warehouse as dictionaries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import duckdb

from warehouse import store
from warehouse.schema import literal

Row = dict[str, Any]
_PART: Final = 2_000
"""Rows of an answer that are Python values at once."""


def rows(con: duckdb.DuckDBPyConnection, sql: str, *values: str) -> list[Row]:
    """Run a query with `?` values and return its rows, each column by name.

    Values are written as quoted literals: binding them makes DuckDB import pandas, which costs the
    self-check half a second.
    """
    found = con.execute(_filled(sql, values))
    names = [column[0] for column in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def stream(con: duckdb.DuckDBPyConnection, sql: str, *values: str) -> Iterator[Row]:
    """Like `rows`, one after another; other queries may run meanwhile."""
    with store.cursor(con) as cursor:
        found = cursor.execute(_filled(sql, values))
        names = [column[0] for column in found.description or []]
        while part := found.fetchmany(_PART):
            for row in part:
                yield dict(zip(names, row, strict=True))


def _filled(sql: str, values: tuple[str, ...]) -> str:
    parts = sql.split("?")
    if len(parts) != len(values) + 1:
        raise ValueError("as many values as question marks")
    return "".join(part + literal(value) for part, value in zip(parts, values, strict=False)) + parts[-1]


def one(con: duckdb.DuckDBPyConnection, sql: str, *values: str) -> Row | None:
    """Return the first row, or None."""
    found = rows(con, sql, *values)
    return found[0] if found else None
