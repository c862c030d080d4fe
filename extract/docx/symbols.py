"""Signs of symbol fonts (`w:sym`): the letter or sign that a reader sees."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lxml import etree

from extract.docx.names import W

# symbol fonts: code -> the sign that readers see; all other codes of such fonts show as a bullet
_SYMBOLS: Final = {
    0x2D: "-", 0x2B: "+", 0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑", 0xA8: "☐", 0x6F: "□",
    0xE0: "→", 0xF0: "⇒", 0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0x2A: "*", 0xDE: "⇒",
    0xAE: "→",
}  # fmt: skip
_SYMBOL_FONTS: Final = ("symbol", "wingdings", "webdings")
_BULLET: Final = "•"
_PRIVATE: Final = re.compile("[\uf020-\uf0ff]")
_LATIN_1: Final = 0xA0
_TYPED: Final = {code: sign for code, sign in _SYMBOLS.items() if code >= _LATIN_1}


@lru_cache(maxsize=512)
def is_symbol_font(font: str) -> bool:
    """Whether a font draws signs for the codes of letters."""
    return font.lower().startswith(_SYMBOL_FONTS)


def typed_signs(text: str, font: str | None) -> str:
    """Return text typed as codes of a symbol font ("Ø" in Wingdings, U+F0D8 anywhere) as the signs seen.

    Words keep their letters: only the codes of known signs, alone in their run, are signs without U+F0xx.
    """
    if font is not None and is_symbol_font(font) and not _PRIVATE.search(text):
        codes = {ord(char) for char in text if not char.isspace()}
        return text.translate(_TYPED) if codes <= _TYPED.keys() else text
    return _PRIVATE.sub(lambda found: _SYMBOLS.get(ord(found[0]) - 0xF000, _BULLET), text)


def symbol(char: str, font: str) -> tuple[str, str | None]:
    """Return the text of a `w:sym` and the font to read it in (None: it is a sign, no letter).

    char: hexadecimal code, U+F0xx for 8-bit fonts. Unknown signs of symbol fonts show as a bullet.
    """
    try:
        code = int(char, 16)
    except ValueError:
        return "", None
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if is_symbol_font(font):
        return _SYMBOLS.get(low, _BULLET), "theme"
    return (chr(low), font or None) if 0x20 <= low < 0xD800 else ("", None)


def typed_in(run: etree._Element) -> str:
    """Return the letters (`w:t`) and signs (`w:sym`) of a run."""
    return "".join(
        (part.text or "")
        if part.tag == W + "t"
        else symbol(part.get(W + "char", ""), part.get(W + "font", ""))[0]
        for part in run.iterchildren(W + "t", W + "sym")
    ).strip()
