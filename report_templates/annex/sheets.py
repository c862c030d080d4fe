"""Rows of the annex sheets, in the order of the workbook."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import duckdb

from report_templates.annex import labels
from report_templates.annex.book import Book, Cell, Column
from report_templates.annex.labels import label
from report_templates.provincial.data import Report, Sentence, Source
from report_templates.shared.format import table_date, table_moment
from report_templates.shared.query import Row, rows

Connection = duckdb.DuckDBPyConnection
STT = Column("STT", 6, True)


def numbered(found: Iterable[Sequence[Cell]]) -> Iterator[list[Cell]]:
    """Put a running number before each row."""
    for place, row in enumerate(found, start=1):
        yield [place, *row]


def add_changes(book: Book, report: Report) -> None:
    """Sheet 0: who came in, which sentences, counts and figures moved."""
    columns = [
        STT, Column("Loại thay đổi", 22), Column("Mục", 12), Column("Nội dung", 60), Column("Trước", 60),
        Column("Nay", 60),
    ]  # fmt: skip
    found = [
        (label(labels.CHANGES, one.kind), one.outline_path, one.message, one.before, one.after)
        for one in report.moved
    ]
    note = "" if found else "Không có thay đổi so với lần chạy trước, hoặc đây là lần chạy đầu."
    book.sheet("0. Thay đổi", "Thay đổi so với lần trước", columns, numbered(found), note)


_AGENCIES = """
SELECT a.agency_code, a.name, a.kind, a.required, a.deadline, s.received_at, s.is_late, s.status, s.version,
       s.file_name, d.number, d.date
FROM agency AS a
LEFT JOIN (
    SELECT * FROM submission WHERE agency_code IS NOT NULL AND status <> 'unmatched'
    QUALIFY row_number() OVER (
        PARTITION BY campaign_id, agency_code
        ORDER BY (is_current AND status = 'read') DESC, received_at DESC, submission_id
    ) = 1
) AS s ON s.campaign_id = a.campaign_id AND s.agency_code = a.agency_code
LEFT JOIN document AS d ON d.submission_id = s.submission_id
WHERE a.campaign_id = ?
ORDER BY a.seq NULLS LAST, a.agency_code
"""
_COVERAGE = """
SELECT v.agency_code, count(*) AS items,
       count(*) FILTER (v.status IN ('present', 'merged', 'thin')) AS told,
       string_agg(v.outline_path, ', ' ORDER BY o.seq) FILTER (v.status IN ('missing', 'empty')) AS lacking
FROM coverage AS v
JOIN outline_item AS o ON o.campaign_id = v.campaign_id AND o.outline_path = v.outline_path
WHERE v.campaign_id = ? AND o.is_leaf
GROUP BY v.agency_code
"""


def add_agencies(book: Book, con: Connection, report: Report) -> None:
    """Sheet 1: every agency of the list with what came from it and when."""
    columns = [
        STT, Column("Mã", 12), Column("Cơ quan, đơn vị", 42), Column("Loại", 22),
        Column("Số, ký hiệu văn bản", 24),
        Column("Ngày văn bản", 14), Column("Thời điểm nhận", 18), Column("Tình trạng", 26),
        Column("Lần gửi", 9, True),
        Column("Số mục có nội dung", 12, True), Column("Số mục của đề cương", 12, True),
        Column("Mục chưa thấy", 34),
    ]  # fmt: skip
    campaign = report.campaign.campaign_id
    covered = {row["agency_code"]: row for row in rows(con, _COVERAGE, campaign)}
    found = []
    for row in rows(con, _AGENCIES, campaign):
        cover = covered.get(row["agency_code"]) if row["status"] == "read" else None
        found.append(
            (
                row["agency_code"], row["name"], label(labels.KINDS, row["kind"]), row["number"],
                table_date(row["date"]), table_moment(row["received_at"]), _state(row), row["version"],
                cover["told"] if cover else None, cover["items"] if cover else None,
                (cover["lacking"] or "") if cover else "",
            )
        )  # fmt: skip
    book.sheet(
        "1. Danh sách đơn vị", "Danh sách cơ quan, đơn vị và tình hình gửi báo cáo", columns, numbered(found)
    )


def _state(row: Row) -> str:
    if row["status"] is None:
        return "Chưa gửi" if row["required"] is not False else "Chưa gửi (không bắt buộc)"
    if row["status"] != "read":
        return label(labels.STATUS, row["status"])
    return {True: "Gửi sau hạn", False: "Đúng hạn"}.get(row["is_late"], "Đã gửi")


def add_documents(book: Book, con: Connection, report: Report) -> None:
    """Sheet 2: register of documents issued and cited; sheet 2b: plans by agency and year, with gaps."""
    campaign, names = report.campaign.campaign_id, report.names
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
    _plans(book, con, report, documents)


def _plans(book: Book, con: Connection, report: Report, documents: Sequence[Row]) -> None:
    """Agency × year: numbers of the agency's own documents; a year of the period without any is marked."""
    period = rows(
        con, "SELECT period_from, period_to FROM campaign WHERE campaign_id = ?", report.campaign.campaign_id
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
    for agency in report.agencies:
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


def add_statements(
    book: Book, report: Report, name: str, title: str, *, kinds: Sequence[str], group: str
) -> None:
    """Write statements of some kinds with the agencies behind them and the quotes, in report order."""
    columns = [
        STT, Column("Mục", 10), Column(group, 26), Column("Nội dung", 70), Column("Số cơ quan", 9, True),
        Column("Cơ quan, đơn vị", 44), Column("Trích nguyên văn", 70), Column("Mã câu", 11),
    ]  # fmt: skip
    found = (
        (
            part.path, one.group or label(labels.STATEMENTS, one.kind), one.text, one.agencies,
            "; ".join(dict.fromkeys(source.agency for source in one.sources)), _quotes(one), one.id[:8],
        )
        for part in report.parts
        for one in part.sentences
        if one.kind in kinds
    )  # fmt: skip
    book.sheet(name, title, columns, numbered(found))


def _quotes(sentence: Sentence, shown: int = 3) -> str:
    lines = [
        f"{_where(source)}: “{' '.join(source.quote.split())}”"
        for source in sentence.sources[:shown]
        if source.quote
    ]
    rest = sum(bool(source.quote) for source in sentence.sources[shown:])
    return "\n".join([*lines, f"(còn {rest} trích dẫn, xem trang 10)"] if rest else lines)


def _where(source: Source) -> str:
    return f"{source.agency}, trang {source.page}" if source.page else source.agency


_FIGURES = """
SELECT f.*, s.outline_path, s.path FROM figure AS f
JOIN submission AS m ON m.submission_id = f.submission_id AND m.is_current AND m.status = 'read'
LEFT JOIN section AS s ON s.section_id = f.section_id
LEFT JOIN agency AS a ON a.campaign_id = f.campaign_id AND a.agency_code = f.agency_code
WHERE f.campaign_id = ?
ORDER BY a.seq NULLS LAST, f.agency_code, s.seq, f.char_start, f.figure_id
"""


def add_figures(book: Book, con: Connection, report: Report) -> None:
    """Sheet 4: sums with their coverage; sheet 4b: every figure as printed."""
    add_statements(
        book,
        report,
        "4. Số liệu",
        "Số liệu cộng được (cùng đơn vị tính, cùng kỳ)",
        kinds=("figure",),
        group="Chỉ tiêu",
    )
    columns = [
        STT, Column("Cơ quan, đơn vị", 42), Column("Mục đề cương", 13), Column("Như in", 40),
        Column("Giá trị", 14, True),
        Column("Đơn vị tính", 18), Column("Từ hạn định", 12), Column("Kỳ số liệu", 16), Column("Trang", 8,
        True),
    ]  # fmt: skip
    names = report.names
    found = (
        (
            names.get(row["agency_code"], row["agency_code"]), row["outline_path"] or row["path"],
            row["text"],
            row["value"], row["unit"], row["qualifier"], row["period"], row["page"],
        )
        for row in rows(con, _FIGURES, report.campaign.campaign_id)
    )  # fmt: skip
    book.sheet("4b. Số liệu gốc", "Số liệu như in trong báo cáo", columns, numbered(found))


def add_conflicts(book: Book, con: Connection, report: Report) -> None:
    """Sheet 8: figures that could not be summed and documents dated differently; both sides shown."""
    columns = [STT, Column("Loại", 26), Column("Mục", 12), Column("Nội dung", 90), Column("Các bên", 90)]
    found: list[Sequence[Cell]] = [
        ("Số liệu chưa cộng", part.path, one.text, _quotes(one, 8))
        for part in report.parts
        for one in part.sentences
        if one.kind == "note" and one.group == "số liệu chưa cộng"
    ]
    sql = """SELECT * FROM cited_document WHERE campaign_id = ? AND conflicts IS NOT NULL
    ORDER BY type, number, year, cited_document_id"""
    for row in rows(con, sql, report.campaign.campaign_id):
        sides = _sides(row["conflicts"], report.names)
        if sides:
            title = " ".join(part for part in (row["type"], row["number"]) if part)
            found.append(("Ngày văn bản khác nhau", "", f"{title}: các báo cáo ghi ngày khác nhau.", sides))
    sql = """SELECT * FROM finding WHERE campaign_id = ? AND rule = 'citation_conflict'
    ORDER BY agency_code, finding_id"""
    for row in rows(con, sql, report.campaign.campaign_id):
        who = report.names.get(row["agency_code"] or "", "")
        found.append(("Viện dẫn", row["outline_path"], f"{who}: {row['message']}", row["evidence"]))
    book.sheet("8. Mâu thuẫn", "Nội dung mâu thuẫn, cần cán bộ xem xét", columns, numbered(found))


def _sides(conflicts: str, names: dict[str, str]) -> str:
    """Return the JSON of `cited_document.conflicts` in words, whatever its nesting."""
    try:
        loaded = json.loads(conflicts)
    except ValueError:
        return conflicts
    if isinstance(loaded, dict):
        return "\n".join(f"{key}: {_plain(value, names)}" for key, value in sorted(loaded.items()))
    if isinstance(loaded, list):
        return "\n".join(_plain(value, names) for value in loaded)
    return str(loaded)


def _plain(value: object, names: dict[str, str]) -> str:
    if isinstance(value, list):
        return "; ".join(_plain(one, names) for one in value)
    if isinstance(value, dict):
        return ", ".join(_plain(one, names) for _, one in sorted(value.items()))
    return names.get(str(value), str(value))


def add_unread(book: Book, con: Connection, report: Report) -> None:
    """Sheet 9: every file that stands outside, with the reason and what to do."""
    columns = [
        STT, Column("Tệp", 60), Column("Cơ quan, đơn vị", 42), Column("Tình trạng", 30), Column("Lý do", 50),
        Column("Việc cần làm", 60),
    ]  # fmt: skip
    sql = """SELECT * FROM submission WHERE campaign_id = ? AND status NOT IN ('read', 'superseded', 'annex')
    ORDER BY status, file_name, submission_id"""
    found = (
        (
            row["file_name"], report.names.get(row["agency_code"] or "", row["agency_candidates"] or ""),
            label(labels.STATUS, row["status"]), row["reason"], row["advice"],
        )
        for row in rows(con, sql, report.campaign.campaign_id)
    )  # fmt: skip
    book.sheet(
        "9. Tệp không đọc được", "Tệp không đọc được hoặc chưa đưa vào tổng hợp", columns, numbered(found)
    )


def add_sources(book: Book, report: Report) -> None:
    """Sheet 10: every statement with each of its sources."""
    columns = [
        Column("Mã câu", 11), Column("Mục", 10), Column("Loại câu", 20), Column("Trong báo cáo", 9),
        Column("Câu", 70),
        Column("Cơ quan, đơn vị", 36), Column("Số văn bản", 22), Column("Mục của báo cáo", 16),
        Column("Trang", 8, True),
        Column("Trích nguyên văn", 80),
    ]  # fmt: skip
    found = (
        (
            one.id[:8], part.path, label(labels.STATEMENTS, one.kind),
            "Có" if one.in_report else "Chỉ ở phụ lục",
            one.text, source.agency, source.document, source.place, source.page,
            source.quote or ("(chưa thấy trong báo cáo)" if source.submission_id and part.path else ""),
        )
        for part in report.parts
        for one in part.sentences
        for source in one.sources
    )  # fmt: skip
    book.sheet("10. Nguồn", "Nguồn của từng câu", columns, found)


def add_overrides(book: Book, con: Connection, report: Report) -> None:
    """Sheet 11: what officers decided by hand."""
    columns = [
        STT, Column("Loại", 24), Column("Đối tượng", 60), Column("Giá trị do cán bộ xác định", 40),
        Column("Lý do", 60),
        Column("Đã áp dụng", 12),
    ]  # fmt: skip
    sql = "SELECT * FROM override_applied WHERE campaign_id = ? ORDER BY seq"
    found = (
        (
            label(labels.OVERRIDES, row["kind"]), row["target"], row["value"], row["reason"],
            "Có" if row["applied"] else "Chưa",
        )
        for row in rows(con, sql, report.campaign.campaign_id)
    )  # fmt: skip
    book.sheet("11. Điều chỉnh", "Điều chỉnh của cán bộ", columns, numbered(found))
