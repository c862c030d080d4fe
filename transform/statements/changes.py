"""What moved in the report since the last run: who came in, which statements, counts and figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import polars as pl

from transform.statements.arrange import rows
from transform.statements.corpus import Frames

CHANGE_SCHEMA: dict[str, pl.DataType] = {
    "seq": pl.Int32(),
    "kind": pl.String(),
    "outline_path": pl.String(),
    "agency_code": pl.String(),
    "statement_id": pl.String(),
    "before": pl.String(),
    "after": pl.String(),
    "message": pl.String(),
}

Change = tuple[str, str | None, str | None, str | None, str | None, str | None, str]


def changes(previous: Frames, new: Frames) -> pl.DataFrame:
    """Compare two runs; frames needed on both sides: agency, submission, statement, statement_source.

    Kinds: `agency_new`, `agency_gone`, `report_replaced`, `statement_new`, `statement_gone`,
    `statement_changed` (text or counts), `sources_changed` (same sentence, other sources).
    """
    found = [*_agencies(previous, new), *_statements(previous, new)]
    return pl.DataFrame(
        [(seq, *change) for seq, change in enumerate(found, start=1)], schema=CHANGE_SCHEMA, orient="row"
    )


def _current(frames: Frames) -> dict[str, str]:
    """Return what each agency's report is made of: its bytes, and those of its supplements."""
    added: dict[str, list[str]] = defaultdict(list)
    for row in rows(frames, "submission"):
        if row.get("reason_code") == "supplement" and row.get("belongs_to"):
            added[row["belongs_to"]].append(row["sha256"] or row["submission_id"])
    return {
        row["agency_code"]: "|".join(
            [row["sha256"] or row["submission_id"], *sorted(added[row["submission_id"]])]
        )
        for row in rows(frames, "submission")
        if row["is_current"] and row["status"] == "read" and row["agency_code"]
    }


def _agencies(previous: Frames, new: Frames) -> list[Change]:
    names = {row["agency_code"]: row["name"] for frames in (previous, new) for row in rows(frames, "agency")}
    before, after = _current(previous), _current(new)
    found: list[Change] = []
    for code in sorted(set(before) | set(after)):
        name = names.get(code, code)
        if code not in before:
            found.append(("agency_new", None, code, None, None, None, f"{name}: mới có báo cáo."))
        elif code not in after:
            found.append(
                ("agency_gone", None, code, None, None, None, f"{name}: không còn báo cáo được dùng.")
            )
        elif before[code] != after[code]:
            same = before[code].partition("|")[0] == after[code].partition("|")[0]
            what = "có thay đổi ở báo cáo bổ sung gửi kèm" if same else "báo cáo được thay bằng bản khác"
            found.append(("report_replaced", None, code, None, None, None, f"{name}: {what}."))
    return found


def _statements(previous: Frames, new: Frames) -> list[Change]:
    before = {row["statement_id"]: row for row in rows(previous, "statement")}
    after = {row["statement_id"]: row for row in rows(new, "statement")}
    old_sources, new_sources = _sources(previous), _sources(new)
    found: list[Change] = []
    for row in rows(new, "statement"):
        name = row["statement_id"]
        old = before.get(name)
        if old is None:
            found.append(_change("statement_new", row, None, row["text"], "Câu mới"))
        elif old["text"] != row["text"] or old["agencies"] != row["agencies"]:
            found.append(_change("statement_changed", row, old["text"], row["text"], _moved(old, row)))
        elif old_sources.get(name) != new_sources.get(name):
            found.append(_change("sources_changed", row, old["text"], row["text"], "Căn cứ của câu thay đổi"))
        elif old.get("in_report") != row.get("in_report"):
            where = "Câu được đưa vào báo cáo" if row.get("in_report") else "Câu chuyển sang phụ lục"
            found.append(_change("statement_changed", row, old["text"], row["text"], where))
    gone = [row for row in rows(previous, "statement") if row["statement_id"] not in after]
    heirs = _heirs(gone, [row for row in after.values() if row["statement_id"] not in before])
    for row in gone:
        heir = heirs.get(row["statement_id"])
        what = "Câu nhường chỗ cho câu khác" if heir else "Câu không còn"
        found.append(_change("statement_gone", row, row["text"], heir, what))
    return found


def _heirs(gone: Sequence[dict[str, Any]], new: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Text of the new sentence that took the place of each one gone, in its list, place by place."""
    waiting: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for row in new:
        waiting[_list_of(row)].append(row["text"])
    return {row["statement_id"]: waiting[_list_of(row)].pop(0) for row in gone if waiting[_list_of(row)]}


def _list_of(row: dict[str, Any]) -> tuple[Any, ...]:
    group = row.get("group_key") if row["kind"] in ("cause", "proposal") else None
    return (row["outline_path"], row["kind"], group, row.get("in_report"))


def _moved(old: dict[str, Any], new: dict[str, Any]) -> str:
    if old["agencies"] != new["agencies"]:
        return f"Số cơ quan, đơn vị: {old['agencies']} → {new['agencies']}"
    if old["of_agencies"] != new["of_agencies"]:
        return f"Tổng số báo cáo: {old['of_agencies']} → {new['of_agencies']}"
    return "Nội dung câu thay đổi"


def _change(kind: str, row: dict[str, Any], before: str | None, after: str | None, what: str) -> Change:
    path = row["outline_path"] or ""
    place = f"mục {path}" if path else "phần chung"
    return (kind, path, None, row["statement_id"], before, after, f"{what} ({place}).")


def _sources(frames: Frames) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {}
    for row in sorted(rows(frames, "statement_source"), key=lambda row: (row["statement_id"], row["seq"])):
        entry = (row["agency_code"], row["page"], row["quote"])
        found.setdefault(row["statement_id"], []).append(entry)
    return found
