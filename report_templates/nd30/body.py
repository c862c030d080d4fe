"""Body text, headings and tables."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as DocxDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from report_templates.nd30.style import ND30, LayoutRules
from report_templates.nd30.xml import add_row, add_run, element, first_paragraph, set_widths, shape


def add_body(
    document: DocxDocument,
    text: str,
    rules: LayoutRules = ND30,
    *,
    bold: bool = False,
    italic: bool = False,
    keep_next: bool = False,
) -> Paragraph:
    """Add a justified paragraph with the first line indented; add runs or footnotes to what it returns."""
    paragraph = shape(
        document.add_paragraph(),
        "justify",
        before=rules.space_between,
        first_line=rules.first_line,
        line=rules.line_spacing,
        keep_next=keep_next,
    )
    add_run(paragraph, text, rules.body, bold=bold, italic=italic)
    return paragraph


def add_heading(
    document: DocxDocument, marker: str, title: str, level: int, rules: LayoutRules = ND30
) -> Paragraph:
    """Add a heading, level 1 = "I. TITLE" in capitals, 2 = "1. Title" bold, 3 bold italic, deeper italic."""
    depth = min(max(level, 1), 4)
    paragraph = shape(
        document.add_paragraph(style=f"Heading {depth}"),
        "justify",
        before=rules.space_between,
        first_line=rules.first_line,
        line=rules.line_spacing,
        keep_next=True,
    )
    printed = " ".join(part for part in (marker.strip(), title.strip()) if part)
    add_run(
        paragraph,
        printed.upper() if depth == 1 else printed,
        rules.body,
        bold=depth < 4,
        italic=depth >= 3,
    )
    return paragraph


def add_part_title(document: DocxDocument, marker: str, title: str, rules: LayoutRules = ND30) -> Paragraph:
    """Add a part's title, "Phần I" or "A.", centred in capitals on its own line."""
    paragraph = shape(document.add_paragraph(style="Heading 1"), "center", before=12, keep_next=True)
    printed = " ".join(part for part in (marker.strip(), title.strip()) if part)
    add_run(paragraph, printed.upper(), rules.body, bold=True)
    return paragraph


def add_italic_note(document: DocxDocument, text: str, rules: LayoutRules = ND30) -> Paragraph:
    """Add a small italic remark (table notes, "dự thảo" lines)."""
    paragraph = shape(document.add_paragraph(), "justify", before=3)
    add_run(paragraph, text, rules.table, italic=True)
    return paragraph


def add_table(
    document: DocxDocument,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    rules: LayoutRules = ND30,
    centered: frozenset[int] = frozenset({0}),
) -> Table:
    """Add a ruled table whose header row repeats on every page; widths in mm, newline = new paragraph.

    `centered` names the columns (0-based) whose cells are centred; rows never break across pages.
    """
    table: Table = document.add_table(rows=1, cols=len(header), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, text in zip(table.rows[0].cells, header, strict=True):
        fill_cell(cell, text, rules, bold=True, align="center")
    shade_header(table.rows[0])
    for values in rows:
        row = add_row(table)
        _keep_whole(row)
        for index, (cell, text) in enumerate(zip(row.cells, values, strict=True)):
            fill_cell(cell, text, rules, align="center" if index in centered else "left")
    set_widths(table, tuple(widths))
    return table


def add_loop_row(table: Table, each: str, cells: Sequence[str], widths: Sequence[float]) -> None:
    """Add the rows of a docxtpl template that repeat for `each` ("row in entries").

    A cell is text with tags, or the bare name of a list whose lines become paragraphs.
    """
    opening = add_row(table)
    opening.cells[0].paragraphs[0].add_run(f"{{%tr for {each} %}}")
    row = add_row(table)
    _keep_whole(row)
    for index, (cell, content) in enumerate(zip(row.cells, cells, strict=True)):
        if "{{" in content:
            fill_cell(cell, content, align="center" if index == 0 else "left")
        else:
            cell.paragraphs[0].add_run(f"{{%p for line in {content} %}}")
            add_run(shape(cell.add_paragraph(), before=2, after=2), "{{ line }}", ND30.table)
            cell.add_paragraph("{%p endfor %}")
            # Word refuses a cell without a paragraph, so an empty list must leave one.
            shape(cell.add_paragraph())
    add_row(table).cells[0].paragraphs[0].add_run("{%tr endfor %}")
    set_widths(table, tuple(widths))


def fill_cell(
    cell: _Cell, text: str, rules: LayoutRules = ND30, *, bold: bool = False, align: str = "left"
) -> None:
    """Write `text` into an empty cell, one paragraph a line."""
    for index, line in enumerate(text.split("\n")):
        paragraph = first_paragraph(cell) if index == 0 else cell.add_paragraph()
        add_run(shape(paragraph, align, before=2, after=2), line, rules.table, bold=bold)


def shade_header(row: _Row) -> None:
    """Make a row the table's header: repeated on every page, never split."""
    properties = row._tr.get_or_add_trPr()
    properties.append(element("cantSplit"))
    properties.append(element("tblHeader"))
    for cell in row.cells:
        cell_properties = cell._tc.get_or_add_tcPr()
        cell_properties.append(element("vAlign", val="center"))


def _keep_whole(row: _Row) -> None:
    properties = row._tr.get_or_add_trPr()
    if properties.find(qn("w:cantSplit")) is None:
        properties.append(element("cantSplit"))


def page_break(document: DocxDocument) -> None:
    """Start a new page within the same section."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
