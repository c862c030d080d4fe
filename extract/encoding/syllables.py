"""Which letter strings can be a Vietnamese syllable: onset, rime and tone tables, no word list.

Used to judge text, never to change it: a page whose words are no syllables lost its letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from extract.encoding.keys import TONES, nfc


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_RIMES: Final = _words("""
a ac ach ai am an ang anh ao ap at au ay
ăc ăm ăn ăng ăp ăt
âc âm ân âng âp ât âu ây
e ec em en eng eo ep et
ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay
oăc oăm oăn oăng oăt oe oen oeo oet
ô ôc ôi ôm ôn ông ôp ôt
ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt
uy uya uych uyn uynh uyp uyt uyu uyên uyêt
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
""")
_QU_RIMES: Final = _words("""
a ac ach ai am an ang anh ao at au ay ăc ăn ăng ăp ăt ân âng ât âu ây e en eo et ê ên ênh êt ich in inh it
i y ynh yt yên yêt yêch ơ ơi ôc
""")
_GI_RIMES: Final = _words("""
a ac ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăt âc âm ân âp ât âu ây eo e em en
o oc oi on ong ô ôi ông ôn ôt ôc ơ ơi ơn u ua uc ui um un up uôc ư ưa ưt ưc ươi ươc ươm ương
êng êt êc ên êm i n p m
""")
_Y_ONLY: Final = _words("y yêm yên yêng yêt yêu")
_PLAIN_ONSETS: Final = ("", *_words("b ch d đ h kh l m n nh p ph r s t th tr v x"))
# spelling pairs: the first of each stands before e ê i y, the second before the other vowels
_FRONT_ONSETS: Final = {"k": "c", "gh": "g", "ngh": "ng"}
_Y_ONSETS: Final = ("", *_words("b d h k l m n s t th v"))
_STOPS: Final = ("p", "t", "c", "ch")
_SHARP_TONES: Final = frozenset("\u0301\u0323")
_WORD: Final = re.compile(r"[^\W\d_]+")
# parts of numbers and symbols (386/KH-VPUBND) and usual abbreviations are no words
# (begun only where a run begins: a long word without digits is looked through once, not from every letter)
_SYMBOL: Final = re.compile(r"(?<![\w.&-])[\w.&-]*[\d/][\w/.&-]*")
_ROMAN: Final = re.compile(r"[IVXLC]{2,}")
_ABBREVIATIONS: Final = frozenset(
    _words("ubnd hđnd mttq tw qh ubmttq tthc cchc qcdc cbcc ccvc hcm tp ht vp gđ pgđ nđ qđ tt ct kl nq kh bc")
)


def _syllables() -> frozenset[str]:
    """Every spelling without tone: about 3,400 strings."""
    found: set[str] = set(_Y_ONLY)
    for rime in _RIMES:
        front = rime[0] in "eêi"
        onsets = list(_PLAIN_ONSETS) + (list(_FRONT_ONSETS) if front else list(_FRONT_ONSETS.values()))
        if rime.startswith("iê"):
            onsets.remove("")
        found.update(onset + rime for onset in onsets)
    found.update("qu" + rime for rime in _QU_RIMES)
    found.update("gi" + rime for rime in _GI_RIMES)
    found.add("gi")
    found.update(onset + "y" for onset in _Y_ONSETS)
    return frozenset(found)


_VALID: Final = _syllables()


def split_tone(word: str) -> tuple[str, str]:
    """`word` without tone marks (vowel shapes stay) and the tone marks it bore, in order."""
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in parts if mark in TONES)
    if not tones:
        return word, ""
    return unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TONES)), tones


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Whether `word` (any case, NFC) is spelled as a Vietnamese syllable can be."""
    bare, tones = split_tone(word.lower())
    if bare not in _VALID or len(tones) > 1:
        return False
    return not bare.endswith(_STOPS) or tones in _SHARP_TONES


def is_abbreviation(word: str) -> bool:
    """Whether `word` is a usual abbreviation of offices (UBND, HĐND), which is no syllable."""
    return word.lower() in _ABBREVIATIONS


def count_syllables(text: str) -> tuple[int, int]:
    """Count (valid, all) words of `text`; document symbols and usual abbreviations are left out."""
    valid = total = 0
    for word in _WORD.findall(_SYMBOL.sub(" ", nfc(text))):
        if is_abbreviation(word) or _ROMAN.fullmatch(word):
            continue
        total += 1
        valid += is_syllable(word)
    return valid, total


def valid_share(text: str) -> float:
    """Share (0..1) of the words of `text` that are valid syllables; 1.0 when it has no word."""
    valid, total = count_syllables(text)
    return valid / total if total else 1.0
