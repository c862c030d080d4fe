"""What moved since the last published run: who came in, what is covered now, which findings went."""

# ruff: noqa: S608 - names come from tables, values go through literal()

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from transform.statements.changes import changes as statement_changes
from warehouse import publish, schema, store
from warehouse.schema import ident, literal, views
from warehouse.tables import BY_NAME

_STATUS = {
    "present": "có nội dung",
    "merged": "trình bày gộp",
    "thin": "sơ lược",
    "empty": "mới có tên mục",
    "missing": "chưa thấy",
    None: "bản quét, chưa kết luận",
}
_READ = ("agency", "outline_item", "submission", "section", "section_match", "override_applied", "finding",
         "statement", "statement_source", "document", "campaign", "run")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One change in a Vietnamese sentence; a row of `change`."""

    kind: str
    message: str
    agency_code: str | None = None
    submission_id: str | None = None
    outline_path: str | None = None
    statement_id: str | None = None
    rule: str | None = None
    before: str | None = None
    after: str | None = None


def record_changes(
    con: duckdb.DuckDBPyConnection, published: Path, campaign_id: str, run_id: str | None = None
) -> list[Change]:
    """Compare `con` (findings and statements stored) with the published file and fill `change`.

    When nothing moved, the changes recorded last stay and are returned: a second run on the same
    inbox changes no row. Nothing published yet, or not this campaign: no change.
    """
    path = publish.resolve(published)
    if not path.exists():
        return []
    with store.connect() as old:
        schema.create(old, comments=False)
        if not _copy(old, path, campaign_id):
            return []
        found = list(_compare(old, con, campaign_id))
        since = old.execute("SELECT max(run_id) FROM run").fetchall()[0][0]
    if not found:
        return _recorded(con, campaign_id)
    rows = [
        {"campaign_id": campaign_id, "seq": seq, "run_id": run_id, "since_run_id": since, **_columns(change)}
        for seq, change in enumerate(found, start=1)
    ]
    store.append(con, "change", pl.DataFrame(rows, infer_schema_length=None))
    return found


def _columns(change: Change) -> dict[str, Any]:
    return {name: getattr(change, name) for name in Change.__slots__}


def _recorded(con: duckdb.DuckDBPyConnection, campaign_id: str) -> list[Change]:
    names = ", ".join(ident(name) for name in Change.__slots__)
    rows = con.execute(
        f"SELECT {names} FROM change WHERE campaign_id = {literal(campaign_id)} ORDER BY seq"
    ).fetchall()
    return [Change(*row) for row in rows]


def _copy(old: duckdb.DuckDBPyConnection, path: Path, campaign_id: str) -> bool:
    """Copy the campaign's rows of the published file; False when it holds none (or is no warehouse)."""
    try:
        old.execute(f"ATTACH {literal(str(path))} AS published (READ_ONLY)")
        have = {
            str(row[0])
            for row in old.execute(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = 'published'"
            ).fetchall()
        }
        for name in _READ:
            if name not in have:
                continue
            columns = {
                str(row[0])
                for row in old.execute(
                    "SELECT column_name FROM duckdb_columns() "
                    f"WHERE database_name = 'published' AND table_name = {literal(name)}"
                ).fetchall()
            }
            shared = ", ".join(ident(c.name) for c in BY_NAME[name].columns if c.name in columns)
            old.execute(
                f"INSERT INTO {ident(name)} BY NAME SELECT {shared} FROM published.main.{ident(name)} "
                f"WHERE campaign_id = {literal(campaign_id)}"
            )
        old.execute("DETACH published")
    except duckdb.Error:
        return False
    return bool(old.execute("SELECT count(*) FROM campaign").fetchall()[0][0])


def _compare(
    old: duckdb.DuckDBPyConnection, new: duckdb.DuckDBPyConnection, campaign_id: str
) -> Iterator[Change]:
    yield from _submissions(old, new, campaign_id)
    yield from _coverage(old, new, campaign_id)
    yield from _findings(old, new, campaign_id)
    yield from _statements(old, new, campaign_id)


def _both(
    old: duckdb.DuckDBPyConnection, new: duckdb.DuckDBPyConnection, sql: str
) -> tuple[dict[Any, tuple[Any, ...]], dict[Any, tuple[Any, ...]]]:
    """Rows of both sides by their first two columns."""
    before, after = ({row[:2]: row[2:] for row in side.execute(sql).fetchall()} for side in (old, new))
    return before, after


def _submissions(
    old: duckdb.DuckDBPyConnection, new: duckdb.DuckDBPyConnection, campaign_id: str
) -> Iterator[Change]:
    sql = (
        "SELECT s.submission_id, '', s.file_name, s.status, s.agency_code, "
        "coalesce(a.name, 'chưa rõ cơ quan') "
        "FROM submission AS s LEFT JOIN agency AS a USING (campaign_id, agency_code) "
        f"WHERE s.campaign_id = {literal(campaign_id)}"
    )
    before, after = _both(old, new, sql)
    for key in _ordered(before, after, at=0):
        was, now = before.get(key), after.get(key)
        file, status, code, name = now or was or ("", "", None, "")
        if was is None:
            text = f"{name}: có thêm tệp «{file}»."
            yield Change("submission_new", text, code, key[0], after=status)
        elif now is None:
            text = f"{name}: tệp «{file}» không còn."
            yield Change("submission_gone", text, code, key[0], before=status)
        elif was[1] != now[1] or was[2] != now[2]:
            text = f"{name}: tệp «{file}» đổi tình trạng."
            yield Change("status", text, code, key[0], before=was[1], after=now[1])


def _coverage(
    old: duckdb.DuckDBPyConnection, new: duckdb.DuckDBPyConnection, campaign_id: str
) -> Iterator[Change]:
    coverage = next(view.name for view in views() if view.name == "coverage")
    sql = (
        "SELECT c.agency_code, c.outline_path, c.status, c.submission_id, a.name, o.title "
        f"FROM {coverage} AS c "
        "LEFT JOIN agency AS a USING (campaign_id, agency_code) "
        "LEFT JOIN outline_item AS o USING (campaign_id, outline_path) "
        f"WHERE c.campaign_id = {literal(campaign_id)}"
    )
    before, after = _both(old, new, sql)
    for key in _ordered(before, after):
        was, now = before.get(key), after.get(key)
        if was is None or now is None or was[0] == now[0]:
            continue  # a report that came or went is said once, not item by item
        message = f"{now[2]}: mục {key[1]} «{now[3]}» từ {_STATUS[was[0]]} thành {_STATUS[now[0]]}."
        yield Change("coverage", message, key[0], now[1], key[1], before=was[0], after=now[0])


def _findings(
    old: duckdb.DuckDBPyConnection, new: duckdb.DuckDBPyConnection, campaign_id: str
) -> Iterator[Change]:
    sql = (
        "SELECT f.finding_id, '', f.agency_code, f.submission_id, f.outline_path, f.rule, f.message, "
        "coalesce(a.name, '') FROM finding AS f LEFT JOIN agency AS a USING (campaign_id, agency_code) "
        f"WHERE f.campaign_id = {literal(campaign_id)}"
    )
    before, after = _both(old, new, sql)
    for key in _ordered(before, after):
        if (key in before) == (key in after):
            continue
        code, submission, path, rule, text, name = after.get(key) or before[key]
        kind, word = ("finding_new", "mới") if key in after else ("finding_resolved", "đã hết")
        message = f"{name or 'Chưa rõ cơ quan'}: nhận xét {word}: {text}"
        yield Change(
            kind,
            message,
            code,
            submission,
            path,
            rule=rule,
            before=text if key in before else None,
            after=text if key in after else None,
        )


def _statements(
    old: duckdb.DuckDBPyConnection, new: duckdb.DuckDBPyConnection, campaign_id: str
) -> Iterator[Change]:
    """Sentences of the provincial report that moved (agencies are told by `_submissions`)."""
    names = ("agency", "submission", "statement", "statement_source")
    before, after = ({name: _frame(side, name, campaign_id) for name in names} for side in (old, new))
    if not before["statement"].height:
        return
    for row in statement_changes(before, after).iter_rows(named=True):
        if not row["statement_id"]:
            continue
        yield Change(
            row["kind"],
            row["message"],
            row["agency_code"],
            outline_path=row["outline_path"],
            statement_id=row["statement_id"],
            before=row["before"],
            after=row["after"],
        )


def _frame(con: duckdb.DuckDBPyConnection, name: str, campaign_id: str) -> pl.DataFrame:
    keys = ", ".join(ident(key) for key in BY_NAME[name].keys)
    return con.execute(
        f"SELECT * FROM {ident(name)} WHERE campaign_id = {literal(campaign_id)} ORDER BY {keys}"
    ).pl()


def _ordered(before: dict[Any, Any], after: dict[Any, Any], at: int | None = None) -> Iterable[Any]:
    """Keys of both sides; `at`: order by that value of the row first (a name), then by key."""
    keys = set(before) | set(after)
    if at is None:
        return sorted(keys, key=str)
    return sorted(keys, key=lambda key: (str((after.get(key) or before[key])[at]), str(key)))
