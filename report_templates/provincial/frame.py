"""The frame of the report as a Word template: letterhead, title, Nơi nhận, signature.

`khung.docx` beside this module is what the Sở may edit in Word: the places marked with double braces
are filled by docxtpl (escaped), the paragraph holding `NOI_DUNG` gives way to the body. Made anew by
`python -m report_templates.provincial.frame`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import cast
from zipfile import BadZipFile

from docx.document import Document as DocxDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import XMLSyntaxError

from report_templates.nd30 import (
    ND30,
    Letterhead,
    add_body,
    add_letterhead,
    add_recipients_and_signature,
    add_title,
    fit_rules,
    new_document,
)
from report_templates.nd30.xml import add_run, shape
from report_templates.ooxml import clean, save_docx
from report_templates.provincial.data import Report
from report_templates.shared.format import local
from report_templates.shared.templates import TemplateFaultError

TEMPLATE = Path(__file__).with_name("khung.docx")
BODY_MARK = "NOI_DUNG"
DRAFT_NOTE = "DỰ THẢO DO PHẦN MỀM TỔNG HỢP, CHƯA DUYỆT"
_AUTHORITY = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
VALUES = ("co_quan", "dia_danh", "ky_hieu", "nam", "trich_yeu", "dau_du_thao", "co_quan_tong_hop", "luu")
"""Names that a frame may use in double braces."""
_SIGNS = ("{{", "}}", "{%", "%}", "{#")
_RECIPIENTS = (
    "[Cơ quan nhận báo cáo]",
    "Thường trực Tỉnh ủy (để báo cáo)",
    "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
    "{{ co_quan_tong_hop }}",
    "{{ luu }}",
)


def make_template() -> DocxDocument:
    """Build the default frame."""
    document = new_document(ND30, "Báo cáo tổng hợp (dự thảo)")
    section = document.sections[0]
    for footer in (section.footer, section.first_page_footer):
        footer.is_linked_to_previous = False
        add_run(shape(footer.paragraphs[0], "center"), "{{ dau_du_thao }}", 10, italic=True)
    add_letterhead(document, Letterhead("{{ co_quan }}", "{{ dia_danh }}", "{{ ky_hieu }}", 2000, parent=""))
    _year_placeholder(document)
    add_run(
        shape(document.add_paragraph(), "center", before=10), "{{ dau_du_thao }}", 12, bold=True, italic=True
    )
    add_title(document, "BÁO CÁO", "{{ trich_yeu }}")
    add_body(document, BODY_MARK)
    add_recipients_and_signature(document, _RECIPIENTS, _AUTHORITY)
    return document


def _year_placeholder(document: DocxDocument) -> None:
    for paragraph in document.tables[0].rows[1].cells[1].paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("2000", "{{ nam }}")


def opened(report: Report, as_of: datetime, template: Path | None = None) -> tuple[DocxDocument, Paragraph]:
    """Fill the frame; return the document and the paragraph before which the body goes (remove it after).

    Raises `TemplateFaultError` naming the line of the template that is at fault.
    """
    return _filled(template or TEMPLATE, _context(report, as_of))


def try_frame(template: Path) -> None:
    """Fill a frame with its own names of values: raises `TemplateFaultError` as `opened` would."""
    _filled(template, {name: f"[{name}]" for name in VALUES})


def _filled(template: Path, values: Mapping[str, str]) -> tuple[DocxDocument, Paragraph]:
    jinja = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        filled = DocxTemplate(str(template))
        filled.init_docx()
    except (OSError, KeyError, ValueError, BadZipFile, PackageNotFoundError, XMLSyntaxError) as fault:
        raise TemplateFaultError(
            f"Không mở được mẫu {template.name}: tệp hỏng hoặc không phải văn bản Word (.docx)."
        ) from fault
    lines = list(_lines(filled.docx))
    try:
        filled.render(dict(values), jinja, autoescape=True)
    except (TemplateError, XMLSyntaxError, ValueError) as fault:
        reason = _reason(fault, lines, jinja, values)
        raise TemplateFaultError(f"Không điền được mẫu {template.name}: {reason}") from fault
    document = cast(DocxDocument, filled.docx)
    fit_rules(document)
    marked = [paragraph for paragraph in document.paragraphs if BODY_MARK in paragraph.text]
    if len(marked) == 1:
        return document, marked[0]
    if marked:
        raise TemplateFaultError(
            f"Mẫu {template.name} có {len(marked)} dòng {BODY_MARK}; chỉ để lại một dòng, ở nơi đặt nội dung."
        )
    raise TemplateFaultError(
        f"Mẫu {template.name} không có dòng {BODY_MARK} (nơi đặt nội dung báo cáo, là một đoạn "
        "riêng, không nằm trong bảng). Đề nghị thêm lại dòng này."
    )


def _lines(document: DocxDocument) -> Iterator[str]:
    """Text of every paragraph that may hold a value: body, tables, headers, footers."""
    parts = [document.element.body]
    for section in document.sections:
        for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            parts.extend([] if part.is_linked_to_previous else [part._element])
    for part in parts:
        for paragraph in part.iter(qn("w:p")):
            yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _reason(
    fault: Exception, lines: Sequence[str], jinja: SandboxedEnvironment, values: Mapping[str, str]
) -> str:
    """Say in which line of the template the fault lies, and which names may be used."""
    for line in lines:
        if not any(sign in line for sign in _SIGNS):
            continue
        try:
            jinja.from_string(line).render(dict(values))
        except UndefinedError:
            return f"dòng «{line.strip()}» có tên không dùng được. Các tên dùng được: {', '.join(VALUES)}."
        except TemplateError:
            return f"dòng «{line.strip()}» viết dở hoặc sai dấu ngoặc; mỗi chỗ điền viết là {{{{ tên }}}}."
    return f"{fault}. Các tên dùng được: {', '.join(VALUES)}."


def remove(paragraph: Paragraph) -> None:
    """Take a paragraph out of the document."""
    parent = paragraph._p.getparent()
    if parent is not None:
        parent.remove(paragraph._p)


def _context(report: Report, as_of: datetime) -> dict[str, str]:
    campaign = report.campaign
    values = {
        "co_quan": authority(report),
        "dia_danh": campaign.place or report.province or "[Địa danh]",
        "ky_hieu": "BC-UBND",
        "nam": str(local(as_of).year),
        "trich_yeu": subject_of(campaign.title),
        "dau_du_thao": DRAFT_NOTE,
        "co_quan_tong_hop": campaign.consolidator or "[Cơ quan tổng hợp]",
        "luu": campaign.keep_line,
    }
    return {name: clean(value) for name, value in values.items()}


def subject_of(title: str) -> str:
    """Return the title without the word that stands above it as the type of the document."""
    rest = re.sub(r"^báo cáo\s+", "", title.strip(), flags=re.IGNORECASE)
    return rest[:1].upper() + rest[1:]


def authority(report: Report) -> str:
    """Name of the issuing body in capitals, "UBND" written out as the decree prints it."""
    name = report.campaign.parent or (f"UBND TỈNH {report.province.upper()}" if report.province else "")
    head, _, place = name.replace("UBND", "ỦY BAN NHÂN DÂN").partition("NHÂN DÂN ")
    # The place stays in one piece, so that the name breaks as the decree's models do.
    return f"{head}NHÂN DÂN {place.replace(' ', chr(0xA0))}" if place else head or "[CƠ QUAN BAN HÀNH]"


def main() -> None:
    """Write the default frame beside this module."""
    save_docx(make_template(), TEMPLATE, datetime(2026, 1, 1, tzinfo=UTC))


if __name__ == "__main__":
    main()
