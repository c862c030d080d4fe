"""The staging warehouse of a run: filled from the published one, then published whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

import duckdb
import polars as pl

from flows.job import Summary
from flows.layout import Layout
from flows.steps.versions import versions
from report_templates.shared.output import replace
from warehouse.export import export_parquet
from warehouse.loading import load
from warehouse.publish import begin, publish
from warehouse.schema import create
from warehouse.store import append, connect, frugally


def load_staging(frames: Mapping[str, pl.DataFrame], run: pl.DataFrame, layout: Layout) -> None:
    """Start from what is published (other campaigns stay), then bring this campaign up to date."""
    begin(layout.warehouse, layout.staging)
    if layout.staging.exists() and not _opens(layout):
        layout.staging.unlink()
    with connect(layout.staging) as con:
        create(con)
        frugally(con, lambda: load(con, frames))
        append(con, "run", run)


def _opens(layout: Layout) -> bool:
    """Whether the copy is a warehouse of ours; a damaged or foreign file is built anew instead."""
    try:
        with connect(layout.staging) as con:
            create(con)
    except duckdb.Error:
        return False
    return True


def run_row(campaign_id: str, run_id: str, as_of: datetime, counts: Mapping[str, int]) -> pl.DataFrame:
    """Make the row of table `run`."""
    return pl.DataFrame(
        {
            "run_id": [run_id],
            "campaign_id": [campaign_id],
            "as_of": [as_of],
            "program_version": [versions()["tonghop"]],
            "files": [counts["files"]],
            "read": [counts["read"]],
            "unread": [counts["unread"]],
            "duplicate": [counts["duplicate"]],
            "waiting": [counts["unmatched"]],
            "state": ["partial" if counts["unread"] else "complete"],
        }
    )


def publish_staging(layout: Layout, run_id: str) -> None:
    """Export Parquet and replace the published snapshot in one move."""
    with connect(layout.staging) as con:
        frugally(con, lambda: export_parquet(con, layout.export))
    publish(layout.staging, layout.warehouse, run_id=run_id)


def write_summary(layout: Layout, summary: Summary) -> None:
    """Write `run.json` atomically."""
    text = json.dumps(summary.as_json(), ensure_ascii=False, indent=1)
    replace(layout.summary, f"{text}\n".encode())
