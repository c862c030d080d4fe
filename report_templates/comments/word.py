"""Word comments in someone else's DOCX, without touching anything else of it."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from lxml import etree

from report_templates.comments import Annotated, AnnotateError, lines
from report_templates.comments.locate import key, locate, title_paragraph
from report_templates.comments.package import Package, add_part, encode, open_package, related
from report_templates.ooxml import clean, initials
from report_templates.shared.findings import Finding
from report_templates.shared.format import local

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KINDS = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    ),
    "http://purl.oclc.org/ooxml/wordprocessingml/main": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
    ),
}
"""Namespace of the main part (transitional, strict) → relationship type of its comments."""


def annotate(
    original: Path, findings: Sequence[Finding], out: Path, as_of: datetime | None, author: str
) -> Annotated:
    """Write the commented copy; raises `AnnotateError`."""
    package = open_package(original)
    main = package.main_name()
    root = package.xml(main)
    space = etree.QName(root).namespace or ""
    if space not in _KINDS:
        raise AnnotateError("Tệp không phải văn bản Word (.docx).")
    paragraphs = list(root.iter(f"{{{space}}}p"))
    keys = [key(_text(paragraph, space)) for paragraph in paragraphs]
    name, comments = _comments(package, main, space)
    number = 1 + max((int(c.get(f"{{{space}}}id") or 0) for c in comments), default=-1)
    placed = 0
    for finding in findings:
        index = locate(finding, keys)
        placed += index is not None
        index = title_paragraph(keys) if index is None else index
        if index is None:
            raise AnnotateError("Tệp không có chữ để đặt nhận xét.")
        comments.append(_comment(space, number, lines(finding), as_of, author))
        _mark(paragraphs[index], space, number)
        number += 1
    package.changed[main] = encode(root)
    package.changed[name] = encode(comments)
    package.write(out)
    return Annotated(out, placed, len(findings) - placed)


def _text(paragraph: etree._Element, space: str) -> str:
    """Text of the accepted view: insertions in, deletions (w:delText) out."""
    return "".join(node.text or "" for node in paragraph.iter(f"{{{space}}}t"))


def _comments(package: Package, main: str, space: str) -> tuple[str, etree._Element]:
    """Return the comments part, the document's own or a new one."""
    name = related(package, main, "/comments")
    if name is not None:
        return name, package.xml(name)
    name = posixpath.join(posixpath.dirname(main), "comments.xml")
    while name in package.names:
        name = name.replace(".xml", "_.xml")
    add_part(package, main, name, _TYPE, _KINDS[space])
    return name, etree.Element(f"{{{space}}}comments", nsmap={"w": space})


def _comment(
    space: str, number: int, texts: list[str], as_of: datetime | None, author: str
) -> etree._Element:
    comment = etree.Element(f"{{{space}}}comment", nsmap={"w": space})
    comment.set(f"{{{space}}}id", str(number))
    comment.set(f"{{{space}}}author", clean(author))
    comment.set(f"{{{space}}}initials", initials(clean(author)))
    if as_of is not None:
        comment.set(f"{{{space}}}date", local(as_of).strftime("%Y-%m-%dT%H:%M:%SZ"))
    for text in texts:
        paragraph = etree.SubElement(comment, f"{{{space}}}p")
        run = etree.SubElement(paragraph, f"{{{space}}}r")
        etree.SubElement(run, f"{{{space}}}t").text = clean(text)
    return comment


def _mark(paragraph: etree._Element, space: str, number: int) -> None:
    """Put the comment's range around the paragraph's content and its reference at the end."""
    properties = paragraph.find(f"{{{space}}}pPr")
    at = 0 if properties is None else paragraph.index(properties) + 1
    while at < len(paragraph) and paragraph[at].tag == f"{{{space}}}commentRangeStart":
        at += 1
    start = etree.Element(f"{{{space}}}commentRangeStart")
    end = etree.SubElement(paragraph, f"{{{space}}}commentRangeEnd")
    reference = etree.SubElement(etree.SubElement(paragraph, f"{{{space}}}r"), f"{{{space}}}commentReference")
    for node in (start, end, reference):
        node.set(f"{{{space}}}id", str(number))
    paragraph.insert(at, start)
