"""Does a text layer say what the page shows? Lost letters, swapped letters, garbage.

Never used to mend text: a damaged page is read by OCR. Quốc hiệu and Tiêu ngữ are the best canary,
because every document of the state carries them and they are known letter by letter.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from rapidfuzz import fuzz

from extract.encoding.keys import display, match_key, search_key
from extract.encoding.syllables import count_syllables

Damage = Literal["letters_lost", "letters_swapped", "garbage"]

_QUOC_HIEU: Final = "cộng hòa xã hội chủ nghĩa việt nam"
_TIEU_NGU: Final = "độc lập-tự do-hạnh phúc"
_PLACE: Final = 1500
_PRESENT: Final = 0.7
# no letters of any text: private use, replacement, unassigned and control characters
_NO_TEXT: Final = re.compile("[\ue000-\uf8ff\ufffd\ufffe\uffff\u0000-\u0008\u000e-\u001f]")
_CLUSTERS: Final = "NGH|NG|NH|CH|TH|TR|PH|KH|GH|GI|QU"
# a consonant alone between two words, as no abbreviation stands: "CHÍN P Ủ"
_LONE: Final = re.compile(rf"(?<=[^\W\d_] )(?:[BCDĐGHKLMNPQRSTVX]|{_CLUSTERS})(?= [^\W\d_])")
_LONE_CLUSTER: Final = re.compile(rf"^(?:{_CLUSTERS})(?= [^\W\d_])")
# … and what is left of a syllable whose onset is gone follows it: "C IA SẺ", "T ỰC", "C uẩn"
_CUT: Final = re.compile(rf"(?<![^\W_])(?:[BCDĐGHKLMNPQRSTVX]|{_CLUSTERS}) (?=([^\W\d_]))")
# PHẦN C …, NHÓM B …: here a letter alone is a name
_LABEL: Final = re.compile(
    r"\b(phần|mục|lục|khối|nhóm|loại|hạng|bảng|tiết|điểm|lớp|ban|biểu|khu|dạng|mẫu|vitamin|tuyến|nhà"
    r"|[aeiou]) $",
    re.IGNORECASE,
)
# a code without a letter inside a word; U+0002 and U+FFFE are not meant: hyphens at the end of a line
_HOLE: Final = re.compile("(?<=[^\\W\\d_])[\x00\x01\x03-\x08\x0e-\x1f\ufffd\uffff](?=[^\\W\\d_])")
_FEWEST_WORDS: Final = 12
_GARBAGE_SHARE: Final = 0.55
_UNSPEAKABLE_SHARE: Final = 0.15
_SMALL_WORD: Final = re.compile(r"\b[^\W\d_][^\W\d_A-ZĐ]+\b")
_VOWEL: Final = re.compile("[aeiouy]")
_NO_TEXT_SHARE: Final = 0.1
_SOUND_SHARE: Final = 0.95
_FEWEST_BROKEN: Final = 2
_LOST_HYPHENS: Final = re.compile(r"độc\s*lập\s+tự\s*do\s+hạnh\s*phúc", re.IGNORECASE)


def quoc_hieu_damage(text: str) -> float | None:
    """Return how badly Quốc hiệu or Tiêu ngữ is misspelt: 0.0 intact … 0.4; None when neither is there.

    text: the first page. Only its first 1,500 characters are looked at.
    """
    key = match_key(text[:_PLACE])
    if _QUOC_HIEU in key:
        return 0.0
    scores = [_likeness(phrase, key) for phrase in (_QUOC_HIEU, _TIEU_NGU)]
    seen = [score for score in scores if score >= _PRESENT]
    return round(1.0 - min(seen), 4) if seen else None


def _likeness(phrase: str, key: str) -> float:
    """Likeness 0..1 of the part of `key` most like `phrase`; both are compared letter by letter."""
    if phrase in key:
        return 1.0
    if len(key) < len(phrase) // 2:
        return 0.0
    return float(fuzz.partial_ratio(phrase, key)) / 100


def hyphens_lost(text: str) -> bool:
    """Whether the font's hyphen is missing: Tiêu ngữ stands without its two dashes."""
    return _LOST_HYPHENS.search(display(text[:_PLACE])) is not None


def is_broken_line(line: str, suspect: bool = False) -> bool:
    """Whether letters vanished from a line: consonants stand alone ("CHÍN P Ủ", "QUY ĐỊN C UNG").

    suspect: the file lost letters elsewhere, so that one consonant cut off from its vowel is enough.
    """
    lone = _lone_consonants(line)
    return lone > 1 or (lone == 1 and line.isupper()) or (suspect and _is_cut(line))


def _is_cut(line: str) -> bool:
    return any(
        search_key(found[1]) in "aeiouy" and _LABEL.search(line, 0, found.start()) is None
        for found in _CUT.finditer(line)
    )


def has_hole(line: str) -> bool:
    """Whether a code without a letter stands inside a word of the line."""
    return _HOLE.search(line) is not None


def _is_unspeakable(text: str) -> bool:
    """Whether many words have no vowel: foreign names and abbreviations are no garbage, a cipher is."""
    words = _SMALL_WORD.findall(text)
    silent = sum(_VOWEL.search(search_key(word)) is None for word in words)
    return silent > _UNSPEAKABLE_SHARE * len(words)


def _lone_consonants(line: str) -> int:
    lone = sum(_LABEL.search(line, 0, found.start()) is None for found in _LONE.finditer(line))
    return lone + len(_LONE_CLUSTER.findall(line))


def looks_damaged(text: str, suspect: bool = False) -> Damage | None:
    """Return what is wrong with the text layer of a page, None when it can be trusted.

    text: the page's text, lines separated by newlines. A page without words is not damaged but empty.
    suspect: another page of the file lost letters, so one such line is enough here.
    """
    shown = display(text)
    visible = len("".join(shown.split()))
    if visible and len(_NO_TEXT.findall(shown)) > _NO_TEXT_SHARE * visible:
        return "garbage"
    valid, total = count_syllables(shown)
    if total >= _FEWEST_WORDS and valid < _GARBAGE_SHARE * total and _is_unspeakable(shown):
        return "garbage"
    broken = sum(is_broken_line(line, suspect) for line in shown.splitlines()) + len(_HOLE.findall(shown))
    canary = quoc_hieu_damage(shown)
    if broken >= _FEWEST_BROKEN or (broken and (canary or suspect)):
        return "letters_lost"
    # one slip of the typist in Quốc hiệu proves nothing: the whole page must be full of non-words
    if canary and valid < _SOUND_SHARE * total:
        return "letters_swapped"
    return None
