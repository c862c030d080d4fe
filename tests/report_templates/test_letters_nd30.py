"""The decree's numbers (Nghị định 30/2020/NĐ-CP, Phụ lục I) measured in the XML that is written."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from letters_docx import W, part

from report_templates import nd30
from report_templates.nd30.metrics import text_width
from report_templates.nd30.style import FONT, RULE_AGENCY, RULE_SUBJECT, RULE_TIEU_NGU, TIEU_NGU
from report_templates.ooxml import Footnotes, add_comment, docx_bytes, save_docx

AS_OF = datetime(2026, 4, 25, 1, tzinfo=UTC)
HEAD = nd30.Letterhead(
    "SỞ NỘI VỤ",
    "Sông Hồng",
    "SNV-CCHC&VTLT",
    2026,
    parent="UBND TỈNH SÔNG HỒNG",
    letter_subject="góp ý <A&B>",
)


@pytest.fixture
def letter(tmp_path):
    document = nd30.new_document(title="Thử")
    nd30.add_letterhead(document, HEAD)
    nd30.add_addressees(document, ["Sở Tư pháp", "UBND xã Hồng Hà"])
    nd30.add_title(document, "Báo cáo", "Kết quả công tác")
    noted = nd30.add_body(document, "Đoạn thứ nhất.")
    Footnotes(document).add(noted, "Chú thích <một> & hai")
    nd30.add_heading(document, "I.", "Kết quả", 1)
    nd30.add_heading(document, "1.", "Ban hành văn bản", 2)
    nd30.add_table(document, ("TT", "Nội dung"), [["1", "a\nb"]], (15, 150))
    nd30.add_recipients_and_signature(
        document, ["Như trên", "Lưu: VT"], ("TM. ỦY BAN NHÂN DÂN",), "Nguyễn Văn A"
    )
    nd30.add_annex_section(document)
    nd30.add_annex_title(document, "Danh sách", "Kèm theo Báo cáo", "Phụ lục I")
    return save_docx(document, tmp_path / "thu.docx", AS_OF)


def runs(path, words):
    body = Document(str(path))
    cells = [p for t in body.tables for c in t._cells for p in c.paragraphs]
    found = [p for p in [*body.paragraphs, *cells] if words in p.text]
    assert found, words
    return found[0]


def test_page(letter):
    for section in Document(str(letter)).sections:
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        assert 20 <= round(section.top_margin.mm) <= 25
        assert 20 <= round(section.bottom_margin.mm) <= 25
        assert 30 <= round(section.left_margin.mm) <= 35
        assert 15 <= round(section.right_margin.mm) <= 20


@pytest.mark.parametrize(
    ("words", "least", "most", "bold", "italic", "align"),
    [
        ("CỘNG HÒA XÃ HỘI", 12, 13, True, False, "CENTER"),
        (TIEU_NGU, 13, 14, True, False, "CENTER"),
        ("UBND TỈNH SÔNG HỒNG", 12, 13, False, False, "CENTER"),
        ("SỞ NỘI VỤ", 12, 13, True, False, "CENTER"),
        ("Số:", 13, 13, False, False, "CENTER"),
        ("Sông Hồng, ngày", 13, 14, False, True, "CENTER"),
        ("V/v góp ý <A&B>", 12, 13, False, False, "CENTER"),
        ("BÁO CÁO", 13, 14, True, False, "CENTER"),
        ("Kết quả công tác", 13, 14, True, False, "CENTER"),
        ("Đoạn thứ nhất.", 13, 14, False, False, "JUSTIFY"),
        ("I. KẾT QUẢ", 13, 14, True, False, "JUSTIFY"),
        ("1. Ban hành văn bản", 13, 14, True, False, "JUSTIFY"),
        ("TM. ỦY BAN NHÂN DÂN", 13, 14, True, False, "CENTER"),
        ("Nguyễn Văn A", 13, 14, True, False, "CENTER"),
        ("Nơi nhận:", 12, 12, True, True, "LEFT"),
        ("- Lưu: VT.", 11, 11, False, False, "LEFT"),
        ("Phụ lục I", 14, 14, True, False, "CENTER"),
        ("DANH SÁCH", 13, 14, True, False, "CENTER"),
    ],
)
def test_sizes(letter, words, least, most, bold, italic, align):
    paragraph = runs(letter, words)
    run = next(r for r in paragraph.runs if r.text.strip())
    assert least <= run.font.size.pt <= most
    assert (run.bold, run.italic) == (bold, italic)
    assert paragraph.alignment == WD_ALIGN_PARAGRAPH[align]


def test_body_paragraph(letter):
    form = runs(letter, "Đoạn thứ nhất.").paragraph_format
    assert round(form.first_line_indent.mm, 1) in (10.0, 12.7)
    assert form.space_before.pt >= 6
    assert 1 <= form.line_spacing <= 1.5


def test_one_font_black_and_vietnamese_everywhere(letter):
    styles = part(letter, "word/styles.xml")
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert set(defaults.find(f"{W}rFonts").attrib.values()) == {FONT}
    assert defaults.find(f"{W}lang").get(qn("w:val")) == "vi-VN"
    for name in ("Normal", "Heading1", "Heading2"):
        style = next(s for s in styles.iter(f"{W}style") if s.get(qn("w:styleId")) == name)
        assert set(style.find(f"{W}rPr/{W}rFonts").attrib.values()) == {FONT}
        assert style.find(f"{W}rPr/{W}color").get(qn("w:val")) == "000000"
    document = part(letter, "word/document.xml")
    assert not {f.get(qn("w:ascii")) for f in document.iter(f"{W}rFonts")} - {FONT}


def test_page_number_is_centred_in_the_header_from_page_two(letter):
    document = Document(str(letter))
    for section in document.sections:
        assert section.different_first_page_header_footer
        paragraph = section.header.paragraphs[0]
        assert paragraph.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert "PAGE" in [i.text for i in paragraph._p.iter(qn("w:instrText"))]
        assert 13 <= paragraph.runs[0].font.size.pt <= 14
        assert not section.first_page_header.paragraphs[0].text


def test_annex_pages_are_numbered_apart(letter):
    numbers = [s.find(f"{W}pgNumType") for s in part(letter, "word/document.xml").iter(f"{W}sectPr")]
    assert numbers[0] is None
    assert numbers[1].get(qn("w:start")) == "1"


def length(paragraph, available):
    form = paragraph.paragraph_format
    return available - form.left_indent.mm - form.right_indent.mm


def test_rules(letter):
    document = Document(str(letter))
    left, right = document.tables[0].rows[0].cells
    agency = next(p for p in left.paragraphs if p.style.name == RULE_AGENCY)
    share = length(agency, left.width.mm) / text_width("SỞ NỘI VỤ", 13)
    assert 1 / 3 <= share <= 1 / 2
    motto = next(p for p in right.paragraphs if p.style.name == RULE_TIEU_NGU)
    assert length(motto, right.width.mm) == pytest.approx(text_width(TIEU_NGU, 14), abs=0.5)
    subject = next(p for p in document.paragraphs if p.style.name == RULE_SUBJECT)
    assert 1 / 3 <= length(subject, 165) / text_width("Kết quả công tác", 14) <= 1 / 2


def test_letterhead_has_no_borders_and_tables_repeat_their_header(letter):
    head, body = Document(str(letter)).tables[:2]
    assert head._tbl.tblPr.find(qn("w:tblStyle")) is None
    assert head._tbl.tblPr.find(qn("w:tblBorders")) is None
    assert body.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert body.rows[1]._tr.trPr.find(qn("w:cantSplit")) is not None
    assert body.cell(1, 1).text == "a\nb"


@pytest.mark.parametrize(
    ("number", "day", "expected"),
    [
        (None, None, ("/SNV", "ngày\u00a0")),
        ("15", date(2026, 2, 3), ("Số: 15/SNV", "ngày 03 tháng 02 năm 2026")),
        ("15", date(2026, 11, 13), ("Số: 15/SNV", "ngày 13 tháng 11 năm 2026")),
    ],
)
def test_number_and_date_lines(number, day, expected):
    head = nd30.Letterhead("A", "Huế", "SNV", 2026, number=number, day=day)
    assert expected[0] in head.number_line()
    assert expected[1] in head.place_line()
    assert head.place_line().endswith("năm 2026")


def test_lone_addressee_is_on_the_line():
    document = nd30.new_document()
    nd30.add_addressees(document, ["Sở Tư pháp"])
    assert [p.text for p in document.paragraphs] == ["Kính gửi: Sở Tư pháp."]


def test_footnotes_are_real(letter):
    notes = part(letter, "word/footnotes.xml")
    own = [n for n in notes if n.get(qn("w:type")) is None]
    assert ["".join(t.text for t in n.iter(f"{W}t")).strip() for n in own] == ["Chú thích <một> & hai"]
    references = list(part(letter, "word/document.xml").iter(f"{W}footnoteReference"))
    assert [r.get(qn("w:id")) for r in references] == [n.get(qn("w:id")) for n in own]


def build():
    document = nd30.new_document(title="Thử")
    first = nd30.add_body(document, "Một.")
    Footnotes(document).add(first, "chú thích")
    add_comment(document, first.runs, "nguồn\ntrang 3", AS_OF, "Sở Nội vụ")
    return document


def test_same_content_same_bytes():
    assert docx_bytes(build(), AS_OF) == docx_bytes(build(), AS_OF)


def test_properties_come_from_as_of(tmp_path):
    properties = Document(str(save_docx(build(), tmp_path / "a.docx", AS_OF))).core_properties
    assert properties.title == "Thử"
    assert properties.author == "tonghop"
    assert properties.created == properties.modified
    assert properties.created.year == 2026


def test_comment_is_dated_and_signed(tmp_path):
    document = Document(str(save_docx(build(), tmp_path / "a.docx", AS_OF)))
    (comment,) = list(document.comments)
    assert (comment.author, comment.initials, comment.text) == ("Sở Nội vụ", "SNV", "nguồn\ntrang 3")
    assert comment.timestamp is not None
    assert comment.timestamp.hour == 8


def test_forbidden_characters_do_not_lose_the_document(tmp_path):
    document = nd30.new_document()
    nd30.add_body(document, "trước\x00\x0b\ud800 sau\ufffe")
    saved = save_docx(document, tmp_path / "a.docx", AS_OF)
    assert Document(str(saved)).paragraphs[0].text == "trước sau"


def test_the_signature_takes_the_last_words_with_it():
    document = nd30.new_document()
    nd30.add_body(document, "Câu cuối./.")
    nd30.add_recipients_and_signature(document, ["Như trên"])
    last, spacer = document.paragraphs[:2]
    assert last.paragraph_format.keep_with_next
    assert spacer.paragraph_format.keep_with_next
    assert document.tables[0].rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None
