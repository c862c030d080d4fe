"""Keys and display: what counts as the same words, and what is never rewritten."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.encoding import display, match_key, nfc, repair_mojibake, search_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CỘNG HÒA", "CỘNG HOÀ"),
        ("Ủy ban", "Uỷ ban"),
        ("khoẻ", "khỏe"),
        ("thuý", "thúy"),
        ("kỹ thuật", "kĩ thuật"),
        ("quý I", "quí I"),
        ("công ty", "công ti"),
        ("qúy", "quý"),
        ("gía", "giá"),
        ("Tỷ lệ", "tỉ lệ"),
        ("lý do", "lí do"),
        ("Độc lập - Tự do", "Độc lập – Tự do"),
        ("KH‑UBND", "KH-UBND"),
        ("386 / KH - UBND", "386/KH-UBND"),
        ("“Dân vận khéo”", '"Dân vận khéo"'),
        ("một\u00a0hai", "một  hai"),
        ("d\u200bân", "dân"),
        ("ƣu", "ưu"),
        ("QÐ", "QĐ"),
        ("Kết quả:", "kết quả"),
        ("Nội dung (nếu có).", "nội dung nếu có"),
        ("so\u00ads\u00e1nh", "sosánh"),
        (unicodedata.normalize("NFD", "Quyết định"), "quyết định"),
        ("…hết", "... hết"),
    ],
)
def test_the_same_words(one, other):
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hoa"),
        ("thủy", "thui"),
        ("1.900", "1900"),
        ("12/KH-UBND", "12/KH-HĐND"),
        ("hai", "hay"),
        ("tay", "tai"),
        ("điểm a", "điểm á"),
        ("quy", "qua"),
        ("toàn", "tòan bộ"),
        ("98,5", "98"),
    ],
)
def test_other_words(one, other):
    assert match_key(one) != match_key(other)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đường  ĐI khó", "duong di kho"),
        ("“Quý” – kỳ", '"quy" - ky'),
        (" UBND tỉnh ", "ubnd tinh"),
        (unicodedata.normalize("NFD", "Ủy ban"), "uy ban"),
        ("QÐ", "qd"),
        ("ƯỚC", "uoc"),
        ("", ""),
    ],
)
def test_search_key(text, key):
    assert search_key(text) == key


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ƣƯƢ", "ưƯƯ"),
        ("Ðảng, ðảng, Ɖảng", "Đảng, đảng, Đảng"),
        ("đ\u0336", "đ"),
        ("e\u0301\u0302", "ế"),
        ("\u00e9\u0302", "ế"),
        ("o\u0323\u031b", "ợ"),
        ("hoà kỹ – “x” …", "hoà kỹ – “x” …"),
        ("a\u200bb\ufeff", "ab"),
        ("một\u00a0hai", "một\u00a0hai"),
        ("plain", "plain"),
    ],
)
def test_display_rewrites_only_what_no_page_shows_apart(text, shown):
    assert display(text) == shown


@given(st.text(max_size=60))
def test_display_is_composed_and_stable(text):
    shown = display(text)
    assert unicodedata.is_normalized("NFC", shown)
    assert display(shown) == shown
    assert nfc(text) == unicodedata.normalize("NFC", text)


@given(st.text(max_size=60))
@example("Y_")
def test_keys_are_stable(text):
    assert search_key(search_key(text)) == search_key(text)
    assert match_key(match_key(text)) == match_key(text)


def _as_cp1252(text):
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode("utf-8"))


@pytest.mark.parametrize(
    "text", ["Báo cáo kết quả năm 2025", "Ủy ban nhân dân xã Đăk Đoa", "ĐẢNG BỘ", "“Dân vận khéo” – Ưu tiên"]
)
def test_mojibake_is_undone(text):
    assert repair_mojibake(_as_cp1252(text)) == text


@pytest.mark.parametrize("text", ["XÃ HỘI", "LÃNH ĐẠO", "á»", "café Ã la carte", "", "Báo cáo"])
def test_sound_text_is_left_alone(text):
    assert repair_mojibake(text) == text
