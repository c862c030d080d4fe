"""The page of every check of one run: `quality/index.html`, one file, opened without any server."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import duckdb

from report_templates.shared.env import render
from report_templates.shared.output import replace
from report_templates.shared.query import Row, one, rows
from report_templates.shared.rules import SEVERITY_LABEL

State = Literal["passed", "failed", "unjudged", "error"]
STATE_LABEL: dict[State, str] = {
    "passed": "Đạt",
    "failed": "Có dòng cần xem",
    "unjudged": "Không xét được",
    "error": "Phép kiểm tra bị lỗi",
}
STATE_CLASS: dict[State, str] = {"passed": "good", "failed": "warn", "unjudged": "info", "error": "bad"}
SUITES = {
    "submissions": "Tiếp nhận báo cáo",
    "coverage": "Đủ mục theo đề cương",
    "content": "Nội dung báo cáo",
    "citations": "Văn bản được viện dẫn",
    "integrity": "Tính toàn vẹn của kho dữ liệu",
}
COLUMNS = {
    "agency_code": "Mã cơ quan", "agency": "Cơ quan", "submission_id": "Bản nộp", "file_name": "Tệp",
    "outline_path": "Mục của đề cương", "outline_title": "Tên mục", "section_id": "Mục của báo cáo",
    "message": "Nhận xét", "evidence": "Trích nguyên văn", "page": "Trang", "rule": "Quy tắc",
    "title": "Tên mục",
    "severity": "Mức độ", "verdict": "Kết quả", "reason": "Lý do", "advice": "Đề nghị", "n": "Số lượng",
    "words": "Số tiếng", "table": "Bảng", "column": "Cột", "key": "Khóa", "value": "Giá trị",
    "surface": "Như in", "status": "Tình trạng",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """One check with its counts and the rows that did not pass (`columns` and cells as text)."""

    name: str
    suite: str
    description: str
    state: State
    severity: str
    checked: int
    failed: int
    unjudged: int
    error: str
    columns: list[str]
    failing: list[list[str]]

    @property
    def label(self) -> str:
        """State in words."""
        return STATE_LABEL[self.state]

    @property
    def css(self) -> str:
        """Colour class of the state."""
        return STATE_CLASS[self.state]

    @property
    def severity_label(self) -> str:
        """Severity in words; as it is when the Sở named its own."""
        return SEVERITY_LABEL.get(self.severity, self.severity)

    @property
    def hidden(self) -> int:
        """Failing rows that are not on the page."""
        return max(0, self.failed - len(self.failing)) if self.failing else 0


def write(con: duckdb.DuckDBPyConnection, run_id: str, folder: Path, as_of: datetime) -> list[Path]:
    """Write `folder/index.html` for one run and return its path in a list."""
    checks = [
        _check(row)
        for row in rows(
            con, "SELECT * FROM expectation_result WHERE run_id = ? ORDER BY suite, expectation", run_id
        )
    ]
    suites = sorted({check.suite for check in checks}, key=_suite_order)
    page = render(
        "quality/index.html",
        run=_run(con, run_id, checks),
        groups=[(SUITES.get(suite, suite), [c for c in checks if c.suite == suite]) for suite in suites],
        totals=[(label, sum(c.state == state for c in checks)) for state, label in STATE_LABEL.items()],
        as_of=as_of,
    )
    return [replace(folder / "index.html", page)]


def _suite_order(suite: str) -> tuple[int, str]:
    known = list(SUITES)
    return (known.index(suite) if suite in known else len(known), suite)


def _run(con: duckdb.DuckDBPyConnection, run_id: str, checks: list[Check]) -> dict[str, Any]:
    found = one(
        con,
        "SELECT r.run_id, r.as_of, r.files, r.read, r.unread, c.title FROM run r "
        "LEFT JOIN campaign c ON c.campaign_id = r.campaign_id WHERE r.run_id = ?",
        run_id,
    )
    known: dict[str, Any] = found or {"run_id": run_id, "as_of": None, "files": None, "title": None}
    return known | {"checks": len(checks)}


def _check(row: Row) -> Check:
    columns, failing = _failing(row["failing"])
    return Check(
        name=row["expectation"],
        suite=row["suite"],
        description=row["description"] or row["expectation"],
        state=_state(row),
        severity=row["severity"] or "",
        checked=row["checked"] or 0,
        failed=row["failed"] or 0,
        unjudged=row["unjudged"] or 0,
        error=row["error"] or "",
        columns=[COLUMNS.get(name, name) for name in columns],
        failing=failing,
    )


def _state(row: Row) -> State:
    """Decide the state; an erroring check is an error and nobody's failure, no rows judged is "unjudged"."""
    if row["error"]:
        return "error"
    if row["failed"]:
        return "failed"
    if row["success"] is None or (row["unjudged"] and row["unjudged"] >= (row["checked"] or 0)):
        return "unjudged"
    return "passed" if row["success"] else "failed"


def _failing(encoded: str | None) -> tuple[list[str], list[list[str]]]:
    """Decode the stored rows; anything but a list of objects is shown as one cell, never dropped."""
    if not encoded:
        return [], []
    try:
        decoded = json.loads(encoded)
    except ValueError:
        return ["value"], [[encoded]]
    listed = decoded if isinstance(decoded, list) else [decoded]
    objects = [item if isinstance(item, dict) else {"value": item} for item in listed]
    columns = list(dict.fromkeys(str(name) for item in objects for name in item))
    return columns, [[_cell(item.get(name)) for name in columns] for item in objects]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
