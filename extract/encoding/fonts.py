"""TCVN3 (.VnTime) and VNI (VNI-Times): letters that are Vietnamese only in their font.

`data/legacy_codes.tsv` holds one row a letter: encoding, byte codes (`61+F8`), the letter.
TCVN3 follows TCVN 5712-1; VNI writes vowel and tone as two codes. Neither is told apart from
Western text by a code alone: the font's name decides, or the text as a whole (`detect`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import Final, Literal

from extract.encoding.syllables import count_syllables

Kind = Literal["tcvn3", "vni"]

_TCVN3_FONT: Final = re.compile(
    r"\.vn|vn(time|arial|avant|book|century|clarendon|commercial|cooper|courier|helvet|linus|memorandum|"
    r"mystical|park|present|revue|rockwell|shelley|southern|teknical|timex?h?$|univers)"
)
_VNI_FONT: Final = re.compile(r"vni[- _]")
# a Vietnamese letter outside Latin-1: the run is Unicode already, whatever its font says
_UNICODE: Final = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")
_HIGH: Final = re.compile("[\u00a1-\u00ff]")
_PRIVATE: Final = {0xF000 + code: code for code in range(0x20, 0x100)}
_CERTAIN: Final = 0.85
_LIKELY: Final = 0.5
_GAIN: Final = 0.25
_FEWEST_WORDS: Final = 4
_BEFORE: Final = 500
_STRETCH: Final = 8000


@lru_cache(maxsize=512)
def legacy_kind(font: str) -> Kind | None:
    """Return the encoding that a font name stands for, None for Unicode fonts."""
    name = font.strip().lower()
    if _TCVN3_FONT.match(name):
        return "tcvn3"
    return "vni" if _VNI_FONT.match(name) else None


def is_capital_font(font: str) -> bool:
    """Whether a TCVN3 font draws small letters as capitals (.VnTimeH)."""
    return legacy_kind(font) == "tcvn3" and font.rstrip().endswith("H")


def decode_run(text: str, font: str) -> str:
    """Return the run as Unicode; text in another font, or Unicode already, comes back unchanged."""
    kind = legacy_kind(font)
    if kind is None:
        return text
    if not text.isascii():
        text = text.translate(_PRIVATE)
        if not _UNICODE.search(text):
            text = decode(text, kind)
    return text.upper() if is_capital_font(font) else text


def decode(text: str, kind: Kind) -> str:
    """Return `text`, read as Latin-1/cp1252 codes of encoding `kind`, as Unicode (NFC)."""
    if kind == "tcvn3":
        return text.translate(_tcvn3())
    pattern, letters = _vni()
    return pattern.sub(lambda found: letters[found[0]], text)


def detect(text: str) -> Kind | None:
    """Return the encoding of text in an undeclared font, None unless decoding makes it Vietnamese.

    Needs several words: one letter proves nothing (¹ is a footnote mark and also TCVN3's ạ).
    """
    if not _HIGH.search(text) or _UNICODE.search(text):
        return None
    valid, total = count_syllables(text)
    if total < _FEWEST_WORDS or valid / total > _CERTAIN:
        return None
    kinds: tuple[Kind, ...] = ("tcvn3", "vni")
    scores = {kind: _share(decode(text, kind)) for kind in kinds}
    best = max(kinds, key=lambda kind: scores[kind])
    return best if scores[best] >= _CERTAIN and scores[best] - valid / total >= _GAIN else None


def detect_long(text: str) -> Kind | None:
    """`detect` for a text of any length: it looks at one stretch from the first letter that could tell."""
    first = _HIGH.search(text)
    if first is None or _UNICODE.search(text):
        return None
    start = max(0, first.start() - _BEFORE)
    return detect(text[start : start + _STRETCH])


def letters_of(kind: Kind) -> re.Pattern[str]:
    """Pattern of the codes of one letter in encoding `kind`, longest first."""
    return _vni()[0] if kind == "vni" else _tcvn3_letters()


def is_unicode(text: str) -> bool:
    """Whether `text` holds Vietnamese letters that neither encoding can write (ạ, ư as themselves)."""
    return _UNICODE.search(text) is not None


def improves(text: str, kind: Kind) -> bool:
    """Whether decoding `text` as `kind` makes words of it that were none before.

    For short text (a heading of two words) in a document already known to hold such text.
    """
    if not _HIGH.search(text) or _UNICODE.search(text):
        return False
    before, after = _share(text), _share(decode(text, kind))
    return after >= _LIKELY and after - before >= _GAIN


def _share(text: str) -> float:
    valid, total = count_syllables(text)
    return valid / total if total else 0.0


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    table = resources.files("extract.encoding").joinpath("data/legacy_codes.tsv").read_text("utf-8")
    rows = []
    for line in table.splitlines()[1:]:
        encoding, codes, letter = line.split("\t")
        rows.append((encoding, "".join(chr(int(code, 16)) for code in codes.split("+")), letter))
    return tuple(rows)


@cache
def _tcvn3() -> dict[int, str]:
    return {ord(codes): letter for encoding, codes, letter in _rows() if encoding == "tcvn3"}


@cache
def _tcvn3_letters() -> re.Pattern[str]:
    return re.compile("[" + "".join(map(chr, sorted(_tcvn3()))) + "]")


@cache
def _vni() -> tuple[re.Pattern[str], dict[str, str]]:
    letters = {codes: letter for encoding, codes, letter in _rows() if encoding == "vni"}
    # a capital with its tone typed small (Uû for UÛ) is the same letter
    letters |= {
        codes[0] + codes[1].lower(): letters[codes] for codes in letters if len(codes) > 1 and codes.isupper()
    }
    longest_first = sorted(letters, key=lambda codes: (-len(codes), codes))
    return re.compile("|".join(map(re.escape, longest_first))), letters
