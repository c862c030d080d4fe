"""Foot- and endnotes: shown numbers, offsets of calls, restarts, marks of the author's own."""

from __future__ import annotations

import pytest
from docx_maker import abstract, call, cell, level, note, num, numbered, para, row, run, table

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p/></w:footnote>'
)


def numbers(document):
    return [(n.n, n.text) for n in document.notes]


def section(properties):
    return f"<w:sectPr>{properties}</w:sectPr>"


def test_calls_stand_at_their_place_and_notes_keep_their_order(read):
    body = para(run("Đã mở lớp") + call(7) + run(" và cấp sách") + call(5) + run("."))
    document = read(body, footnotes=SEPARATORS + note(5, "Sách giáo khoa.") + note(7, "Lớp xóa mù chữ."))
    block = document.blocks[0]
    assert block.text == "Đã mở lớp và cấp sách."
    assert [(c.offset, c.key) for c in block.calls] == [
        (len("Đã mở lớp"), "f7"),
        (len("Đã mở lớp và cấp sách"), "f5"),
    ]
    assert [(n.key, n.n, n.text) for n in document.notes] == [
        ("f7", 1, "Lớp xóa mù chữ."),
        ("f5", 2, "Sách giáo khoa."),
    ]


def test_a_space_before_the_mark_moves_no_text(read):
    block = read(para(run("chữ ") + call(1) + run(" tiếp")), footnotes=note(1, "x")).blocks[0]
    assert (block.text, block.calls[0].offset) == ("chữ tiếp", 3)


def test_endnotes_count_on_their_own(read):
    body = para(run("a") + call(1) + run("b") + call(1, "endnote") + run("c") + call(2))
    document = read(
        body, footnotes=note(1, "Chân một") + note(2, "Chân hai"), endnotes=note(1, "Cuối", "endnote")
    )
    assert [(n.key, n.n) for n in document.notes] == [("f1", 1), ("f2", 2), ("e1", 1)]
    assert [c.key for c in document.blocks[0].calls] == ["f1", "e1", "f2"]


def test_number_start_of_the_settings(read):
    settings = '<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>'
    document = read(
        para(run("a") + call(1) + call(2)), footnotes=note(1, "x") + note(2, "y"), settings=settings
    )
    assert [n.n for n in document.notes] == [5, 6]


def test_restart_at_each_section(read):
    restart = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    body = para(run("a") + call(1) + call(2)) + para("b", section(restart)) + para(run("c") + call(3))
    document = read(body, footnotes=note(1, "x") + note(2, "y") + note(3, "z"), section=restart)
    assert [n.n for n in document.notes] == [1, 2, 1]


def test_restart_at_each_page_where_pages_are_known(read):
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    new_page = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = para(run("a") + new_page + run("b") + call(1) + call(2)) + para(
        run("c") + new_page + run("d") + call(3)
    )
    document = read(body, footnotes=note(1, "x") + note(2, "y") + note(3, "z"), settings=settings)
    assert [(n.n, n.page) for n in document.notes] == [(1, 2), (2, 2), (1, 3)]


def test_a_mark_of_the_authors_own_uses_no_number(read):
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    document = read(para(run("a") + custom + run("b") + call(2)), footnotes=note(1, "sao") + note(2, "một"))
    assert document.blocks[0].text == "ab"
    assert numbers(document) == [(0, "sao"), (1, "một")]


@pytest.mark.parametrize(
    ("mark", "body", "text"),
    [
        ("<w:t>*</w:t>", "* Ghi chú", "Ghi chú"),
        ('<w:sym w:font="Symbol" w:char="F02A"/>', "* Ghi chú", "Ghi chú"),
        ("<w:t>3</w:t>", "3 Ghi chú", "Ghi chú"),
        ("<w:t>3</w:t>", "30 xã", "30 xã"),
        ("<w:t>*</w:t>", "*", "*"),
        ("<w:t>*</w:t>", "Ghi chú *", "Ghi chú *"),
    ],
)
def test_a_mark_of_the_authors_own_is_no_text_of_call_or_note(read, mark, body, text):
    custom = f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/>{mark}</w:r>'
    document = read(para(run("a") + custom), footnotes=note(1, body))
    assert [block.text for block in document.blocks] == ["a"]
    assert [found.text for found in document.notes] == [text]


def test_a_mark_said_again_in_a_run_of_its_own_is_no_text(read):
    """LibreOffice writes so what it read from RTF."""
    raised = '<w:vertAlign w:val="superscript"/>'
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    body = para(run("a") + custom + run("*", raised) + run("b")) + para(
        run("c") + custom + run("*") + run("d")
    )
    assert [block.text for block in read(body, footnotes=note(1, "* x")).blocks] == ["ab", "c*d"]


def test_a_typed_number_as_mark_is_the_number_shown(read):
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>3</w:t></w:r>'
    assert [n.n for n in read(para(run("a") + custom), footnotes=note(1, "ba")).notes] == [3]


def test_a_note_of_several_paragraphs_and_one_never_called(read):
    two = f'<w:footnote w:id="1">{para("Đoạn một")}{para("Đoạn hai")}</w:footnote>'
    document = read(para(run("a") + call(1)), footnotes=two + note(9, "không ai gọi"))
    assert numbers(document) == [(1, "Đoạn một\nĐoạn hai")]


def test_labels_in_notes_are_shown_and_count_on_their_own(read):
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    listed = f'<w:footnote w:id="1">{para("Gồm:")}{numbered("một", 1)}{numbered("hai", 1)}</w:footnote>'
    document = read(para(run("a") + call(1)) + numbered("mục", 1), footnotes=listed, numbering=numbering)
    assert [found.text for found in document.notes] == ["Gồm:\n1. một\n2. hai"]
    assert [block.number for block in document.blocks] == [None, "1."]


def test_a_call_without_a_body_or_deleted_with_its_text(read):
    gone = '<w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:del>'
    document = read(para(run("a") + call(42) + gone + call(2)), footnotes=note(1, "bỏ") + note(2, "giữ"))
    assert numbers(document) == [(1, "giữ")]
    assert len(document.blocks[0].calls) == 1


def test_a_call_alone_in_its_paragraph_belongs_to_the_text_before(read):
    document = read(para("Đoạn trước") + para(call(1)) + para("Đoạn sau"), footnotes=note(1, "x"))
    assert [(b.text, [c.offset for c in b.calls]) for b in document.blocks] == [
        ("Đoạn trước", [10]),
        ("Đoạn sau", []),
    ]


def test_calls_inside_a_table_of_data_are_kept(read):
    content = para(run("Mười") + call(1))
    body = table(row("STT", "Nội dung", "Số"), row("1", cell(content), "10"), lined=True)
    document = read(body, footnotes=note(1, "Tính đến hết tháng 6."))
    assert [c.key for c in document.blocks[0].calls] == ["f1"]
    assert numbers(document) == [(1, "Tính đến hết tháng 6.")]


def test_notes_do_not_disturb_list_counters(read):
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    listed = f'<w:footnote w:id="1">{numbered("Trong ghi chú", 1)}</w:footnote>'
    document = read(
        numbered("Một", 1) + para(run("a") + call(1)) + numbered("Hai", 1),
        numbering=numbering,
        footnotes=listed,
    )
    assert [b.number for b in document.blocks] == ["1.", None, "2."]


def test_brackets_typed_around_a_mark_go_with_the_mark(read):
    new_page = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = para(
        run("Xã có 05 nhà văn hóa (")
        + call(1)
        + run(")")
        + run(" và 02 sân bóng")
        + call(2)
        + run(" (mới); ")
        + new_page
        + run("còn thiếu [")
        + call(3)
        + run("].")
    )
    document = read(
        body, footnotes=note(1, "(") + note(2, "() Thôn Ba, thôn Tư.") + note(3, "[ ] Đang xây (2026).")
    )
    block = document.blocks[0]
    assert block.text == "Xã có 05 nhà văn hóa và 02 sân bóng (mới); còn thiếu."
    marks = [block.text[: c.offset].rstrip() for c in block.calls]
    assert marks == ["Xã có 05 nhà văn hóa", "Xã có 05 nhà văn hóa và 02 sân bóng", block.text[:-1]]
    assert [text for _, text in numbers(document)] == ["(", "Thôn Ba, thôn Tư.", "Đang xây (2026)."]
    assert [block.text[at:].split()[0] for at, _ in block.page_breaks] == ["còn"]
