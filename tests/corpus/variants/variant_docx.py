"""Printed paragraphs → DOCX (python-docx, footnotes and numbering added as XML)."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from variant_layout import Look, Para, Printed

ALIGN = {
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
}
_NOTE_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_NOTE_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_FORMATS = {
    "{I}": "upperRoman",
    "{A}": "upperLetter",
    "{1}": "decimal",
    "{a}": "lowerLetter",
    "{11}": "decimal",
}


def write_docx(printed: Printed, looks: tuple[Look, ...], path: Path) -> None:
    """Write the document; footnotes become real footnotes, `auto` paragraphs real numbering."""
    doc = Document()
    normal = doc.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    notes: list[str] = []
    if any(para.auto for para in printed.paras):
        _numbering(doc, looks)
    for para in printed.paras:
        _write(doc, para, notes)
    buffer = io.BytesIO()
    doc.save(buffer)
    path.write_bytes(_with_notes(buffer.getvalue(), notes) if notes else buffer.getvalue())


def _write(doc: object, para: Para, notes: list[str]) -> None:
    if para.columns is not None:
        table = doc.add_table(rows=1, cols=2)  # type: ignore[attr-defined]
        for cell, side in zip(table.rows[0].cells, para.columns, strict=True):
            for k, inner in enumerate(side):
                target = cell.paragraphs[0] if k == 0 else cell.add_paragraph()
                _fill(target, inner, notes)
    elif para.cells:
        table = doc.add_table(rows=0, cols=len(para.cells[0]))  # type: ignore[attr-defined]
        table.style = "Table Grid"
        for row in para.cells:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    else:
        style = para.style or None
        _fill(doc.add_paragraph(style=style), para, notes)  # type: ignore[attr-defined]


def _fill(target: object, para: Para, notes: list[str]) -> None:
    if para.page_break:
        target.add_run().add_break(WD_BREAK.PAGE)  # type: ignore[attr-defined]
    target.alignment = ALIGN[para.align]  # type: ignore[attr-defined]
    for text, bold, italic in para.runs:
        run = target.add_run(text)  # type: ignore[attr-defined]
        run.bold, run.italic = bold, italic
    if para.auto is not None:
        _, level = para.auto
        ppr = target._p.get_or_add_pPr()  # type: ignore[attr-defined]
        ppr.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )
    if para.note:
        notes.append(para.note)
        run = target.add_run()  # type: ignore[attr-defined]
        run.font.superscript = True
        run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{len(notes) + 1}"/>'))


def _numbering(doc: object, looks: tuple[Look, ...]) -> None:
    levels = ""
    for k, look in enumerate(looks):
        token = next(t for t in _FORMATS if t in look.marker)
        text = look.marker.replace(token, f"%{k + 1}")
        levels += (
            f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{_FORMATS[token]}"/>'
            f'<w:lvlText w:val="{escape(text)}"/><w:lvlJc w:val="left"/></w:lvl>'
        )
    root = doc.part.numbering_part.element  # type: ignore[attr-defined]
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    first_num = root.find(qn("w:num"))
    first_num.addprevious(abstract) if first_num is not None else root.append(abstract)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _with_notes(data: bytes, notes: list[str]) -> bytes:
    body = "".join(
        f'<w:footnote w:id="{k}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve"> {escape(t)}</w:t></w:r></w:p></w:footnote>'  # noqa: E501
        for k, t in enumerate(notes, 2)
    )
    part = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{body}</w:footnotes>'  # noqa: E501
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as src, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as dst:
        for item in src.infolist():
            content = src.read(item)
            if item.filename == "[Content_Types].xml":
                content = content.replace(
                    b"</Types>",
                    f'<Override PartName="/word/footnotes.xml" ContentType="{_NOTE_PART}"/></Types>'.encode(),
                )
            if item.filename == "word/_rels/document.xml.rels":
                rel = f'<Relationship Id="rIdNotes" Type="{_NOTE_TYPE}" Target="footnotes.xml"/></Relationships>'  # noqa: E501
                content = content.replace(b"</Relationships>", rel.encode())
            dst.writestr(item, content)
        dst.writestr("word/footnotes.xml", part)
    return out.getvalue()
