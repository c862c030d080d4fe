"""Tables that list documents: the number's cell, completed by the other cells of its row."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from extract.citations import find
from extract.citations.rows import columns, complete, fields
from extract.document import read

HEAD = ["STT", "Số, ký hiệu", "Ngày, tháng, năm", "Trích yếu nội dung", "Cơ quan ban hành"]
ROW = ["1", "45/KH-UBND", "05/3/2024", "Thực hiện Chỉ thị số 16/CT-TTg", "UBND xã Ia Ko"]


def test_columns_by_their_headings() -> None:
    assert columns([HEAD, ROW]) == {"number": 1, "date": 2, "subject": 3, "issuer": 4}
    assert columns([["DANH MỤC VĂN BẢN", "", "", "", ""], HEAD, ROW])["number"] == 1


@pytest.mark.parametrize(
    "head",
    [
        ["STT", "Nội dung", "Kết quả"],
        ["Số hiệu", "Họ và tên"],
        ["STT", "Số lượng", "Ngày"],
        [],
    ],
)
def test_other_tables_list_no_documents(head: list[str]) -> None:
    assert columns([head]) == {}


def test_row_completes_the_number() -> None:
    (citation,) = find(ROW[1])
    full = complete(citation, fields(ROW, columns([HEAD])))
    assert (full.date, full.subject, full.issuer) == ("2024-03-05", ROW[3], ROW[4])
    assert full.inherited == ["type"]
    assert full.surface == "45/KH-UBND"


def test_its_own_cell_goes_first() -> None:
    (citation,) = find("Kế hoạch số 45/KH-UBND ngày 01/02/2024 về dân vận")
    full = complete(citation, {"date": "05/3/2024", "subject": "khác"})
    assert (full.date, full.subject, full.inherited) == ("2024-02-01", "dân vận", [])


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("", None),
        ("quý I", None),
        ("31/02/2024", None),
        ("ngày 5/3/2024", "2024-03-05"),
        ("05/3/2024 (đợt 1)", None),
    ],
)
def test_only_a_date_is_taken_for_one(cell: str, date: str | None) -> None:
    assert complete(find("45/KH-UBND")[0], {"date": cell}).date == date


def test_type_of_its_column() -> None:
    (citation,) = find("45/UBND-VX")
    assert complete(citation, {"type": "Công văn"}).type == "Công văn"
    (plan,) = find("Kế hoạch số 45/KH-UBND")
    assert complete(plan, {"type": "Báo cáo"}).type == "Kế hoạch"


def test_in_a_document(tmp_path: Path) -> None:
    source = docx.Document()
    for text in ("BÁO CÁO", "I. KẾT QUẢ", "Danh mục văn bản đã ban hành:"):
        source.add_paragraph(text)
    second = ["2", "46/KH-UBND", "", "Về dân vận khéo", ""]
    table = source.add_table(rows=0, cols=len(HEAD))
    for values in (HEAD, ROW, second):
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value
    source.save(str(tmp_path / "danh-muc.docx"))
    found = [c for c in read(tmp_path / "danh-muc.docx").citations if c.where == "table"]
    assert [(c.number, c.date, c.subject, c.issuer) for c in found] == [
        ("45/KH-UBND", "2024-03-05", "Thực hiện Chỉ thị số 16/CT-TTg", "UBND xã Ia Ko"),
        ("16/CT-TTg", None, None, None),
        ("46/KH-UBND", None, "dân vận khéo", None),
    ]
    assert found[1].nested_in is not None
    assert read(tmp_path / "danh-muc.docx").citations[found[1].nested_in].number == "45/KH-UBND"
