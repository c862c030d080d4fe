"""Documents and a campaign become the warehouse's rows: one polars frame for each table."""

from __future__ import annotations

from transform.rows.build import build

__all__ = ["build"]
