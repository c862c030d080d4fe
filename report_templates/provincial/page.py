"""tong-hop.html (thin)."""

from __future__ import annotations

from datetime import datetime

import duckdb

from report_templates.provincial.data import Report


def render_page(con: duckdb.DuckDBPyConnection, report: Report, as_of: datetime) -> bytes:
    """Render."""
    return b"<!doctype html>"
