"""What the numeral or letter of a label can mean: Roman, counted, spelt out, mistyped, misread.

"C." is a letter or the roman 100, "i)" a letter or the roman 1, "Il." a mistyped II: all are kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.structure.series import (
    DIGIT_LOOKALIKES,
    LATIN_LETTERS,
    MAX_NUMBER,
    MAX_OCR_ROMAN,
    OCR_LETTERS,
    OCR_LOOKALIKES,
    ORDINALS,
    ROMAN_GLYPHS,
    ROMAN_LOOKALIKES,
    VIET_LETTERS,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of a printed label: its series, its place in the series, and how sure the letters are."""

    kind: str
    value: tuple[int, ...]
    delim: str
    repaired: bool = False
    letter: str = ""
    ocr: bool = False
    """Only possible when the letters come from recognition of an image."""


_MOST_DIGITS = 4
_ROMAN = re.compile(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_value(text: str) -> int | None:
    """Value of a well-formed roman numeral up to 3999, else None."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    total = 0
    for here, after in zip(text, text[1:] + " ", strict=True):
        value = _VALUES[here]
        total += -value if after in _VALUES and _VALUES[after] > value else value
    return total


def word_values(num: str) -> list[tuple[int, bool]]:
    """Every value of the numeral after a word ("Phần C": 3 or 100), with whether letters were put right."""
    low = num.lower()
    if low.startswith("thứ"):
        last = low.split()[-1]
        value = int(last) if last.isdecimal() and len(last) < 4 else ORDINALS.get(last)
        return [(value, False)] if value else []
    digits = re.match(r"\d+", num)
    if digits:
        return [(int(digits[0]), False)]
    out: list[tuple[int, bool]] = []
    if len(low) == 1 and low in VIET_LETTERS:
        out.append((VIET_LETTERS.index(low) + 1, False))
    if (value := roman_value(num.upper() if len(num) > 1 else num)) is not None and value <= MAX_NUMBER:
        out.append((value, False))
    if not out and (value := roman_value(num.replace("l", "I").upper())) is not None:
        out.append((value, True))
    return out


def _value(num: str) -> int:
    """Value of decimal digits; 0 for other text (² and ① are digits, no decimals) and for endless numbers."""
    return int(num) if num.isdecimal() and len(num) <= _MOST_DIGITS else 0


def numeral_readings(num: str, delim: str) -> list[Reading]:
    """Return every meaning of a numeral or letter before (or in) its punctuation, the typed ones first."""
    if num in ROMAN_GLYPHS or all(c in ROMAN_GLYPHS for c in num):
        value = roman_value("".join(ROMAN_GLYPHS[c] for c in num))
        return [Reading("roman", (value,), delim)] if value else []
    out = _plain_readings(num, delim)
    out += _repaired_readings(num, delim, {r.kind for r in out})
    return out


def _counting(delim: str) -> str:
    """Series of a number with this punctuation."""
    return {")": "paren", "(": "bracket"}.get(delim, "number")


def _lettering(delim: str) -> str:
    """Series of a small letter with this punctuation."""
    return "letter_bracket" if delim == "(" else "letter"


def _plain_readings(num: str, delim: str) -> list[Reading]:
    out: list[Reading] = []
    if num.isdecimal():
        if 0 < _value(num) <= MAX_NUMBER:
            out.append(Reading(_counting(delim), (int(num),), delim))
        return out
    if (value := roman_value(num)) is not None and value <= MAX_NUMBER and delim != "(":
        out.append(Reading("roman", (value,), delim))
    low = num.lower()
    if len(num) == 1 and low in VIET_LETTERS + "jfwz":
        kind = "upper" if num.isupper() else _lettering(delim)
        if kind == "upper" and delim == ")":
            kind = "letter"
        out.append(Reading(kind, (VIET_LETTERS.find(low) + 1,), delim, letter=low))
    if num.islower() and (value := roman_value(num.upper())) is not None and value <= 20:
        out.append(Reading("roman_lower", (value,), delim))
    return out


def _repaired_readings(num: str, delim: str, have: set[str]) -> list[Reading]:
    """Put look-alike letters right: `Il.` is II, `l.` is 1 or I, `1O.` is 10."""
    out: list[Reading] = []
    fixed = "".join(ROMAN_LOOKALIKES.get(c, c) for c in num)
    if "roman" not in have and fixed != num and (value := roman_value(fixed)) and value <= MAX_NUMBER:
        out.append(Reading("roman", (value,), delim, repaired=True))
    seen = "".join(OCR_LOOKALIKES.get(c, c) for c in num)
    if seen not in (num, fixed) and (value := roman_value(seen)) and value <= MAX_OCR_ROMAN:
        out.append(Reading("roman", (value,), delim, repaired=True, ocr=True))
    if num in OCR_LETTERS:
        letter = OCR_LETTERS[num]
        value = VIET_LETTERS.find(letter) + 1
        out.append(Reading(_lettering(delim), (value,), delim, repaired=True, letter=letter, ocr=True))
    digits = "".join(DIGIT_LOOKALIKES.get(c, c) for c in num)
    if "number" not in have and digits != num and 0 < _value(digits) <= MAX_NUMBER:
        out.append(Reading(_counting(delim), (int(digits),), delim, repaired=True, ocr="roman" in have))
    return out


def gap(last: Reading, here: Reading) -> int:
    """Count the steps from one member of a series to the next; 1 = follows on, in either alphabet."""
    if here.letter and last.letter:
        viet = VIET_LETTERS.find(here.letter) - VIET_LETTERS.find(last.letter)
        if here.letter not in LATIN_LETTERS or last.letter not in LATIN_LETTERS:
            return viet  # đ has no place in the Latin order
        if here.letter not in VIET_LETTERS or last.letter not in VIET_LETTERS:
            return LATIN_LETTERS.find(here.letter) - LATIN_LETTERS.find(last.letter)
        latin = LATIN_LETTERS.find(here.letter) - LATIN_LETTERS.find(last.letter)
        return viet if abs(viet - 1) <= abs(latin - 1) else latin
    if len(here.value) > 1:
        if here.value[:-1] != last.value[:-1]:
            return -99
        return here.value[-1] - last.value[-1]
    return here.value[0] - last.value[0]
