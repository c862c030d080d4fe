"""The hOCR reader takes whatever a program may write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.ocr.tesseract import OcrLine, parse

_PAGE = """<html xmlns="http://www.w3.org/1999/xhtml"><body><span class="{kind}" title="{line}">
<span class="ocrx_word" title="{word}">{text}</span></span></body></html>"""


def _page(kind: str = "ocr_line", line: str = "", word: str = "", text: str = "Điều") -> bytes:
    return _PAGE.format(kind=kind, line=line, word=word, text=text).encode()


def test_line_with_its_measures() -> None:
    lines = parse(
        _page(line="bbox 10 20 110 60; baseline 0.02 -8; x_size 40.5", word="bbox 10 20 60 60; x_wconf 87")
    )
    assert [word.text for word in lines[0].words] == ["Điều"]
    assert lines[0].words[0].box == (10, 20, 60, 60)
    assert lines[0].words[0].confidence == pytest.approx(0.87)
    assert (lines[0].base, lines[0].size) == (pytest.approx(53.0), 40.5)


@pytest.mark.parametrize("kind", ["ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"])
def test_every_kind_of_line_is_read(kind: str) -> None:
    assert len(parse(_page(kind, "bbox 0 0 9 9", "bbox 0 0 9 9"))) == 1


@given(st.binary(max_size=300))
def test_any_bytes_give_lines_or_nothing(data: bytes) -> None:
    assert all(isinstance(line, OcrLine) and line.words for line in parse(data))


_TITLE = st.lists(
    st.sampled_from(["bbox", "x_wconf", "x_size", "baseline", ";", "-1", "0", "7.5", "9" * 5000, "NaN", "٣"]),
    max_size=9,
).map(" ".join)


@given(_TITLE, _TITLE, st.text("ađ <&;", max_size=5))
def test_any_titles_give_lines_or_nothing(line: str, word: str, text: str) -> None:
    assert all(found.words for found in parse(_page(line=line, word=word, text=text)))
