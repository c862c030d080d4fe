"""Sheets of the register of plans: what each plan carries out, and years for which none is seen."""

from __future__ import annotations

import duckdb

from report_templates.annex.book import Book, Column
from report_templates.annex.sheets import STT, numbered
from report_templates.provincial.data import Facts
from report_templates.shared.format import table_date
from report_templates.shared.query import Row, rows

_PURPOSES = """SELECT * FROM plan_purpose WHERE campaign_id = ?
ORDER BY plan_year NULLS LAST, plan_date NULLS LAST, plan_number, plan_document_id, carried_out_document_id"""
_GAPS = """SELECT gap.*, section.path FROM plan_gap AS gap
LEFT JOIN section ON section.section_id = gap.section_id
LEFT JOIN agency ON agency.campaign_id = gap.campaign_id AND agency.agency_code = gap.agency_code
WHERE gap.campaign_id = ? ORDER BY agency.seq NULLS LAST, gap.agency_code, gap.gap_id"""


def add_purposes(book: Book, con: duckdb.DuckDBPyConnection, facts: Facts) -> None:
    """Sheet 2c: each plan with the documents that its subject names, and where that is printed."""
    columns = [
        STT, Column("Kế hoạch", 34), Column("Ngày", 13), Column("Cơ quan ban hành", 34),
        Column("Quan hệ", 24), Column("Văn bản nêu trong trích yếu", 34), Column("Ngày văn bản", 13),
        Column("Báo cáo làm căn cứ", 34), Column("Trang", 8, True), Column("Như in", 60),
    ]  # fmt: skip
    names = facts.names
    found = (
        (
            _titled(row["plan_type"], row["plan_number"]), table_date(row["plan_date"]),
            names.get(row["plan_agency_code"] or "", ""), row["relation_text"],
            _titled(row["type"], row["number"]) or row["surface"], table_date(row["date"]),
            names.get(row["agency_code"] or "", ""), row["page"],
            _printed(row),
        )
        for row in rows(con, _PURPOSES, facts.campaign.campaign_id)
    )  # fmt: skip
    note = (
        "Theo trích yếu của kế hoạch như báo cáo viện dẫn; kế hoạch không nêu văn bản nào thì không có ở đây."
    )
    book.sheet("2c. Kế hoạch thực hiện", "Kế hoạch để thực hiện văn bản nào", columns, numbered(found), note)


def add_gaps(book: Book, con: duckdb.DuckDBPyConnection, facts: Facts) -> None:
    """Sheet 2d: sentences that say plans are issued every year, with the years not seen."""
    columns = [
        STT, Column("Cơ quan, đơn vị", 42), Column("Mục của báo cáo", 16), Column("Trang", 8, True),
        Column("Trích nguyên văn", 70), Column("Các năm có kế hoạch", 26),
        Column("Các năm chưa thấy", 26), Column("Nội dung lưu ý", 60),
    ]  # fmt: skip
    found = (
        (
            facts.names.get(row["agency_code"] or "", row["agency_code"]), row["path"], row["page"],
            row["quote"], row["years_given"], row["years_missing"], row["message"],
        )
        for row in rows(con, _GAPS, facts.campaign.campaign_id)
    )  # fmt: skip
    note = (
        "Để lưu ý khi tổng hợp: báo cáo nêu hằng năm có kế hoạch và viện dẫn từ hai kế hoạch của cơ quan "
        "trở lên; không xét báo cáo đọc từ bản quét."
    )
    book.sheet("2d. Kế hoạch hằng năm", "Các năm chưa thấy viện dẫn kế hoạch", columns, numbered(found), note)


def _titled(kind: str | None, number: str | None) -> str:
    return " số ".join(part for part in (kind, number) if part) if number else kind or ""


def _printed(row: Row) -> str:
    parts = [part for part in (row["plan_surface"], row["plan_subject"]) if part]
    return ": ".join(parts)
