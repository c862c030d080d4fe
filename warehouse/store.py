"""Create the warehouse and load rows into it. The same rows twice change nothing.

Rows come as polars frames named as in `tables.py`. Tables of a submission are loaded in one
transaction per submission, and only for submissions whose rows differ from those stored.

Frames go to DuckDB through a Parquet file in a private temporary folder and values stand in the
SQL as quoted literals: registering a frame or binding a parameter makes DuckDB import pandas
(0.8 s), which an agency's self-check would wait for.
"""

# ruff: noqa: S608 - table and column names come from tables.py, values go through literal()

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from warehouse.errors import LoadError
from warehouse.schema import create, ident, literal
from warehouse.tables import BY_NAME, TABLES, Table

__all__ = ["LoadReport", "append", "clear", "connect", "create", "fit", "load", "transaction"]

TIMEZONE = "Asia/Ho_Chi_Minh"
OUTPUT = ("finding", "expectation_result", "statement", "statement_source", "run", "change")
"""Tables written after judging; `append` replaces the rows of their campaign (or run)."""
_INPUT = tuple(table for table in TABLES if table.name not in OUTPUT)
SUBMISSION_LEVEL = tuple(
    table.name for table in _INPUT if any(column.name == "submission_id" for column in table.columns)
)
CAMPAIGN_LEVEL = tuple(table.name for table in _INPUT if table.name not in SUBMISSION_LEVEL)
_PART = 100
"""Submissions whose staged rows are cut out together."""
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    # Offline: DuckDB must never try to download an extension.
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


@dataclass(frozen=True, slots=True)
class LoadReport:
    """Submission ids by what the load did to them, each sorted."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


def connect(path: Path | str = ":memory:", *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Open a warehouse file (or memory), offline, times shown in Vietnam's zone.

    Memory serves one report at a time (the self-check): one thread is faster there than many.
    """
    config = dict(_CONFIG)
    if str(path) == ":memory:":
        config["threads"] = 1
    con = duckdb.connect(str(path), read_only=read_only, config=config)
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


def load(con: duckdb.DuckDBPyConnection, frames: Mapping[str, pl.DataFrame]) -> LoadReport:
    """Bring the campaign(s) of `frames["campaign"]` to exactly the given rows.

    Submissions that vanished go with everything of theirs. Raises `LoadError` before anything
    is written when a table or column is unknown, a key is null, or a key repeats.
    """
    unknown = sorted(set(frames) - set(BY_NAME))
    if unknown:
        raise LoadError(f"Không có bảng: {', '.join(unknown)}")
    campaigns = _campaigns(frames)
    fitted = {table.name: fit(table, frames.get(table.name)) for table in _INPUT}
    fitted["table_cell"] = _cell_owner(fitted["table_cell"], fitted["report_table"])
    try:
        for name, frame in fitted.items():
            _stage(con, BY_NAME[name], frame)
        with transaction(con):
            for name in CAMPAIGN_LEVEL:
                _replace_campaign(con, name, campaigns)
        report = _load_submissions(con, campaigns)
    finally:
        for name in fitted:
            con.execute(f"DROP TABLE IF EXISTS temp.{ident('_new_' + name)}")
    for name in OUTPUT:
        output = frames.get(name)
        if output is not None and output.height:
            append(con, name, output)
    return report


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
    _stage(con, table, fitted)
    try:
        with transaction(con):
            con.execute(f"DELETE FROM {ident(name)} WHERE {scope} IN ({_values(values)})")
            con.execute(f"INSERT INTO {ident(name)} SELECT * FROM temp.{ident('_new_' + name)}")
    finally:
        con.execute(f"DROP TABLE IF EXISTS temp.{ident('_new_' + name)}")
    return fitted.height


def clear(con: duckdb.DuckDBPyConnection, name: str, campaign_id: str) -> None:
    """Remove the rows of one campaign from an output table."""
    con.execute(f"DELETE FROM {ident(BY_NAME[name].name)} WHERE campaign_id = {literal(campaign_id)}")


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


def _campaigns(frames: Mapping[str, pl.DataFrame]) -> list[str]:
    frame = frames.get("campaign")
    if frame is None or not frame.height:
        raise LoadError("Không có dòng nào của bảng campaign")
    return sorted(str(value) for value in frame["campaign_id"].to_list())


def _cell_owner(cells: pl.DataFrame, tables: pl.DataFrame) -> pl.DataFrame:
    """Give each cell its table's submission when the cell does not say it."""
    if not cells.height:
        return cells
    owners = tables.select("table_id", pl.col("submission_id").alias("_owner"))
    joined = cells.join(owners, on="table_id", how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce("submission_id", "_owner").alias("submission_id")).drop("_owner")


def _stage(con: duckdb.DuckDBPyConnection, table: Table, frame: pl.DataFrame) -> None:
    """Copy a frame into a temporary table with the declared types."""
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


def _replace_campaign(con: duckdb.DuckDBPyConnection, name: str, campaigns: list[str]) -> None:
    if not _differing(con, name, campaigns, "campaign_id"):
        return
    con.execute(f"DELETE FROM {ident(name)} WHERE campaign_id IN ({_values(campaigns)})")
    con.execute(f"INSERT INTO {ident(name)} SELECT * FROM temp.{ident('_new_' + name)}")


def _differing(con: duckdb.DuckDBPyConnection, name: str, campaigns: list[str], scope: str) -> set[str]:
    """Values of `scope` for which stored and staged rows are not the same."""
    new = f"SELECT * FROM temp.{ident('_new_' + name)}"
    where = f"WHERE campaign_id IN ({_values(campaigns)})"
    if not con.execute(f"SELECT 1 FROM {ident(name)} {where} LIMIT 1").fetchall():
        return _ids(con, f"SELECT DISTINCT {scope} FROM ({new})")
    old = f"SELECT * FROM {ident(name)} {where}"
    rows = con.execute(
        f"SELECT DISTINCT {scope} FROM (({new} EXCEPT {old}) UNION ALL ({old} EXCEPT {new}))"
    ).fetchall()
    return {str(row[0]) for row in rows}


def _load_submissions(con: duckdb.DuckDBPyConnection, campaigns: list[str]) -> LoadReport:
    scope = f"campaign_id IN ({_values(campaigns)})"
    before = _ids(con, f"SELECT submission_id FROM submission WHERE {scope}")
    after = _ids(con, "SELECT submission_id FROM temp._new_submission")
    touched: set[str] = set()
    for name in SUBMISSION_LEVEL:
        touched |= _differing(con, name, campaigns, "submission_id")
    stray = sorted(touched - before - after)
    if stray:
        raise LoadError(f"Có dòng của bản nộp không có trong bảng submission: {', '.join(stray[:3])}")
    holding = {
        name: _ids(con, f"SELECT DISTINCT submission_id FROM temp._new_{name}") for name in SUBMISSION_LEVEL
    }
    for submission_id in _in_parts(con, sorted(touched)):
        with transaction(con):
            if submission_id in before:
                _remove(con, submission_id)
            _insert(con, submission_id, [name for name in SUBMISSION_LEVEL if submission_id in holding[name]])
    return LoadReport(
        added=tuple(sorted(after - before)),
        changed=tuple(sorted(touched & before & after)),
        removed=tuple(sorted(before - after)),
        unchanged=tuple(sorted((before & after) - touched)),
    )


def _in_parts(con: duckdb.DuckDBPyConnection, submissions: list[str]) -> Iterator[str]:
    """Yield each submission while `_part_<table>` holds the staged rows of it and its neighbours.

    Looking for one submission's rows among all would cost the square of their number.
    """
    try:
        for start in range(0, len(submissions), _PART):
            part = submissions[start : start + _PART]
            for name in SUBMISSION_LEVEL:
                con.execute(
                    f"CREATE OR REPLACE TEMP TABLE {ident('_part_' + name)} AS SELECT * FROM "
                    f"temp.{ident('_new_' + name)} WHERE submission_id IN ({_values(part)})"
                )
            yield from part
    finally:
        for name in SUBMISSION_LEVEL:
            con.execute(f"DROP TABLE IF EXISTS temp.{ident('_part_' + name)}")


def _remove(con: duckdb.DuckDBPyConnection, submission_id: str) -> None:
    for name in SUBMISSION_LEVEL:
        con.execute(f"DELETE FROM {ident(name)} WHERE submission_id = {literal(submission_id)}")


def _insert(con: duckdb.DuckDBPyConnection, submission_id: str, tables: Iterable[str]) -> None:
    """Insert the staged rows of one submission into the tables that have any."""
    for name in tables:
        staged = f"temp.{ident('_part_' + name)} WHERE submission_id = {literal(submission_id)}"
        con.execute(f"INSERT INTO {ident(name)} SELECT * FROM {staged}")


def _ids(con: duckdb.DuckDBPyConnection, sql: str) -> set[str]:
    return {str(row[0]) for row in con.execute(sql).fetchall()}


def _values(values: Iterable[str]) -> str:
    return ", ".join(literal(str(value)) for value in values) or "NULL"
