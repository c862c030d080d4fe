"""Open a warehouse and put rows of a table into it. Rows come as polars frames named as in `tables`.

Frames go to DuckDB through a Parquet file in a private temporary folder and values stand in the
SQL as quoted literals: registering a frame or binding a parameter makes DuckDB import pandas
(0.8 s), which an agency's self-check would wait for.
"""

# ruff: noqa: S608 - table and column names come from tables, values go through literal()

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import duckdb
import polars as pl

from warehouse.errors import LoadError
from warehouse.schema import ident, literal
from warehouse.tables import BY_NAME, Table

T = TypeVar("T")
TIMEZONE = "Asia/Ho_Chi_Minh"
OUTPUT = ("finding", "expectation_result", "statement", "statement_source", "run", "change")
"""Tables written after judging; `append` replaces the rows of their campaign (or run)."""
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    # Offline: DuckDB must never try to download an extension.
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_LITTLE = {"memory_limit": "'400MB'", "threads": "2"}
"""What is enough for a nation's reports; each thread needs memory of its own."""


def connect(path: Path | str = ":memory:", *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Open a warehouse file (or memory), offline, times shown in Vietnam's zone.

    Memory serves one report at a time (the self-check): one thread is faster there than many.
    """
    config = dict(_CONFIG)
    if str(path) == ":memory:":
        config["threads"] = 1
    return _in_our_time(duckdb.connect(str(path), read_only=read_only, config=config))


def cursor(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Open a second connection to the same data: an answer can be read from it part by part."""
    return _in_our_time(con.cursor())


def _in_our_time(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    con.execute(f"SET TimeZone = '{TIMEZONE}'")
    return con


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing: roll back on any error, also on a keyboard interrupt."""
    con.execute("BEGIN")
    try:
        yield
    except BaseException:
        con.execute("ROLLBACK")
        raise
    con.execute("COMMIT")


def append(con: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> int:
    """Put the rows of an output table in place; returns their number.

    `finding`, `statement`, `statement_source` and `change` replace those of the same campaign,
    `expectation_result` and `run` those of the same run. An empty frame of a campaign that now
    has none: use `clear`.
    """
    table = BY_NAME[name]
    fitted = fit(table, frame)
    scope = "run_id" if name in ("expectation_result", "run") else "campaign_id"
    values = sorted(set(fitted[scope].drop_nulls().to_list()))
    stage(con, table, fitted)
    try:
        with transaction(con):
            con.execute(f"DELETE FROM {ident(name)} WHERE {scope} IN ({listed(values)})")
            con.execute(f"INSERT INTO {ident(name)} SELECT * FROM temp.{ident('_new_' + name)}")
    finally:
        con.execute(f"DROP TABLE IF EXISTS temp.{ident('_new_' + name)}")
    return fitted.height


def clear(con: duckdb.DuckDBPyConnection, name: str, campaign_id: str) -> None:
    """Remove the rows of one campaign from an output table."""
    con.execute(f"DELETE FROM {ident(BY_NAME[name].name)} WHERE campaign_id = {literal(campaign_id)}")


def frugally(con: duckdb.DuckDBPyConnection, work: Callable[[], T]) -> T:
    """Do `work` while DuckDB holds little of its file in memory, the rest beside it.

    By itself it takes up to 80 % of the machine's memory. Where little is not enough `work` is done
    again with that: it must be something that may be done twice.
    """
    for name, value in _LITTLE.items():
        con.execute(f"SET {name} = {value}")
    try:
        return work()
    except duckdb.OutOfMemoryException:
        _lavishly(con)
        return work()
    finally:
        _lavishly(con)


def _lavishly(con: duckdb.DuckDBPyConnection) -> None:
    for name in _LITTLE:
        con.execute(f"RESET {name}")


def fit(table: Table, frame: pl.DataFrame | None) -> pl.DataFrame:
    """Columns as declared, in order; missing ones null. Raises `LoadError` on what does not fit."""
    frame = pl.DataFrame() if frame is None else frame
    names = [column.name for column in table.columns]
    unknown = sorted(set(frame.columns) - set(names))
    if unknown:
        raise LoadError(f"Bảng {table.name}: không có cột {', '.join(unknown)}")
    if not frame.width:
        return pl.DataFrame({name: pl.Series(name, [], dtype=pl.String) for name in names})
    fitted = frame.select(
        pl.col(name) if name in frame.columns else pl.lit(None).alias(name) for name in names
    )
    for key in table.keys:
        if fitted[key].null_count():
            raise LoadError(f"Bảng {table.name}: khóa {key} để trống ở {fitted[key].null_count()} dòng")
    repeated = fitted.filter(fitted.select(table.keys).is_duplicated()) if table.keys else fitted.clear()
    if repeated.height:
        first = ", ".join(str(value) for value in repeated.select(table.keys).row(0))
        raise LoadError(f"Bảng {table.name}: khóa lặp lại: {first}")
    return fitted.sort(table.keys) if table.keys else fitted


def stage(con: duckdb.DuckDBPyConnection, table: Table, frame: pl.DataFrame) -> None:
    """Copy a frame into the temporary table `_new_<name>` with the declared types."""
    casts = ", ".join(
        f"CAST({ident(column.name)} AS {column.type}) AS {ident(column.name)}" for column in table.columns
    )
    target = ident("_new_" + table.name)
    # Parquet has no type for a column that holds nothing but nulls.
    frame = frame.with_columns(
        pl.col(name).cast(pl.String) for name, kind in frame.schema.items() if kind == pl.Null
    )
    if not frame.height:
        con.execute(f"CREATE OR REPLACE TEMP TABLE {target} AS SELECT * FROM {ident(table.name)} LIMIT 0")
        return
    with tempfile.TemporaryDirectory(prefix="tonghop-") as folder:
        path = Path(folder) / "frame.parquet"
        frame.write_parquet(path, compression="uncompressed", statistics=False)
        source = f"read_parquet({literal(str(path))})"
        try:
            con.execute(f"CREATE OR REPLACE TEMP TABLE {target} AS SELECT {casts} FROM {source}")
        except duckdb.Error as error:
            raise LoadError(f"Bảng {table.name}: giá trị không đúng kiểu: {error}") from error


def listed(values: Iterable[str]) -> str:
    """Write values as the list of an SQL `IN`; NULL when there is none."""
    return ", ".join(literal(str(value)) for value in values) or "NULL"
