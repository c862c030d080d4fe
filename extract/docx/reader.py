"""A whole DOCX: parts opened, body walked, notes read, warnings worded."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Final

from lxml import etree

from extract.blocks import Block, RawDocument, RawNote, RawWarning
from extract.docx.body import Body
from extract.docx.chunks import page_blocks
from extract.docx.furniture import letterhead_in_header, secrecy_marks
from extract.docx.inline import Reader, Seen
from extract.docx.names import A, W
from extract.docx.notes import ENDNOTE, FOOTNOTE, Notes
from extract.docx.numbering import Numbering
from extract.docx.package import Package, parse_xml
from extract.docx.pages import settle_pages
from extract.docx.repair import repair_mojibake_text, repair_undeclared, settle_letters
from extract.docx.styles import Styles
from extract.docx.stylesheet import StyleSheet
from extract.encoding import display
from extract.errors import CorruptFile, FileTooLarge, ReadError
from extract.limits import DEFAULT, Limits

READER: Final = "docx/2"
_ZIP: Final = b"PK\x03\x04"
# brackets typed around the mark of a note, "(¹) Gồm …": the mark itself is no text
_MARK_BRACKETS: Final = re.compile(r"^(?:\(\s*\)|\[\s*\])\s*")
# whatever a hostile file makes the zip, XML or number code raise
_FAULTS: Final = (
    zipfile.BadZipFile, etree.LxmlError, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError,
    NotImplementedError, RuntimeError, OverflowError, TypeError, AttributeError,
)  # fmt: skip
_WARNINGS: Final = {
    "tracked_changes": "Tệp còn vết sửa (track changes); phần mềm đọc bản đã chấp nhận mọi sửa đổi.",
    "hidden_text": "Tệp có chữ ẩn (hidden text); phần mềm không đọc phần này vì bản in không có.",
    "legacy_font": "Tệp có phần dùng phông chữ cũ (TCVN3 hoặc VNI); phần mềm đã đổi sang Unicode để đọc.",
    "mojibake": "Tệp có phần chữ bị lỗi bảng mã (UTF-8 đọc nhầm); phần mềm đã giải mã lại để đọc.",
    "contents_skipped": "Tệp có mục lục tự động; phần mềm đọc các mục trong thân văn bản, không đọc mục lục.",
    "embedded_content": "Tệp có nội dung nhúng (biểu đồ, đối tượng, tệp); phần mềm không đọc phần nhúng.",
    "images_not_read": "Tệp có {n} ảnh cỡ lớn; chữ trong ảnh không đọc được, đề nghị xem trực tiếp trên tệp.",
}


def read_docx(path: Path, limits: Limits = DEFAULT) -> RawDocument:
    """Read `path` (DOCX, DOCM, DOTX; strict or transitional) into blocks in body order.

    Raises a ReadError: EncryptedFile, FileTooLarge, or CorruptFile for everything that does not parse.
    """
    try:
        package = Package(path, limits)
        try:
            return _read(package, limits)
        finally:
            package.close()
    except ReadError:
        raise
    except RecursionError as error:
        raise FileTooLarge("(nội dung lồng nhau quá sâu)") from error
    except _FAULTS as error:
        raise CorruptFile from error


def _read(package: Package, limits: Limits | None) -> RawDocument:
    """Read an open package. limits: of the files kept in it; None = they are not read."""
    root = package.parse(package.main)
    container = root.find(W + "body") if root is not None else None
    if container is None:
        raise CorruptFile("(không có phần nội dung)")
    styles = Styles(StyleSheet(package.read(package.role_name("styles")), parse_xml))
    settings = package.role("settings")
    notes = {
        FOOTNOTE: Notes(FOOTNOTE, package.role("footnotes"), settings),
        ENDNOTE: Notes(ENDNOTE, package.role("endnotes"), settings),
    }
    seen = Seen()
    sections = [
        item
        for item in container.iter(W + "sectPr")
        if item.getparent().tag != W + "sectPrChange"  # type: ignore[union-attr]
    ]
    for kind in notes.values():
        kind.begin_section(sections[0] if sections else None)
    lists = package.role("numbering")
    body = Body(styles, Numbering(lists, styles), Reader(styles, notes, seen), sections)
    body.diagram = lambda relation: _diagram(package, relation)
    if limits is not None:
        body.chunk = lambda relation: _chunk(package, relation, limits)
    head = letterhead_in_header(package, container, sections[0] if sections else None)
    if head is not None:
        body.reader.counts_pages = False
        body.walk(head)
        body.close(None)
        body.reader.counts_pages = True
    body.walk(container)
    body.close(None)
    document = RawDocument(format="docx", reader=READER, blocks=body.blocks)
    document.notes = _notes(styles, Numbering(lists, styles), notes, seen)
    document.stamps = secrecy_marks(package)
    settle_pages(document, package, seen)
    seen.legacy |= repair_undeclared(document)
    settle_letters(document)
    seen.mojibake = repair_mojibake_text(document)
    document.warnings = _warnings(seen)
    return document


def _notes(styles: Styles, lists: Numbering, notes: dict[str, Notes], seen: Seen) -> list[RawNote]:
    """Return the notes called. lists: with counters of its own, as those of the body go on without them."""

    def text_of(body: etree._Element) -> str:
        inner = Body(styles, lists, Reader(styles, {}, seen, counts_pages=False))
        inner.walk(body, 0)  # as in a cell: nothing in a note stands side by side
        inner.close(0)
        return _MARK_BRACKETS.sub("", "\n".join(_plain(block) for block in inner.blocks))

    return notes[FOOTNOTE].read(text_of) + notes[ENDNOTE].read(text_of)


def _plain(block: Block) -> str:
    if block.kind == "table":
        return "\n".join(" ".join(text for text in row if text) for row in block.cells)
    return f"{block.number} {block.text}" if block.number else block.text


def _diagram(package: Package, relation: str) -> list[Block]:
    """Return the texts of a SmartArt drawing, one block a shape."""
    name = package.target(relation)
    root = package.parse(name) if name else None
    lines = (
        " ".join("".join(item.text or "" for item in paragraph.iter(A + "t")).split())
        for paragraph in (root.iter(A + "p") if root is not None else ())
    )
    return [Block(text=display(line)) for line in lines if line]


def _chunk(package: Package, relation: str, limits: Limits) -> list[Block] | None:
    """Return the blocks of a web page or a DOCX kept in the file; None when it is neither, or has notes."""
    name = package.target(relation)
    data = package.read(name) if name else None
    if data is None:
        return None
    try:
        return _inner_blocks(data, limits) if data.startswith(_ZIP) else page_blocks(data)
    except (ReadError, *_FAULTS):  # the rest of the file can be read
        return None


def _inner_blocks(data: bytes, limits: Limits) -> list[Block] | None:
    inner = Package(data, limits)
    try:
        found = _read(inner, None)
    finally:
        inner.close()
    return None if found.notes else found.blocks


def _warnings(seen: Seen) -> list[RawWarning]:
    met = {
        "tracked_changes": seen.tracked,
        "hidden_text": seen.hidden,
        "legacy_font": seen.legacy,
        "mojibake": seen.mojibake,
        "contents_skipped": seen.contents,
        "embedded_content": seen.embedded,
        "images_not_read": seen.large_images > 0,
    }
    return [
        RawWarning(code, _WARNINGS[code].format(n=seen.large_images)) for code, found in met.items() if found
    ]
