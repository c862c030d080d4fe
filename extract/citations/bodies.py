"""Abbreviations of bodies as they stand in symbols. The list is open: it only says what damage is told by."""

from __future__ import annotations

import re

from extract.citations.wordlists import word_set

PARTY_BODIES = frozenset(
    {"TW", "TU", "ĐU", "HU", "QU", "ThU", "THU", "ĐUK", "ĐUB", "ĐUQS", "ĐUCA", "CB", "TVTU", "BTVTU"}
)
STATE_BODIES = re.compile(r"(?:CP|TTg|UBND|HĐND|UBTVQH\d+|VPCP|QH\d+)\Z")

KNOWN_BODIES = word_set("""
UBND HĐND VPUBND VPCP VPQH BNV BTC BTP BYT BCA BQP BXD BCT BGDĐT BVHTTDL BKHCN BNNMT BTNMT BLĐTBXH
BGTVT BTTTT BKHĐT BNNPTNT BDTTG UBDT TTCP NHNN CTN UBTVQH BTCTW BTGTW BDVTW VPTW UBKTTW SNV STP STC
SCT SXD SYT SGDĐT SNNMT SKHCN SVHTTDL STTTT STNMT SLĐTBXH SKHĐT SGTVT BDT TTT BQLKKT CAT BCH BCHQS
MTTQ UBMTTQ LĐLĐ ĐTN TĐTN HND HLHPN HCCB ĐĐBQH BHXH CTK BTGDVTW BNCTW BTCTU BTGTU BTGDVTU BDVTU BNCTU
UBKTTU VPTU ĐUCA ĐUQS SDTTG VPHĐND BTV BTT CQĐP CQTN TTTT
""")


_SHORT = 3
_SPELT = {
    body.replace("Đ", "D"): body
    for body in sorted(KNOWN_BODIES | PARTY_BODIES)
    if len(body) > _SHORT or body in PARTY_BODIES
}


def known_spelling(group: str) -> str | None:
    """Return the listed body that `group` is but for strokes damage takes or adds (`SGDDT`, `ƯBND`)."""
    plain = group.replace("Ư", "U") if len(group) > _SHORT else group
    body = _SPELT.get(plain.replace("Đ", "D"))
    kept = body is not None and all(b == "Đ" for g, b in zip(plain, body, strict=True) if g == "Đ")
    return body if kept else None


def is_known(group: str) -> bool:
    """Whether `group` is a body of the lists above, spelt right."""
    return group in KNOWN_BODIES or group in PARTY_BODIES or bool(STATE_BODIES.match(group))
