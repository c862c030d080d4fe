"""Write `phu-luc.xlsx`, sheet by sheet, beside an edited one if there is one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import duckdb

from report_templates.annex import documents, numbers, plans, senders, sheets
from report_templates.annex.book import Book
from report_templates.provincial.data import Change, Facts, load_facts
from report_templates.shared.output import Placed, place

NAME = "phu-luc.xlsx"


_BEFORE = (sheets.Kinds("3. Mô hình", "Mô hình, cách làm", ("model",), "Tên mô hình"),)
_AFTER = (
    sheets.Kinds("5. Kiến nghị", "Đề xuất, kiến nghị theo nơi nhận", ("proposal",), "Nơi nhận kiến nghị"),
    sheets.Kinds("6. Khen thưởng", "Khen thưởng", ("award",), "Loại"),
    sheets.Kinds("7. Hạn chế", "Hạn chế, nguyên nhân", ("limit", "cause"), "Loại"),
)


def write(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    folder: Path,
    as_of: datetime,
    *,
    moved: Sequence[Change] = (),
) -> Path:
    """Write the annexes into `folder`; return where they lie. Raises `UnknownCampaignError`."""
    return place_annex(con, campaign_id, folder, as_of, moved=moved).path


def place_annex(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    folder: Path,
    as_of: datetime,
    *,
    moved: Sequence[Change] = (),
) -> Placed:
    """Like `write`, and say whether the file is new, the same, replaced or beside an edited one."""
    facts = load_facts(con, campaign_id, moved)
    return place(folder / NAME, workbook(con, facts, as_of), as_of)


def workbook(con: duckdb.DuckDBPyConnection, facts: Facts, as_of: datetime) -> bytes:
    """Build the workbook; the same warehouse and `as_of` give the same bytes."""
    book = Book(as_of, f"Phụ lục: {facts.campaign.title}")
    sheets.add_changes(book, facts)
    senders.add_agencies(book, con, facts)
    documents.add_documents(book, con, facts)
    plans.add_purposes(book, con, facts)
    plans.add_gaps(book, con, facts)
    for sheet in _BEFORE:
        sheets.add_statements(book, con, facts, sheet)
    numbers.add_figures(book, con, facts)
    for sheet in _AFTER:
        sheets.add_statements(book, con, facts, sheet)
    numbers.add_conflicts(book, con, facts)
    senders.add_unread(book, con, facts)
    sheets.add_sources(book, con, facts)
    senders.add_overrides(book, con, facts)
    return book.data()
