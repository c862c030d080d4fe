"""Where bold print begins and ends in a line."""

from __future__ import annotations

import numpy as np
import pytest

from extract.ocr.tesseract import OcrLine, OcrWord
from extract.ocr.weight import bold_words


def _page(lines: list[str]) -> tuple[np.ndarray, list[OcrLine]]:
    """Draw words as rows of stems: 7 pixels thick where a word is in capitals between stars, else 5."""
    ink = np.zeros((80 * len(lines) + 80, 2400), dtype=bool)
    found = []
    for row, text in enumerate(lines):
        y, x, words = 80 * row + 20, 20, []
        for word in text.split():
            stem = 7 if word.startswith("*") else 5
            shown = word.strip("*")
            start = x
            for _ in shown:
                ink[y : y + 40, x : x + stem] = True
                x += 14
            words.append(OcrWord(shown, (start, y, x, y + 40), 0.96))
            x += 20
        found.append(OcrLine(words, y + 40, 55))
    return ink, found


_PLAIN = "người dân tích cực hưởng ứng nhiều hộ tự nguyện hiến đất góp ngày công"


@pytest.mark.parametrize(
    "line",
    [
        "*1.* *Thuận* *lợi.* Người dân tích cực hưởng ứng",
        "*a)* *Ban* *hành* *văn* *bản* *và* *quán* *triệt.* Trong năm, đơn vị",
        "*II.* *KẾT* *QUẢ* *THỰC* *HIỆN*",
        "Người dân tích cực hưởng ứng",
    ],
)
def test_bold_ends_with_its_last_word(line: str) -> None:
    ink, lines = _page([_PLAIN, _PLAIN, _PLAIN, line, _PLAIN])
    assert bold_words(ink, lines)[3] == [word.startswith("*") for word in line.split()]


@pytest.mark.parametrize(
    ("line", "stems", "bold"),
    [
        # thin letters and a seal took away from the words in the middle
        ("c) Kinh tế số và xã hội số. Đơn vị đã rà soát", (7, 7, 6, 5, 6, 6, 6, 5, 5, 4, 5, 5, 5), 8),
        ("Gồm 3 nhóm chính: Công an, quân sự", (7, 7, 7, 6, 5, 5, 5, 5), 4),
        ("ông A. Cầm Bá Thước đã rà soát bổ sung", (6, 6, 5, 5, 5, 5, 5, 5, 5, 5), 0),
        ("Người dân tích cực hưởng ứng. Đơn vị đã rà", (5, 6, 5, 5, 6, 5, 5, 5, 5, 5), 0),
    ],
)  # fmt: skip
def test_title_is_held_against_what_follows_it(line: str, stems: tuple[int, ...], bold: int) -> None:
    ink, lines = _page([_PLAIN, _PLAIN, _PLAIN, _PLAIN])
    words = [
        OcrWord(text, (120 * i, 20, 120 * i + 14 * len(text), 60), 0.96)
        for i, text in enumerate(line.split())
    ]
    ink[:80] = False
    for word, stem in zip(words, stems, strict=True):
        for x in range(word.box[0], word.box[2], 14):
            ink[20:60, x : x + stem] = True
    lines[0] = OcrLine(words, 60, 55)
    assert bold_words(ink, lines)[0] == [i < bold for i in range(len(words))]


def test_no_words_have_no_weight() -> None:
    assert bold_words(np.zeros((50, 50), dtype=bool), []) == []
