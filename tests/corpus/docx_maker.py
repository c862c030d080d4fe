"""Writes tiny DOCX files from raw WordprocessingML: what Word writes, without Word.

Every hazard of the reader's tests is made here by hand, so that the expected result is known by
construction.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "settings": "w:settings",
}


def run(text: str, properties: str = "") -> str:
    """Return a run; properties are the children of its `w:rPr`."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(content: str, properties: str = "") -> str:
    """Return a paragraph of raw content (text without markup becomes a run)."""
    if not content.startswith("<"):
        content = run(content) if content else ""
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{inside}{content}</w:p>"


def numbered(text: str, num: int, level: int = 0) -> str:
    """Return a paragraph with automatic numbering of its own."""
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def style(name: str, inside: str = "", kind: str = "paragraph", default: bool = False) -> str:
    """Return a style whose id and name are `name`."""
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"{mark}><w:name w:val="{name}"/>{inside}</w:style>'


def level(index: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    """Return a `w:lvl`."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{escape(text)}"/></w:lvl>'
    )


def abstract(number: int, *levels: str, extra: str = "") -> str:
    """Return a `w:abstractNum`."""
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    """Return a `w:num`."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def cell(content: str, properties: str = "") -> str:
    """Return a table cell of raw paragraphs (plain text becomes one)."""
    if not content.startswith("<w:"):
        content = para(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: str, lined: bool = False, properties: str = "") -> str:
    """Return a table of `row(...)`; lined: with all borders."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single"/>' for side in sides)
    own = f"<w:tblBorders>{borders}</w:tblBorders>" if lined else ""
    return f"<w:tbl><w:tblPr>{own}{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Return a table row; plain texts become cells."""
    inside = "".join(item if item.startswith("<w:tc>") else cell(item) for item in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def note(number: int, content: str, kind: str = "footnote") -> str:
    """Return a note's body as Word writes it: its mark, a space, the text."""
    mark = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Ref/></w:r>'
    return f'<w:{kind} w:id="{number}">{para(mark + run(" " + content))}</w:{kind}>'


def call(number: int, kind: str = "footnote", extra: str = "") -> str:
    """Return a run that calls a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"{extra}/></w:r>'


def write(path: Path, body: str, **parts: str) -> Path:
    """Write a DOCX and return its path.

    parts: `styles`, `numbering`, `footnotes`, `endnotes`, `settings` (children of their roots);
    `header` (children of `w:hdr`); `app` (children of Properties); `section` (children of `w:sectPr`).
    """
    document = f"<w:body>{body}<w:sectPr>{parts.get('section', '')}</w:sectPr></w:body>"
    files = {"word/document.xml": f"<w:document {NAMESPACES}>{document}</w:document>"}
    links = []
    for name, root in _ROOTS.items():
        if name in parts:
            files[f"word/{name}.xml"] = f"<{root} {NAMESPACES}>{parts[name]}</{root}>"
            links.append((name, f"{name}.xml"))
    if "header" in parts:
        files["word/header1.xml"] = f"<w:hdr {NAMESPACES}>{parts['header']}</w:hdr>"
        links.append(("header", "header1.xml"))
    if "app" in parts:
        namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
        files["docProps/app.xml"] = f'<Properties xmlns="{namespace}">{parts["app"]}</Properties>'
    files["word/_rels/document.xml.rels"] = _relations(links)
    files["_rels/.rels"] = _relations([("officeDocument", "word/document.xml")])
    files["[Content_Types].xml"] = _content_types(files)
    pack(path, files)
    return path


def pack(path: Path, files: dict[str, str]) -> None:
    """Zip parts under their names, with a fixed date."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda item: (item != "[Content_Types].xml", item)):
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            text = files[name]
            archive.writestr(
                info, text if text.startswith("<?xml") else f'<?xml version="1.0" encoding="UTF-8"?>{text}'
            )


def _relations(links: list[tuple[str, str]]) -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    items = "".join(
        f'<Relationship Id="rId{index}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{namespace}">{items}</Relationships>'


def _content_types(files: dict[str, str]) -> str:
    kinds = {"document": f"{_MAIN}.document.main+xml", "header1": f"{_MAIN}.header+xml"}
    items = ""
    for name in sorted(files):
        if name.startswith("word/") and name.endswith(".xml"):
            kind = kinds.get(Path(name).stem, f"{_MAIN}.{Path(name).stem}+xml")
            items += f'<Override PartName="/{name}" ContentType="{kind}"/>'
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    return (
        f'<Types xmlns="{namespace}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{items}</Types>'
    )


THREE_LEVELS = abstract(
    1, level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)")
)  # fmt: skip
