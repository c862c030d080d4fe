"""How the warehouse stood earlier: the snapshots kept, by the moment that they tell of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse import publish, store
from warehouse.schema import literal


@dataclass(frozen=True, slots=True)
class Run:
    """A run and the moment, in Vietnam's time, its figures were closed at."""

    run_id: str
    as_of: datetime


@dataclass(frozen=True, slots=True)
class State:
    """A snapshot after a run: the run, the moment its figures were closed at, the file to open read-only."""

    run_id: str
    as_of: datetime
    path: Path


def states(target: Path, campaign_id: str) -> list[State]:
    """Return the states of a campaign that can still be opened, in the order in which they were published.

    A snapshot without the campaign (another one's run), or one that no longer opens, is left out.
    """
    kept = [path for _, path in publish.history(target)]
    current = publish.resolve(target)
    found: dict[str, State] = {}
    for path in (*kept, *([current] if current.exists() else ())):
        state = _state(path, campaign_id)
        if state is not None:
            found.pop(state.run_id, None)  # published again since, perhaps by another campaign's run
            found[state.run_id] = state
    return list(found.values())


def at(target: Path, campaign_id: str, moment: datetime) -> State | None:
    """Return the last state published that was closed at `moment` or before; None when none is kept."""
    earlier = [state for state in states(target, campaign_id) if state.as_of <= moment]
    return earlier[-1] if earlier else None


def last_run(con: duckdb.DuckDBPyConnection, campaign_id: str) -> Run | None:
    """Return the campaign's run whose results an open warehouse holds: the newest, whatever its moment."""
    asked = (
        "SELECT run_id, as_of::VARCHAR FROM run "  # noqa: S608 - a quoted literal
        f"WHERE campaign_id = {literal(campaign_id)} ORDER BY rowid DESC LIMIT 1"
    )
    row = con.execute(asked).fetchone()
    return Run(str(row[0]), datetime.fromisoformat(row[1])) if row and row[1] else None


def _state(path: Path, campaign_id: str) -> State | None:
    """Read the last run of the campaign in that file; None when it no longer opens or holds none."""
    try:
        with store.connect(path, read_only=True) as con:
            run = last_run(con, campaign_id)
    except duckdb.Error:
        return None
    return State(run.run_id, run.as_of, path) if run else None
