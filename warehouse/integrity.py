"""Checks of the warehouse itself, as queries of the same shape as the rules: a row, its verdict.

They guard the program, not the agencies: a failing row here is a fault of ours.
"""

# ruff: noqa: S608 - names come from tables

from __future__ import annotations

from dataclasses import dataclass

from warehouse.schema import ident, literal
from warehouse.tables import TABLES

_POINTS = {
    # column of any table: the table and column it points to
    "campaign_id": ("campaign", "campaign_id"),
    "submission_id": ("submission", "submission_id"),
    "submission_id_a": ("submission", "submission_id"),
    "submission_id_b": ("submission", "submission_id"),
    "belongs_to": ("submission", "submission_id"),
    "section_id": ("section", "section_id"),
    "section_id_a": ("section", "section_id"),
    "section_id_b": ("section", "section_id"),
    "parent_id": ("section", "section_id"),
    "annex_id": ("annex", "annex_id"),
    "citation_id": ("citation", "citation_id"),
    "nested_in": ("citation", "citation_id"),
    "cited_document_id": ("cited_document", "cited_document_id"),
    "plan_document_id": ("cited_document", "cited_document_id"),
    "carried_out_document_id": ("cited_document", "cited_document_id"),
    "table_id": ("report_table", "table_id"),
    "statement_id": ("statement", "statement_id"),
}
_WITHIN = {
    # the same, inside one campaign
    "agency_code": ("agency", "agency_code"),
    "agency_code_a": ("agency", "agency_code"),
    "agency_code_b": ("agency", "agency_code"),
    "issuer_agency_code": ("agency", "agency_code"),
    "outline_path": ("outline_item", "outline_path"),
    "parent_path": ("outline_item", "outline_path"),
}
_OF_THE_PAST = frozenset({"change"})
"""Tables that speak of rows that may be gone."""
_STATUSES = ("read", "superseded", "duplicate", "annex", "wrong_campaign", "unmatched", "secret", "unread")


@dataclass(frozen=True, slots=True)
class Check:
    """A check; its query returns verdict, place (what failed, for people) and detail.

    Checks of suite `integrity` guard the whole; those that concern single rows stand in the suite
    of their subject: one misplaced figure must not stop a run.
    """

    id: str
    about: str
    sql: str
    suite: str = "integrity"
    severity: str = "error"


def checks(campaign_id: str) -> tuple[Check, ...]:
    """All checks, restricted to one campaign."""
    where = f"campaign_id = {literal(campaign_id)}"
    return (
        Check("keys_unique", "Khóa của mỗi bảng không lặp, không trống", _keys(where)),
        Check("links_whole", "Dòng nào cũng trỏ tới dòng có thật", _links(where)),
        Check("files_accounted", "Mỗi tệp có đúng một tình trạng thuộc danh mục", _statuses(where)),
        Check("one_current", "Mỗi cơ quan có nhiều nhất một báo cáo đang dùng", _one_current(where)),
        Check("coverage_whole", "Mỗi báo cáo được xét đủ các mục của đề cương", _coverage(where)),
        Check(
            "citations_in_text",
            "Viện dẫn nằm đúng vị trí ghi trong nội dung mục",
            _spans(where, "citation", "surface"),
            "citations",
            "warning",
        ),
        Check(
            "figures_in_text",
            "Số liệu nằm đúng vị trí ghi trong nội dung mục",
            _spans(where, "figure", "text"),
            "content",
            "warning",
        ),
        Check(
            "quotes_in_text", "Đoạn trích của báo cáo tổng hợp có nguyên văn trong báo cáo", _quotes(where)
        ),
        Check(
            "plan_gaps_in_text",
            "Câu nêu hằng năm có kế hoạch nằm đúng vị trí ghi trong nội dung mục",
            _spans(where, "plan_gap", "quote", "gap_id"),
            "citations",
            "warning",
        ),
        Check("plans_cited", "Quan hệ giữa kế hoạch và văn bản có lần viện dẫn làm căn cứ", _plans(where)),
        Check("statements_sourced", "Câu nào của báo cáo tổng hợp cũng có căn cứ", _sourced(where)),
        Check("secret_kept_out", "Không lưu nội dung của tệp có dấu mật", _secret(where)),
    )


def _verdict(condition: str) -> str:
    return f"CASE WHEN {condition} THEN 'pass' ELSE 'fail' END AS verdict"


def _keys(where: str) -> str:
    parts = []
    for table in TABLES:
        keys = ", ".join(ident(key) for key in table.keys)
        parts.append(
            f"SELECT {_verdict('rows = keys')}, {literal(table.name)} AS place, "
            "rows || ' dòng, ' || keys || ' khóa' AS detail FROM (SELECT "
            f"(SELECT count(*) FROM {ident(table.name)} WHERE {where}) AS rows, "
            f"(SELECT count(*) FROM (SELECT DISTINCT {keys} FROM {ident(table.name)} WHERE {where})) AS keys)"
        )
    return " UNION ALL ".join(parts)


def links() -> list[tuple[str, str, str, str, bool]]:
    """Return (table, column, table pointed to, its column, inside one campaign) of all that lead on."""
    found = []
    for table in TABLES:
        for column in table.columns:
            for points, within in ((_POINTS, False), (_WITHIN, True)):
                other, key = points.get(column.name, ("", ""))
                own_key = (table.name, column.name) == (other, key)
                past = table.name in _OF_THE_PAST and column.name != "campaign_id"
                if other and not own_key and not past:
                    found.append((table.name, column.name, other, key, within))
    return found


def _links(where: str) -> str:
    parts = [
        f"SELECT {_verdict('orphans = 0')}, {literal(f'{table}.{column} → {other}')} AS place, "
        "orphans || ' dòng không có gốc' AS detail FROM "
        f"(SELECT count(*) AS orphans FROM {ident(table)} AS t "
        f"WHERE t.{where} AND t.{ident(column)} <> '' AND NOT EXISTS "
        f"(SELECT 1 FROM {ident(other)} AS o WHERE o.{ident(key)} = t.{ident(column)}"
        f"{' AND o.campaign_id = t.campaign_id' if within else ''}))"
        for table, column, other, key, within in links()
    ]
    return " UNION ALL ".join(parts)


def _statuses(where: str) -> str:
    known = ", ".join(literal(status) for status in _STATUSES)
    return (
        f"SELECT {_verdict(f'coalesce(status IN ({known}), false)')}, file_name AS place, status AS detail "
        f"FROM submission WHERE {where}"
    )


def _one_current(where: str) -> str:
    return (
        f"SELECT {_verdict('n <= 1')}, agency_code AS place, n || ' báo cáo đang dùng' AS detail FROM "
        f"(SELECT agency_code, count(*) FILTER (is_current) AS n FROM submission "
        f"WHERE {where} AND agency_code IS NOT NULL GROUP BY agency_code)"
    )


def _coverage(where: str) -> str:
    return (
        f"SELECT {_verdict('n = items')}, agency_code AS place, n || '/' || items || ' mục' AS detail FROM "
        f"(SELECT agency_code, count(*) AS n, (SELECT count(*) FROM outline_item WHERE {where}) AS items "
        f"FROM coverage WHERE {where} GROUP BY agency_code)"
    )


def _spans(where: str, table: str, column: str, key: str = "") -> str:
    place = "AND t.place = 'text'" if table == "citation" else ""
    found = f"substring(s.text, t.char_start + 1, t.char_end - t.char_start) = t.{column}"
    return (
        f"SELECT {_verdict(found)}, t.{key or table + '_id'} AS place, t.{column} AS detail "
        f"FROM {table} AS t "
        f"JOIN section AS s ON s.section_id = t.section_id "
        f"WHERE t.{where} AND t.char_end > t.char_start AND t.{column} IS NOT NULL {place}"
    )


def _plans(where: str) -> str:
    """Each relation rests on a citation of the document carried out, inside one of the plan."""
    found = (
        "EXISTS (SELECT 1 FROM citation AS c JOIN citation AS plan ON plan.citation_id = c.nested_in "
        "WHERE c.citation_id = t.citation_id AND c.cited_document_id = t.carried_out_document_id "
        "AND plan.cited_document_id = t.plan_document_id)"
    )
    return (
        f"SELECT {_verdict(found)}, t.plan_document_id AS place, t.carried_out_document_id AS detail "
        f"FROM plan_carries_out AS t WHERE t.{where}"
    )


def _quotes(where: str) -> str:
    """Quotes not found in their section are looked for in its notes; only these are carried on."""
    held = "contains(concat_ws(chr(10), s.title, s.text), q.quote)"
    found = (
        "held OR EXISTS (SELECT 1 FROM footnote AS f "
        "WHERE f.section_id = looked.section_id AND contains(f.text, looked.quote))"
    )
    return (
        f"WITH looked AS MATERIALIZED (SELECT q.statement_id, q.section_id, {held} AS held, "
        f"CASE WHEN NOT {held} THEN q.quote END AS quote FROM statement_source AS q "
        f"JOIN section AS s ON s.section_id = q.section_id WHERE q.{where} AND q.quote <> '') "
        f"SELECT {_verdict(found)}, statement_id AS place, quote AS detail FROM looked"
    )


def _sourced(where: str) -> str:
    found = "EXISTS (SELECT 1 FROM statement_source AS q WHERE q.statement_id = t.statement_id)"
    return (
        f"SELECT {_verdict(found)}, t.statement_id AS place, t.text AS detail FROM statement AS t "
        f"WHERE t.{where}"
    )


def _secret(where: str) -> str:
    kept_out = (
        "t.status <> 'secret' OR NOT EXISTS (SELECT 1 FROM section AS s "
        "WHERE s.submission_id = t.submission_id)"
    )
    return (
        f"SELECT {_verdict(kept_out)}, t.file_name AS place, NULL AS detail FROM submission AS t "
        f"WHERE t.{where}"
    )
