"""Layout of administrative documents by Nghị định 30/2020/NĐ-CP, as python-docx building blocks.

`style` holds the numbers as data; `page` makes the document and its page; `head` the letterhead,
title block and công văn subject; `body` paragraphs, headings and tables; `foot` Nơi nhận and
signature. All work on a `docx.document.Document`, so they serve direct documents and the making
of docxtpl templates alike.
"""

from docx.document import Document as DocxDocument

from report_templates.nd30.body import (
    add_body,
    add_heading,
    add_italic_note,
    add_loop_row,
    add_part_title,
    add_table,
    page_break,
    shade_header,
)
from report_templates.nd30.foot import add_recipients_and_signature
from report_templates.nd30.head import (
    Letterhead,
    add_addressees,
    add_annex_title,
    add_letterhead,
    add_title,
    fit_rules,
)
from report_templates.nd30.page import add_annex_section, add_landscape_section, new_document
from report_templates.nd30.style import ND30, LayoutRules

__all__ = [
    "ND30",
    "DocxDocument",
    "LayoutRules",
    "Letterhead",
    "add_addressees",
    "add_annex_section",
    "add_annex_title",
    "add_body",
    "add_heading",
    "add_italic_note",
    "add_landscape_section",
    "add_letterhead",
    "add_loop_row",
    "add_part_title",
    "add_recipients_and_signature",
    "add_table",
    "add_title",
    "fit_rules",
    "new_document",
    "page_break",
    "shade_header",
]
