"""The frame of the report as an officer edits it in Word, and what is said when the edit broke it."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
import report_warehouse as made
import statement_factory as factory
from docx.shared import Pt

from report_templates.provincial import TEMPLATE, try_frame, write
from report_templates.provincial.frame import VALUES
from report_templates.shared.templates import TemplateFaultError


def edited(folder: Path, change) -> Path:
    document = docx.Document(str(TEMPLATE))
    change(document)
    document.save(str(folder / "mau.docx"))
    return folder / "mau.docx"


def find(document, text):
    return next(paragraph for paragraph in document.paragraphs if text in paragraph.text)


def test_an_edited_frame_is_used(tmp_path):
    def change(document):
        title = find(document, "BÁO CÁO")
        title.runs[0].text = "BÁO CÁO TỔNG HỢP"
        title.runs[0].font.name, title.runs[0].font.size = "Arial", Pt(15)
        title.insert_paragraph_before("Biểu tượng của Sở")

    con = made.filled(factory.province().frames())
    frame = edited(tmp_path, change)
    paths = write(con, factory.CAMPAIGN, tmp_path / "out", made.AS_OF, template=frame)
    printed = docx.Document(str(paths[0]))
    texts = [paragraph.text for paragraph in printed.paragraphs]
    assert texts.index("Biểu tượng của Sở") < texts.index("BÁO CÁO TỔNG HỢP")
    run = find(printed, "BÁO CÁO TỔNG HỢP").runs[0]
    assert (run.font.name, run.font.size.pt) == ("Arial", 15)
    assert "NOI_DUNG" not in " ".join(texts)
    assert any(text.startswith("Đến thời điểm tổng hợp") for text in texts)


def test_the_shipped_frame_can_be_filled():
    try_frame(TEMPLATE)


def broken(text):
    def change(document):
        find(document, "{{ trich_yeu }}").runs[0].text = text

    return change


def without_mark(document):
    paragraph = find(document, "NOI_DUNG")
    paragraph._p.getparent().remove(paragraph._p)


def twice(document):
    find(document, "NOI_DUNG").insert_paragraph_before("NOI_DUNG")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (broken("{{ ten_bao_cao }}"), ("«{{ ten_bao_cao }}»", "trich_yeu")),
        (broken("Về {{ trich_yeu }"), ("«Về {{ trich_yeu }»", "sai dấu ngoặc")),
        (broken("{% if nam %}"), ("«{% if nam %}»", "viết dở")),
        (without_mark, ("NOI_DUNG", "thêm lại")),
        (twice, ("2 dòng NOI_DUNG",)),
    ],
    ids=["name", "brace", "tag", "no body", "two bodies"],
)
def test_a_broken_frame_is_told_with_its_place(tmp_path, change, said):
    frame = edited(tmp_path, change)
    with pytest.raises(TemplateFaultError) as told:
        try_frame(frame)
    assert "mau.docx" in str(told.value)
    for words in said:
        assert words in str(told.value)


@pytest.mark.parametrize("data", [b"", b"khong phai Word", io.BytesIO(b"PK\x03\x04 hong").getvalue()])
def test_a_file_that_is_no_word_document(tmp_path, data):
    frame = tmp_path / "mau.docx"
    frame.write_bytes(data)
    with pytest.raises(TemplateFaultError, match=r"mau\.docx"):
        try_frame(frame)


def test_a_frame_reaches_nothing_but_its_values(tmp_path):
    frame = edited(tmp_path, broken("{{ nam.__class__.__mro__ }}"))
    with pytest.raises(TemplateFaultError, match="nam"):
        try_frame(frame)
    assert "nam" in VALUES
