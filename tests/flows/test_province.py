"""What the run says of the made-up province is what the province did."""

import hashlib
import json
import os
import re
import shutil
from pathlib import Path

import duckdb
import openpyxl
import pytest
from direct_run import consolidated
from docx import Document

from flows.layout import Layout


def _expected_items(gold):
    # parents without text of their own count through their children
    return {(code, path) for code, paths in gold.answered.items() for path in paths}


def test_every_file_is_accounted_for(province):
    counts = province.summary.counts
    parts = [value for key, value in counts.items() if key != "files"]
    assert sum(parts) == counts["files"] == len(list((province.folder / "inbox").iterdir()))
    rows = province.query("SELECT file_name, status FROM submission")
    assert len(rows) == counts["files"]
    unread = {name for name, status in rows if status == "unread"}
    scans = {f"{code}.pdf" for code in province.gold.scans}
    assert province.gold.unread_files <= unread <= province.gold.unread_files | scans
    assert {name for name, status in rows if status == "superseded"} == province.gold.superseded_files


def test_lateness_and_silence_are_as_they_were(province):
    late = province.query("SELECT agency_code FROM finding WHERE rule = 'late'")
    silent = province.query("SELECT agency_code FROM finding WHERE rule = 'not_submitted'")
    assert {code for (code,) in late} == province.gold.late
    assert {code for (code,) in silent} == province.gold.silent


def test_coverage_is_exactly_what_was_written(province):
    rows = province.query(
        """SELECT agency_code, outline_path, c.status FROM coverage AS c
        JOIN outline_item USING (campaign_id, outline_path) WHERE outline_item.is_leaf"""
    )
    read = {code for code, _, _ in rows}
    present = {(code, path) for code, path, status in rows if status in ("present", "merged")}
    expected = {pair for pair in _expected_items(province.gold) if pair[0] in read}
    scans = {pair for pair in expected if pair[0] in province.gold.scans}
    assert expected - scans <= present  # OCR may leave an item open, never invent one
    assert present <= expected


def test_missing_sections_are_said_once_everywhere(province):
    expected = {("stp", "II.5"), ("stp", "III.2")}
    rows = province.query("SELECT agency_code, outline_path FROM finding WHERE rule = 'missing_section'")
    assert sorted(rows) == sorted(expected)
    letter = json.loads((province.layout.feedback / "stp" / "findings.json").read_text(encoding="utf-8"))
    said = [f["outline_path"] for f in letter["findings"] if f["rule"] == "missing_section"]
    assert sorted(said) == ["II.5", "III.2"]
    table = "\n".join(
        cell.text
        for table in Document(province.layout.feedback / "stp" / "phan-hoi.docx").tables
        for row in table.rows
        for cell in row.cells
    )
    assert "Mô hình, cách làm hiệu quả" in table
    assert "Nguyên nhân" in table


def test_every_statement_has_a_source_and_every_quote_is_printed(province):
    bare = province.query(
        "SELECT count(*) FROM statement WHERE statement_id NOT IN (SELECT statement_id FROM statement_source)"
    )
    assert bare == [(0,)]
    rows = province.query(
        """SELECT s.quote, x.text, s.char_start, s.char_end FROM statement_source AS s
        JOIN section AS x USING (section_id) WHERE s.quote IS NOT NULL AND s.quote <> ''"""
    )
    assert len(rows) > 100
    assert [quote for quote, text, start, end in rows if text[start:end] != quote] == []


def test_sums_in_the_report_are_sums_of_the_facts(province):
    totals = province.query("SELECT text FROM statement WHERE kind = 'figure' AND outline_path = 'II.2'")
    used = {code for (code,) in province.query("SELECT agency_code FROM submission WHERE is_current")}
    readable = used - province.gold.scans
    texts = " ".join(text for (text,) in totals)
    files = [int(province.gold.facts[code]["files"].replace(".", "")) for code in readable]
    shown = {int(n.replace(".", "")) for n in re.findall(r"\d[\d.]*\d", texts)}
    with_scans = sum(
        int(province.gold.facts[code]["files"].replace(".", "")) for code in used & set(province.gold.facts)
    )
    assert sum(files) in shown or with_scans in shown


def test_outputs_of_the_contract_are_there(province):
    out = province.layout.out
    for name in (
        "warehouse.duckdb", "report/tong-hop.docx", "report/tong-hop.html", "report/phu-luc.xlsx",
        "reminders/don-doc.docx", "quality/index.html", "run.json", "export/submission.parquet",
    ):  # fmt: skip
        assert (out / name).stat().st_size > 0, name
    if shutil.which("soffice") or shutil.which("libreoffice"):
        assert (out / "report/tong-hop.pdf").read_bytes().startswith(b"%PDF")
    senders = {p.name for p in (out / "feedback").iterdir()}
    assert senders.isdisjoint(province.gold.silent)
    for code in senders:
        assert {"phan-hoi.docx", "phan-hoi.html", "findings.json"} <= {
            p.name for p in (out / "feedback" / code).iterdir()
        }
    for page in (*out.rglob("*.html"),):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", text), page


def test_annex_lists_every_agency(province):
    book = openpyxl.load_workbook(province.layout.report / "phu-luc.xlsx", read_only=True)
    names = {name for (name,) in province.query("SELECT name FROM agency")}
    cells = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell}
    assert names <= cells


def _state(layout):
    """Rows of every table, in order, and the bytes of what was written."""
    with duckdb.connect(str(layout.warehouse), read_only=True) as con:
        tables = [
            name for (name,) in con.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        ]
        rows = {name: sorted(map(repr, con.execute(f'SELECT * FROM "{name}"').fetchall())) for name in tables}
    files = {}
    for path in sorted(layout.out.rglob("*")):
        kept = path.is_file() and ".tonghop" not in path.parts and "history" not in path.parts
        if kept and path.suffix not in (".duckdb", ".pdf") and path.name != "run.json":
            files[str(path.relative_to(layout.out))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return rows, files


def test_running_twice_changes_no_row_and_no_file(province_copy):
    before = _state(province_copy.layout)
    again = consolidated(province_copy.folder, as_of=None)
    assert _state(province_copy.layout) == before
    assert again.as_of == province_copy.summary.as_of
    assert again.counts == province_copy.summary.counts


def test_an_edited_draft_is_kept_and_the_new_one_lies_beside(province_copy):
    draft = province_copy.layout.report / "tong-hop.docx"
    document = Document(draft)
    document.add_paragraph("Ý kiến của lãnh đạo Sở.")
    document.save(draft)
    edited = draft.read_bytes()
    late = next(iter(province_copy.gold.silent))
    shutil.copy(
        province_copy.folder / "inbox" / "xa-loc-hai.docx", province_copy.folder / "inbox" / f"{late}.docx"
    )
    summary = consolidated(province_copy.folder)
    assert draft.read_bytes() == edited
    assert [Path(path).parent for path in summary.kept] == [draft.parent]
    assert Path(summary.kept[0]).exists()


def test_the_order_of_files_does_not_matter(province, tmp_path):
    moved = tmp_path / "dot"
    shutil.copytree(province.folder, moved, ignore=shutil.ignore_patterns("out"))
    names = sorted((moved / "inbox").iterdir(), reverse=True)
    for path in names:  # same names written again, last first: another order on disk
        data, stat = path.read_bytes(), path.stat()
        path.unlink()
        path.write_bytes(data)
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    consolidated(moved)
    assert _state(Layout(moved / "out"))[1] == _state(province.layout)[1]


def test_a_reader_holding_the_old_snapshot_disturbs_nothing(province_copy):
    reader = duckdb.connect(str(province_copy.layout.warehouse), read_only=True)
    before = reader.execute("SELECT count(*) FROM submission").fetchone()
    (province_copy.folder / "inbox" / "la.bin").write_bytes(b"\x00\x01khong phai van ban")
    summary = consolidated(province_copy.folder)
    assert reader.execute("SELECT count(*) FROM submission").fetchone() == before
    reader.close()
    after = province_copy.query("SELECT count(*) FROM submission")
    assert after == [(before[0] + 1,)]
    assert summary.partial


@pytest.mark.parametrize("name", ["tong-hop.html", "tong-hop.docx"])
def test_nothing_is_hidden_from_the_reader(province, name):
    path = province.layout.report / name
    text = (
        path.read_text("utf-8")
        if name.endswith("html")
        else "\n".join(p.text for p in Document(path).paragraphs)
    )
    assert "chưa duyệt" in text.lower()
    assert "None" not in text
    assert "nan" not in text.split()
