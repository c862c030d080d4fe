"""A DOCX as a bounded zip of parts, read without trusting it and written back part by part."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from report_templates.comments import AnnotateError

MAX_FILE = 100 * 2**20
MAX_PART = 200 * 2**20
MAX_TOTAL = 600 * 2**20
MAX_ENTRIES = 20_000
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = ("/officeDocument",)


@dataclass(slots=True)
class Package:
    """Parts by name, in the archive's order; `changed` holds the new bytes of parts to write."""

    archive: zipfile.ZipFile
    names: list[str]
    changed: dict[str, bytes] = field(default_factory=dict)

    def read(self, name: str) -> bytes:
        """Return a part's bytes; raises `AnnotateError` when it is absent, damaged or too large."""
        try:
            info = self.archive.getinfo(name)
            if info.file_size > MAX_PART:
                raise AnnotateError("Tệp có phần quá lớn, không thêm được nhận xét.")
            return self.archive.read(name)
        except (KeyError, zipfile.BadZipFile, RuntimeError, OSError, NotImplementedError, EOFError) as fault:
            raise AnnotateError("Tệp .docx bị hỏng hoặc thiếu thành phần.") from fault

    def xml(self, name: str) -> etree._Element:
        """Parse a part: no entities, no network, no document type."""
        return parse(self.read(name))

    def main_name(self) -> str:
        """Return the name of the main document part, from the package's relationships."""
        for relation in self.xml("_rels/.rels"):
            if str(relation.get("Type", "")).endswith(_MAIN):
                return _resolve("", str(relation.get("Target", "")))
        raise AnnotateError("Tệp không phải văn bản Word (.docx).")

    def write(self, out: Path) -> None:
        """Write every part in the archive's order, the changed ones with their new bytes."""
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as target:
            for name in [*self.names, *(n for n in self.changed if n not in self.names)]:
                stamp = self.archive.getinfo(name).date_time if name in self.names else (1980, 1, 1, 0, 0, 0)
                entry = zipfile.ZipInfo(name, stamp)
                entry.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(entry, self.changed[name] if name in self.changed else self.read(name))
        out.write_bytes(buffer.getvalue())


def open_package(path: Path) -> Package:
    """Open a DOCX within the limits; raises `AnnotateError`."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise AnnotateError("Tệp quá lớn, không thêm được nhận xét.")
        archive = zipfile.ZipFile(BytesIO(path.read_bytes()))
    except (OSError, zipfile.BadZipFile, ValueError) as fault:
        if isinstance(fault, AnnotateError):
            raise
        raise AnnotateError("Tệp không phải .docx hoặc bị hỏng.") from fault
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise AnnotateError("Tệp .docx giải nén ra quá lớn.")
    return Package(archive, list(dict.fromkeys(entry.filename for entry in entries)))


def parse(data: bytes) -> etree._Element:
    """Parse XML of a stranger; raises `AnnotateError`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise AnnotateError("Nội dung tệp .docx không đúng định dạng.") from fault
    information: Any = root.getroottree().docinfo
    if information.doctype:
        raise AnnotateError("Tệp .docx có khai báo không được phép.")
    return root


def encode(root: etree._Element) -> bytes:
    """Serialise a part as Word writes it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def rels_name(part: str) -> str:
    """Name of the part that holds the relationships of `part`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolve(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


def related(package: Package, part: str, kind: str) -> str | None:
    """Return the name of the part that `part` relates to by a relationship type ending in `kind`."""
    name = rels_name(part)
    if name not in package.names:
        return None
    for relation in package.xml(name):
        if str(relation.get("Type", "")).endswith(kind) and relation.get("TargetMode") != "External":
            found = _resolve(posixpath.dirname(part), str(relation.get("Target", "")))
            return found if found in package.names else None
    return None


def add_part(package: Package, part: str, name: str, content_type: str, kind: str) -> None:
    """Declare a new part `name`, related from `part` by relationship type `kind`."""
    types = package.xml("[Content_Types].xml")
    override = etree.SubElement(types, f"{{{TYPES}}}Override")
    override.set("PartName", f"/{name}")
    override.set("ContentType", content_type)
    package.changed["[Content_Types].xml"] = encode(types)
    rels = rels_name(part)
    root = package.xml(rels) if rels in package.names else etree.Element(f"{{{RELS}}}Relationships")
    taken = {relation.get("Id") for relation in root}
    number = next(n for n in range(1, len(taken) + 2) if f"rIdTh{n}" not in taken)
    relation = etree.SubElement(root, f"{{{RELS}}}Relationship")
    relation.set("Id", f"rIdTh{number}")
    relation.set("Type", kind)
    relation.set("Target", posixpath.relpath(name, posixpath.dirname(part) or "."))
    package.changed[rels] = encode(root)
