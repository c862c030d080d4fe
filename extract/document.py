"""One file → one `Document`: sniff, read, take apart, find citations and figures. The only way in.

Heavy readers are imported when a file of their kind comes, so that starting costs nothing.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from extract.blocks import RawDocument
from extract.distrust import drop_damaged
from extract.errors import SecretDocument
from extract.hashing import sha256_of
from extract.limits import DEFAULT, Limits
from extract.mentions import find_mentions
from extract.model import Document, FileInfo, Warning
from extract.sniff import sniff
from extract.structure import Structure, build

READER_VERSION = "2"
"""Raised with every change that alters results; a cached document of another version is stale."""

_LEGACY = frozenset({"doc", "odt", "rtf", "html", "wordxml"})
_SECRET_NAME = re.compile(r"(?<![^\W\d_])(?<!BẢO )(?<!BÍ )(?:TUYỆT |TỐI )?MẬT(?![^\W\d_])")


def read(path: Path, limits: Limits = DEFAULT) -> Document:
    """Read one file. Raises a `ReadError` of its cause; SecretDocument before the body is looked at."""
    kind, raw = _raw(path, limits)
    structure = build(raw)
    drop_damaged(structure.meta, raw)
    document = _document(structure, raw, _info(path, kind, raw))
    if kind == "pdf":
        _add_signatures(document, path)
    return document


def read_text(text: str, name: str = "van-ban.txt") -> Document:
    """Read plain text (copied from a report) as if it were a file of that name."""
    from extract.plaintext import read_plain

    data = text.encode("utf-8", "surrogatepass")
    raw = read_plain(text)
    info = FileInfo(name=name, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), format="txt")
    return _document(build(raw), raw, info)


def explain_text(path: Path, limits: Limits = DEFAULT) -> str:
    """Say for every printed line how it was read and why (Vietnamese), for `tonghop extract --explain`."""
    from extract.structure.explain import shown_lines

    _, raw = _raw(path, limits)
    return "\n".join([f"Tệp: {_shown_name(path.name)}", *shown_lines(build(raw, explain=True))]) + "\n"


def _raw(path: Path, limits: Limits) -> tuple[str, RawDocument]:
    _refuse_secret_name(path.name)
    kind = sniff(path, limits)
    if kind in _LEGACY:
        from extract.legacy import convert

        with tempfile.TemporaryDirectory(prefix="tonghop-") as workdir:
            return kind, _reader("docx")(convert(path, Path(workdir)), limits)
    return kind, _reader(kind)(path, limits)


def _reader(kind: str) -> Callable[[Path, Limits], RawDocument]:
    if kind == "docx":
        from extract.docx import read_docx

        return read_docx
    from extract.pdf import read_pdf

    return read_pdf


def _refuse_secret_name(name: str) -> None:
    """`BC MẬT so 5.pdf` is not opened; `BẢO MẬT`, `BÍ MẬT` are ordinary words."""
    import unicodedata

    if _SECRET_NAME.search(unicodedata.normalize("NFC", name).replace("_", " ")):
        raise SecretDocument("(tên tệp ghi độ mật)")


def _info(path: Path, kind: str, raw: RawDocument) -> FileInfo:
    shown = raw.format if kind in ("pdf", "docx") else kind
    return FileInfo(
        name=_shown_name(path.name),
        sha256=sha256_of(path),
        bytes=path.stat().st_size,
        format=shown,
        pages=raw.pages,
    )


def _shown_name(name: str) -> str:
    """File name as NFC text; bytes that are no UTF-8 (a name made elsewhere) as escapes."""
    import unicodedata

    raw = name.encode("utf-8", "surrogateescape")
    return unicodedata.normalize("NFC", raw.decode("utf-8", "backslashreplace"))


def _document(structure: Structure, raw: RawDocument, info: FileInfo) -> Document:
    document = Document(
        file=info, meta=structure.meta, letterhead=structure.letterhead, preamble=structure.preamble,
        sections=structure.sections, closing=structure.closing, footnotes=structure.footnotes,
        tables=structure.tables, table_places=structure.table_places, annexes=structure.annexes,
        table_annexes=structure.table_annexes, reader=f"{raw.reader}+{READER_VERSION}",
    )  # fmt: skip
    document.warnings = [
        Warning(code=w.code, message=w.message, page=w.page) for w in [*raw.warnings, *structure.warnings]
    ]
    document.citations, document.figures = find_mentions(structure)
    return document


def _add_signatures(document: Document, path: Path) -> None:
    from extract.signatures import signatures_of

    document.signatures, warnings = signatures_of(path)
    document.warnings += [Warning(code=w.code, message=w.message, page=w.page) for w in warnings]
