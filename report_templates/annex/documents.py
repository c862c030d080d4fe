"""Sheets of documents: the register of those issued and cited, and plans by agency and year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from report_templates.annex import labels
from report_templates.annex.book import Book, Column
from report_templates.annex.labels import label
from report_templates.annex.sheets import STT, Connection, numbered
from report_templates.provincial.data import Facts
from report_templates.shared.format import table_date
from report_templates.shared.query import Row, rows


def add_documents(book: Book, con: Connection, facts: Facts) -> None:
    """Sheet 2: register of documents issued and cited; sheet 2b: plans by agency and year, with gaps."""
    campaign, names = facts.campaign.campaign_id, facts.names
    columns = [
        STT, Column("Cấp", 12), Column("Loại", 16), Column("Số, ký hiệu", 26), Column("Ngày", 13),
        Column("Năm", 8),
        Column("Cơ quan ban hành", 30), Column("Trích yếu", 60), Column("Số cơ quan viện dẫn", 11, True),
        Column("Số lần viện dẫn", 11, True), Column("Ghi chú", 24),
    ]  # fmt: skip
    sql = """SELECT * FROM cited_document WHERE campaign_id = ?
    ORDER BY CASE level WHEN 'trung_uong' THEN 1 WHEN 'tinh' THEN 2 WHEN 'don_vi' THEN 3 ELSE 4 END,
             year NULLS LAST, date NULLS LAST, type, number, cited_document_id"""
    documents = rows(con, sql, campaign)
    found = (
        (
            label(labels.LEVELS, row["level"]), row["type"], row["number"], table_date(row["date"]),
            str(row["year"] or ""), names.get(row["issuer_agency_code"] or "", row["issuer"] or ""),
            row["subject"],
            row["agencies"], row["mentions"],
            "" if row["resolution"] != "undecided" else "chưa xác định được văn bản",
        )
        for row in documents
    )  # fmt: skip
    book.sheet("2. Văn bản", "Văn bản đã ban hành và được viện dẫn", columns, numbered(found))
    _plans(book, con, facts, documents)


def _plans(book: Book, con: Connection, facts: Facts, documents: Sequence[Row]) -> None:
    """Agency × year: numbers of the agency's own documents; a year of the period without any is marked."""
    period = rows(
        con, "SELECT period_from, period_to FROM campaign WHERE campaign_id = ?", facts.campaign.campaign_id
    )
    own = [row for row in documents if row["issuer_agency_code"] and row["year"]]
    years = _years(period[0]["period_from"], period[0]["period_to"], [row["year"] for row in own])
    issued: dict[tuple[str, int], list[str]] = {}
    for row in own:
        issued.setdefault((row["issuer_agency_code"], row["year"]), []).append(
            row["number"] or row["type"] or ""
        )
    columns = [
        STT,
        Column("Cơ quan, đơn vị", 42),
        *(Column(str(year), 22) for year in years),
        Column("Năm chưa thấy", 30),
    ]
    found = []
    for agency in facts.agencies:
        cells = ["; ".join(sorted(issued.get((agency.code, year), []))) for year in years]
        if any(cells):
            gaps = ", ".join(str(year) for year, cell in zip(years, cells, strict=True) if not cell)
            found.append((agency.name, *cells, gaps))
    note = "Văn bản do chính cơ quan ban hành, theo báo cáo; năm trống là chưa thấy nêu trong báo cáo."
    book.sheet(
        "2b. Kế hoạch theo năm", "Văn bản của cơ quan, đơn vị theo năm", columns, numbered(found), note
    )


def _years(start: date | None, end: date | None, seen: Sequence[int]) -> list[int]:
    if start and end:
        return list(range(start.year, end.year + 1))[:40]
    return sorted(set(seen))[-40:]
