"""Signs of symbol fonts (`w:sym`): the letter or sign that a reader sees."""

from __future__ import annotations

from typing import Final

# symbol fonts: code -> the sign that readers see; all other codes of such fonts show as a bullet
_SYMBOLS: Final = {
    0x2D: "-", 0x2B: "+", 0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑", 0xA8: "☐", 0x6F: "□",
    0xE0: "→", 0xF0: "⇒", 0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0x2A: "*", 0xDE: "⇒",
    0xAE: "→",
}  # fmt: skip
_SYMBOL_FONTS: Final = ("symbol", "wingdings", "webdings")
_BULLET: Final = "•"


def symbol(char: str, font: str) -> tuple[str, str | None]:
    """Return the text of a `w:sym` and the font to read it in (None: it is a sign, no letter).

    char: hexadecimal code, U+F0xx for 8-bit fonts. Unknown signs of symbol fonts show as a bullet.
    """
    try:
        code = int(char, 16)
    except ValueError:
        return "", None
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if font.lower().startswith(_SYMBOL_FONTS):
        return _SYMBOLS.get(low, _BULLET), "theme"
    return (chr(low), font or None) if 0x20 <= low < 0xD800 else ("", None)
