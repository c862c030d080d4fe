"""What a damaged text layer says about a document is not believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.blocks import Block, RawDocument, RawWarning
from extract.distrust import drop_damaged
from extract.document import read
from extract.model import Meta


def meta() -> Meta:
    return Meta(
        agency="C N P Ủ", number="12/BC-SXDM", date="2026-04-09", signer="Trần Văn Mẫu", recipients=["Sở Mẫu"]
    )


def document(damaged: list[int]) -> RawDocument:
    blocks = [Block("C N P Ủ", page=1, page_end=1), Block("Trần Văn Mẫu", page=3, page_end=3)]
    blocks.append(Block("- Sở Mẫu;", page=3, page_end=3))
    warnings = [RawWarning("damaged_text", "…", page) for page in damaged]
    return RawDocument("pdf", "pdf/1", blocks, warnings=warnings)


@pytest.mark.parametrize(
    ("damaged", "agency", "signer", "recipients"),
    [
        ([], "C N P Ủ", "Trần Văn Mẫu", ["Sở Mẫu"]),
        ([2], "C N P Ủ", "Trần Văn Mẫu", ["Sở Mẫu"]),
        ([1], None, "Trần Văn Mẫu", ["Sở Mẫu"]),
        ([3], "C N P Ủ", None, []),
    ],
)
def test_fields_of_damaged_pages_are_null(
    damaged: list[int], agency: str | None, signer: str | None, recipients: list[str]
) -> None:
    read_meta = meta()
    drop_damaged(read_meta, document(damaged))
    assert (read_meta.agency, read_meta.signer, read_meta.recipients) == (agency, signer, recipients)


def test_a_stamp_is_believed() -> None:
    read_meta = meta()
    read_meta.sources = {"number": "stamp"}
    drop_damaged(read_meta, document([1]))
    assert (read_meta.number, read_meta.date) == ("12/BC-SXDM", None)


@pytest.mark.usefixtures("no_ocr")
def test_a_real_document_with_lost_letters(corpus: Path) -> None:
    found = read(corpus / "nd-47-2020-lost-tounicode.pdf").meta
    assert (found.agency, found.number, found.signer_title) == (None, None, None)
