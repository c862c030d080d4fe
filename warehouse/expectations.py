"""Great Expectations over the rules' rows and the warehouse itself; results for `expectation_result`.

Great Expectations takes seconds to import and is used by the flow only. Its DuckDB route does not
work, so each suite is one pandas frame: a column for each check holding the verdicts of the rows
it looked at (columns of unequal length end in nulls, which an expectation skips). One context,
one validation for each suite, no network and no files.
"""

# ruff: noqa: S608 - the SQL comes from rule files and integrity.py

from __future__ import annotations

import json
import logging
import os
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import ModuleType
from typing import TYPE_CHECKING, Any

import duckdb
import polars as pl

from warehouse import rulebook, verdicts
from warehouse.integrity import checks
from warehouse.judge import Judgement

if TYPE_CHECKING:
    import pandas as pd

MAX_FAILING = 200
"""Failing rows stored for each check."""


@dataclass(slots=True)
class _Column:
    """One check: the verdict of every row, and the rows that failed as people see them."""

    suite: str
    expectation: str
    severity: str
    description: str
    verdicts: list[str] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    """Failing rows in the order of `verdicts`."""
    error: str | None = None


def validate(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    run_id: str,
    judgement: Judgement,
    as_of: datetime | None = None,
) -> pl.DataFrame:
    """Run all suites; returns rows for `expectation_result`, sorted.

    The rules judged are those of `judgement` (its outcomes name them); a check that went wrong has
    no success but an error. Call it after the statements of the run are stored: their quotes are
    checked here too.
    """
    columns = _rule_columns(con, campaign_id, judgement, as_of) + _integrity_columns(con, campaign_id)
    succeeded, errors = _great_expectations([column for column in columns if column.error is None])
    rows = [_row(column, campaign_id, run_id, succeeded, errors) for column in columns]
    return pl.DataFrame(
        sorted(rows, key=lambda row: (rulebook.SUITES.index(str(row["suite"])), str(row["expectation"]))),
        schema_overrides={
            "checked": pl.Int32,
            "failed": pl.Int32,
            "unjudged": pl.Int32,
            "success": pl.Boolean,
            "error": pl.String,
            "failing": pl.String,
        },
        infer_schema_length=None,
    )


def _rule_columns(
    con: duckdb.DuckDBPyConnection, campaign_id: str, judgement: Judgement, as_of: datetime | None
) -> list[_Column]:
    known = {rule.id: rule for rule in rulebook.builtin()}
    columns: list[_Column] = []
    with verdicts.prepared(con, campaign_id, as_of if as_of is not None else judgement.as_of):
        for outcome in judgement.outcomes:
            column = _Column(
                outcome.suite, outcome.rule, outcome.severity, outcome.about, error=outcome.error
            )
            columns.append(column)
            rule = known.get(outcome.rule)
            if column.error is not None:
                continue
            if rule is None:  # a campaign's own rule ran in the sandbox: its counts are all there is
                passed = outcome.checked - outcome.failed - outcome.unjudged
                column.verdicts = (
                    ["pass"] * passed + ["fail"] * outcome.failed + ["unjudged"] * outcome.unjudged
                )
                continue
            try:
                _fill(con, column, verdicts.query(rule, campaign_id), _RULE_ROW)
            except duckdb.Error as error:
                column.error = str(error).splitlines()[0]
    return columns


def _integrity_columns(con: duckdb.DuckDBPyConnection, campaign_id: str) -> list[_Column]:
    columns = []
    for check in checks(campaign_id):
        column = _Column(check.suite, check.id, check.severity, check.about)
        try:
            _fill(con, column, check.sql, ("place", "detail"))
        except duckdb.Error as error:
            column.error = str(error).splitlines()[0]
        columns.append(column)
    return columns


_RULE_ROW = ("agency_code", "submission_id", "outline_path", "section_id", "page", "evidence")


def _fill(con: duckdb.DuckDBPyConnection, column: _Column, sql: str, names: Sequence[str]) -> None:
    con.execute(f"CREATE OR REPLACE TEMP TABLE _looked AS SELECT * FROM ({sql})")
    counts = con.execute(
        "SELECT verdict, count(*) FROM temp._looked WHERE verdict <> 'fail' GROUP BY verdict ORDER BY verdict"
    ).fetchall()
    failing = con.execute(
        f"SELECT {', '.join(names)} FROM temp._looked WHERE verdict = 'fail' ORDER BY {', '.join(names)}"
    ).fetchall()
    column.rows = [dict(zip(names, row, strict=True)) for row in failing]
    column.verdicts = ["fail"] * len(failing)
    for verdict, count in counts:
        column.verdicts += [str(verdict)] * int(count)


def _row(
    column: _Column, campaign_id: str, run_id: str, succeeded: dict[str, bool], errors: dict[str, str]
) -> dict[str, Any]:
    error = column.error or errors.get(column.expectation)
    judged = sum(verdict != "unjudged" for verdict in column.verdicts)
    success = None if error or not judged else succeeded.get(column.expectation)
    failed = sum(verdict == "fail" for verdict in column.verdicts)
    failing = (
        json.dumps(column.rows[:MAX_FAILING], ensure_ascii=False, sort_keys=True) if column.rows else None
    )
    return {
        "run_id": run_id,
        "suite": column.suite,
        "expectation": column.expectation,
        "campaign_id": campaign_id,
        "success": success,
        "severity": column.severity,
        "checked": len(column.verdicts),
        "failed": failed,
        "unjudged": len(column.verdicts) - judged,
        "description": column.description or None,
        "error": error,
        "failing": failing,
    }


def _great_expectations(columns: Sequence[_Column]) -> tuple[dict[str, bool], dict[str, str]]:
    """Success of each check, and the error of those that went wrong inside Great Expectations."""
    gx = _import()
    import pandas as pd

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    source = context.data_sources.add_pandas("warehouse")
    succeeded: dict[str, bool] = {}
    errors: dict[str, str] = {}
    for suite in rulebook.SUITES:
        here = [column for column in columns if column.suite == suite and column.verdicts]
        if not here:
            continue
        frame: pd.DataFrame = pd.DataFrame(
            {column.expectation: pd.Series(column.verdicts, dtype=object) for column in here}
        )
        batches = source.add_dataframe_asset(suite).add_batch_definition_whole_dataframe(suite)
        expected = gx.ExpectationSuite(suite)
        for column in here:
            expected.add_expectation(
                gx.expectations.ExpectColumnValuesToBeInSet(
                    column=column.expectation,
                    value_set=["pass", "unjudged"],
                    meta={"rule": column.expectation},
                )
            )
        result = batches.get_batch({"dataframe": frame}).validate(expected, result_format="BASIC")
        for single in result.results:
            name = single.expectation_config.kwargs["column"]
            raised = _raised(single.exception_info)
            if raised:
                errors[name] = raised
            else:
                succeeded[name] = bool(single.success)
    return succeeded, errors


def _raised(info: dict[str, Any] | None) -> str | None:
    """Message when the check itself raised: flat, or one entry for each metric."""
    entries = [info or {}, *(value for value in (info or {}).values() if isinstance(value, dict))]
    for entry in entries:
        if entry.get("raised_exception"):
            return str(entry.get("exception_message") or "lỗi không rõ")[:500]
    return None


def _import() -> ModuleType:
    """Import Great Expectations silent and offline."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    os.environ.setdefault("TQDM_DISABLE", "1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import great_expectations as gx
    for name in ("great_expectations", "great_expectations.data_context.types.base"):
        logging.getLogger(name).setLevel(logging.ERROR)
    return gx
