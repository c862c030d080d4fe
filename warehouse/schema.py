"""DDL, comments, views and search macros, all derived from `tables` and `views/*.sql`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from warehouse import header
from warehouse.errors import HeaderError
from warehouse.tables import TABLES, Column, Table

VIEWS_DIR = Path(__file__).parent / "views"
MACROS_FILE = VIEWS_DIR / "macros.sql"
TABLE_MACROS_FILE = VIEWS_DIR / "table_macros.sql"


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, its Vietnamese comment, its columns with their comments, its query."""

    name: str
    comment: str
    columns: tuple[tuple[str, str], ...]
    sql: str


def ident(name: str) -> str:
    """Quote an identifier; all names come from `tables` or view files."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str) -> str:
    """Quote a string literal."""
    return "'" + value.replace("'", "''") + "'"


def table_ddl(table: Table) -> str:
    """CREATE TABLE IF NOT EXISTS with NOT NULL and the primary key."""
    lines = [_column_ddl(column) for column in table.columns]
    if table.keys:
        lines.append(f"PRIMARY KEY ({', '.join(ident(key) for key in table.keys)})")
    return f"CREATE TABLE IF NOT EXISTS {ident(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _column_ddl(column: Column) -> str:
    return f"{ident(column.name)} {column.type}{'' if column.nullable else ' NOT NULL'}"


@cache
def views() -> tuple[View, ...]:
    """Every view of `views/NN_name.sql`, in file order (a view may use those before it)."""
    files = sorted(path for path in VIEWS_DIR.glob("[0-9][0-9]_*.sql"))
    return tuple(_view(path) for path in files)


def _view(path: Path) -> View:
    parsed = header.read(path, required=("view", "comment", "columns"))
    columns = []
    for line in parsed.values["columns"].splitlines():
        name, colon, comment = line.partition(":")
        if not colon:
            raise HeaderError(f"{path.name}: cột cần dạng “tên: giải thích”: {line}")
        columns.append((name.strip(), comment.strip()))
    return View(parsed.values["view"], parsed.values["comment"], tuple(columns), parsed.sql)


def macros_sql() -> str:
    """Return the macros script (search without accents, small helpers)."""
    return MACROS_FILE.read_text(encoding="utf-8")


def create(con: duckdb.DuckDBPyConnection, *, comments: bool = True) -> None:
    """Create what is not there yet: tables, added columns, macros, views and COMMENTs.

    A warehouse written by an older version gains the columns it lacks (null for old rows).
    `comments=False` skips the COMMENTs, for a short-lived database in memory.
    """
    con.execute(";\n".join(table_ddl(table) for table in TABLES))
    _add_columns(con)
    con.execute(macros_sql())
    con.execute(
        ";\n".join(f"CREATE OR REPLACE VIEW {ident(view.name)} AS\n{view.sql}" for view in views())
        or "SELECT 1"
    )
    con.execute(TABLE_MACROS_FILE.read_text(encoding="utf-8"))
    if comments:
        con.execute(";\n".join(_comments()))


def _add_columns(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "SELECT table_name, column_name FROM duckdb_columns() "
        "WHERE schema_name = 'main' AND NOT internal AND database_name = current_database()"
    ).fetchall()
    have = {(str(table), str(column)) for table, column in rows}
    for table in TABLES:
        for column in table.columns:
            if (table.name, column.name) not in have:
                con.execute(f"ALTER TABLE {ident(table.name)} ADD COLUMN {ident(column.name)} {column.type}")


def _comments() -> list[str]:
    statements = []
    for table in TABLES:
        statements.append(f"COMMENT ON TABLE {ident(table.name)} IS {literal(table.comment)}")
        statements += [
            f"COMMENT ON COLUMN {ident(table.name)}.{ident(column.name)} IS {literal(column.comment)}"
            for column in table.columns
        ]
    for view in views():
        statements.append(f"COMMENT ON VIEW {ident(view.name)} IS {literal(view.comment)}")
        statements += [
            f"COMMENT ON COLUMN {ident(view.name)}.{ident(name)} IS {literal(comment)}"
            for name, comment in view.columns
        ]
    return statements
