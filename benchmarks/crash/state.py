"""What a campaign's output says: rows of the published warehouse, bytes of letters and report."""

from __future__ import annotations

import hashlib
from pathlib import Path

import duckdb

Rows = dict[str, str]
"""Table → hash of its rows in order."""

HISTORY_TABLES = ("change", "expectation_result", "run")
"""Tables that keep what earlier runs said too, so they follow the order of runs and not the inbox alone."""


def rows(warehouse: Path) -> Rows:
    """Hash every table; raises duckdb.Error when the file does not open."""
    with duckdb.connect(str(warehouse), read_only=True) as con:
        names = con.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        found = {}
        for (name,) in names:
            digest = hashlib.sha256()
            everything = con.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - a table's name
            for row in sorted(map(repr, everything)):
                digest.update(row.encode() + b"\n")
            found[name] = digest.hexdigest()
        return found


def lasting(found: Rows) -> Rows:
    """Without the tables that tell history."""
    return {name: digest for name, digest in found.items() if name not in HISTORY_TABLES}


def files(out: Path) -> dict[str, str]:
    """Hash every written file; of the snapshots in history/ only the names (their bytes hold times)."""
    found = {}
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out)
        if not path.is_file() or name.parts[0] == ".tonghop" or str(name) in ("run.json", "warehouse.duckdb"):
            continue
        known = name.parts[0] == "history"
        found[str(name)] = "" if known else hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def differing(left: dict[str, str], right: dict[str, str]) -> list[str]:
    """Names that are not the same on both sides."""
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))
