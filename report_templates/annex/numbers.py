"""Sheets of figures and of contradictions: sums with their coverage, figures as printed, both sides."""

from __future__ import annotations

import json
from collections.abc import Sequence

from report_templates.annex.book import Book, Cell, Column
from report_templates.annex.sheets import STT, Connection, Kinds, add_statements, numbered, quotes
from report_templates.provincial.data import Facts
from report_templates.provincial.sentences import read_sentences
from report_templates.shared.query import rows, stream

_FIGURES = """
SELECT f.*, s.outline_path, s.path FROM figure AS f
JOIN submission AS m ON m.submission_id = f.submission_id AND m.is_current AND m.status = 'read'
LEFT JOIN section AS s ON s.section_id = f.section_id
LEFT JOIN agency AS a ON a.campaign_id = f.campaign_id AND a.agency_code = f.agency_code
WHERE f.campaign_id = ?
ORDER BY a.seq NULLS LAST, f.agency_code, s.seq, f.char_start, f.figure_id
"""

_SUMS = Kinds("4. Số liệu", "Số liệu cộng được (cùng đơn vị tính, cùng kỳ)", ("figure",), "Chỉ tiêu")


def add_figures(book: Book, con: Connection, facts: Facts) -> None:
    """Sheet 4: sums with their coverage; sheet 4b: every figure as printed."""
    add_statements(book, con, facts, _SUMS)
    columns = [
        STT, Column("Cơ quan, đơn vị", 42), Column("Mục đề cương", 13), Column("Như in", 40),
        Column("Giá trị", 14, True),
        Column("Đơn vị tính", 18), Column("Từ hạn định", 12), Column("Kỳ số liệu", 16), Column("Trang", 8,
        True),
    ]  # fmt: skip
    names = facts.names
    found = (
        (
            names.get(row["agency_code"], row["agency_code"]), row["outline_path"] or row["path"],
            row["text"],
            row["value"], row["unit"], row["qualifier"], row["period"], row["page"],
        )
        for row in stream(con, _FIGURES, facts.campaign.campaign_id)
    )  # fmt: skip
    book.sheet("4b. Số liệu gốc", "Số liệu như in trong báo cáo", columns, numbered(found))


def add_conflicts(book: Book, con: Connection, facts: Facts) -> None:
    """Sheet 8: figures that could not be summed and documents dated differently; both sides shown."""
    columns = [STT, Column("Loại", 26), Column("Mục", 12), Column("Nội dung", 90), Column("Các bên", 90)]
    found: list[Sequence[Cell]] = [
        ("Số liệu chưa cộng", one.path, one.text, quotes(one, 8))
        for one in read_sentences(con, facts.campaign.campaign_id, facts.names, kinds=("note",))
        if one.group == "số liệu chưa cộng"
    ]
    sql = """SELECT * FROM cited_document WHERE campaign_id = ? AND conflicts IS NOT NULL
    ORDER BY type, number, year, cited_document_id"""
    for row in rows(con, sql, facts.campaign.campaign_id):
        sides = _sides(row["conflicts"], facts.names)
        if sides:
            title = " ".join(part for part in (row["type"], row["number"]) if part)
            found.append(("Ngày văn bản khác nhau", "", f"{title}: các báo cáo ghi ngày khác nhau.", sides))
    sql = """SELECT * FROM finding WHERE campaign_id = ? AND rule = 'citation_conflict'
    ORDER BY agency_code, finding_id"""
    for row in rows(con, sql, facts.campaign.campaign_id):
        who = facts.names.get(row["agency_code"] or "", "")
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
