"""TCVN3 and VNI: every letter both ways, font names, capitals, undeclared text."""

from __future__ import annotations

import pytest

from extract.encoding.fonts import _rows, decode, decode_run, detect, improves, is_capital_font, legacy_kind

SENTENCE = "Quyết định của Ủy ban nhân dân tỉnh về công tác dân vận ở các xã, phường; ưu tiên người nghèo"


def encode(text, kind):
    """Return the reverse of `decode`, for tests: each letter by its codes."""
    table = {letter: codes for encoding, codes, letter in _rows() if encoding == kind}
    return "".join(table.get(char, char) for char in text)


@pytest.mark.parametrize("kind", ["tcvn3", "vni"])
def test_every_letter_of_the_table(kind):
    rows = [(codes, letter) for encoding, codes, letter in _rows() if encoding == kind]
    assert len(rows) == {"tcvn3": 74, "vni": 134}[kind]
    for codes, letter in rows:
        assert decode(codes, kind) == letter


@pytest.mark.parametrize("kind", ["tcvn3", "vni"])
def test_whole_sentences(kind):
    text = SENTENCE if kind == "vni" else SENTENCE.replace("Ủ", "U")
    assert decode(encode(text, kind), kind) == text


@pytest.mark.parametrize(
    ("font", "kind"),
    [
        (".VnTime", "tcvn3"),
        (".VnTimeH", "tcvn3"),
        (".vnarial narrow", "tcvn3"),
        ("VnTime", "tcvn3"),
        (".VnCentury Schoolbook", "tcvn3"),
        ("VNI-Times", "vni"),
        ("VNI-Helve-Condense", "vni"),
        ("Times New Roman", None),
        ("VNF-Comic", None),
        ("", None),
        ("Verdana", None),
        ("Vni", None),
    ],
)
def test_font_names(font, kind):
    assert legacy_kind(font) == kind


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("b¸o c¸o", ".VnTime", "báo cáo"),
        ("b¸o c¸o", ".VnTimeH", "BÁO CÁO"),
        ("SỐ 5", ".VnTimeH", "SỐ 5"),
        ("nhaân daân", "VNI-Times", "nhân dân"),
        ("Đã Unicode", ".VnTime", "Đã Unicode"),
        ("coù nghóa", "VNI-Times", "có nghĩa"),
        ("5%", "VNI-Times", "5%"),
        ("b\uf0b8o", ".VnTime", "báo"),
        ("®\u00adîc", ".VnTime", "được"),
        ("¹²³", "Times New Roman", "¹²³"),
        ("Uûy", "VNI-Times", "Ủy"),
        ("UÛY", "VNI-Times", "ỦY"),
    ],
)
def test_runs(text, font, shown):
    assert decode_run(text, font) == shown


def test_capital_fonts():
    assert is_capital_font(".VnTimeH")
    assert not is_capital_font(".VnTime")
    assert not is_capital_font("ArialH")


@pytest.mark.parametrize("kind", ["tcvn3", "vni"])
def test_undeclared_text_is_found(kind):
    assert detect(encode(SENTENCE.replace("Ủ", "U"), kind)) == kind


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "Cộng tác viên¹ năm 2025",
        "café à la carte olé bon",
        "abc",
        "",
        "¹ ² ³",
        "Straße über Köln wählen heißt",
    ],
)
def test_other_text_is_not(text):
    assert detect(text) is None


def test_short_text_in_a_known_document():
    assert improves("Tån t¹i", "tcvn3")
    assert not improves("Tồn tại", "tcvn3")
    assert not improves("5 m²", "tcvn3")
