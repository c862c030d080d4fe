"""The published shape of one document: what `tonghop extract --json` prints.

Stable for users of the JSON; fields may be added, none renamed. A value that was not seen in the
file is None and never guessed. All text is NFC. `msgspec` gives the encoder and the JSON Schema.
"""

from __future__ import annotations

import msgspec

SCHEMA_VERSION = 1


class FileInfo(msgspec.Struct, frozen=True):
    """The file as it came. `format` is what the bytes are, whatever the name says."""

    name: str
    sha256: str
    bytes: int
    format: str
    pages: int | None = None


class Meta(msgspec.Struct, kw_only=True):
    """Nghị định 30/2020 parts of the document; dates are ISO `YYYY-MM-DD`."""

    agency_parent: str | None = None
    agency: str | None = None
    number: str | None = None
    place: str | None = None
    date: str | None = None
    doc_type: str | None = None
    subject: str | None = None
    addressees: list[str] = []
    signer: str | None = None
    signer_title: str | None = None
    signer_capacity: str | None = None
    recipients: list[str] = []
    urgency: str | None = None
    secrecy: str | None = None
    sources: dict[str, str] = {}
    """Field -> where a value was taken from when that is not the letterhead (e.g. `stamp`)."""


class Letterhead(msgspec.Struct):
    """The two columns at the top of page 1, line by line."""

    left: list[str] = []
    right: list[str] = []


class Style(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What the heading looked like; sizes in points."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    size: float | None = None
    centered: bool = False


class Section(msgspec.Struct, kw_only=True):
    """A heading with its own text (children excluded), or a numbered paragraph (title "").

    `path` holds the markers from the root without punctuation. `page_starts` maps offsets in
    `text` to 1-based pages: `[[0, 3], [512, 4]]`; empty where the format has no pages.
    `confidence` (0..1) and `scan` are set when the text came from OCR.
    """

    marker: str
    level: int
    path: list[str]
    title: str
    text: str
    page: int | None = None
    page_end: int | None = None
    style: Style = msgspec.field(default_factory=Style)
    kind: str = "heading"
    page_starts: list[tuple[int, int]] = []
    scan: bool = False
    confidence: float | None = None


class Footnote(msgspec.Struct, kw_only=True):
    """A foot- or endnote, tied to the section that calls it."""

    n: int
    text: str
    section_marker_path: list[str] | None = None
    section_index: int | None = None
    anchor: str | None = None
    page: int | None = None


class Citation(msgspec.Struct, kw_only=True):
    """One mention of a document. `number` is printed number and symbol joined: `386/KH-VPUBND`.

    `surface` is exactly as printed. `number`, `symbol` and `num` are the repaired key
    (`repaired` says so). `inherited` names the fields taken from a neighbour in a list.
    `char_start`/`char_end` are offsets of `surface` in the text named by `where`
    (`subject`, `preamble`, `title`, `text`, `footnote`, `closing`, `table`).
    """

    surface: str
    type: str | None = None
    number: str | None = None
    num: str | None = None
    symbol: str | None = None
    year: int | None = None
    date: str | None = None
    issuer: str | None = None
    subject: str | None = None
    article: str | None = None
    inherited: list[str] = []
    repaired: bool = False
    ambiguous: bool = False
    warnings: list[str] = []
    section_marker_path: list[str] | None = None
    section_index: int | None = None
    footnote: int | None = None
    where: str = "text"
    page: int | None = None
    char_start: int = 0
    char_end: int = 0
    full_end: int = 0
    """End offset of the whole mention with date, issuer and subject."""
    nested_in: int | None = None
    """Index, in the same list, of the citation whose subject holds this one."""


class Figure(msgspec.Struct, kw_only=True):
    """A number in prose with its unit, exactly as printed in `text`."""

    value: float
    unit: str | None
    text: str
    qualifier: str | None = None
    period: str | None = None
    section_marker_path: list[str] | None = None
    section_index: int | None = None
    page: int | None = None
    char_start: int = 0
    char_end: int = 0
    of: float | None = None
    """The whole of a ratio: 30 in `28/30 xã` (`value` is 28)."""
    upper: float | None = None
    """The upper end of a range: 15 in `10-15 hộ` (`value` is 10)."""


class Signature(msgspec.Struct, kw_only=True):
    """A digital signature; `intact` None = not verified, `trusted` None = no root was given."""

    signer: str | None = None
    signed_at: str | None = None
    intact: bool | None = None
    trusted: bool | None = None


class Warning(msgspec.Struct, kw_only=True):
    """Something a reader should know; `message` is Vietnamese."""

    code: str
    message: str
    page: int | None = None


class Document(msgspec.Struct, kw_only=True):
    """Everything read from one file, in the order printed."""

    schema: int = SCHEMA_VERSION
    file: FileInfo
    meta: Meta = msgspec.field(default_factory=Meta)
    letterhead: Letterhead = msgspec.field(default_factory=Letterhead)
    preamble: str = ""
    sections: list[Section] = []
    closing: str = ""
    footnotes: list[Footnote] = []
    citations: list[Citation] = []
    tables: list[list[list[str]]] = []
    figures: list[Figure] = []
    signatures: list[Signature] = []
    warnings: list[Warning] = []
    table_places: list[int | None] = []
    """For each table, the index of its section (None: before the first section, or in an annex)."""
    annexes: list[Section] = []
    """What stands after the signature (PHỤ LỤC …): never mixed with the report's own sections."""
    table_annexes: list[int | None] = []
    """For each table, the index in `annexes` of its annex section (None: in the report itself)."""
    reader: str = ""
    """Reader name and version, e.g. `docx/1`; a cached document of another version is stale."""


def to_json(document: Document) -> bytes:
    """Encode as UTF-8 JSON, fields in declared order (deterministic)."""
    return msgspec.json.encode(document)


def from_json(data: bytes) -> Document:
    """Decode what `to_json` wrote; raises `msgspec.ValidationError` on any other shape."""
    return msgspec.json.decode(data, type=Document)


def json_schema() -> dict[str, object]:
    """JSON Schema of `Document`, published as `docs/document.schema.json`."""
    return msgspec.json.schema(Document)
