"""Two readings of a page settled word by word, and impossible spellings put right."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.encoding import is_syllable
from extract.ocr.second import doubt, is_doubtful, is_plausible, only_lines, scaled, settle
from extract.ocr.spelling import _compound, _compounds, mend, mend_words
from extract.ocr.tesseract import OcrLine, OcrWord


def _line(*words: tuple[str, float], y: int = 100) -> OcrLine:
    return OcrLine(
        [OcrWord(text, (100 * i, y - 30, 100 * i + 80, y), conf) for i, (text, conf) in enumerate(words)],
        y,
        40,
    )


@pytest.mark.parametrize(
    ("first", "second", "taken"),
    [
        (("chúa", 0.88), ("chứa", 0.93), "chứa"),  # the surer of two syllables
        (("chứa", 0.95), ("chúa", 0.90), "chứa"),
        (("HIẸN", 0.95), ("HIỆN", 0.80), "HIỆN"),  # a syllable before none
        (("UBND", 0.90), ("UBNĐ", 0.95), "UBND"),
        (("II.", 0.90), ("H.", 0.70), "II."),
    ],
)
def test_better_word_is_taken(first: tuple[str, float], second: tuple[str, float], taken: str) -> None:
    lines = [_line(("hồ", 0.9), first)]
    settle(lines, [_line(("hồ", 0.9), second)])
    assert [word.text for word in lines[0].words] == ["hồ", taken]
    assert lines[0].words[1].box == (100, 70, 180, 100)


def test_words_that_do_not_answer_one_to_one_stay() -> None:
    lines = [_line(("GIALAI", 0.5))]
    settle(
        lines,
        [OcrLine([OcrWord("GIA", (0, 70, 35, 100), 0.9), OcrWord("LAI", (40, 70, 80, 100), 0.9)], 100, 40)],
    )
    assert lines[0].words[0].text == "GIALAI"
    split = [
        OcrLine([OcrWord("I.", (0, 70, 20, 100), 0.4), OcrWord("KẾT", (30, 70, 110, 100), 0.8)], 100, 40)
    ]
    settle(split, [OcrLine([OcrWord("I.KẾT", (0, 70, 110, 100), 0.9)], 100, 40)])
    assert [word.text for word in split[0].words] == ["I.", "KẾT"]
    settle(lines, [_line(("GIÁ", 0.99), y=300)])
    assert lines[0].words[0].text == "GIALAI"
    settle(lines, [])
    assert lines[0].words[0].text == "GIALAI"


def test_scaled_lines_stand_where_the_first_reading_has_them() -> None:
    (line,) = scaled([OcrLine([OcrWord("a", (30, 60, 90, 75), 0.5)], 75.0, 30.0)], 4 / 3)
    assert line.words[0].box == (40, 80, 120, 100)
    assert line.base == pytest.approx(100)
    assert line.size == pytest.approx(40)


def test_doubt_is_the_share_of_unsure_words() -> None:
    assert doubt([]) == 0.0
    assert doubt([_line(("a", 0.9), ("b", 0.5)), _line(("c", 0.9), ("d", 0.95))]) == 0.25


@pytest.mark.parametrize(
    ("words", "doubtful"),
    [
        ((("hồ", 0.95), ("chứa", 0.92)), False),
        ((("hồ", 0.95), ("chúa", 0.85)), True),
        ((("HIẸN", 0.93), ("nay", 0.96)), True),  # no syllable
        ((("57/BC-UBND", 0.95), ("III.", 0.9)), False),  # at least so sure
    ],
)
def test_lines_read_again(words: tuple[tuple[str, float], ...], doubtful: bool) -> None:
    assert is_doubtful(_line(*words), 0.9) is doubtful


def test_only_doubtful_lines_stay_in_the_picture() -> None:
    gray = np.zeros((300, 400), dtype=np.uint8)
    part = only_lines(gray, [_line(("hồ", 0.5), ("chúa", 0.5), y=150), _line(("đi", 0.5), y=10)])
    assert (part[120:150, 0:180] == 0).all()
    assert (part[0:10, 0:80] == 0).all()
    assert (part[40:100] == 255).all()
    assert (part[170:] == 255).all()
    assert (part[120:150, 240:] == 255).all()
    assert (only_lines(gray, []) == 255).all()


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("VIẸT", "VIỆT"),
        ("NGHIẸP", "NGHIỆP"),
        ("NHIẸM", "NHIỆM"),
        ("cúu", "cứu"),
        ("thuợng", "thượng"),
        ("đuợc,", "được,"),
        ("hũu", "hữu"),
        ("nguòi", "nguòi"),  # người or nguồi
        ("nuóc", "nuóc"),  # nước or nuốc
        ("TRIEN", "TRIEN"),  # no tone to hold on to
        ("Hrứp", "Hrứp"),
        ("Đắk", "Đắk"),
        ("Krông", "Krông"),
        ("chúa", "chúa"),
        ("12/KH-UBND", "12/KH-UBND"),
        ("", ""),
    ],
)
def test_spelling_is_mended_where_there_is_one_way(read: str, mended: str) -> None:
    assert mend(read) == mended


@given(st.text("aăâeêioôơuưyáàảãạếệụởđbcghnmptvIỆT1/- ", max_size=14))
def test_mending_keeps_letters_and_syllables(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    done = mend(text)
    assert mend(done) == done

    def bare(value: str) -> str:
        return "".join(c for c in unicodedata.normalize("NFD", value) if not unicodedata.combining(c))

    assert bare(done) == bare(text)
    if text.isalpha() and is_syllable(text):
        assert done == text


@pytest.mark.parametrize(
    ("text", "plausible"),
    [("công", True), ("UBND", True), ("III.", True), ("57/BC-UBND", True), ("VIẸT", False), ("1õ", True)],
)
def test_plausible_words(text: str, plausible: bool) -> None:
    assert is_plausible(text) is plausible


@pytest.mark.parametrize(
    ("read", "confidence", "mended"),
    [
        ("V. KIÊN NGHỊ, ĐÊ XUẤT", 0.8, "V. KIẾN NGHỊ, ĐỀ XUẤT"),
        ("NHIEM VỤ THỜI GIAN", 0.9, "NHIỆM VỤ THỜI GIAN"),
        ("tỉnh thần phục vụ", 0.8, "tinh thần phục vụ"),
        ("Tô chúc thực hiện.", 0.9, "Tổ chức thực hiện."),
        ("giai đoạn chuyên đổi số", 0.9, "giai đoạn chuyển đổi số"),
        ("dịnh kỳ", 0.9, "định kỳ"),
        ("tỉnh thần phục vụ", 0.96, "tỉnh thần phục vụ"),  # surely read: the print may have it so
        ("ông Thanh Trá và bà", 0.8, "ông Thanh Trá và bà"),
        ("Quy Đinh", 0.8, "Quy Đinh"),  # set as a name is
        ("Quyết, định", 0.8, "Quyết, định"),
        ("hàng năm", 0.8, "hàng năm"),
        ("xã la Grai", 0.96, "xã Ia Grai"),
        ("la mắng", 0.96, "la mắng"),
    ],
)
def test_compounds_get_their_marks(read: str, confidence: float, mended: str) -> None:
    words = [OcrWord(text, (0, 0, 9, 9), confidence) for text in read.split()]
    assert " ".join(word.text for word in mend_words(words)) == mended


def test_compounds_are_told_apart_without_marks() -> None:
    assert len(_compounds()) > 150
    for one, two in _compounds().values():
        assert is_syllable(one)
        assert is_syllable(two)
        assert _compound(one, two) is None
        assert _compound(one.upper(), two.upper()) is None
