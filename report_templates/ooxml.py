"""Word files with the same bytes for the same content, with real footnotes and comments.

python-docx stamps the present time into the archive and the properties and has no footnotes;
both are mended here. ECMA-376 part 1, 17.11 (footnotes) and 17.13.4 (comments).
"""

from __future__ import annotations

import re
import shutil
import unicodedata
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from report_templates.shared.format import local

PROGRAM = "tonghop"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def clean(text: str) -> str:
    """Return `text` in NFC without the characters that XML 1.0 forbids (they would lose the file)."""
    return _NOT_XML.sub("", unicodedata.normalize("NFC", text))


def save_docx(document: DocxDocument, path: Path, as_of: datetime) -> Path:
    """Write `document` to `path` with bytes that depend on its content and `as_of` alone."""
    path.write_bytes(docx_bytes(document, as_of))
    return path


def docx_bytes(document: DocxDocument, as_of: datetime) -> bytes:
    """Return the file's bytes: fixed entry order and times, properties taken from `as_of`."""
    _set_properties(document, as_of)
    buffer = BytesIO()
    document.save(buffer)
    return repack(buffer)


def repack(archive: BinaryIO) -> bytes:
    """Write a zip archive again with sorted entries, fixed times and one compression."""
    out = BytesIO()
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(out, "w") as target:
        names = sorted(set(source.namelist()), key=lambda name: (name not in _FIRST, name))
        for name in names:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.file_size = source.getinfo(name).file_size
            # a sheet of a million rows is half a gigabyte unpacked
            with source.open(name) as unpacked, target.open(entry, "w") as packed:
                shutil.copyfileobj(unpacked, packed)
    return out.getvalue()


def _set_properties(document: DocxDocument, as_of: datetime) -> None:
    moment = local(as_of).replace(microsecond=0)
    properties = document.core_properties
    properties.created = properties.modified = moment.astimezone(UTC).replace(tzinfo=None)
    properties.author = properties.author if properties.author not in ("", "python-docx") else PROGRAM
    properties.last_modified_by = PROGRAM
    properties.revision = 1
    properties.comments = ""
    properties.language = "vi-VN"


class Footnotes:
    """The footnotes of one document; numbers follow the order of the calls in the text.

    The document needs no prepared part; styles `FootnoteText` and `FootnoteReference` are used
    when present (`nd30.page.new_document` defines them).
    """

    def __init__(self, document: DocxDocument) -> None:
        self._part = _footnotes_part(document)
        self._root: BaseOxmlElement = self._part.element

    def add(self, paragraph: Paragraph, text: str) -> Run:
        """Append a call at the end of `paragraph` and its note; return the run of the call."""
        note_id = 1 + max((int(note.get(qn("w:id"), "0")) for note in self._root), default=0)
        self._root.append(_footnote(note_id, text))
        run = paragraph.add_run()
        run._r.get_or_add_rPr().append(_superscript())
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(note_id))
        run._r.append(reference)
        return run


def _superscript() -> BaseOxmlElement:
    align: BaseOxmlElement = OxmlElement("w:vertAlign")  # type: ignore[assignment]
    align.set(qn("w:val"), "superscript")
    return align


def _footnote(note_id: int, text: str) -> BaseOxmlElement:
    note: BaseOxmlElement = parse_xml(
        f'<w:footnote {nsdecls("w")} w:id="{note_id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        '<w:r><w:t xml:space="preserve"></w:t></w:r></w:p></w:footnote>'
    )
    note.findall(f".//{qn('w:t')}")[0].text = f" {clean(text)}"
    return note


def _footnotes_part(document: DocxDocument) -> XmlPart:
    main = document.part
    for relation in main.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            part = relation.target_part
            if not isinstance(part, XmlPart):
                part = XmlPart(part.partname, part.content_type, parse_xml(part.blob), part.package)
                relation._target = part
            return part
    root = parse_xml(
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    part = XmlPart(PackURI("/word/footnotes.xml"), _FOOTNOTES, root, main.package)
    main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    _declare_separators(document)
    return part


def _declare_separators(document: DocxDocument) -> None:
    declared = parse_xml(
        f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    )
    settings = document.settings.element
    # CT_Settings is a sequence: footnotePr stands right before endnotePr/compat.
    for name in ("w:endnotePr", "w:compat"):
        found = settings.find(qn(name))
        if found is not None:
            found.addprevious(declared)
            return
    settings.append(declared)


def add_comment(
    document: DocxDocument, runs: Run | Iterable[Run], text: str, as_of: datetime, author: str = PROGRAM
) -> None:
    """Put a Word comment over `runs` (first to last), dated `as_of`; a newline starts a paragraph."""
    chosen = [runs] if isinstance(runs, Run) else list(runs)
    comment = document.add_comment(chosen, text=clean(text), author=clean(author), initials=initials(author))
    comment._comment_elm.set(qn("w:date"), local(as_of).strftime("%Y-%m-%dT%H:%M:%SZ"))


def initials(name: str) -> str:
    """First letters of the words of `name`, as Word shows beside a comment: `Sở Nội vụ` → `SNV`."""
    return "".join(word[0] for word in name.split() if word).upper()[:4] or "TH"
