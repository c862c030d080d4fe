"""Runs, formatting, tracked changes, fields, hidden text, text boxes: what the printed page shows."""

from __future__ import annotations

import unicodedata

import pytest
from docx_maker import NAMESPACES, abstract, level, num, numbered, pack, para, run, style

from extract.docx import read_docx


def texts(document):
    return [block.text for block in document.blocks]


def codes(document):
    return [warning.code for warning in document.warnings]


def deleted(text):
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


RAISED = '<w:vertAlign w:val="superscript"/>'
WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'


def alternate(choice, fallback):
    later = 'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
    return (
        f'<w:r><mc:AlternateContent {later}><mc:Choice Requires="w16se">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def dropdown(*entries, shown):
    listed = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in entries)
    begin = f'<w:ffData><w:ddList><w:result w:val="{shown}"/>{listed}</w:ddList></w:ffData>'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{begin}</w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def text_box(content):
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("Hai  dấu   cách"), "Hai dấu cách"),
        (run("Xuống dòng\n     trong XML"), "Xuống dòng trong XML"),
        (run("1.") + "<w:r><w:tab/></w:r>" + run("Tiêu đề"), "1. Tiêu đề"),
        (run("Dòng một ") + "<w:r><w:br/></w:r>" + run(" dòng hai"), "Dòng một\ndòng hai"),
        (run("Trước") + '<w:r><w:br w:type="page"/></w:r>' + run("sau"), "Trước\nsau"),
        (run("KH") + "<w:r><w:noBreakHyphen/></w:r>" + run("UBND"), "KH-UBND"),
        (run("cộng") + "<w:r><w:softHyphen/></w:r>" + run("đồng"), "cộngđồng"),
        (run("một\u00a0hai"), "một hai"),
        (run("ƣu tiên, QÐ số 5"), "ưu tiên, QĐ số 5"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" Đạt"), "✓ Đạt"),
        ('<w:r><w:sym w:font="Times New Roman" w:char="0041"/></w:r>' + run("B"), "AB"),
        ('<w:hyperlink r:id="rId9">' + run("trang tin") + "</w:hyperlink>", "trang tin"),
        ("<w:smartTag>" + run("Gia Lai") + "</w:smartTag>", "Gia Lai"),
        ("<w:sdt><w:sdtContent>" + run("ô nhập") + "</w:sdtContent></w:sdt>", "ô nhập"),
        ('<w:fldSimple w:instr="DATE">' + run("05/3/2026") + "</w:fldSimple>", "05/3/2026"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (run("10") + run("3", RAISED), "10³"),
        (run("theo Kế hoạch 5/KH-UBND") + run("12", RAISED) + run(" nay"), "theo Kế hoạch 5/KH-UBND¹² nay"),
        (run("500 km") + run("2", RAISED), "500 km2"),
        (run("ngày 20") + run("th", RAISED), "ngày 20th"),
        (run("\uf0d8", WINGDINGS) + run(" Mục"), "➢ Mục"),
        (run("\uf0b7") + run(" Mục"), "• Mục"),
        (run("ü ", WINGDINGS) + run("Đạt"), "✓ Đạt"),
        (run("và ü", WINGDINGS), "và ü"),
        (alternate('<w16se:symEx w16se:char="263A"/>', "<w:t>☺</w:t>"), "☺"),
        (alternate("<w:t>mới</w:t>", "<w:t>cũ</w:t>"), "mới"),
        (dropdown("Không", "Đạt", shown=1), "Đạt"),
        (dropdown("Không", "Đạt", shown=7) + run("x"), "x"),
        (run("chữ ", "<w:caps/>") + run("thường"), "CHỮ thường"),
        (run("bình thường") + '<w:r><w:commentReference w:id="1"/></w:r>', "bình thường"),
    ],
)  # fmt: skip
def test_inline_content(read, content, text):
    assert texts(read(para(content))) == [text]


def test_accents_typed_in_a_run_of_their_own_are_joined(read):
    word = unicodedata.normalize("NFD", "Quyết")
    document = read(para("".join(run(char) for char in word) + run(" định")))
    assert texts(document) == ["Quyết định"]


def test_parts_of_a_letter_in_runs_of_their_own_are_one(read):
    assert texts(read(para(run("a\u1100") + run("\u1161b")))) == ["a\uac00b"]


def test_tracked_changes_are_read_as_accepted(read):
    moved = f"<w:moveFrom>{run('cũ ')}</w:moveFrom><w:moveTo>{run('mới ')}</w:moveTo>"
    body = para(run("Xã có ") + deleted("ba") + f"<w:ins>{run('bốn')}</w:ins>" + run(" thôn ") + moved)
    document = read(body)
    assert texts(document) == ["Xã có bốn thôn mới"]
    assert codes(document) == ["tracked_changes"]
    assert "track changes" in document.warnings[0].message


def test_a_deleted_paragraph_mark_joins_two_paragraphs(read):
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    first = para("Nửa đầu", '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>')
    document = read(first + para(" và nửa sau") + numbered("Mục", 1), numbering=numbering)
    assert [(b.number, b.text) for b in document.blocks] == [(None, "Nửa đầu và nửa sau"), ("1.", "Mục")]


def test_a_deleted_mark_at_the_end_loses_nothing(read):
    assert texts(read(para("Cuối cùng", '<w:rPr><w:del w:id="1"/></w:rPr>'))) == ["Cuối cùng"]


def test_a_deleted_paragraph_leaves_nothing(read):
    gone = para(deleted("Bỏ đoạn này"), '<w:rPr><w:del w:id="1"/></w:rPr>')
    assert texts(read(para("Trước") + gone + para("Sau"))) == ["Trước", "Sau"]


def test_formatting_changes_alone_are_no_tracked_text(read):
    change = '<w:pPrChange w:id="1"><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>'
    document = read(para("Đoạn văn", '<w:jc w:val="center"/>' + change))
    assert (document.blocks[0].align, codes(document)) == ("center", [])


def test_hidden_text_is_left_out_and_said(read):
    document = read(para(run("Hiện ") + run("ẩn ", "<w:vanish/>") + run("hết")))
    assert texts(document) == ["Hiện hết"]
    assert codes(document) == ["hidden_text"]


def test_a_hidden_mark_lets_the_next_text_run_in(read):
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    lead = para(
        run("Tiêu đề.", "<w:b/>"),
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/><w:specVanish/></w:rPr>',
    )
    block = read(lead + para(" Nội dung liền theo."), numbering=numbering).blocks[0]
    assert (block.number, block.text, block.bold_prefix) == ("1.", "Tiêu đề. Nội dung liền theo.", 8)


def test_a_paragraph_hidden_as_a_whole_uses_no_number(read):
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    hidden = para(run("ẩn", "<w:vanish/>"), listed + "<w:rPr><w:vanish/></w:rPr>")
    document = read(numbered("Một", 1) + hidden + numbered("Hai", 1), numbering=numbering)
    assert [(b.number, b.text) for b in document.blocks] == [("1.", "Một"), ("2.", "Hai")]


def field(code, *content):
    def char(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return char("begin") + instruction + char("separate") + "".join(content) + char("end")


def test_complex_fields_show_their_result_only(read):
    nested = field(" IF ", field(" DOCPROPERTY x ", run("trong")), run(" ngoài"))
    assert texts(read(para(run("Trang ") + field(" PAGE ", run("5")) + run(" và ") + nested))) == [
        "Trang 5 và trong ngoài"
    ]


def test_the_mark_repeated_by_a_noteref_is_no_text(read):
    assert texts(read(para(run("như trên") + field(" NOTEREF _Ref1 \\h ", run("3")) + run(".")))) == [
        "như trên."
    ]


def test_an_unfinished_field_does_not_swallow_the_document(read):
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    assert texts(read(para(begin) + para("Đoạn sau") + para("Đoạn cuối"))) == ["Đoạn sau", "Đoạn cuối"]


def char(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_an_automatic_table_of_contents_is_no_text(read):
    begin = char("begin") + "<w:r><w:instrText> TOC \\o </w:instrText></w:r>" + char("separate")
    entries = para(begin + run("I. Tình hình\t1")) + para(run("II. Kết quả\t3")) + para(char("end"))
    document = read(para("MỤC LỤC") + entries + para("I. Tình hình") + para("Nội dung năm 2025"))
    assert texts(document) == ["I. Tình hình", "Nội dung năm 2025"]
    assert codes(document) == ["contents_skipped"]


def test_entries_of_contents_by_their_style(read):
    body = para("I. Tình hình 1", '<w:pStyle w:val="toc 1"/>') + para("I. Tình hình")
    assert texts(read(body, styles=style("toc 1"))) == ["I. Tình hình"]


def test_a_contents_field_without_end_does_not_take_the_document_away(read):
    begin = char("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>" + char("separate")
    document = read(para(begin + run("I. Tình hình\t1")) + para("Toàn văn báo cáo của xã."))
    assert texts(document) == ["Toàn văn báo cáo của xã."]


def test_prompts_of_content_controls_are_no_content(read):
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("{}", '<w:rStyle w:val="Prompt"/>')
        + "</w:sdtContent></w:sdt>"
    )
    prompts = style("Prompt", kind="character").replace('w:val="Prompt"', 'w:val="Placeholder Text"')
    words = prompt.format("Nhập tại đây")
    assert texts(read(para(run("Tên: ") + words), styles=prompts)) == ["Tên:"]


def test_a_filled_control_that_still_calls_itself_a_prompt_is_content(read):
    """Programs that fill templates put the text in and leave `w:showingPlcHdr` where it was."""
    filled = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("Số: 12/BC")
        + "</w:sdtContent></w:sdt>"
    )
    assert texts(read(para(filled))) == ["Số: 12/BC"]


def test_text_boxes_are_read_once(read):
    body = para("Mở đầu") * 4 + para(run("Đoạn có khung") + text_box(para("Chữ trong khung")))
    assert texts(read(body)) == ["Mở đầu"] * 4 + ["Đoạn có khung", "Chữ trong khung"]


def test_text_boxes_of_the_letterhead_come_first(read):
    boxes = text_box(para("UBND XÃ SUỐI MƠ")) + text_box(para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    found = texts(read(para(boxes + run("BÁO CÁO")) + para("Nội dung")))
    assert found == ["UBND XÃ SUỐI MƠ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO", "Nội dung"]


def test_vml_text_box_alone(read):
    inner = f"<v:textbox><w:txbxContent>{para('Khung cũ')}</w:txbxContent></v:textbox>"
    shape = f"<w:r><w:pict><v:shape>{inner}</v:shape></w:pict></w:r>"
    assert texts(read(para("Một") * 4 + para(shape))) == ["Một"] * 4 + ["Khung cũ"]


def test_a_drop_cap_is_the_first_letter_of_its_paragraph(read):
    capital = para("T", '<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert texts(read(para("Trước") + capital + para("hôn Một đã hoàn thành."))) == [
        "Trước",
        "Thôn Một đã hoàn thành.",
    ]


def test_texts_of_a_diagram_stand_at_its_place(tmp_path):
    drawing = (
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/'
        'drawingml/2006/diagram" r:dm="rId1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
    link = f'<Relationship Id="rId1" Type="{kind}" Target="diagrams/data1.xml"/>'
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    shapes = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in ("Tổ trưởng", "Tổ viên"))
    body = f"<w:body>{para('Trước')}{para(drawing)}{para('Sau')}</w:body>"
    parts = {
        "word/document.xml": f"<w:document {NAMESPACES}>{body}</w:document>",
        "word/diagrams/data1.xml": f"<x {NAMESPACES}>{shapes}</x>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{link}</Relationships>',
    }
    pack(tmp_path / "so-do.docx", parts)
    assert texts(read_docx(tmp_path / "so-do.docx")) == ["Trước", "Tổ trưởng", "Tổ viên", "Sau"]


def test_blocks_inside_controls_and_insertions(read):
    control = f"<w:sdt><w:sdtContent>{para('Trong ô')}</w:sdtContent></w:sdt>"
    assert texts(read(control + f"<w:customXml>{para('Trong XML')}</w:customXml>")) == [
        "Trong ô",
        "Trong XML",
    ]


def test_large_images_and_embedded_objects_are_said(read):
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="5400000" cy="7560000"/><a:graphic><a:graphicData><a:blip/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    document = read(para(drawing) + para("<w:r><w:object/></w:r>"))
    assert codes(document) == ["embedded_content", "images_not_read"]
    assert "1 ảnh" in document.warnings[1].message


@pytest.mark.parametrize(
    "space",
    [
        "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "http://schemas.microsoft.com/office/drawing/2014/chartex",
    ],
)
def test_a_chart_that_is_not_read_is_said(read, space):
    chart = (
        f'<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart xmlns:c="{space}" r:id="rId5"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    assert codes(read(para(run("Biểu đồ") + chart))) == ["embedded_content"]
    assert codes(read(para("A") + '<w:subDoc r:id="rId5"/>')) == ["embedded_content"]


def test_word_art_is_text(read):
    art = '<w:r><w:pict><v:shape><v:textpath string="HỎA TỐC"/></v:shape></w:pict></w:r>'
    assert texts(read(para(run("Số: 1/BC") + art))) == ["HỎA TỐC", "Số: 1/BC"]


def _m(tag, **parts):
    inner = "".join(f"<m:{name}>{value}</m:{name}>" for name, value in parts.items())
    return f"<m:{tag}>{inner}</m:{tag}>"


def _mt(text):
    return f"<m:r><m:rPr/><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (_m("f", num=_mt("12"), den=_mt("30")), "12/30"),
        (_m("f", num=_mt("a+b"), den=_mt("2")), "(a+b)/2"),
        (_m("sSup", e=_mt("10"), sup=_mt("3")), "10³"),
        (_m("sSup", e=_mt("x"), sup=_mt("k+1")), "x^(k+1)"),
        (_m("sSub", e=_mt("x"), sub=_mt("12")), "x₁₂"),
        (_m("sSub", e=_mt("x"), sub=_mt("i")), "x_i"),
        (_m("rad", deg="", e=_mt("16")), "√16"),
        (_m("d", e=_mt("1,5")), "(1,5)"),
        (
            '<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>' + _m("e", x=_mt("a")) + "</m:d>",
            "[a]",
        ),
        ('<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>' + f"<m:e>{_mt('x')}</m:e></m:nary>", "∑ x"),
        ("<m:m><m:mr>" + f"<m:e>{_mt('1')}</m:e><m:e>{_mt('2')}</m:e></m:mr></m:m>", "1, 2"),
        (_mt("2") + _m("f", num=_mt("1"), den=_mt("3")) + _mt("4") + _mt("5"), "2 1/3 45"),
        (_mt("a=") + _m("sSup", e=_mt("5"), sup=_mt("2")) + _m("sSup", e=_mt("7"), sup=_mt("2")), "a=5² 7²"),
        (f"<w:ins>{_mt('5')}</w:ins><w:del>{_mt('4')}</w:del>", "5"),
    ],
)
def test_a_formula_never_runs_numbers_together(read, formula, text):
    assert texts(read(para(f"<m:oMath>{formula}</m:oMath>"))) == [text]


def test_a_formula_between_paragraphs(read):
    between = "<m:oMathPara><m:oMath>" + _mt("x=1") + "</m:oMath></m:oMathPara>"
    assert texts(read(para("A") + between + para("B"))) == ["A", "x=1", "B"]


def test_small_images_are_not_worth_a_warning(read):
    extent = '<wp:extent cx="100000" cy="100000"/>'
    drawing = f"<w:r><w:drawing><wp:inline>{extent}<a:blip/></wp:inline></w:drawing></w:r>"
    assert codes(read(para(drawing) + para("Chữ"))) == []


@pytest.mark.parametrize(
    ("in_para", "in_char", "direct", "bold"),
    [
        ("", "", "", 0.0), ("<w:b/>", "", "", 1.0), ("", "<w:b/>", "", 1.0), ("<w:b/>", "<w:b/>", "", 0.0),
        ("<w:b/>", "", '<w:b w:val="0"/>', 0.0), ("<w:b/>", "<w:b/>", "<w:b/>", 1.0),
        ("", "", '<w:b w:val="false"/>', 0.0), ("", '<w:b w:val="off"/>', "", 0.0),
    ],
)  # fmt: skip
def test_bold_through_styles_follows_the_toggle_rule(read, in_para, in_char, direct, bold):
    styles = style("Doan", f"<w:rPr>{in_para}</w:rPr>") + style(
        "Chu", f"<w:rPr>{in_char}</w:rPr>", kind="character"
    )
    body = para(run("Chữ", '<w:rStyle w:val="Chu"/>' + direct), '<w:pStyle w:val="Doan"/>')
    assert read(body, styles=styles).blocks[0].bold == bold


def test_formatting_inherited_from_defaults_and_base_styles(read):
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>'
    base = style(
        "Goc",
        '<w:pPr><w:jc w:val="both"/><w:ind w:firstLine="720"/><w:spacing w:before="120"/></w:pPr>',
        default=True,
    )
    heading = style(
        "heading 2", '<w:basedOn w:val="Goc"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:i/></w:rPr>'
    )
    document = read(
        para("Thân") + para("Mục", '<w:pStyle w:val="heading 2"/>'), styles=defaults + base + heading
    )
    body, head = document.blocks
    assert (body.size, body.align, body.indent_first, body.space_before) == (13.0, "justify", 36.0, 6.0)
    assert (body.outline_level, body.style, body.italic) == (None, "Goc", 0.0)
    assert (head.outline_level, head.style, head.italic, head.align) == (1, "heading 2", 1.0, "justify")


def test_a_cycle_of_styles_ends(read):
    styles = style("A", '<w:basedOn w:val="B"/>') + style("B", '<w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr>')
    assert read(para("Chữ", '<w:pStyle w:val="A"/>'), styles=styles).blocks[0].bold == 1.0


@pytest.mark.parametrize("extra", ["<!-- ghi chú -->", style("Ngoai", style("Trong")), "<w:latentStyles/>"])
def test_styles_are_found_however_the_part_is_written(read, extra):
    styles = extra + style("Dam", "<w:rPr><w:b/></w:rPr>") + extra
    assert read(para("Chữ", '<w:pStyle w:val="Dam"/>'), styles=styles).blocks[0].bold == 1.0


def test_styles_in_single_quotes_and_the_last_default_one(read):
    bold, plain = "<w:rPr><w:b/></w:rPr>", "<w:rPr/>"
    quoted = style("Dam", bold).replace('"', "'")
    assert read(para("Chữ", '<w:pStyle w:val="Dam"/>'), styles=quoted).blocks[0].bold == 1.0
    usual = style("Cu", plain, default=True) + style("Moi", bold, default=True)
    document = read(para("Chữ"), styles=usual + style("Khac", plain, "character", default=True))
    assert (document.blocks[0].style, document.blocks[0].bold) == ("Moi", 1.0)


def test_a_style_named_in_another_styles_text_is_none(read):
    """`w:styleId="Dam"` may stand in an attribute of something else than a style."""
    named = '<w:x w:styleId="Dam"/>'
    styles = style("Khac", named) + style("Dam", "<w:rPr><w:b/></w:rPr>")
    assert read(para("Chữ", '<w:pStyle w:val="Dam"/>'), styles=styles).blocks[0].bold == 1.0
    assert read(para("Chữ", '<w:pStyle w:val="A&amp;B"/>'), styles=styles).blocks[0].bold == 0.0


def test_share_and_prefix_of_bold(read):
    block = read(para(run("Một là:", "<w:b/>") + run(" nội dung chi tiết"))).blocks[0]
    assert block.bold_prefix == len("Một là:")
    assert block.bold == pytest.approx(5 / 19, abs=1e-3)


def test_indents_of_lists_and_typed_tabs(read):
    listed = level(0, "decimal", "%1.", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')
    body = numbered("Mục", 1) + para("<w:r><w:tab/></w:r>" + run("Thụt bằng tab"))
    first, second = read(body, numbering=abstract(1, listed) + num(1, 1)).blocks
    assert (first.indent_left, first.indent_first) == (36.0, 18.0)
    assert second.indent_first == 36.0


def test_caps_of_the_style_are_shown_as_capitals(read):
    styles = style("Hoa", "<w:rPr><w:caps/></w:rPr>")
    assert texts(read(para("đánh giá chung", '<w:pStyle w:val="Hoa"/>'), styles=styles)) == ["ĐÁNH GIÁ CHUNG"]


def test_strict_files_read_like_transitional_ones(tmp_path):
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    relation = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    body = para("Chữ", '<w:ind w:start="36pt"/>')
    link = f'<Relationship Id="r" Type="{relation}" Target="word/document.xml"/>'
    parts = {
        "word/document.xml": f"<w:document {strict}><w:body>{body}</w:body></w:document>",
        "_rels/.rels": f'<Relationships xmlns="{package}">{link}</Relationships>',
    }
    pack(tmp_path / "strict.docx", parts)
    block = read_docx(tmp_path / "strict.docx").blocks[0]
    assert (block.text, block.indent_left) == ("Chữ", 36.0)


@pytest.mark.parametrize(
    ("font", "typed", "text"),
    [
        (".VnTime", "Uû ban nh©n d©n tØnh", "Uỷ ban nhân dân tỉnh"),
        (".VnTimeH", "b¸o c¸o", "BÁO CÁO"),
        ("VNI-Times", "Uûy ban nhaân daân tænh", "Ủy ban nhân dân tỉnh"),
        (".VnTime", "Đã là Unicode", "Đã là Unicode"),
        ("Times New Roman", "Ghi chú ¹", "Ghi chú ¹"),
    ],
)
def test_legacy_fonts_by_run(read, font, typed, text):
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    assert texts(read(para(run(typed, fonts)))) == [text]


def test_a_soft_hyphen_is_a_letter_in_tcvn3(read):
    fonts = '<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr>'
    content = f"<w:r>{fonts}<w:t>®</w:t><w:softHyphen/><w:t>îc giao</w:t></w:r>"
    document = read(para(content))
    assert texts(document) == ["được giao"]
    assert codes(document) == ["legacy_font"]


def test_undeclared_legacy_text_is_found_by_its_syllables(read):
    body = para("C«ng t¸c tuyªn truyÒn ®\u00adîc thùc hiÖn th\u00adêng xuyªn t¹i c¸c th«n") + para("Tån t¹i")
    document = read(body)
    assert texts(document) == ["Công tác tuyên truyền được thực hiện thường xuyên tại các thôn", "Tồn tại"]
    assert codes(document) == ["legacy_font"]
