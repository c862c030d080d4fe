"""Delete a campaign with everything that it left behind in the warehouse (personal data law)."""

# ruff: noqa: S608 - names come from tables, values go through literal()

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse import publish, store
from warehouse.schema import ident, literal
from warehouse.tables import TABLES


def delete_campaign(con: duckdb.DuckDBPyConnection, campaign_id: str) -> dict[str, int]:
    """Delete every row of the campaign in one transaction; returns the rows deleted by table."""
    there = {str(row[0]) for row in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    deleted: dict[str, int] = {}
    with store.transaction(con):
        for table in TABLES:
            if table.name not in there:
                continue  # a snapshot of an older version
            rows = con.execute(
                f"DELETE FROM {ident(table.name)} WHERE campaign_id = {literal(campaign_id)}"
            ).fetchall()
            if rows and rows[0][0]:
                deleted[table.name] = int(rows[0][0])
    return deleted


def purge(target: Path, campaign_id: str) -> dict[str, int]:
    """Delete the campaign from the published file and from every snapshot kept; returns rows by table.

    The files are written anew, so that no deleted text stays in free pages. A snapshot of the
    campaign's own run, or one that then holds nothing, goes altogether, its name with it.
    """
    total: dict[str, int] = {}
    current = publish.resolve(target)
    if current.exists():
        total = _rewrite(current, target, campaign_id)
        if not campaigns(target):
            publish.withdraw(target)
    for run_id, path in publish.history(target):
        if run_id in _runs(path, campaign_id):
            path.unlink()
            continue
        _rewrite(path, path, campaign_id)
        if not _campaigns(path):
            path.unlink()
    return total


def campaigns(target: Path) -> list[str]:
    """Return the ids of the campaigns in the published file, sorted; empty when nothing is published."""
    path = publish.resolve(target)
    return _campaigns(path) if path.exists() else []


def _campaigns(path: Path) -> list[str]:
    with store.connect(path, read_only=True) as con:
        rows = con.execute("SELECT campaign_id FROM campaign ORDER BY campaign_id").fetchall()
    return [str(row[0]) for row in rows]


def _runs(path: Path, campaign_id: str) -> set[str]:
    """Return the names in history of the campaign's runs that the file knows of."""
    with store.connect(path, read_only=True) as con:
        rows = con.execute(f"SELECT run_id FROM run WHERE campaign_id = {literal(campaign_id)}").fetchall()
    return {publish.history_name(str(row[0])) for row in rows}


def _rewrite(source: Path, target: Path, campaign_id: str) -> dict[str, int]:
    staging = target.with_name(f".{target.name}.purge")
    try:
        staging.unlink(missing_ok=True)
        staging.write_bytes(source.read_bytes())
        con = store.connect(staging)
        try:
            deleted = delete_campaign(con, campaign_id)
        finally:
            con.close()
        if deleted:
            publish.publish(staging, target)
        return deleted
    finally:
        staging.unlink(missing_ok=True)
        staging.with_name(staging.name + ".wal").unlink(missing_ok=True)
