"""Lay the Parquet export down at a storage address, for analysts and other machines."""

from __future__ import annotations

from flows.layout import Layout
from flows.storage.place import Place


def send_export(url: str, layout: Layout) -> int:
    """Copy OUT/export/*.parquet to `url`, then `run.json`: who sees the new one sees whole tables.

    Returns the number of tables. Raises StorageUnreachableError; the results on this machine stand.
    """
    place = Place(url)
    tables = sorted(layout.export.glob("*.parquet"))
    for table in tables:
        place.put(table, table.name)
    place.put(layout.summary, layout.summary.name)
    return len(tables)
