"""Write a made-up report as DOCX, in one of the three ways in which authors make headings."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from flows.demo.compose import Part, Report
from report_templates.ooxml import Footnotes, save_docx

Look = Literal["bold", "styles", "autonumber"]


def write_docx(report: Report, path: Path, look: Look, written_at: datetime) -> None:
    """Write `report` to `path`; the same report gives the same bytes."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    notes = Footnotes(document)
    _letterhead(document, report)
    _line(document, "BÁO CÁO", bold=True, center=True)
    _line(document, report.subject, bold=True, center=True)
    _body(document, report.preamble)
    numbering = _multilevel(document) if look == "autonumber" else None
    for part in report.parts:
        _heading(document, part, look, numbering)
        for index, text in enumerate(part.paragraphs):
            paragraph = _body(document, text)
            if index == 0 and part.note:
                notes.add(paragraph, part.note)
    _body(document, report.closing)
    _signature(document, report)
    save_docx(document, path, written_at)


def _line(document: DocxDocument, text: str, *, bold: bool = False, center: bool = False) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = bold
    if center:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _body(document: DocxDocument, text: str) -> Paragraph:
    paragraph = document.add_paragraph(text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1.27)
    return paragraph


def _letterhead(document: DocxDocument, report: Report) -> None:
    day, month, year = report.date
    parent, agency = report.body.letterhead
    table = document.add_table(rows=2, cols=2)
    rows = (
        ((parent, False), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True)),
        ((agency, True), ("Độc lập - Tự do - Hạnh phúc", True)),
        (
            (f"Số: {report.number}", False),
            (f"{report.body.place}, ngày {day} tháng {month:02d} năm {year}", False),
        ),
    )
    for column in (0, 1):
        cell = table.rows[0].cells[column]
        for index, row in enumerate(rows[:2]):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(row[column][0]).bold = row[column][1]
        paragraph = table.rows[1].cells[column].paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(rows[2][column][0]).italic = column == 1


def _heading(document: DocxDocument, part: Part, look: Look, numbering: int | None) -> None:
    text = part.title if numbering is not None else f"{part.marker} {part.title}"
    if look == "styles":
        document.add_heading(text, level=part.level)
        return
    paragraph = _line(document, text, bold=True)
    if numbering is not None:
        properties = paragraph._p.get_or_add_pPr()
        number = OxmlElement("w:numPr")
        for tag, value in (("w:ilvl", part.level - 1), ("w:numId", numbering)):
            element = OxmlElement(tag)
            element.set(qn("w:val"), str(value))
            number.append(element)
        properties.append(number)


def _multilevel(document: DocxDocument) -> int:
    """Add a two-level list (I. / 1.) to numbering.xml and return its number id."""
    root = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "990")
    for level, (kind, text) in enumerate((("upperRoman", "%1."), ("decimal", "%2."))):
        item = OxmlElement("w:lvl")
        item.set(qn("w:ilvl"), str(level))
        for tag, value in (("w:start", "1"), ("w:numFmt", kind), ("w:lvlText", text)):
            element = OxmlElement(tag)
            element.set(qn("w:val"), value)
            item.append(element)
        abstract.append(item)
    root.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "991")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "990")
    number.append(link)
    root.append(number)
    return 991


def _signature(document: DocxDocument, report: Report) -> None:
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.paragraphs[0].add_run("Nơi nhận:").bold = True
    for line in ("- Sở Nội vụ;", "- Lưu: VT."):
        left.add_paragraph(line)
    right.paragraphs[0].add_run(report.signer_title).bold = True
    for line in ("", "", report.signer):
        right.add_paragraph().add_run(line).bold = True
    for paragraph in right.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
