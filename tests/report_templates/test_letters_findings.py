"""Findings as the letter takes them: read, placed, merged into rows, in the order of what to do first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from letters_factory import CAMPAIGN

from report_templates.feedback.compose import entries, table_rows
from report_templates.shared.findings import Finding, Place, from_judged, read_findings

ROOT = Path(__file__).resolve().parents[2]


def test_terminal_rows(full):
    found = read_findings(full.con, CAMPAIGN, "hong-ha")
    rows = table_rows(f for f in found if f.owner == "agency")
    assert rows[0][:2] == ("Cần bổ sung", "A.I.2. Ban hành văn bản")
    assert rows[-1][0] == "Để biết"
    assert all(len(row) == 5 for row in rows)


def test_judged_findings_are_the_same_as_stored_ones(full):
    stored = read_findings(full.con, CAMPAIGN, "hong-ha")

    class Judged:
        def __init__(self, row):
            self.__dict__.update(row)

    cursor = full.con.execute("SELECT * FROM finding WHERE agency_code = 'hong-ha'")
    names = [c[0] for c in cursor.description]
    judged = [Judged(dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
    assert from_judged(full.con, CAMPAIGN, "hong-ha", judged) == stored


def test_a_missing_section_is_placed_after_the_section_before_it(full):
    found = {f.rule: f for f in read_findings(full.con, CAMPAIGN, "hong-ha")}
    place = found["missing_section"].place
    assert (place.title, place.relation) == ("Ban hành văn bản", "after")
    assert found["thin_section"].place.relation == "own"


def test_repeats_are_said_once():
    same = [
        Finding("r", "warning", "Câu.", "Đề nghị.", "A", "T", evidence="q", finding_id=str(n))
        for n in range(3)
    ]
    (row,) = entries(same)
    assert (row.status, row.advice, row.quotes) == (["Câu."], ["Đề nghị."], ["“q”"])


def test_more_places_than_fit_are_counted():
    many = [
        Finding(
            "citation_incomplete", "warning", f"Chỗ {n}.", "", evidence=f"q{n}", page=n, finding_id=f"{n:02}"
        )
        for n in range(1, 21)
    ]
    (row,) = entries(many)
    assert len(row.quotes) == 20
    assert row.few_quotes[-1] == "(và 14 chỗ khác, xem tệp phan-hoi.html)"


def test_terminal_table_needs_no_word_library():
    code = "import sys, report_templates.feedback; print('docxtpl' in sys.modules, 'docx.api' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout.split()[0] == "False"


def test_a_missing_item_says_after_which_heading_it_would_stand():
    after = Place(4, "2.", "Ban hành văn bản", "", relation="after", page=3)
    finding = Finding("missing_section", "error", "Chưa thấy.", "", "A.3", "Tuyên truyền", place=after)
    (row,) = entries([finding])
    assert row.quotes == ["Vị trí: sau mục “2. Ban hành văn bản” (trang 3)"]


def test_what_an_item_lacks_comes_before_details_of_citations():
    found = [
        Finding("type_code_mismatch", "warning", "Ký hiệu.", "", "A.1", "Một", outline_seq=1, finding_id="1"),
        Finding("thin_section", "warning", "Sơ lược.", "", "B", "Hai", outline_seq=9, finding_id="2"),
        Finding("missing_section", "error", "Chưa thấy.", "", "C", "Ba", outline_seq=12, finding_id="3"),
    ]
    assert [row.status for row in entries(found)] == [["Chưa thấy."], ["Sơ lược."], ["Ký hiệu."]]
