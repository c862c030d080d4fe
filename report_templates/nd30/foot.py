"""The end of a document: Nơi nhận on the left, authority, signature and name on the right."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.shared import Mm

from report_templates.nd30.style import ND30, LayoutRules
from report_templates.nd30.xml import add_run, bare_table, element, next_paragraph, shape

BLANK_AUTHORITY = "[Quyền hạn, chức vụ của người ký]"
BLANK_SIGNER = "[Họ và tên]"
_SIGNING_SPACE = 72
"""Points left for the signature and the seal."""


def add_recipients_and_signature(
    document: DocxDocument,
    recipients: Sequence[str],
    authority: Sequence[str] = (),
    signer: str | None = None,
    rules: LayoutRules = ND30,
) -> None:
    """Add Nơi nhận (each with ";", the last with ".") and the signature block, kept on one page.

    `authority` are the lines above the signature ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"); empty
    leaves a visible blank for the officer, as does `signer` None.
    """
    if document.paragraphs:
        # A signature never stands alone on a page: the last words of the text go with it.
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        document.paragraphs[-1].paragraph_format.keep_together = True
    spacer = shape(document.add_paragraph(), keep_next=True)
    add_run(spacer, "", rules.recipients)
    half = rules.text_width / 2
    table = bare_table(document, (half, half))
    table.rows[0]._tr.get_or_add_trPr().append(element("cantSplit"))
    left, right = table.rows[0].cells
    add_run(shape(next_paragraph(left)), "Nơi nhận:", rules.recipients_title, bold=True, italic=True)
    for index, name in enumerate(recipients):
        end = "." if index == len(recipients) - 1 else ";"
        entry = shape(left.add_paragraph())
        entry.paragraph_format.right_indent = Mm(4)
        add_run(entry, f"- {name}{end}", rules.recipients)
    for words in authority or (BLANK_AUTHORITY,):
        caps = words if words.startswith("[") else words.upper()
        add_run(shape(next_paragraph(right), "center"), caps, rules.authority, bold=True)
    signed = shape(right.add_paragraph(), "center", before=_SIGNING_SPACE)
    add_run(signed, signer or BLANK_SIGNER, rules.signer, bold=True)
    _close(document)


def _close(document: DocxDocument) -> None:
    """Word needs a paragraph after a table; make it too small to open a new page."""
    last = shape(document.add_paragraph())
    add_run(last, "", 1)
    last.paragraph_format.line_spacing = 0.1
    marker = last._p.get_or_add_pPr()
    if marker.find(qn("w:rPr")) is None:
        mark = element("rPr")
        mark.append(element("sz", val="2"))
        marker.append(mark)
