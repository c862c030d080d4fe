"""Word's "XML document" (flat OPC): a DOCX package written as one XML file, put back into a zip."""

from __future__ import annotations

import base64
import binascii
import zipfile
from pathlib import Path
from typing import Final

from lxml import etree

from extract.errors import CorruptFile, FileTooLarge

_PKG: Final = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_MOST_PARTS: Final = 2_000


def flat_package(path: Path, workdir: Path) -> Path | None:
    """Return the package of a flat OPC file as a DOCX in `workdir`; None when the file is other XML.

    Raises CorruptFile when it does not parse, FileTooLarge for too many parts.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.parse(str(path), parser).getroot()
    except (etree.LxmlError, OSError, ValueError) as error:
        raise CorruptFile("(tệp XML hỏng)") from error
    if root.tag != _PKG + "package":
        return None
    parts = list(root.iterchildren(_PKG + "part"))
    if len(parts) > _MOST_PARTS:
        raise FileTooLarge(f"({len(parts)} phần)")
    target = workdir / "goi.docx"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _content_types(parts))
        taken = {"[Content_Types].xml"}
        for part in parts:
            name = part.get(_PKG + "name", "").lstrip("/")
            if name and name not in taken:
                taken.add(name)
                archive.writestr(name, _content(part))
    return target


def _content(part: etree._Element) -> bytes:
    data = part.find(_PKG + "xmlData")
    if data is not None and len(data):
        return etree.tostring(data[0], xml_declaration=True, encoding="UTF-8", standalone=True)
    text = part.findtext(_PKG + "binaryData") or ""
    try:
        return base64.b64decode("".join(text.split()))
    except (binascii.Error, ValueError):
        return b""


def _content_types(parts: list[etree._Element]) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})  # type: ignore[dict-item]
    for part in parts:
        name, kind = part.get(_PKG + "name"), part.get(_PKG + "contentType")
        if name and kind:
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=name, ContentType=kind)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
