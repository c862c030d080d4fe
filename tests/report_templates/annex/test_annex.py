"""The annex workbook: its sheets, its counts, text that never becomes a formula, the same bytes again."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
import report_warehouse
from report_warehouse import AS_OF, factory

from report_templates.annex import write
from report_templates.annex.write import workbook
from report_templates.provincial import Moved
from report_templates.provincial.data import load

SHEETS = [
    "0. Thay đổi", "1. Danh sách đơn vị", "2. Văn bản", "2b. Kế hoạch theo năm",
    "2c. Kế hoạch thực hiện", "2d. Kế hoạch hằng năm", "3. Mô hình",
    "4. Số liệu",
    "4b. Số liệu gốc", "5. Kiến nghị",
    "6. Khen thưởng", "7. Hạn chế", "8. Mâu thuẫn", "9. Tệp không đọc được",
    "10. Nguồn", "11. Điều chỉnh",
]  # fmt: skip


@pytest.fixture(scope="module")
def data(annex_con):
    return workbook(annex_con, load(annex_con, factory.CAMPAIGN), AS_OF)


@pytest.fixture(scope="module")
def book(data):
    return openpyxl.load_workbook(BytesIO(data))


def rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]


def test_sheets(book):
    assert book.sheetnames == SHEETS


def test_every_agency_is_listed_with_what_came(book):
    found = {row[1]: row for row in rows(book["1. Danh sách đơn vị"])}
    assert len(found) == len(factory.AGENCIES)
    assert found["im-lang"][7] == "Chưa gửi"
    assert found["x-tay"][7] == "Gửi sau hạn"
    assert found["x-dong"][7] == "Đúng hạn"
    assert found["mat"][7] == "Có dấu chỉ độ mật, không xử lý"
    assert found["thue"][11] == "II.3"


def test_no_cell_is_a_formula_or_a_link(book):
    seen = 0
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", (sheet.title, cell.coordinate)
                assert cell.hyperlink is None
                seen += str(cell.value or "").startswith(("=", "+", "-", "@"))
    assert seen > 4


def test_every_source_of_every_statement_is_there(annex_con, book):
    count = annex_con.execute("SELECT count(*) FROM statement_source").fetchone()[0]
    assert len(rows(book["10. Nguồn"])) == count


def test_proposals_stand_under_their_addressee(book):
    groups = [row[2] for row in rows(book["5. Kiến nghị"])]
    assert "Bộ, ngành Trung ương" in groups
    assert groups.index("Bộ, ngành Trung ương") < groups.index("UBND tỉnh")


def test_a_secret_file_is_named_and_never_quoted(book):
    (row,) = rows(book["9. Tệp không đọc được"])
    assert row[1] == "mat/bao-cao.docx"


def test_changes_stand_on_the_first_sheet(annex_con):
    moved = [Moved("agency_new", "", "UBND xã Suối Đông: mới có báo cáo.", "", "")]
    made = openpyxl.load_workbook(
        BytesIO(workbook(annex_con, load(annex_con, factory.CAMPAIGN, moved), AS_OF))
    )
    assert rows(made["0. Thay đổi"])[0][1:4] == [
        "Cơ quan mới gửi",
        "",
        "UBND xã Suối Đông: mới có báo cáo.",
    ]


def test_the_same_bytes_again(annex_con, data):
    assert workbook(annex_con, load(annex_con, factory.CAMPAIGN), AS_OF) == data


def test_an_edited_annex_is_kept(annex_con, tmp_path):
    first = write(annex_con, factory.CAMPAIGN, tmp_path, AS_OF)
    first.write_bytes(b"edited")
    second = write(annex_con, factory.CAMPAIGN, tmp_path, AS_OF)
    assert first.read_bytes() == b"edited"
    assert second != first


def test_plans_are_shown_with_their_place():
    con = report_warehouse.filled(factory.province().frames())
    section, submission, agency, name = con.execute(
        """SELECT section_id, submission_id, s.agency_code, a.name FROM section AS s
        JOIN agency AS a USING (campaign_id, agency_code) ORDER BY section_id LIMIT 1"""
    ).fetchone()
    con.execute(
        """INSERT INTO plan_gap BY NAME SELECT 'k1' AS gap_id, ? AS campaign_id, ? AS agency_code,
        ? AS submission_id, ? AS section_id, 4 AS page, '=Hằng năm có kế hoạch.' AS quote,
        '2021, 2023' AS years_given, '2022' AS years_missing,
        'Báo cáo nêu hằng năm có kế hoạch; chưa thấy viện dẫn kế hoạch của năm 2022.' AS message""",
        [factory.CAMPAIGN, agency, submission, section],
    )
    for code, kind, number in (("p", "Kế hoạch", "12/KH-UBND"), ("c", "Chỉ thị", "35/CT-TTg")):
        con.execute(
            """INSERT INTO cited_document BY NAME SELECT ? AS cited_document_id, ? AS campaign_id, ? AS type,
            ? AS number, 2021 AS year, ? AS issuer_agency_code""",
            [code, factory.CAMPAIGN, kind, number, agency if code == "p" else None],
        )
    con.execute("INSERT INTO plan_carries_out VALUES ('p', 'c', ?, 'carries_out', 'x2')", [factory.CAMPAIGN])
    con.execute(
        """INSERT INTO citation BY NAME SELECT 'x1' AS citation_id, ? AS submission_id, ? AS campaign_id,
        ? AS agency_code, 'Kế hoạch số 12/KH-UBND' AS surface,
        'thực hiện Chỉ thị số 35/CT-TTg' AS subject""",
        [submission, factory.CAMPAIGN, agency],
    )
    con.execute(
        """INSERT INTO citation BY NAME SELECT 'x2' AS citation_id, ? AS submission_id, ? AS campaign_id,
        ? AS agency_code, 'Chỉ thị số 35/CT-TTg' AS surface, 'x1' AS nested_in, 3 AS page""",
        [submission, factory.CAMPAIGN, agency],
    )
    made = workbook(con, load(con, factory.CAMPAIGN), AS_OF)
    book = openpyxl.load_workbook(BytesIO(made))
    (purpose,) = (row for row in rows(book["2c. Kế hoạch thực hiện"]) if row[1] == "Kế hoạch số 12/KH-UBND")
    assert purpose[3:6] == [name, "Để thực hiện", "Chỉ thị số 35/CT-TTg"]
    assert purpose[7:] == [name, 3, "Kế hoạch số 12/KH-UBND: thực hiện Chỉ thị số 35/CT-TTg"]
    (gap,) = (row for row in rows(book["2d. Kế hoạch hằng năm"]) if row[1])
    assert gap[1] == name
    assert gap[3:] == [
        4, "=Hằng năm có kế hoạch.", "2021, 2023", "2022",
        "Báo cáo nêu hằng năm có kế hoạch; chưa thấy viện dẫn kế hoạch của năm 2022.",
    ]  # fmt: skip
