"""Widths of printed lines in Times New Roman, to draw rules as long as the decree asks.

The numbers are the widths of Times-Bold in the Adobe core metrics, in 1/1000 of the type size;
Times New Roman Bold has the same.
"""

from __future__ import annotations

import unicodedata

_WIDTHS = {
    250: " .,",
    278: "il/\\'",
    333: "fjt-()[]!:;`",
    389: "Is",
    444: "cerz",
    500: "agovxyJ0123456789?*#$_–“”",
    556: "bdhknpquS",
    570: "+<=>",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYw",
    778: "GHKOQ",
    833: "m&",
    930: "@",
    944: "M",
    1000: "W%…",
}
_OF: dict[str, int] = {}
for _width, _letters in _WIDTHS.items():
    for _letter in _letters:
        _OF[_letter] = _width
_DEFAULT = 556
_POINT_MM = 25.4 / 72


def text_width(text: str, size: float) -> float:
    """Width of one bold line of `text` at `size` points, in mm; marks over letters add nothing."""
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    units = sum(_OF.get(c, _DEFAULT) for c in plain if not unicodedata.combining(c))
    return units / 1000 * size * _POINT_MM
