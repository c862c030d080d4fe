"""Bring a campaign's rows in the warehouse up to date. The same rows twice change nothing.

Tables of a submission are loaded in one transaction per submission, and only for submissions whose
rows differ from those stored.
"""

# ruff: noqa: S608 - table and column names come from tables, values go through literal()

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import duckdb
import polars as pl

from warehouse.errors import LoadError
from warehouse.schema import ident, literal
from warehouse.store import OUTPUT, append, fit, listed, stage, transaction
from warehouse.tables import BY_NAME, TABLES

_INPUT = tuple(table for table in TABLES if table.name not in OUTPUT)
SUBMISSION_LEVEL = tuple(
    table.name for table in _INPUT if any(column.name == "submission_id" for column in table.columns)
)
CAMPAIGN_LEVEL = tuple(table.name for table in _INPUT if table.name not in SUBMISSION_LEVEL)
_PART = 100
"""Submissions whose staged rows are cut out together."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """Submission ids by what the load did to them, each sorted."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


def load(con: duckdb.DuckDBPyConnection, frames: Mapping[str, pl.DataFrame]) -> LoadReport:
    """Bring the campaign(s) of `frames["campaign"]` to exactly the given rows.

    Submissions that vanished go with everything of theirs. Raises `LoadError` before anything
    is written when a table or column is unknown, a key is null, or a key repeats.
    """
    unknown = sorted(set(frames) - set(BY_NAME))
    if unknown:
        raise LoadError(f"Không có bảng: {', '.join(unknown)}")
    campaigns = _campaigns(frames)
    try:
        _stage_all(con, frames)
        with transaction(con):
            for name in CAMPAIGN_LEVEL:
                _replace_campaign(con, name, campaigns)
        report = _load_submissions(con, campaigns)
    finally:
        for table in _INPUT:
            con.execute(f"DROP TABLE IF EXISTS temp.{ident('_new_' + table.name)}")
    for name in OUTPUT:
        output = frames.get(name)
        if output is not None and output.height:
            append(con, name, output)
    return report


def _stage_all(con: duckdb.DuckDBPyConnection, frames: Mapping[str, pl.DataFrame]) -> None:
    """Fit and stage one table after another: a nation's rows are not held twice."""
    for table in _INPUT:
        frame = fit(table, frames.get(table.name))
        if table.name == "table_cell" and frame.height:
            frame = _cell_owner(frame, frames.get("report_table"))
        stage(con, table, frame)


def _campaigns(frames: Mapping[str, pl.DataFrame]) -> list[str]:
    frame = frames.get("campaign")
    if frame is None or not frame.height:
        raise LoadError("Không có dòng nào của bảng campaign")
    return sorted(str(value) for value in frame["campaign_id"].to_list())


def _cell_owner(cells: pl.DataFrame, tables: pl.DataFrame | None) -> pl.DataFrame:
    """Give each cell its table's submission when the cell does not say it."""
    owners = fit(BY_NAME["report_table"], tables).select("table_id", pl.col("submission_id").alias("_owner"))
    joined = cells.join(owners, on="table_id", how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce("submission_id", "_owner").alias("submission_id")).drop("_owner")


def _replace_campaign(con: duckdb.DuckDBPyConnection, name: str, campaigns: list[str]) -> None:
    if not _differing(con, name, campaigns, "campaign_id"):
        return
    con.execute(f"DELETE FROM {ident(name)} WHERE campaign_id IN ({listed(campaigns)})")
    con.execute(f"INSERT INTO {ident(name)} SELECT * FROM temp.{ident('_new_' + name)}")


def _differing(con: duckdb.DuckDBPyConnection, name: str, campaigns: list[str], scope: str) -> set[str]:
    """Values of `scope` for which stored and staged rows are not the same."""
    new = f"SELECT * FROM temp.{ident('_new_' + name)}"
    where = f"WHERE campaign_id IN ({listed(campaigns)})"
    if not con.execute(f"SELECT 1 FROM {ident(name)} {where} LIMIT 1").fetchall():
        return _ids(con, f"SELECT DISTINCT {scope} FROM ({new})")
    old = f"SELECT * FROM {ident(name)} {where}"
    rows = con.execute(
        f"SELECT DISTINCT {scope} FROM (({new} EXCEPT {old}) UNION ALL ({old} EXCEPT {new}))"
    ).fetchall()
    return {str(row[0]) for row in rows}


def _load_submissions(con: duckdb.DuckDBPyConnection, campaigns: list[str]) -> LoadReport:
    scope = f"campaign_id IN ({listed(campaigns)})"
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
                    f"temp.{ident('_new_' + name)} WHERE submission_id IN ({listed(part)})"
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
