"""Write a letter and read what a DOCX says, for the tests."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from docx import Document
from letters_factory import AS_OF, CAMPAIGN, Warehouse
from lxml import etree

from report_templates import feedback

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def write(made: Warehouse, code: str, folder: Path, **options):
    """Write the letter to one agency; returns the file, the page and what findings.json holds."""
    docx, html, findings = feedback.write(made.con, CAMPAIGN, code, folder, AS_OF, **options)
    return docx, html.read_text("utf-8"), json.loads(findings.read_text("utf-8"))


def text(path: Path) -> str:
    """All words in document order, one paragraph a line."""
    body = Document(str(path)).element.body
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p"))


def table(path: Path, header: str) -> list[list[str]]:
    """Rows (without the header) of the table whose header row holds `header`."""
    for found in Document(str(path)).tables:
        rows = [[cell.text for cell in row.cells] for row in found.rows]
        if header in rows[0]:
            return rows[1:]
    return []


def part(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))
