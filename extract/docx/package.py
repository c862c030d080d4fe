"""The zip around a DOCX: limits, safe XML, and which part plays which role."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from pathlib import Path
from typing import Final

from lxml import etree

from extract.errors import CorruptFile, EncryptedFile, FileTooLarge
from extract.limits import Limits

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# below this size even a wild ratio does no harm
_RATIO_FLOOR: Final = 32 * 1024 * 1024
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
# ISO 29500 strict names -> the transitional ones that nearly every file uses
_STRICT_NAMES: Final = (
    (b"purl.oclc.org/ooxml/wordprocessingml/main", b"schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"purl.oclc.org/ooxml/drawingml/", b"schemas.openxmlformats.org/drawingml/2006/"),
    (
        b"purl.oclc.org/ooxml/officeDocument/relationships",
        b"schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"purl.oclc.org/ooxml/officeDocument/math", b"schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        b"purl.oclc.org/ooxml/officeDocument/extendedProperties",
        b"schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    ),
)
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_DECLARED: Final = re.compile(rb"\A<\?xml[^>]*\?>")
_REL: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """An open DOCX. `main` is the name of the document part; parts are parsed on demand."""

    def __init__(self, source: Path | bytes, limits: Limits) -> None:
        """Open a file, or one kept in another; raises EncryptedFile, FileTooLarge or CorruptFile."""
        self._limits = limits
        self._archive = zipfile.ZipFile(io.BytesIO(source)) if isinstance(source, bytes) else _open(source)
        infos = self._archive.infolist()
        _check_size(infos, len(source) if isinstance(source, bytes) else source.stat().st_size, limits)
        self._infos = {_clean(info.filename): info for info in infos}
        self._by_case = {name.lower(): name for name in self._infos}
        self.main = self._main_part()
        self._related = self._relationships(self.main)

    def close(self) -> None:
        """Close the zip."""
        self._archive.close()

    def names(self) -> list[str]:
        """Return the names of all parts, sorted."""
        return sorted(self._infos)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of part `name` with transitional names, None when there is no such part."""
        info = self._infos.get(name) or self._infos.get(self._by_case.get(name.lower(), ""))
        if info is None:
            return None
        with self._archive.open(info) as stream:
            data = stream.read(self._limits.max_unzipped_bytes + 1)
        if len(data) > self._limits.max_unzipped_bytes:
            raise FileTooLarge("(nội dung sau giải nén)")
        return _transitional(data)

    def parse(self, name: str) -> etree._Element | None:
        """Return the root of part `name`, None when there is no such part."""
        data = self.read(name)
        return None if data is None else parse_xml(data)

    def role(self, kind: str) -> etree._Element | None:
        """Return the first part that the document names as `kind` (`settings`, `footnotes`, …)."""
        return self.parse(self.role_name(kind))

    def role_name(self, kind: str) -> str:
        """Return the name of the part that plays the role `kind`; the usual name when none is named."""
        targets = self.targets(kind)
        return targets[0] if targets else posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")

    def targets(self, kind: str) -> list[str]:
        """Return the part names of every internal relationship of `kind`, in file order."""
        return [target for type_, target in self._related.values() if type_ == kind]

    def target(self, relation: str) -> str | None:
        """Return the part name behind a relationship id of the document."""
        found = self._related.get(relation)
        return found[1] if found else None

    def _main_part(self) -> str:
        for kind, target in self._relationships("").values():
            if kind == "officeDocument" and target.lower() in self._by_case:  # OPC: names ignore case
                return target
        if "word/document.xml" in self._infos:
            return "word/document.xml"
        raise CorruptFile("(không có phần nội dung)")

    def _relationships(self, source: str) -> dict[str, tuple[str, str]]:
        """Relationship id -> (last word of its type, part name); external ones are left out."""
        folder, name = posixpath.split(source)
        root = self.parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root.iter(_REL) if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            found[relation.get("Id", "")] = (kind, target)
        return found


def _open(path: Path) -> zipfile.ZipFile:
    with path.open("rb") as stream:
        if stream.read(len(_OLE)) == _OLE:
            raise _ole_reason(path)
    return zipfile.ZipFile(path)


def _ole_reason(path: Path) -> Exception:
    """Word keeps a DOCX with a password inside an OLE file."""
    import olefile

    with olefile.OleFileIO(str(path)) as ole:
        return EncryptedFile() if ole.exists("EncryptedPackage") else CorruptFile("(không phải .docx)")


def _check_size(infos: list[zipfile.ZipInfo], packed: int, limits: Limits) -> None:
    if len(infos) > limits.max_members:
        raise FileTooLarge("(số phần trong tệp nén)")
    unzipped = sum(info.file_size for info in infos)
    if unzipped > limits.max_unzipped_bytes:
        raise FileTooLarge("(dung lượng sau giải nén)")
    if unzipped > _RATIO_FLOOR and unzipped > limits.max_ratio * max(packed, 1):
        raise FileTooLarge("(tỷ lệ nén bất thường)")
    if any(info.flag_bits & 0x1 for info in infos):
        raise EncryptedFile


def _clean(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _transitional(data: bytes) -> bytes:
    if data[:2] in _UTF_16:
        data = _DECLARED.sub(b"", data.decode("utf-16").encode("utf-8"), count=1)
    if _STRICT in data:
        for strict, transitional in _STRICT_NAMES:
            data = data.replace(strict, transitional)
    return data


def parse_xml(data: bytes) -> etree._Element:
    """Parse a part: no entity is resolved, nothing is fetched."""
    # a parser per part: lxml parsers keep state and are not shared between threads
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    return etree.fromstring(data, parser)
