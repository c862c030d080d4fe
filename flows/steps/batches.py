"""Letters are written in batches: a letter's questions go to the rows of its batch, not to all rows.

Each letter asks a dozen questions of one agency. Asked of the whole warehouse, every question costs as
much as there are reports, and all letters together the square of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import duckdb

from warehouse.schema import ident, literal

SIZE = 100
_ALL_COVERAGE = "coverage_of_all"
_BATCH_COVERAGE = "coverage_of_batch"
_OF_SUBMISSION = ("document", "section", "section_match", "citation", "figure")
_OF_AGENCY = ("submission", "finding")


def settle(con: duckdb.DuckDBPyConnection) -> None:
    """Work the coverage view out once, into a temporary table that stands before it by the same name."""
    con.execute(f"CREATE OR REPLACE TEMP TABLE {_ALL_COVERAGE} AS SELECT * FROM coverage")  # noqa: S608
    _show(con, _ALL_COVERAGE)


def _show(con: duckdb.DuckDBPyConnection, coverage: str) -> None:
    con.execute(f"CREATE OR REPLACE TEMP VIEW coverage AS SELECT * FROM {coverage}")  # noqa: S608 - our own names


def batches(
    con: duckdb.DuckDBPyConnection, campaign_id: str, codes: Sequence[str]
) -> Iterator[Sequence[str]]:
    """Yield the agencies in batches; until the next one, the tables of letters show that batch only.

    Temporary tables stand before the stored ones by the same name and are dropped at the end.
    """
    try:
        for start in range(0, len(codes), SIZE):
            batch = codes[start : start + SIZE]
            _cut(con, campaign_id, batch)
            yield batch
    finally:
        for name in (*_OF_AGENCY, *_OF_SUBMISSION):
            con.execute(f"DROP TABLE IF EXISTS temp.{name}")
        _show(con, _ALL_COVERAGE)


def _cut(con: duckdb.DuckDBPyConnection, campaign_id: str, codes: Sequence[str]) -> None:
    """Make the temporary tables of one batch; S608: our own names, values as literals."""
    row = con.execute("SELECT current_database()").fetchone()
    stored = f"{ident(str(row[0]))}.main" if row else "main"
    wanted = ", ".join(literal(code) for code in codes)
    of_agency = f"campaign_id = {literal(campaign_id)} AND agency_code IN ({wanted})"
    for name in _OF_AGENCY:
        con.execute(
            f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM {stored}.{name} WHERE {of_agency}"  # noqa: S608
        )
    for name in _OF_SUBMISSION:
        con.execute(
            f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT t.* FROM {stored}.{name} AS t "  # noqa: S608
            f"SEMI JOIN temp.submission AS s USING (submission_id)"
        )
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE {_BATCH_COVERAGE} AS SELECT * FROM {_ALL_COVERAGE} WHERE {of_agency}"  # noqa: S608
    )
    _show(con, _BATCH_COVERAGE)
