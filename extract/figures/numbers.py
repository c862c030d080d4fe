"""Printed Vietnamese numbers: `1.900` = 1900, `98,5` = 98.5, `05` = 5, `21.576,53`."""

from __future__ import annotations

import re

NUMBER = (
    r"\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d{1,3}(?:[ \u00a0]\d{3}){2,}(?![\d.,/])|\d{1,3}(?:,\d{3}){2,}"
    r"|\d+(?:[.,]\d+)?"
)
_THOUSANDS_DOT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?\Z")
_THOUSANDS_COMMA = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+\Z")


def value_of(printed: str, *, counted: bool = False) -> float:
    """Value of a number as printed; the comma is the decimal sign, the dot (and a space) parts thousands.

    `counted`: the unit is counted in whole things, so `1,900` reads 1900 (a foreign habit of writing).
    """
    printed = "".join(printed.split())
    if _THOUSANDS_DOT.match(printed):
        return float(printed.replace(".", "").replace(",", "."))
    if _THOUSANDS_COMMA.match(printed) and (counted or printed.count(",") > 1):
        return float(printed.replace(",", ""))
    return float(printed.replace(",", "."))
