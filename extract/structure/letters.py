"""Capital and small letters of Vietnamese for regex classes: in Unicode they alternate, no range will do."""

from __future__ import annotations

_CODES = [*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)]

UPPER = "".join(chr(code) for code in _CODES if chr(code).isupper())
LOWER = "".join(chr(code) for code in _CODES if chr(code).islower())
