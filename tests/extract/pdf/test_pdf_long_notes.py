"""A footnote too long for its page goes on at the foot of the next, wherever its sentence is cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import typst
from pdf_writer import font_path

from extract.blocks import RawDocument

Read = Callable[[bytes], RawDocument]
_BODY = "Trong quý, phòng chuyên môn đã mở 12 lớp bồi dưỡng cho gần 900 lượt học viên ở các thôn, làng. "
_LOOKS = """#set page(paper: "a4", margin: (top: 2.2cm, bottom: 2cm, left: 3cm, right: 1.8cm))
#set text(font: ("Liberation Serif",), size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true)
#show footnote.entry: set text(size: 10pt)
"""


@pytest.mark.skipif(font_path() is None, reason="Liberation Serif is not installed")
@pytest.mark.parametrize("end", [";", ".", ","])
@pytest.mark.parametrize("length", [14, 17, 20])
def test_a_note_goes_on_overleaf(read: Read, end: str, length: int) -> None:
    piece = f"Quyết định số 863/QĐ-SXD ngày 16/01/2025 về kiện toàn tổ chỉ đạo của cơ quan trong năm{end} "
    note = (piece * length).strip()
    text = (_BODY * 5 + "\n\n") * 4 + _BODY + f"Việc này đúng hạn#footnote[{note}]. " + _BODY + "\n\n"
    text += (_BODY * 4 + "\n\n") * 3 + "Còn chậm ở vài nơi.#footnote[Gồm 05 xã.]\n"
    document = read(typst.compile((_LOOKS + text).encode()))
    assert [(found.n, found.text) for found in document.notes] == [(1, note), (2, "Gồm 05 xã.")]
    assert not any("863/QĐ-SXD" in block.text for block in document.blocks)
