"""The staging warehouse of a run: filled from the published one, then published whole."""

from __future__ import annotations

import json
from collections.abc import Mapping

import duckdb
import polars as pl

from flows.job import Summary
from flows.layout import Layout
from warehouse.export import export_parquet
from warehouse.publish import begin, publish
from warehouse.schema import create
from warehouse.store import append, connect, load


def load_staging(frames: Mapping[str, pl.DataFrame], layout: Layout) -> None:
    """Start from what is published (other campaigns stay), then bring this campaign up to date."""
    begin(layout.warehouse, layout.staging)
    if layout.staging.exists() and not _opens(layout):
        layout.staging.unlink()
    with connect(layout.staging) as con:
        create(con)
        load(con, frames)


def _opens(layout: Layout) -> bool:
    """Whether the copy is a warehouse of ours; a damaged or foreign file is built anew instead."""
    try:
        with connect(layout.staging) as con:
            create(con)
    except duckdb.Error:
        return False
    return True


def run_row(summary: Summary) -> pl.DataFrame:
    """Make the row of table `run`."""
    counts = summary.counts
    return pl.DataFrame(
        {
            "run_id": [summary.run_id],
            "campaign_id": [summary.campaign_id],
            "as_of": [summary.as_of],
            "program_version": [summary.versions.get("tonghop", "-")],
            "files": [counts["files"]],
            "read": [counts["read"]],
            "unread": [counts["unread"]],
            "duplicate": [counts["duplicate"]],
            "waiting": [counts["unmatched"]],
            "state": ["partial" if summary.partial else "complete"],
        }
    )


def publish_staging(layout: Layout, run: pl.DataFrame) -> None:
    """Record the run, export, and replace the published snapshot in one move."""
    with connect(layout.staging) as con:
        append(con, "run", run)
        export_parquet(con, layout.export)
    publish(layout.staging, layout.warehouse, run_id=run["run_id"][0])


def write_summary(layout: Layout, summary: Summary) -> None:
    """Write `run.json` atomically."""
    text = json.dumps(summary.as_json(), ensure_ascii=False, indent=1)
    temporary = layout.summary.with_name(".run.json.tmp")
    temporary.write_text(text + "\n", encoding="utf-8")
    temporary.replace(layout.summary)
