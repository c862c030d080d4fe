"""The few pieces of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from report_templates.nd30.style import FONT
from report_templates.ooxml import clean

_FONT_SLOTS = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """Make `<w:tag w:attribute=…/>`."""
    made: BaseOxmlElement = OxmlElement(f"w:{tag}")  # type: ignore[assignment]
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def set_font(run_properties: BaseOxmlElement, font: str = FONT) -> None:
    """Name one font in every slot, so that no theme font replaces it for some letters."""
    fonts = run_properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = element("rFonts")
        run_properties.insert(0, fonts)
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for slot in _FONT_SLOTS:
        fonts.set(qn(slot), font)


def add_run(paragraph: Paragraph, text: str, size: float, *, bold: bool = False, italic: bool = False) -> Run:
    """Append cleaned text of one look; bold and italic are written even when off (styles may differ)."""
    run = paragraph.add_run(clean(text))
    run.font.size = Pt(size)
    run.bold = bold
    run.italic = italic
    return run


def shape(
    paragraph: Paragraph,
    align: str = "left",
    *,
    before: float = 0,
    after: float = 0,
    first_line: float = 0,
    line: float = 1.0,
    keep_next: bool = False,
) -> Paragraph:
    """Set a paragraph's shape: spacing in points, first line in mm; returns it."""
    form = paragraph.paragraph_format
    paragraph.alignment = ALIGN[align]
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.first_line_indent = Mm(first_line)
    form.left_indent = form.right_indent = Mm(0)
    form.line_spacing = line
    form.keep_with_next = keep_next
    return paragraph


def bare_table(document: DocxDocument, widths: tuple[float, ...]) -> Table:
    """Add a one-row table without borders and cell margins; `widths` in mm."""
    table: Table = document.add_table(rows=1, cols=len(widths))
    table.autofit = False
    properties = table._tbl.tblPr
    style = properties.find(qn("w:tblStyle"))
    if style is not None:
        properties.remove(style)
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w="0", type="dxa"))
    _place_margins(properties, margins)
    set_widths(table, widths)
    return table


def _place_margins(properties: BaseOxmlElement, margins: BaseOxmlElement) -> None:
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(margins)
    else:
        look.addprevious(margins)


def set_widths(table: Table, widths: tuple[float, ...]) -> None:
    """Fix the columns' widths (mm) in the grid and in every cell: Word reads one, LibreOffice the other."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=False):
            cell.width = Mm(width)


def first_paragraph(cell: _Cell) -> Paragraph:
    """Return the empty paragraph every cell starts with."""
    first: Paragraph = cell.paragraphs[0]
    return first


def next_paragraph(cell: _Cell) -> Paragraph:
    """Return the cell's first paragraph while it is empty, else a new one."""
    only: Paragraph = cell.paragraphs[0]
    untouched = len(cell.paragraphs) == 1 and not only.runs and not len(only._p)
    return only if untouched else last_paragraph(cell)


def last_paragraph(cell: _Cell) -> Paragraph:
    """Add an empty paragraph at the end of `cell`."""
    added: Paragraph = cell.add_paragraph()
    return added


def add_row(table: Table) -> _Row:
    """Add a row at the end of `table`."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row
