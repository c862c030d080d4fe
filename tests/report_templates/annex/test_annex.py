"""The annex workbook: its sheets, its counts, text that never becomes a formula, the same bytes again."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from report_warehouse import AS_OF, factory

from report_templates.annex import write
from report_templates.annex.write import workbook
from report_templates.provincial import Moved
from report_templates.provincial.data import load

SHEETS = [
    "0. Thay đổi", "1. Danh sách đơn vị", "2. Văn bản", "2b. Kế hoạch theo năm", "3. Mô hình",
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
