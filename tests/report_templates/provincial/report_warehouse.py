"""A warehouse in memory that holds the made-up province and its composed statements."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import polars as pl

sys.path.insert(0, str(Path(__file__).parents[2] / "transform" / "statements"))

import statement_factory as factory

from transform.statements import compose
from warehouse import loading, schema, store

AS_OF = datetime(2026, 5, 20, 3, 0, tzinfo=UTC)
FRAMES = ("agency", "outline_item", "submission", "section", "section_match", "figure", "coverage")


def campaign() -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "campaign_id": factory.CAMPAIGN,
                "title": factory.Campaign().title,
                "deadline": factory.DEADLINE,
                "period_from": date(2021, 1, 1),
                "period_to": date(2026, 4, 30),
                "province": "Sơn Hải",
                "request_type": "Công văn",
                "request_number": "99/SNV-TCBC",
                "request_date": date(2026, 4, 1),
                "request_issuer": "Sở Nội vụ",
                "consolidator_parent": "UBND TỈNH SƠN HẢI",
                "consolidator_name": "SỞ NỘI VỤ",
                "consolidator_symbol": "SNV-TCBC",
                "consolidator_place": "Sơn Hải",
            }
        ]
    )


def filled(frames: dict[str, pl.DataFrame]) -> duckdb.DuckDBPyConnection:
    """Load the frames, compose over the warehouse's own views, store the statements."""
    con = store.connect()
    schema.create(con)
    loading.load(
        con, {"campaign": campaign(), **{name: f for name, f in frames.items() if name != "coverage"}}
    )
    read = {name: con.table(name).pl() for name in FRAMES}
    for name, frame in compose(factory.Campaign(), read).items():
        store.append(con, name, frame)
    return con
