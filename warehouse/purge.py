"""Delete a campaign with everything that it left behind in the warehouse (personal data law)."""

# ruff: noqa: S608 - names come from tables.py, values go through literal()

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse import publish, store
from warehouse.schema import ident, literal
from warehouse.tables import TABLES


def delete_campaign(con: duckdb.DuckDBPyConnection, campaign_id: str) -> dict[str, int]:
    """Delete every row of the campaign in one transaction; returns the rows deleted by table."""
    deleted: dict[str, int] = {}
    with store.transaction(con):
        for table in TABLES:
            rows = con.execute(
                f"DELETE FROM {ident(table.name)} WHERE campaign_id = {literal(campaign_id)}"
            ).fetchall()
            if rows and rows[0][0]:
                deleted[table.name] = int(rows[0][0])
    return deleted


def purge(target: Path, campaign_id: str) -> dict[str, int]:
    """Delete the campaign from the published file and from every snapshot kept; returns rows by table.

    The files are written anew, so that no deleted text stays in free pages.
    """
    total: dict[str, int] = {}
    current = publish.resolve(target)
    if current.exists():
        total = _rewrite(current, target, campaign_id)
    for _, path in publish.history(target):
        _rewrite(path, path, campaign_id)
    return total


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
