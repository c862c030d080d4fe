"""A page whose bold font lost letters keeps its sound lines; only the others are recognised."""

from __future__ import annotations

import pytest

from extract.pdf.graphics import Graphics
from extract.pdf.lines import Line, Span, make_line
from extract.pdf.mend import fill, is_mendable, mend_rows, sound_fonts
from extract.pdf.page import Page

SENTENCE = "Cơ quan tổ chức thực hiện kế hoạch đã đề ra và báo cáo kết quả đúng thời hạn quy định."


def text(words: str, base: float, font: str = "Serif", x0: float = 100.0, x1: float = 300.0) -> Line:
    return make_line([Span(words, x0, x1, base, 14.0, bold="Bold" in font, font=font)])


def seen(words: str, base: float, x0: float = 100.0, x1: float = 300.0, confidence: float = 0.9) -> Line:
    parts = words.split()
    step = (x1 - x0) / len(parts)
    return make_line(
        [
            Span(part, x0 + i * step, x0 + (i + 0.9) * step, base, 11.0, confidence=confidence)
            for i, part in enumerate(parts)
        ]
    )


def page(*lines: Line) -> Page:
    return Page(1, 595.0, 842.0, [[line] for line in lines], Graphics(), [], 1000)


BODY = [text(SENTENCE, 100.0 + 20 * i) for i in range(6)]
LOST = text("BẢO ĐẢM K Ả NĂNG T ỰC IỆN", 300.0, "Serif,Bold")


@pytest.mark.parametrize(
    ("printed", "words", "mended"),
    [
        ("T ỰC IỆN KẾT NỐI", ["THỰC", "HIỆN", "KÉT", "NÓI"], ["THỰC", "HIỆN", "KẾT", "NỐI"]),
        ("QUY ĐỊN C UNG", ["QUY", "ĐỊNH", "CHUNG"], ["QUY", "ĐỊNH", "CHUNG"]),
        ("T Ủ TƯỚN", ["THỦ", "TƯƠNG", "Ẳ"], ["THỦ", "TƯỚNG", ""]),  # a stroke of the pen
        ("BA BÁN", ["BA", "BAN"], ["BA", "BÁN"]),
        ("C Ủ TỊC XÃ", ["GIÁM", "ĐỐC", "SỞ"], None),
        ("CÓ", [], None),
    ],
)
def test_lost_letters_are_filled_from_the_picture(
    printed: str, words: list[str], mended: list[str] | None
) -> None:
    assert fill(printed, words) == mended


def test_which_fonts_are_sound() -> None:
    few = text("Tiêu đề", 400.0, "Other")
    assert sound_fonts([page(*BODY, LOST, few)]) == {"Serif"}
    assert sound_fonts([page(*BODY), page(text(LOST.text, 300.0))]) == frozenset()


def test_only_lost_letters_are_mended_line_by_line() -> None:
    sound = frozenset({"Serif"})
    assert is_mendable(page(*BODY, LOST, text("QUY ĐỊN C UNG", 330.0, "Serif,Bold")), sound)
    assert not is_mendable(page(*BODY), sound)
    assert not is_mendable(page(LOST, text("QUY ĐỊN C UNG", 330.0, "Serif,Bold")), sound)


def test_sound_lines_stay_and_broken_ones_are_recognised() -> None:
    alike = text("Chương II", 340.0, "Serif,Bold")
    unseen = text("Mục 1", 360.0, "Serif,Bold")
    rows = mend_rows(
        [[BODY[0]], [LOST], [alike], [unseen]],
        [
            seen(SENTENCE.replace("ế", "ê"), 100.5),
            seen("BẢO ĐẢM KHẢ NĂNG THỤC HIỆN", 300.5),
            seen("Chuơng II", 340.0),
            seen("ở", 360.0, x0=400.0, x1=410.0, confidence=0.3),
            seen("Chữ trong hình", 420.0),
        ],
        frozenset({"Serif"}),
    )
    assert [(line.text, line.scan) for row in rows for line in row] == [
        (SENTENCE, False),
        ("BẢO ĐẢM KHẢ NĂNG THỰC HIỆN", True),
        ("Chương II", False),
        ("Mục 1", False),
        ("Chữ trong hình", True),
    ]
    mended = rows[1][0]
    assert (mended.size, mended.bold, mended.base) == (14.0, True, 300.0)
    assert mended.spans[0].confidence == 0.9
