"""Run the rules that a campaign brings: on a copy in memory that can reach nothing else.

A rule file comes from outside the program. It may only be one SELECT; it sees one campaign's
tables and views, no file, no network, no other database, and stops after a time limit.
"""

# ruff: noqa: S608 - names come from tables, values go through literal()

from __future__ import annotations

import tempfile
import threading
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse import schema, verdicts
from warehouse.rulebook import Rule
from warehouse.schema import ident, literal
from warehouse.tables import TABLES
from warehouse.verdicts import Failure, Outcome

TIME_LIMIT = 20.0
"""Seconds for one rule."""
MEMORY_LIMIT = "512MB"


def run(
    con: duckdb.DuckDBPyConnection, rules: Sequence[Rule], campaign_id: str, as_of: datetime | None
) -> tuple[list[Failure], list[Outcome]]:
    """Run `rules` on a closed copy of the campaign in `con`; every fault stays with its rule."""
    box = _copy(con, campaign_id)
    failures: list[Failure] = []
    outcomes: list[Outcome] = []
    try:
        with verdicts.prepared(box, campaign_id, as_of):
            _close_doors(box)
            for rule in rules:
                failed, outcome = _run_one(box, rule, campaign_id)
                failures += failed
                outcomes.append(outcome)
    finally:
        box.close()
    return failures, outcomes


def _run_one(box: duckdb.DuckDBPyConnection, rule: Rule, campaign_id: str) -> tuple[list[Failure], Outcome]:
    try:
        statements = box.extract_statements(rule.sql)
    except duckdb.Error as error:
        return [], verdicts.broken(rule, str(error))
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        return [], verdicts.broken(rule, "Quy tắc chỉ được gồm đúng một câu SELECT")
    timer = threading.Timer(TIME_LIMIT, box.interrupt)
    timer.start()
    try:
        return verdicts.run_one(box, rule, campaign_id)
    except duckdb.InterruptException:
        return [], verdicts.broken(rule, f"Quá thời gian cho phép ({TIME_LIMIT:.0f} giây)")
    except (duckdb.Error, ValueError) as error:
        return [], verdicts.broken(rule, str(error))
    finally:
        timer.cancel()


def _copy(con: duckdb.DuckDBPyConnection, campaign_id: str) -> duckdb.DuckDBPyConnection:
    box = duckdb.connect(
        ":memory:",
        config={
            "memory_limit": MEMORY_LIMIT,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )
    schema.create(box, comments=False)
    with tempfile.TemporaryDirectory(prefix="tonghop-") as folder:
        for table in TABLES:
            path = literal(str(Path(folder) / f"{table.name}.parquet"))
            rows = f"SELECT * FROM {ident(table.name)} WHERE campaign_id = {literal(campaign_id)}"
            con.execute(f"COPY ({rows}) TO {path} (FORMAT parquet)")
            box.execute(f"INSERT INTO {ident(table.name)} BY NAME SELECT * FROM read_parquet({path})")
    return box


def _close_doors(box: duckdb.DuckDBPyConnection) -> None:
    box.execute("SET TimeZone = 'Asia/Ho_Chi_Minh'")
    box.execute("SET python_enable_replacements = false")
    box.execute("SET enable_external_access = false")
    box.execute("SET lock_configuration = true")
