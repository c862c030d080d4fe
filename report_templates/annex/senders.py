"""Sheets about who sent what: agencies, files that stand outside, decisions of officers."""

from __future__ import annotations

from report_templates.annex import labels
from report_templates.annex.book import Book, Column
from report_templates.annex.labels import label
from report_templates.annex.sheets import STT, Connection, numbered
from report_templates.provincial.data import Facts
from report_templates.shared.format import table_date, table_moment
from report_templates.shared.query import Row, rows

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


def add_agencies(book: Book, con: Connection, facts: Facts) -> None:
    """Sheet 1: every agency of the list with what came from it and when."""
    columns = [
        STT, Column("Mã", 12), Column("Cơ quan, đơn vị", 42), Column("Loại", 22),
        Column("Số, ký hiệu văn bản", 24),
        Column("Ngày văn bản", 14), Column("Thời điểm nhận", 18), Column("Tình trạng", 26),
        Column("Lần gửi", 9, True),
        Column("Số mục có nội dung", 12, True), Column("Số mục của đề cương", 12, True),
        Column("Mục chưa thấy", 34),
    ]  # fmt: skip
    campaign = facts.campaign.campaign_id
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


def add_unread(book: Book, con: Connection, facts: Facts) -> None:
    """Sheet 9: every file that stands outside or is used in part, with the reason and what to do."""
    columns = [
        STT, Column("Tệp", 60), Column("Cơ quan, đơn vị", 42), Column("Tình trạng", 30), Column("Lý do", 50),
        Column("Việc cần làm", 60),
    ]  # fmt: skip
    sql = """SELECT * FROM submission WHERE campaign_id = ?
      AND (status NOT IN ('read', 'superseded', 'annex') OR reason_code IN ('supplement', 'correction'))
    ORDER BY status, file_name, submission_id"""
    found = (
        (
            row["file_name"], facts.names.get(row["agency_code"] or "", row["agency_candidates"] or ""),
            label(labels.ADDED if row["status"] == "annex" else labels.STATUS,
                  row["reason_code"] if row["status"] == "annex" else row["status"]),
            row["reason"], row["advice"],
        )
        for row in rows(con, sql, facts.campaign.campaign_id)
    )  # fmt: skip
    book.sheet(
        "9. Tệp không đọc được", "Tệp không đọc được hoặc chưa đưa vào tổng hợp", columns, numbered(found)
    )


def add_overrides(book: Book, con: Connection, facts: Facts) -> None:
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
        for row in rows(con, sql, facts.campaign.campaign_id)
    )  # fmt: skip
    book.sheet("11. Điều chỉnh", "Điều chỉnh của cán bộ", columns, numbered(found))
