"""Fonts whose codes stand for other letters: pages printed anew by a converter that lost their tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_sentences import sentence
from pdf_writer import Writer, font_path

from extract.blocks import RawDocument

Read = Callable[[bytes], RawDocument]
pytestmark = pytest.mark.skipif(font_path() is None, reason="Liberation Serif is not installed")
_CIPHER = str.maketrans("ệựướờủởđ", "ßÿ°áãāå\x12")


def page(writer: Writer, lines: list[str]) -> None:
    writer.new_page()
    for row, line in enumerate(lines):
        writer.text(85, 90 + 20 * row, line[:70], 14)


@pytest.mark.usefixtures("no_ocr")
def test_pages_in_a_ciphered_font_are_not_believed(read: Read) -> None:
    """A page with no foreign sign on it is in doubt, too, when it is set in the font that lied elsewhere."""
    writer = Writer()
    page(writer, [sentence(n).translate(_CIPHER) for n in range(20)])
    page(writer, ["Sá Nội vụ", "giao á cơ sá"])
    page(writer, [sentence(n).translate(_CIPHER) for n in range(20, 30)])
    document = read(writer.save())
    assert [(one.code, one.page) for one in document.warnings] == [("damaged_text", n) for n in (1, 2, 3)]


@pytest.mark.usefixtures("no_ocr")
@pytest.mark.parametrize(
    "line",
    [
        "Ông Jürgen Müller (Đức), bà Françoise Lefèvre và đoàn công tác đến thăm.",
        "Nhiệt độ 25°C, diện tích 12 m², tỷ lệ ±5%, mức phạt từ 2÷3 triệu đồng.",
        "Ƀuôn Čư Mgar, plei Kơ Tŏng, plơi Kon Rơ Bang; ană čar, hĭn ƀŏn, Ñu.",
        "Chỉ thị «về việc rà soát» và “Nghị quyết” © 2025.",
    ],
)
def test_foreign_words_and_signs_are_no_cipher(line: str, read: Read) -> None:
    writer = Writer()
    page(writer, [line if n % 4 == 1 else sentence(n) for n in range(20)])
    assert read(writer.save()).warnings == []
