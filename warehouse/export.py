"""Every table as Parquet, for tools that do not speak DuckDB: the same rows give the same bytes."""

# ruff: noqa: S608 - names come from tables, values go through literal()

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from warehouse.schema import ident, literal, views
from warehouse.tables import TABLES

EXPORTED_VIEWS = ("coverage", "submission_status", "plan_register", "cited_most", "figure_total")


def export_parquet(
    con: duckdb.DuckDBPyConnection, folder: Path, *, with_views: Sequence[str] = EXPORTED_VIEWS
) -> list[Path]:
    """Write `<table>.parquet` for all tables and the contract's views; returns the paths, sorted.

    Rows are ordered by key, one thread writes, no time or path goes into the file. Each file is
    put in place by a rename; files of tables that no longer exist are removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    threads = con.execute("SELECT current_setting('threads')").fetchall()[0][0]
    con.execute("SET threads = 1")
    written: list[Path] = []
    try:
        for table in TABLES:
            order = ", ".join(ident(key) for key in table.keys)
            written.append(_write(con, folder, table.name, order))
        known = {view.name: view for view in views()}
        for name in with_views:
            order = ", ".join(ident(column) for column, _ in known[name].columns)
            written.append(_write(con, folder, name, order))
    finally:
        con.execute(f"SET threads = {int(threads)}")
    for stale in sorted(set(folder.glob("*.parquet")) - set(written)):
        stale.unlink()
    return sorted(written)


def _write(con: duckdb.DuckDBPyConnection, folder: Path, name: str, order: str) -> Path:
    path = folder / f"{name}.parquet"
    draft = folder / f".{name}.parquet.new"
    rows = f"SELECT * FROM {ident(name)}" + (f" ORDER BY {order}" if order else "")
    con.execute(f"COPY ({rows}) TO {literal(str(draft))} (FORMAT parquet, COMPRESSION zstd)")
    draft.replace(path)
    return path
