"""The top of a document: letterhead, title block, công văn subject, Kính gửi."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from docx.document import Document as DocxDocument
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from report_templates.nd30.metrics import text_width
from report_templates.nd30.style import (
    ND30,
    QUOC_HIEU,
    RULE_AGENCY,
    RULE_SUBJECT,
    RULE_TIEU_NGU,
    TIEU_NGU,
    LayoutRules,
)
from report_templates.nd30.xml import add_row, add_run, bare_table, next_paragraph, shape

_BLANK_NUMBER = " " * 8
_BLANK_DAY = "\u00a0" * 6


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands at the top of page 1; number and day are left blank when None.

    `number` is the part before the symbol ("123"); `symbol` e.g. `SNV-CQTN&VTLT` or `BC-UBND`.
    `letter_subject` is the công văn's "V/v …" text without "V/v".
    """

    agency: str
    place: str
    symbol: str
    year: int
    parent: str = ""
    number: str | None = None
    day: date | None = None
    letter_subject: str | None = None

    def number_line(self) -> str:
        """`Số: 123/BC-UBND`, with room to write when the number is not yet given."""
        return f"Số: {self.number or _BLANK_NUMBER}/{self.symbol}"

    def place_line(self) -> str:
        """`Gia Lai, ngày 02 tháng 4 năm 2026`, with room to write day and month."""
        if self.day is None:
            return f"{self.place}, ngày{_BLANK_DAY}tháng{_BLANK_DAY}năm {self.year}"
        month = f"{self.day.month:02d}" if self.day.month < 3 else str(self.day.month)
        return f"{self.place}, ngày {self.day.day:02d} tháng {month} năm {self.day.year}"


def add_letterhead(document: DocxDocument, head: Letterhead, rules: LayoutRules = ND30) -> None:
    """Add the two-column block: agency and number left, Quốc hiệu, Tiêu ngữ, place and date right."""
    table = bare_table(document, (rules.left_column, rules.right_column))
    left, right = table.rows[0].cells
    if head.parent:
        _line(left, head.parent, rules.agency_parent)
    _line(left, head.agency, rules.agency, bold=True)
    _rule(left, RULE_AGENCY)
    _line(right, QUOC_HIEU, rules.quoc_hieu, bold=True)
    _line(right, TIEU_NGU, rules.tieu_ngu, bold=True)
    _rule(right, RULE_TIEU_NGU)
    left, right = add_row(table).cells
    _line(left, head.number_line(), rules.number, before=3)
    _line(right, head.place_line(), rules.place_date, italic=True, before=3)
    if head.letter_subject is not None:
        _line(left, f"V/v {head.letter_subject}", rules.letter_subject, before=2)
    fit_rules(document, rules)


def _line(
    cell: _Cell, text: str, size: float, *, bold: bool = False, italic: bool = False, before: float = 0
) -> Paragraph:
    paragraph = shape(next_paragraph(cell), "center", before=before)
    add_run(paragraph, text, size, bold=bold, italic=italic)
    return paragraph


def _rule(cell: _Cell, style: str) -> None:
    cell.add_paragraph(style=style)


def add_title(document: DocxDocument, doc_type: str, subject: str, rules: LayoutRules = ND30) -> None:
    """Add tên loại and trích yếu (each line of `subject` its own line) with the rule under them."""
    add_run(
        shape(document.add_paragraph(), "center", before=14, keep_next=True),
        doc_type.upper(),
        rules.doc_type,
        bold=True,
    )
    for line in subject.split("\n"):
        add_run(shape(document.add_paragraph(), "center", keep_next=True), line, rules.subject, bold=True)
    document.add_paragraph(style=RULE_SUBJECT)
    fit_rules(document, rules)


def add_addressees(document: DocxDocument, names: list[str], rules: LayoutRules = ND30) -> None:
    """Add "Kính gửi:": one addressee on its line, several as a list (Phụ lục I, II.9)."""
    lone = len(names) == 1
    opening = shape(document.add_paragraph(), "center", before=12, after=6)
    add_run(opening, f"Kính gửi: {names[0]}." if lone else "Kính gửi:", rules.body)
    if lone:
        return
    opening.paragraph_format.space_after = Mm(1)
    for name, end in zip(names, [";"] * (len(names) - 1) + ["."], strict=True):
        entry = shape(document.add_paragraph(), "left")
        entry.paragraph_format.left_indent = Mm(50)
        add_run(entry, f"- {name}{end}", rules.body)


def add_annex_title(
    document: DocxDocument, title: str, reference: str = "", label: str = "Phụ lục", rules: LayoutRules = ND30
) -> None:
    """Add "Phụ lục I", its title in capitals and the italic line naming the document it belongs to."""
    add_run(shape(document.add_paragraph(), "center", keep_next=True), label, rules.annex_title, bold=True)
    add_run(
        shape(document.add_paragraph(), "center", keep_next=True), title.upper(), rules.annex_title, bold=True
    )
    if reference:
        add_run(
            shape(document.add_paragraph(), "center", after=6, keep_next=True),
            f"({reference})",
            rules.body,
            italic=True,
        )


def fit_rules(document: DocxDocument, rules: LayoutRules = ND30) -> None:
    """Give every rule its length from the line above it; call again after a template is filled."""
    shares = {RULE_AGENCY: rules.rule_share, RULE_SUBJECT: rules.rule_share, RULE_TIEU_NGU: 1.0}
    by_id = {style.style_id: shares[style.name] for style in document.styles if style.name in shares}
    for table in document.tables[:1]:
        for row in table.rows:
            for cell in row.cells:
                _fit(cell.paragraphs, cell.width.mm if cell.width else rules.left_column, rules, by_id)
    _fit(document.paragraphs, rules.text_width, rules, by_id)


def _fit(
    paragraphs: list[Paragraph], available: float, rules: LayoutRules, shares: Mapping[str, float]
) -> None:
    """`shares` go by style id: python-docx finds a style's name by looking through all styles."""
    for above, line in pairwise(paragraphs):
        share = shares.get(line._p.style or "")
        if share is None:
            continue
        size = next((run.font.size.pt for run in above.runs if run.font.size), rules.body)
        length = min(text_width(above.text.strip(), size), available) * share
        indent = Mm(max(0.0, (available - length) / 2))
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = indent
