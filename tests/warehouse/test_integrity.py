# ruff: noqa: E501 - one damage a line
"""The warehouse against itself: every id leads somewhere, every quote stands where it says."""

from __future__ import annotations

import re

import pytest
from warehouse_factory import frames, good_report, make_campaign, warehouse

from extract.model import Section
from warehouse import loading, schema, store
from warehouse.integrity import checks, links
from warehouse.tables import TABLES

CAMPAIGN = "vtlt-2026"
_FREE = re.compile(r"(?:run_id|since_run_id|arrival_number)$")
"""Ids of runs: the runs of the past are not all kept."""


def _verdicts(con, name):
    check = next(check for check in checks(CAMPAIGN) if check.id == name)
    return [row for row in con.execute(check.sql).fetchall() if row[0] != "pass"]


def test_every_id_of_every_table_is_followed():
    followed = {(table, column) for table, column, *_ in links()}
    for table in TABLES:
        for column in table.columns:
            if re.search(r"(?:_id|_id_a|_id_b|agency_code\w*|nested_in|belongs_to)$", column.name):
                own = (table.name, column.name) in {(other, key) for _, _, other, key, _ in links()} or (
                    column.name,
                ) == table.keys
                known = (table.name, column.name) in followed or own or _FREE.search(column.name)
                assert known or table.name == "change", (table.name, column.name)


@pytest.fixture
def plans():
    """One report with a plan that carries out another document, and a sentence on yearly plans."""
    report = good_report("cq0")
    report.part("V.1").text += (
        "\nHằng năm, cơ quan đều ban hành kế hoạch. Đã có Kế hoạch số 15/KH-UBND ngày 10/02/2025 thực hiện "
        "Chỉ thị số 35/CT-TTg ngày 07/9/2017 của Thủ tướng Chính phủ về tăng cường công tác lập hồ sơ."
    )
    con = warehouse(make_campaign(["cq0"]), [report])
    yield con
    con.close()


def test_a_sound_warehouse_passes_all(plans):
    assert plans.execute("SELECT count(*) FROM plan_carries_out").fetchone()[0] > 0
    for check in checks(CAMPAIGN):
        assert [row for row in plans.execute(check.sql).fetchall() if row[0] != "pass"] == [], check.id


@pytest.mark.parametrize(
    ("damage", "check"),
    [
        ("UPDATE plan_carries_out SET carried_out_document_id = 'khong'", "links_whole"),
        ("UPDATE plan_carries_out SET citation_id = (SELECT min(citation_id) FROM citation WHERE nested_in IS NULL)",
         "plans_cited"),
        ("INSERT INTO plan_gap (gap_id, campaign_id, section_id) VALUES ('g', 'vtlt-2026', 'khong')", "links_whole"),
        ("INSERT INTO plan_gap (gap_id, campaign_id, section_id, quote, char_start, char_end) "
         "SELECT 'g', campaign_id, section_id, 'không có câu này', 0, 16 FROM section LIMIT 1", "plan_gaps_in_text"),
        ("INSERT INTO annex (annex_id, campaign_id, submission_id) VALUES ('p', 'vtlt-2026', 'khong')", "links_whole"),
        ("UPDATE figure SET agency_code = 'khong'", "links_whole"),
        ("UPDATE section SET outline_path = 'IX.9'", "links_whole"),
    ],
)  # fmt: skip
def test_damage_is_found(plans, damage, check):
    plans.execute(damage)
    assert _verdicts(plans, check)


def _with_annex(document):
    document.annexes = [
        Section(
            marker="",
            level=1,
            path=[],
            title="Danh mục hồ sơ tiêu biểu",
            text="Hồ sơ Đập Tràn, hộp 12.",
            page=9,
        )
    ]
    document.tables = [[["STT", "Hộp"], ["1", "12"]]]
    document.table_places, document.table_annexes = [None], [0]


def test_an_annex_is_stored_searched_and_answers_no_item():
    report = good_report("cq0")
    report.tweak = _with_annex
    con = warehouse(make_campaign(["cq0"]), [report])
    assert con.execute("SELECT part, title, page FROM tim('dap tran')").fetchall() == [
        ("phụ lục", "Danh mục hồ sơ tiêu biểu", 9)
    ]
    assert con.execute("SELECT count(*) FROM tim_moi('hop dap tran')").fetchone() == (1,)
    table = "SELECT a.title, t.page FROM report_table AS t JOIN annex AS a USING (annex_id)"
    assert con.execute(table).fetchall() == [("Danh mục hồ sơ tiêu biểu", 9)]
    plain = warehouse(make_campaign(["cq0"]), [good_report("cq0")])
    cover = "SELECT outline_path, status, words FROM coverage ORDER BY 1"
    assert con.execute(cover).fetchall() == plain.execute(cover).fetchall()
    con.close()
    plain.close()


def test_a_warehouse_of_before_gains_the_table_and_the_column(tmp_path):
    path = tmp_path / "cu.duckdb"
    campaign, report = make_campaign(["cq0"]), good_report("cq0")
    report.tweak = _with_annex
    with store.connect(path) as con:
        schema.create(con)
        con.execute("DROP VIEW search_text; DROP TABLE annex; ALTER TABLE report_table DROP COLUMN annex_id")
    with store.connect(path) as con:
        schema.create(con)
        loading.load(con, frames(campaign, [report]))
        assert con.execute("SELECT count(*) FROM annex").fetchone() == (1,)
        assert con.execute("SELECT count(annex_id) FROM report_table").fetchone() == (1,)


def test_a_quote_stands_in_its_section_or_in_a_note_of_it():
    campaign = make_campaign(["cq0"])
    con = warehouse(campaign, [good_report("cq0")])
    long = "SELECT section_id, text FROM section WHERE length(text) > 60 LIMIT 1"
    section, text = con.execute(long).fetchone()
    note = "INSERT INTO footnote (footnote_id, campaign_id, section_id, text) VALUES ('f', ?, ?, ?)"
    con.execute(note, [campaign.id, section, "Số liệu tính đến ngày 30/11."])
    quotes = {"a": text[10:50], "b": "tính đến ngày 30/11", "c": "chữ không có ở đó"}
    columns = "statement_id, seq, campaign_id, section_id, quote"
    source = f"INSERT INTO statement_source ({columns}) VALUES (?, 1, ?, ?, ?)"
    for name, quote in quotes.items():
        con.execute(source, [name, campaign.id, section, quote])
    (check,) = (one for one in checks(campaign.id) if one.id == "quotes_in_text")
    found = {place: (verdict, detail) for verdict, place, detail in con.execute(check.sql).fetchall()}
    assert found == {"a": ("pass", None), "b": ("pass", quotes["b"]), "c": ("fail", quotes["c"])}
    con.close()
