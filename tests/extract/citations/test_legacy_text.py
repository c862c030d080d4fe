# ruff: noqa: E501  (sentences)
"""Text in TCVN3 or VNI, and bytes in other encodings: the same documents, offsets into what was given."""

from __future__ import annotations

import unicodedata
from typing import cast

import pytest

from extract.citations import find
from extract.encoding.fonts import Kind, _rows
from extract.encoding.plain import read_text

from .conftest import keys

TEXT = (
    "Thực hiện Kết luận số 81-KL/TU ngày 12/10/2016 của Ban Bí thư về “đối thoại với nhân dân”; Quyết định số "
    "412-QĐ/TW của Bộ Chính trị; Chỉ thị số 10/CT-TTg ngày 22/4/2019 của Thủ tướng Chính phủ, đơn vị đã xây dựng "
    "kế hoạch số 108/KH-SKHCN ngày 05/6/2019 về tiếp nhận phản ánh, kiến nghị của người dân ở các xã, phường."
)


def legacy(text: str, kind: str) -> str:
    """`text` by the codes of `kind`; TCVN3 has none for capitals with tones."""
    table = {letter: codes for encoding, codes, letter in _rows() if encoding == kind}
    known = [char if char in table or char.isascii() or char in "“”" else char.lower() for char in text]
    return "".join(table.get(char, char) for char in known)


@pytest.mark.parametrize("kind", ["tcvn3", "vni"])
def test_undeclared_legacy_text(kind: str) -> None:
    given = legacy(TEXT, cast(Kind, kind))
    found, wanted = find(given), find(TEXT)
    assert keys(found) == keys(wanted)
    assert [c.subject for c in found] == [c.subject for c in wanted]
    assert all(given[c.char_start : c.char_end] == c.surface for c in found)
    assert not any(c.repaired for c in found)


@pytest.mark.parametrize("kind", ["tcvn3", "vni"])
def test_bytes_of_old_files(kind: str) -> None:
    data = b"".join(char.encode("cp1252" if char in "“”" else "latin-1") for char in legacy(TEXT, kind))
    assert keys(find(read_text(data))) == keys(find(TEXT))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_files(encoding: str) -> None:
    assert read_text(TEXT.encode(encoding)) == TEXT


def test_windows_1258() -> None:
    marks = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    parts = "".join(
        unicodedata.normalize("NFC", "".join(m for m in unicodedata.normalize("NFD", char) if m not in marks))
        + "".join(m for m in unicodedata.normalize("NFD", char) if m in marks)
        for char in TEXT
    )
    text = read_text(parts.encode("cp1258"))
    assert unicodedata.normalize("NFC", text) == TEXT
    assert keys(find(text)) == keys(find(TEXT))


def test_any_bytes_are_read() -> None:
    data = bytes(range(256)) * 3
    assert len(read_text(data)) > 0


@pytest.mark.parametrize(
    "text", ["Straße über Köln wählen heißt Größe", "café à la carte olé bon", "¹ ² ³ 12/KH-UBND"]
)
def test_other_text_is_left(text: str) -> None:
    assert all(text[c.char_start : c.char_end] == c.surface for c in find(text))
