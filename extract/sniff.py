"""What a file really is, by its first bytes and, for zips and OLE files, by what is inside."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from pathlib import Path

from extract.errors import CorruptFile, EmptyFile, EncryptedFile, FileTooLarge, UnknownFormat
from extract.limits import DEFAULT, Limits

_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# what a damaged zip makes the reading of its directory and of one member raise
_ZIP_FAULTS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, NotImplementedError,
    ValueError, LookupError,
)  # fmt: skip
# MS-CFB 2.2: sectors of 512 or 4,096 bytes; a size out of the air would be reserved before the file is read
_SECTOR_SHIFT, _SECTOR_SHIFTS = slice(30, 32), (9, 12)
_WORD_XML = re.compile(
    rb"schemas\.microsoft\.com/office/word/2003|office/2006/xmlpackage|progid=\"word\.document"
)
_PDF_SEARCH = 1024  # ISO 32000 readers accept the header within the first kilobyte

_ADVICE_BY_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"Rar!\x1a\x07", "tệp nén .rar"),
    (b"7z\xbc\xaf\x27\x1c", "tệp nén .7z"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"\x89PNG\r\n\x1a\n", "ảnh PNG"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
    (b"MZ", "tệp chương trình"),
)


def sniff(path: Path, limits: Limits = DEFAULT) -> str:
    """Return `pdf`, `docx`, `doc`, `odt`, `rtf`, `html` (a .doc that is a web page) or `wordxml` (XML).

    Raises EmptyFile, FileTooLarge, EncryptedFile, CorruptFile or UnknownFormat; the extension plays no part.
    """
    size = path.stat().st_size
    if size == 0:
        raise EmptyFile
    if size > limits.max_bytes:
        raise FileTooLarge(f"({size:,} byte)".replace(",", "."))
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if b"%PDF-" in head[:_PDF_SEARCH]:
        return "pdf"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _inside_zip(path)
    if head.startswith(_OLE):
        return _inside_ole(path, head)
    return _by_text(head)


def _by_text(head: bytes) -> str:
    text = head.lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if text.startswith(b"{\\rtf"):
        return "rtf"
    if text.startswith((b"<html", b"<!doctype html", b"<?xml")) and b"<html" in text:
        return "html"
    if text.startswith(b"<?xml") and _WORD_XML.search(text):
        return "wordxml"
    for magic, name in _ADVICE_BY_MAGIC:
        if head.startswith(magic):
            raise UnknownFormat(f"({name})")
    raise UnknownFormat


def _inside_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < _HEAD:
                mime = archive.read("mimetype").strip()
                if mime == b"application/vnd.oasis.opendocument.text":
                    return "odt"
    except _ZIP_FAULTS as error:
        raise CorruptFile("(tệp .docx/.zip hỏng)") from error
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        raise UnknownFormat("(bảng tính Excel)")
    if any(name.startswith("ppt/") for name in names):
        raise UnknownFormat("(trình chiếu PowerPoint)")
    if "[Content_Types].xml" in names:
        return "docx"
    raise UnknownFormat("(tệp nén .zip)")


def _inside_ole(path: Path, head: bytes) -> str:
    import olefile

    if int.from_bytes(head[_SECTOR_SHIFT], "little") not in _SECTOR_SHIFTS:
        raise CorruptFile("(phần đầu tệp hỏng)")
    try:
        with olefile.OleFileIO(str(path)) as ole:
            if ole.exists("EncryptedPackage"):
                raise EncryptedFile
            if ole.exists("WordDocument"):
                _refuse_encrypted_doc(ole.openstream("WordDocument").read(12))
                return "doc"
            if ole.exists("Workbook") or ole.exists("Book"):
                raise UnknownFormat("(bảng tính Excel)")
    except (OSError, ValueError, IndexError, AttributeError, TypeError) as error:
        raise CorruptFile from error
    raise UnknownFormat


def _refuse_encrypted_doc(fib: bytes) -> None:
    """MS-DOC 2.5.2: bit 8 of the flags word at offset 10 of the FIB is fEncrypted."""
    flags_end = 12
    if len(fib) >= flags_end and int.from_bytes(fib[10:12], "little") & 0x0100:
        raise EncryptedFile
