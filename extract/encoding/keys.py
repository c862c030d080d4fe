"""Text as shown (`nfc`, `display`) and text as compared (`match_key`, `search_key`).

Keys are for comparing only: what a reader sees is never rewritten beyond Unicode composition and
the look-alike letters that no printed page can show apart (DOMAIN: ƣ for ư, Ð for Đ).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final

TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_SHAPES: Final = "\u0302\u0306\u031b"
_COMBINING: Final = re.compile(r"[\u0300-\u036f]")
# é + circumflex: the tone was typed before the shape of the vowel; NFC alone never joins them
_TONE_FIRST: Final = re.compile(rf"([{TONES}]+)([{_SHAPES}])")

_LOOK_ALIKES: Final = str.maketrans(
    {
        "ƣ": "ư",
        "Ƣ": "Ư",
        "ð": "đ",
        "Ð": "Đ",
        "Ɖ": "Đ",
        "ɖ": "đ",
        "\ufeff": None,
        "\u200b": None,
        "\u2060": None,
    }
)
_HAS_LOOK_ALIKE: Final = re.compile("[ƣƢðÐƉɖ\ufeff\u200b\u2060]")
_SUSPECT: Final = re.compile("[\u0300-\u036fƣƢðÐƉɖ\ufeff\u200b\u2060]")
_OVERLAY_D: Final = re.compile("([dDđĐ])[\u0335\u0336]")

_DASHES: Final = dict.fromkeys("‐‑‒–—―−﹣－", "-")
_QUOTES: Final = {**dict.fromkeys("“”„‟«»″＂", '"'), **dict.fromkeys("‘’‚‛`´′＇", "'")}
_SPACES: Final = dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000\t\n\r\f\v", " ") | {
    chr(code): " " for code in range(0x2000, 0x200B)
}
_UNSEEN: Final = dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_FOLD: Final = str.maketrans({**_DASHES, **_QUOTES, **_SPACES, **_UNSEEN, "…": "..."})

_LONGEST: Final = 300
"""Characters of the longest text whose key is remembered."""
_RUNS_OF_SPACE: Final = re.compile(r" {2,}")
_AROUND_JOINER: Final = re.compile(r" ?([-/&]) ?")
_PUNCTUATION: Final = re.compile(r"""["'(){}\[\]<>;:!?*_•·|]|(?<!\d)[.,]|[.,](?!\d)""")


def nfc(text: str) -> str:
    """Compose `text` (Unicode NFC); a text already composed is returned as it is."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def display(text: str) -> str:
    """Text as the printed page shows it: NFC, look-alike letters mapped, zero-width characters gone.

    Only for Unicode text: TCVN3 and VNI must be decoded before (there Ð is a vowel).
    """
    if not _SUSPECT.search(text):
        return nfc(text)
    if _COMBINING.search(text):
        text = _OVERLAY_D.sub(lambda found: "Đ" if found[1] in "DĐ" else "đ", text)
        text = _TONE_FIRST.sub(r"\2\1", unicodedata.normalize("NFD", text))
    if _HAS_LOOK_ALIKE.search(text):
        text = text.translate(_LOOK_ALIKES)
    return nfc(text)


def _with_tone(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


def _tone_pairs() -> dict[str, str]:
    """Word endings with the tone on the second vowel -> the same with it on the first (oà -> òa)."""
    pairs = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in TONES:
            pairs[first + _with_tone(second, tone)] = _with_tone(first, tone) + second
    return pairs


def _glide_pairs() -> dict[str, str]:
    """Tone wrongly put on the glide of qu- and gi- (qúy, gía) -> on the vowel."""
    pairs = {}
    for glide, vowels in (("qu", "aeoyiâêôơ"), ("gi", "aouâôơư")):
        for vowel in vowels:
            for tone in TONES:
                pairs[glide[0] + _with_tone(glide[1], tone) + vowel] = glide + _with_tone(vowel, tone)
    return pairs


_TONE_PLACE: Final = _tone_pairs()
_GLIDE: Final = _glide_pairs()
_TONE_END: Final = re.compile(rf"(?<!q)({'|'.join(_TONE_PLACE)})\b")
_GLIDE_START: Final = re.compile(rf"\b({'|'.join(_GLIDE)})")
_Y_TO_I: Final = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
_ONLY_VOWEL_Y: Final = re.compile(r"\b((?:[bcdđghklmnprstvx]{0,3}|qu))([yỳýỷỹỵ])\b")


def _fold_vowels(text: str) -> str:
    text = _TONE_END.sub(lambda found: _TONE_PLACE[found[1]], text)
    text = _GLIDE_START.sub(lambda found: _GLIDE[found[1]], text)
    return _ONLY_VOWEL_Y.sub(lambda found: found[1] + found[2].translate(_Y_TO_I), text)


def _remembered(key: Callable[[str], str]) -> Callable[[str], str]:
    """Remember the keys of titles and names; whole sections would fill the memory and come once."""
    remembered = lru_cache(maxsize=8192)(key)

    @wraps(key)
    def of(text: str) -> str:
        return remembered(text) if len(text) <= _LONGEST else key(text)

    return of


@_remembered
def match_key(text: str) -> str:
    """Key under which two spellings of the same words are equal; accents stay.

    Case, composition, tone placement (hoà = hòa), i/y (kỹ = kĩ), dash and quote kinds, no-break and
    zero-width characters do not count; punctuation other than - / & and what stands inside a number
    becomes a space; spaces around - / & vanish.
    """
    folded = nfc(display(text).translate(_FOLD).casefold())  # casefold parts ligatures and dotted capitals
    # punctuation goes first: an underscore beside a vowel hides where the word ends
    folded = _RUNS_OF_SPACE.sub(" ", _fold_vowels(_PUNCTUATION.sub(" ", folded)))
    return nfc(_AROUND_JOINER.sub(r"\1", folded).strip())  # single spaces by now: no long run is tried twice


@_remembered
def search_key(text: str) -> str:
    """Lower case without any accent, đ as d, dashes and quotes folded, single spaces."""
    bare = _COMBINING.sub("", unicodedata.normalize("NFD", display(text).translate(_FOLD).lower()))
    return _RUNS_OF_SPACE.sub(" ", bare.replace("đ", "d")).strip()
