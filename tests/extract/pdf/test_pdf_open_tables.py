"""Tables without rules: every figure stays on the line of what it counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_sentences import paragraph
from pdf_typeset import Case, Grid, Raw, Text, quoted

from extract.blocks import RawDocument

Read = Callable[[bytes], RawDocument]
ROWS = (
    ("STT", "Nội dung", "Số lượng"),
    ("1", "Hồ sơ tiếp nhận trực tuyến", "1.250"),
    ("2", "Tỷ lệ giải quyết đúng hạn", "98,5%"),
    ("3", "Mô hình dân vận khéo", "37 mô hình"),
    ("4", "Điểm cầu họp trực tuyến", "-"),
)


def open_table(rows: tuple[tuple[str, ...], ...], columns: str = "2cm, 9cm, 4cm") -> Raw:
    cells = ", ".join(f"[{quoted(cell)}]" for row in rows for cell in row)
    table = f"#table(columns: ({columns}), stroke: none, {cells})"
    return Raw(f"#[#set par(first-line-indent: 0pt, justify: false)\n{table}]")


@pytest.mark.parametrize("count", [3, 5])
def test_figures_stay_beside_their_names(count: int, read: Read) -> None:
    heading = Text("II. KẾT QUẢ TIẾP THEO", bold=True)
    case = Case("open", (Text(paragraph(1)), open_table(ROWS[:count]), heading, Text(paragraph(2))))
    texts = [block.text for block in read(case.pdf()).blocks]
    rows = [" ".join(row) for row in ROWS[:count]]
    assert texts == [paragraph(1), *rows, heading.text, paragraph(2)]


def test_columns_of_words_are_read_one_after_the_other(read: Read) -> None:
    left, right = ("Nơi nhận:", "- Như trên;", "- Lưu: VT."), ("GIÁM ĐỐC", "(Đã ký)", "Lê Văn Tám")
    cells = tuple((one, "", other) for one, other in zip(left, right, strict=True))
    case = Case("words", (Text(paragraph(1)), open_table(cells, "5cm, 3cm, 6cm")))
    assert [block.text for block in read(case.pdf()).blocks][1:] == [*left, *right]


def test_a_ruled_table_stays_a_table(read: Read) -> None:
    case = Case("ruled", (Text(paragraph(1)), Grid(ROWS), Text(paragraph(2))))
    assert [block.cells for block in read(case.pdf()).blocks if block.kind == "table"] == case.tables
