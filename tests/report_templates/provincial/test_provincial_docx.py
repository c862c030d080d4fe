"""The Word draft: layout of the decree, every sentence a statement with its note, nothing overwritten."""

from __future__ import annotations

import re
import zipfile
from datetime import timedelta
from io import BytesIO

import docx
import pytest
import report_warehouse
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from report_warehouse import AS_OF, factory

from report_templates.provincial import Moved, write
from report_templates.provincial.data import load
from report_templates.provincial.frame import subject_of
from report_templates.provincial.write import docx as build

FIXED = (
    "Trên cơ sở báo cáo của",
    "Trên đây là báo cáo tổng hợp",
    "Kèm theo báo cáo là các phụ lục",
    "BÁO CÁO",
    "DỰ THẢO",
    "Đối với ",
    "Kiến nghị chưa nêu rõ",
    "Hạn chế, khó khăn:",
    "Nguyên nhân ",
    "Tình hình gửi báo cáo",
)


@pytest.fixture(scope="module")
def report(province_con):
    return load(province_con, factory.CAMPAIGN)


@pytest.fixture(scope="module")
def draft(report):
    return docx.Document(BytesIO(build(report, AS_OF)))


def test_every_sentence_of_the_body_is_a_statement(report, draft):
    texts = sorted((one.text for part in report.parts for one in part.shown()), key=len, reverse=True)
    headings = {f"{part.marker} {part.title}".strip().upper() for part in report.parts}
    checked = 0
    for paragraph in draft.paragraphs:
        left = paragraph.text.strip().removeprefix("- ")
        if left.upper() in headings or report.campaign.title in left:
            continue
        for text in texts:
            if text in left:
                left = left.replace(text, "", 1).strip()
                checked += 1
        assert not left or left.startswith(FIXED), left
    assert checked == len(texts)


def test_every_sentence_has_its_footnote(report, draft):
    calls = draft.element.body.findall(f".//{qn('w:footnoteReference')}")
    assert len(calls) == sum(len(part.shown()) for part in report.parts)
    data = build(report, AS_OF)
    notes = zipfile.ZipFile(BytesIO(data)).read("word/footnotes.xml").decode()
    assert "mục II.1, trang" in notes
    assert "Báo cáo số " in notes


def test_page_and_type_sizes_follow_the_decree(draft):
    section = draft.sections[0]
    assert abs(section.page_width - Mm(210)) < Mm(0.1)
    assert abs(section.page_height - Mm(297)) < Mm(0.1)
    assert Mm(29.9) <= section.left_margin <= Mm(35)
    assert Mm(14.9) <= section.right_margin <= Mm(20)
    assert Mm(19.9) <= section.top_margin <= Mm(25)
    assert section.different_first_page_header_footer
    body = next(p for p in draft.paragraphs if p.text.startswith("Trên cơ sở"))
    assert body.runs[0].font.size == Pt(14)
    assert body.paragraph_format.first_line_indent in (Mm(10), Mm(12.7))
    assert body.paragraph_format.space_before >= Pt(6)


def test_letterhead_is_that_of_the_province_with_number_and_day_blank(draft):
    cells = " | ".join(cell.text for row in draft.tables[0].rows for cell in row.cells)
    assert "ỦY BAN NHÂN DÂN TỈNH SƠN HẢI" in cells.replace("\u00a0", " ")
    assert re.search(r"Số:\s+/BC-UBND", cells)
    assert re.search(r"Sơn Hải, ngày\s+tháng\s+năm 2026", cells.replace("\u00a0", " "))
    end = " ".join(cell.text for cell in draft.tables[-1].rows[0].cells)
    assert "TM. ỦY BAN NHÂN DÂN" in end
    assert "[Họ và tên]" in end
    assert any("DỰ THẢO DO PHẦN MỀM TỔNG HỢP, CHƯA DUYỆT" in p.text for p in draft.paragraphs)


def test_sources_as_comments_or_not_at_all(report):
    commented = zipfile.ZipFile(BytesIO(build(report, AS_OF, "comments")))
    comments = commented.read("word/comments.xml").decode()
    assert comments.count("<w:comment ") == sum(len(part.shown()) for part in report.parts)
    bare = docx.Document(BytesIO(build(report, AS_OF, "none")))
    assert not bare.element.body.findall(f".//{qn('w:footnoteReference')}")
    assert not bare.element.body.findall(f".//{qn('w:commentReference')}")


def test_the_same_warehouse_gives_the_same_bytes(report):
    assert build(report, AS_OF) == build(report, AS_OF)


def test_markup_in_names_and_texts_stays_text(hostile_con):
    report = load(hostile_con, factory.CAMPAIGN)
    data = build(report, AS_OF)
    document = docx.Document(BytesIO(data))
    notes = zipfile.ZipFile(BytesIO(data)).read("word/footnotes.xml").decode()
    everything = " ".join(p.text for p in document.paragraphs)
    assert "<script>alert(1)</script>" in everything
    assert "{{ 7*7 }}" in notes
    assert "&lt;b&gt;Tư&lt;/b&gt;" in notes


def test_an_edited_draft_is_kept_and_the_new_one_lies_beside(province_con, tmp_path):
    first = write(province_con, factory.CAMPAIGN, tmp_path, AS_OF)
    assert [path.name for path in first] == ["tong-hop.docx", "tong-hop.html"]
    assert write(province_con, factory.CAMPAIGN, tmp_path, AS_OF) == first
    edited = first[0].read_bytes() + b"edited"
    first[0].write_bytes(edited)
    second = write(province_con, factory.CAMPAIGN, tmp_path, AS_OF + timedelta(hours=1))
    assert first[0].read_bytes() == edited
    assert second[0] != first[0]
    assert second[0].suffix == ".docx"
    docx.Document(str(second[0]))


def test_changed_sentences_are_marked_in_the_margin(province_con):
    report = load(province_con, factory.CAMPAIGN)
    chosen = next(one for part in report.parts for one in part.shown("example"))
    moved = Moved("statement_changed", "II.1", "Nội dung câu thay đổi.", "trước", "nay", chosen.id)
    marked = docx.Document(BytesIO(build(load(province_con, factory.CAMPAIGN, [moved]), AS_OF)))
    bars = [
        p.text for p in marked.paragraphs if p._p.pPr is not None and p._p.pPr.find(qn("w:pBdr")) is not None
    ]
    assert bars == [f"- {chosen.text}"]


def test_a_template_without_the_place_of_the_body_is_refused(report, tmp_path):
    wrong = tmp_path / "mau.docx"
    docx.Document().save(str(wrong))
    with pytest.raises(ValueError, match="NOI_DUNG"):
        build(report, AS_OF, template=wrong)


def test_a_template_of_the_office_is_used(report, tmp_path):
    own = tmp_path / "mau.docx"
    document = docx.Document()
    document.add_paragraph("Mẫu riêng của Sở: {{ trich_yeu }}")
    document.add_paragraph("NOI_DUNG")
    document.save(str(own))
    made = docx.Document(BytesIO(build(report, AS_OF, template=own)))
    assert made.paragraphs[0].text == f"Mẫu riêng của Sở: {report.campaign.title}"
    assert any("14/16" in p.text for p in made.paragraphs)
    assert not any("NOI_DUNG" in p.text for p in made.paragraphs)


assert report_warehouse


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Báo cáo kết quả công tác văn thư năm 2025", "Kết quả công tác văn thư năm 2025"),
        ("BÁO CÁO tổng kết năm 2025", "Tổng kết năm 2025"),
        ("Sơ kết công tác báo cáo viên", "Sơ kết công tác báo cáo viên"),
    ],
)
def test_the_subject_does_not_say_the_type_again(title, printed):
    assert subject_of(title) == printed
