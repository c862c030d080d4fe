"""Tables: data stays a table; letterhead, signature and frames become paragraphs side by side."""

from __future__ import annotations

import pytest
from docx_maker import abstract, cell, level, num, numbered, para, row, run, style, table

QUOC_HIEU = para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + para("Độc lập - Tự do - Hạnh phúc")
SPAN = '<w:gridSpan w:val="2"/>'


def sides(document):
    return [(b.column, b.text) for b in document.blocks]


def test_letterhead_table_becomes_two_columns_row_by_row(read):
    body = table(
        row(cell(para("UBND TỈNH GIA LAI") + para("SỞ XÂY DỰNG")), cell(QUOC_HIEU)),
        row("Số: 7/BC-SXD", "Gia Lai, ngày 02"),
    )
    assert sides(read(body)) == [
        (0, "UBND TỈNH GIA LAI"), (0, "SỞ XÂY DỰNG"), (1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (1, "Độc lập - Tự do - Hạnh phúc"), (0, "Số: 7/BC-SXD"), (1, "Gia Lai, ngày 02"),
    ]  # fmt: skip


def test_letterhead_with_lines_drawn_is_still_a_letterhead(read):
    body = table(row("UBND XÃ SUỐI MƠ", cell(QUOC_HIEU)), lined=True)
    assert [column for column, _ in sides(read(body))] == [0, 1, 1]


def test_signature_table_with_an_empty_middle_cell(read):
    left = cell(para("Nơi nhận:") + para("- Như trên;") + para("- Lưu: VT."))
    body = table(row(left, "", cell(para("KT. CHỦ TỊCH") + para("PHÓ CHỦ TỊCH"))))
    assert [column for column, _ in sides(read(body))] == [0, 0, 0, 1, 1]


def test_row_across_both_sides_and_right_side_alone(read):
    body = table(
        row("UBND XÃ", cell(QUOC_HIEU)),
        row(cell("BÁO CÁO", SPAN)),
        row("Bên phải", properties='<w:gridBefore w:val="1"/>'),
    )
    assert sides(read(body))[3:] == [(None, "BÁO CÁO"), (1, "Bên phải")]


def test_many_rows_of_two_columns_without_lines_are_data(read):
    body = table(*(row(f"Chỉ tiêu {i}", f"{i}0") for i in range(6)))
    block = read(body).blocks[0]
    assert (block.kind, len(block.cells), block.cells[2]) == ("table", 6, ["Chỉ tiêu 2", "20"])


def test_a_few_rows_of_names_and_figures_without_lines_are_data(read):
    body = table(row("Chỉ tiêu", "Kết quả"), row("Lớp học", "3 lớp"), row("Học viên", "120 người"))
    assert read(body).blocks[0].cells[1] == ["Lớp học", "3 lớp"]


def test_signatures_without_a_known_word_stand_side_by_side(read):
    body = table(
        row("NGƯỜI LẬP", "THỦ TRƯỞNG ĐƠN VỊ"),
        row("(Ký tên)", "(Ký tên, đóng dấu)"),
        row("Trần Thử", "Lê Nghiệm"),
    )
    assert [column for column, _ in sides(read(body))] == [0, 1] * 3


def test_lines_from_a_table_style_make_data(read):
    borders = "".join(f'<w:{side} w:val="single"/>' for side in ("left", "right", "insideV", "insideH"))
    styles = style("Luoi", f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>", kind="table")
    body = table(row("Nội dung", "Số lượng"), row("Lớp học", "3"), properties='<w:tblStyle w:val="Luoi"/>')
    assert read(body, styles=styles).blocks[0].cells == [["Nội dung", "Số lượng"], ["Lớp học", "3"]]


def test_lines_taken_away_cell_by_cell_make_a_letterhead(read):
    none = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right"))
    bare = f"<w:tcBorders>{none}</w:tcBorders>"
    body = table(row(cell("ĐẢNG ỦY XÃ", bare), cell("ĐẢNG CỘNG SẢN VIỆT NAM", bare)), lined=True)
    assert sides(read(body)) == [(0, "ĐẢNG ỦY XÃ"), (1, "ĐẢNG CỘNG SẢN VIỆT NAM")]


def test_merged_cells_keep_their_text_once(read):
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row(cell("Nhóm", start), cell("Số liệu", SPAN)), row(cell("", on), "2024", "2025"),
        row("Thôn Một", "5", "7", properties=""), lined=True,
    )  # fmt: skip
    assert read(body).blocks[0].cells == [
        ["Nhóm", "Số liệu", ""],
        ["", "2024", "2025"],
        ["Thôn Một", "5", "7"],
    ]


def test_rows_that_start_or_end_inside_the_grid(read):
    body = table(
        row("a", "b", "c"),
        row("x", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
        row("d", "e", "f"),
        lined=True,
    )
    assert read(body).blocks[0].cells[1] == ["", "x", ""]


def test_automatic_numbers_stand_in_their_cells(read):
    numbering = abstract(1, level(0, "decimal", "%1")) + num(1, 1)
    rows = [row(cell(numbered("", 1)), f"Thôn {i}", "12") for i in range(3)]
    block = read(table(row("STT", "Tên", "Hộ"), *rows, lined=True), numbering=numbering).blocks[0]
    assert [line[0] for line in block.cells] == ["STT", "1", "2", "3"]


def test_a_table_in_a_cell_of_data_is_part_of_its_text(read):
    inner = table(row("trong 1", "trong 2"), lined=True)
    body = table(row("A", "B", "C"), row("1", cell(para("ngoài") + inner + para("sau")), "3"), lined=True)
    assert read(body).blocks[0].cells[1] == ["1", "ngoài\ntrong 1\ntrong 2\nsau", "3"]


def test_a_whole_document_in_one_frame_is_read_as_paragraphs(read):
    inner = table(row("STT", "Tên", "Số"), row("1", "Lớp", "2"), lined=True)
    body = table(row(cell(para("I. MỞ ĐẦU") + para("Nội dung dài") + inner)), lined=True)
    document = read(body)
    found = [(b.kind, b.column) for b in document.blocks]
    assert found == [("paragraph", None), ("paragraph", None), ("table", None)]


def test_deleted_rows_are_gone_and_inserted_rows_stay(read):
    body = table(
        row("STT", "Tên", "Số"), row("1", "bỏ", "0", properties='<w:del w:id="1"/>'),
        row("2", "thêm", "9", properties='<w:ins w:id="2"/>'), lined=True,
    )  # fmt: skip
    document = read(body)
    assert [line[1] for line in document.blocks[0].cells] == ["Tên", "thêm"]
    assert [w.code for w in document.warnings] == ["tracked_changes"]


def test_deleted_cells_are_gone_and_inserted_cells_stay(read):
    gone, put_in = '<w:cellDel w:id="1"/>', '<w:cellIns w:id="2"/>'
    body = table(
        row("STT", cell("bỏ", gone), "Tên", "Số"),
        row("1", cell("x", gone), cell("a", put_in), "9"),
        lined=True,
    )
    document = read(body)
    assert document.blocks[0].cells == [["STT", "Tên", "Số"], ["1", "a", "9"]]
    assert [w.code for w in document.warnings] == ["tracked_changes"]


def test_hidden_rows_are_left_out_and_said(read):
    body = table(
        row("a", "b", "c"), row("x", "y", "z", properties="<w:hidden/>"),
        row("1", "2", "3", properties='<w:hidden w:val="0"/>'), lined=True,
    )  # fmt: skip
    document = read(body)
    assert document.blocks[0].cells == [["a", "b", "c"], ["1", "2", "3"]]
    assert [w.code for w in document.warnings] == ["hidden_text"]


def test_an_enormous_span_makes_no_enormous_table(read):
    body = table(row(cell("a", '<w:gridSpan w:val="999999999"/>'), "b", "c"), row("1", "2", "3"), lined=True)
    assert max(len(line) for line in read(body).blocks[0].cells) <= 256


def test_rows_in_content_controls(read):
    body = table(
        row("a", "b", "c"), f"<w:sdt><w:sdtContent>{row('1', '2', '3')}</w:sdtContent></w:sdt>", lined=True
    )
    assert read(body).blocks[0].cells == [["a", "b", "c"], ["1", "2", "3"]]


TAB = "<w:r><w:tab/></w:r>"


def test_letterhead_by_tabs_falls_into_two_columns(read):
    lines = (
        ("UBND HUYỆN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("PHÒNG NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"),
        ("Số: 5/BC-PNV", "Suối Mơ, ngày 05 tháng 3 năm 2026"),
    )  # fmt: skip
    body = "".join(para(run(left) + TAB + TAB + run(right, "<w:b/>")) for left, right in lines)
    document = read(body)
    assert sides(document) == [item for left, right in lines for item in ((0, left), (1, right))]
    assert [b.bold for b in document.blocks] == [0.0, 1.0] * 3


def test_a_gap_left_for_the_number_is_no_column(read):
    body = para(
        run("Số:") + TAB + run("/BC-PNV") + TAB + run("Suối Mơ, ngày") + TAB + run("tháng 3 năm 2026")
    )
    assert sides(read(body)) == [(0, "Số: /BC-PNV"), (1, "Suối Mơ, ngày tháng 3 năm 2026")]


def test_recipients_and_signature_by_tabs(read):
    lines = [("Nơi nhận:", "CHỦ TỊCH"), ("- Như trên;", ""), ("- Lưu: VT.", "Người Ký Thử")]
    body = para("Nội dung.") * 3 + "".join(para(run(left) + TAB + run(right)) for left, right in lines)
    assert sides(read(body))[3:] == [
        (0, "Nơi nhận:"), (1, "CHỦ TỊCH"), (None, "- Như trên;"), (0, "- Lưu: VT."), (1, "Người Ký Thử"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["1.", "a)", "Năm 2024", "Điều 5."])
def test_tabs_in_ordinary_text_cut_nothing(read, text):
    assert sides(read(para(run(text) + TAB + run("Triển khai kế hoạch")))) == [
        (None, f"{text} Triển khai kế hoạch")
    ]
