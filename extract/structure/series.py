"""Tables of the marker grammar: letters, words, numerals, look-alikes and the customary order of series."""

from __future__ import annotations

VIET_LETTERS = "abcdđeghiklmnopqrstuvxy"
LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"

RANK: dict[str, float] = {
    "annex": 0,
    "part": 0.5,
    "chapter": 1,
    "upper": 1.2,
    "roman": 2,
    "muc": 2.2,
    "tiet": 2.6,
    "tieumuc": 3,
    "article": 4,
    "number": 5,
    "dec2": 6,
    "dec3": 7,
    "dec4": 7.5,
    "paren": 7.6,
    "bracket": 7.7,
    "letter": 8,
    "letter_bracket": 8.5,
    "roman_lower": 9,
    "bare": 9.5,
}
"""Customary order of the series, from the outermost in; used as a preference, never as a rule."""

WORDS: dict[str, str] = {
    "phần": "part",
    "chương": "chapter",
    "tiểu mục": "tieumuc",
    "mục": "muc",
    "tiết": "tiet",
    "điều": "article",
    "khoản": "number",
    "phụ lục": "annex",
    "biểu mẫu": "annex",
    "biểu số": "annex",
    "mẫu số": "annex",
}
"""Word before the numeral -> series."""

OCR_WORDS: dict[str, str] = {
    "phản": "phần", "phàn": "phần", "phân": "phần", "phẩn": "phần", "phẫn": "phần", "phấn": "phần",
    "phan": "phần", "chuơng": "chương", "chưong": "chương", "chuong": "chương", "muc": "mục",
    "điêu": "điều", "điểu": "điều", "điễu": "điều", "điệu": "điều", "điếu": "điều", "điéu": "điều",
    "đièu": "điều", "điẻu": "điều", "đieu": "điều", "diều": "điều", "phụ luc": "phụ lục",
    "phu lục": "phụ lục", "phu luc": "phụ lục", "phụ lực": "phụ lục",
}  # fmt: skip
"""What recognition makes of those words, of the same length; believed on scans only."""

ORDINALS: dict[str, int] = {
    "nhất": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}

ROMAN_LOOKALIKES = {"l": "I", "1": "I", "|": "I", "!": "I"}
"""Typed for I by hand; the printed page looks right."""
OCR_LOOKALIKES = ROMAN_LOOKALIKES | {
    "L": "I", "J": "I", "T": "I", "Í": "I", "Ì": "I", "Ỉ": "I", "Ị": "I", "Ï": "I",
    "H": "II", "U": "II", "N": "II", "M": "III", "Ư": "V", "Y": "V",
}  # fmt: skip
"""What recognition makes of I, II, III and V; believed on scans only."""
OCR_LETTERS = {"đ": "d"}
"""What recognition makes of the letter of a point; believed on scans only."""
DIGIT_LOOKALIKES = {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"}
ROMAN_GLYPHS = {
    chr(0x2160 + i): r
    for i, r in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"])
}

MAX_OCR_ROMAN = 12
MAX_NUMBER = 99
"""A longer count at the start of a line is a year or a quantity, not a marker."""
