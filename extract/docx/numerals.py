"""Numbers as Word's automatic numbering writes them (ST_NumberFormat of ISO 29500)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_LIMIT: Final = 4000
_LETTERS: Final = 26
# Word repeats the letter (aa, bb, …) and stops at 780 = 30 repetitions
_LETTER_LIMIT: Final = 780
_UNITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_CHICAGO: Final = "*†‡§"
_ENCLOSED_LIMIT: Final = 20


def roman(number: int) -> str:
    """Return the capital Roman numeral; numbers out of range stay decimal."""
    if not 0 < number < _ROMAN_LIMIT:
        return str(number)
    shown = ""
    for size, sign in _ROMAN:
        while number >= size:
            shown += sign
            number -= size
    return shown


def letter(number: int) -> str:
    """Return A…Z, AA, BB, … as Word counts; numbers out of range stay decimal."""
    if not 0 < number <= _LETTER_LIMIT:
        return str(number)
    repeats, index = divmod(number - 1, _LETTERS)
    return chr(ord("A") + index) * (repeats + 1)


def vietnamese(number: int) -> str:
    """Return the Vietnamese word of 0…99 (một, mười lăm, hai mươi mốt); beyond that, digits."""
    tens, unit = divmod(number, 10)
    if number < 0 or tens > 9:
        return str(number)
    if tens == 0:
        return _UNITS[unit]
    head = "mười" if tens == 1 else f"{_UNITS[tens]} mươi"
    if unit == 0:
        return head
    if unit == 1 and tens > 1:
        return f"{head} mốt"
    return f"{head} lăm" if unit == 5 else f"{head} {_UNITS[unit]}"


def _enclosed(first: int) -> Callable[[int], str]:
    return lambda number: chr(first + number - 1) if 0 < number <= _ENCLOSED_LIMIT else str(number)


def _chicago(number: int) -> str:
    repeats, index = divmod(max(number, 1) - 1, len(_CHICAGO))
    return _CHICAGO[index] * min(repeats + 1, _ENCLOSED_LIMIT)


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": letter,
    "lowerLetter": lambda number: letter(number).lower(),
    "vietnameseCounting": vietnamese,
    "cardinalText": lambda number: vietnamese(number).capitalize(),
    "ordinalText": lambda number: f"thứ {vietnamese(number)}",
    "hex": lambda number: f"{number:X}",
    "chicago": _chicago,
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedCircle": _enclosed(0x2460),
    "decimalEnclosedCircleChinese": _enclosed(0x2460),
    "decimalEnclosedParen": _enclosed(0x2474),
    "decimalEnclosedFullstop": _enclosed(0x2488),
    "none": lambda number: "",
    "bullet": lambda number: "",
}


def shown(number: int, form: str) -> str:
    """Return `number` in Word's format `form`; `zeros:N` pads to N digits; unknown formats are decimal."""
    if form.startswith("zeros:"):
        return str(number).zfill(int(form[6:]))
    writer = _FORMATS.get(form)
    return writer(number) if writer else str(number)
