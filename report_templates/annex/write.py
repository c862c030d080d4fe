"""Write `phu-luc.xlsx`, sheet by sheet, beside an edited one if there is one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import duckdb

from report_templates.annex import sheets
from report_templates.annex.book import Book
from report_templates.provincial.data import Moved, Report, load
from report_templates.shared.output import Placed, place

NAME = "phu-luc.xlsx"


def write(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    folder: Path,
    as_of: datetime,
    *,
    moved: Sequence[Moved] = (),
) -> Path:
    """Write the annexes into `folder`; return where they lie. Raises `UnknownCampaignError`."""
    return place_annex(con, campaign_id, folder, as_of, moved=moved).path


def place_annex(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    folder: Path,
    as_of: datetime,
    *,
    moved: Sequence[Moved] = (),
) -> Placed:
    """Like `write`, and say whether the file is new, the same, replaced or beside an edited one."""
    report = load(con, campaign_id, list(moved))
    return place(folder / NAME, workbook(con, report, as_of), as_of)


def workbook(con: duckdb.DuckDBPyConnection, report: Report, as_of: datetime) -> bytes:
    """Build the workbook; the same warehouse and `as_of` give the same bytes."""
    book = Book(as_of, f"Phụ lục: {report.campaign.title}")
    sheets.add_changes(book, con, report)
    sheets.add_agencies(book, con, report)
    sheets.add_documents(book, con, report)
    sheets.add_statements(book, report, "3. Mô hình", "Mô hình, cách làm", ("model",), "Tên mô hình")
    sheets.add_figures(book, con, report)
    sheets.add_statements(
        book, report, "5. Kiến nghị", "Đề xuất, kiến nghị theo nơi nhận", ("proposal",), "Nơi nhận kiến nghị"
    )
    sheets.add_statements(book, report, "6. Khen thưởng", "Khen thưởng", ("award",), "Loại")
    sheets.add_statements(book, report, "7. Hạn chế", "Hạn chế, nguyên nhân", ("limit", "cause"), "Loại")
    sheets.add_conflicts(book, con, report)
    sheets.add_unread(book, con, report)
    sheets.add_sources(book, report)
    sheets.add_overrides(book, con, report)
    return book.data()
