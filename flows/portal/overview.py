"""What the start page shows: read from the published warehouse and the folders beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from flows.layout import Layout
from flows.portal.files import find_file
from report_templates.shared.format import moment_text, table_moment
from report_templates.shared.output import safe_name
from report_templates.shared.query import one, rows
from warehouse.past import last_run
from warehouse.publish import resolve
from warehouse.store import connect

_DOWNLOADS = (
    ("report/tong-hop.html", "Báo cáo tổng hợp, từng câu mở ra căn cứ"),
    ("report/tong-hop.docx", "Dự thảo báo cáo tổng hợp (Word)"),
    ("report/tong-hop.pdf", "Dự thảo báo cáo tổng hợp (PDF)"),
    ("report/phu-luc.xlsx", "Phụ lục (Excel)"),
    ("reminders/don-doc.docx", "Công văn nhắc, đôn đốc gửi báo cáo (Word)"),
    ("quality/index.html", "Kết quả kiểm tra chất lượng dữ liệu"),
)
_LETTERS = (("phan-hoi.html", "xem"), ("phan-hoi.docx", "Word"))


@dataclass(frozen=True, slots=True)
class Link:
    """A file that is there now, as an address of the portal."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One agency of the table."""

    name: str
    status: str
    received: str
    number: str
    covered: str
    findings: str
    letters: list[Link]


@dataclass(frozen=True, slots=True)
class Overview:
    """The start page's content; `as_of` is the moment of the last run, "" before the first."""

    title: str
    as_of: str
    deadline: str
    asked: int
    sent: int
    late: int
    unread: int
    waiting: int
    links: list[Link]
    lines: list[Line]


class NothingPublishedError(LookupError):
    """The published warehouse is not there, or holds nothing of this campaign."""


def read_overview(layout: Layout, campaign_id: str) -> Overview:
    """Read the state of the campaign; raises `NothingPublishedError`."""
    published = resolve(layout.warehouse)
    if not published.exists():
        raise NothingPublishedError
    with connect(published, read_only=True) as con:
        campaign = one(con, "SELECT title, deadline FROM campaign WHERE campaign_id = ?", campaign_id)
        if campaign is None:
            raise NothingPublishedError
        run = last_run(con, campaign_id)
        agencies = rows(con, _AGENCIES, campaign_id)
        files = one(con, _FILES, campaign_id) or {}
    required = [row for row in agencies if row["required"] is not False]
    return Overview(
        title=campaign["title"] or campaign_id,
        as_of=_moment(run.as_of if run else None),
        deadline=_moment(campaign["deadline"]),
        asked=len(required),
        sent=sum(bool(row["sent"]) for row in required),
        late=sum(row["status"] == "late" for row in required),
        unread=int(files.get("unread") or 0),
        waiting=int(files.get("waiting") or 0),
        links=[link for path, text in _DOWNLOADS if (link := _link(layout.out, path, text))],
        lines=[_line(layout.out, row) for row in agencies],
    )


_AGENCIES = "SELECT * FROM submission_status WHERE campaign_id = ?"
_FILES = """SELECT count(*) FILTER (status = 'unread') AS unread,
    count(*) FILTER (status = 'unmatched') AS waiting FROM submission WHERE campaign_id = ?"""


def _moment(value: datetime | None) -> str:
    return moment_text(value) if value else ""


def _link(out: Path, path: str, text: str) -> Link | None:
    href = "/" + quote(path)
    return Link(href, text) if find_file(out, href) else None


def _line(out: Path, row: dict[str, Any]) -> Line:
    folder = f"feedback/{safe_name(row['agency_code'])}"
    required = row["items_required"]
    return Line(
        name=row["name"] or row["agency_code"],
        status=row["status_text"],
        received=table_moment(row["received_at"]),
        number=row["number"] or "",
        covered=f"{row['items_covered'] or 0}/{required}" if row["sent"] and required else "",
        findings=str(row["findings"]) if row["sent"] else "",
        letters=[link for name, text in _LETTERS if (link := _link(out, f"{folder}/{name}", text))],
    )
