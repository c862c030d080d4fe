"""Stamps of the signing programs in use, and lines that only look like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_sentences import sentence
from pdf_writer import Writer, font_path

from extract.blocks import RawDocument

Read = Callable[[bytes], RawDocument]
pytestmark = pytest.mark.skipif(font_path() is None, reason="Liberation Serif is not installed")

STAMPS = {
    "cipher_bureau": (
        "Người ký: Ủy ban nhân dân xã Ia Mẫu",
        "Email: iamau@gialai.gov.vn",
        "Cơ quan: Tỉnh Gia Lai",
        "Thời gian ký: 15.04.2026 14:33:12 +07:00",
    ),
    "two_lines": ("Ký bởi: Văn phòng Mẫu", "Ngày ký: 15-04-2026 14:33:12"),
    "english": ("Digitally signed by Trần Văn Mẫu", "Date: 2026.04.15 14:33:12 +07'00'"),
    "one_line": ("Ký bởi: Trần Văn Mẫu, ngày 15/04/2026 14:33",),
    "unverified": ("Signature Not Verified", "Được ký bởi: Trần Văn Mẫu", "Ngày ký: 15/04/2026 14:33:12"),
}


def page(stamp: tuple[str, ...], size: float) -> bytes:
    """Print a page of text with a stamp beside its first lines."""
    writer = Writer()
    writer.new_page()
    for row, text in enumerate(stamp):
        writer.text(395, 60 + 1.2 * size * row, text, size)
    for row in range(14):
        writer.text(85, 150 + 20 * row, sentence(row)[:70], 14)
    return writer.save()


@pytest.mark.parametrize("name", list(STAMPS))
def test_stamps_are_lifted(name: str, read: Read) -> None:
    document = read(page(STAMPS[name], 8.5))
    assert document.stamps == ["\n".join(STAMPS[name])]
    assert not any("14:33" in block.text for block in document.blocks)


@pytest.mark.parametrize(
    ("lines", "size"),
    [(("Người ký: người có thẩm quyền",), 11.0), (STAMPS["cipher_bureau"], 14.0)],
    ids=["a line of a form", "body size"],
)
def test_what_is_no_stamp(lines: tuple[str, ...], size: float, read: Read) -> None:
    document = read(page(lines, size))
    assert document.stamps == []
    assert any("Người ký" in block.text for block in document.blocks)
