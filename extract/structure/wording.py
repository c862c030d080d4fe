"""Small measures of Vietnamese text: capitals, sentences, names. All linear, no state."""

from __future__ import annotations

import re
import unicodedata

from extract.structure.letters import UPPER

_CAPS_REACH = 160
"""A title in capitals shows it in its first words; long paragraphs are not counted through."""
TERMINAL = ".;:!?…"
_SENTENCE_BREAK = re.compile(rf"[.!?…][”\"')\]]?\s+(?=[{UPPER}“\"(])")
_ABBREVIATION = re.compile(r"\b(?:TP|Th\.?S|TS|PGS|GS|KT|TM|TL|TUQ|Q|v\.v|tr|St|Dr|ThS|P|UBND)\.\s*$")
_LABELLED = re.compile(
    r"(?:Phần|Chương|Mục|Tiểu mục|Điều|Khoản|Phụ lục|Mẫu|Biểu|Luật|Nghị|Quyết|Báo|Kính|Nơi)\b", re.IGNORECASE
)
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_WORD_REACH = 20
_CONNECTIVES = frozenset(
    [
        "và",
        "của",
        "với",
        "về",
        "trong",
        "các",
        "cho",
        "từ",
        "tại",
        "theo",
        "đối",
        "bằng",
        "những",
        "để",
        "do",
        "là",
        "được",
        "hoặc",
        "ở",
        "đến",
        "khi",
        "có",
        "bởi",
        "vì",
        "như",
        "nhằm",
        "trên",
        "dưới",
        "qua",
        "giữa",
        "gắn",
    ]
)
_NOUNS = frozenset(["năm", "tỉnh", "xã", "phường", "cấp", "công", "nâng"])
"""Words after which a name, a number or the other half of the word is likely to come on the next line."""


def without_marks(text: str) -> str:
    """`text` without diacritics, đ as d: what recognition of a poor scan still gets right."""
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def is_caps(text: str) -> bool:
    """Whether the letters of `text` (two at least) are capitals, small words in between allowed."""
    head = text[:_CAPS_REACH]
    upper = sum(map(str.isupper, head))
    return upper >= 2 and sum(map(str.islower, head)) <= upper * 0.08


def sentence_breaks(text: str) -> int:
    """Full stops inside `text` after which another sentence begins."""
    return sum(
        not _ABBREVIATION.search(text[max(0, m.start() - 6) : m.start() + 1])
        for m in _SENTENCE_BREAK.finditer(text)
    )


def first_letter(text: str) -> str:
    """First letter of `text`, or "" when there is none."""
    for char in text:
        if char.isalpha():
            return char
    return ""


def ends_open(text: str, *, nouns: bool = True) -> bool:
    """Whether `text` stops in the middle of a phrase: a comma, a dash or a connective word.

    nouns: a last word that mostly goes on ("tỉnh", "năm") counts, too.
    """
    text = text.rstrip()
    if not text:
        return False
    if text[-1] in ",-–(“":
        return True
    last = _LAST_WORD.search(text[-_WORD_REACH:])  # "năm 2025" is whole
    if last is None:
        return False
    return last[0].lower() in _CONNECTIVES or (nouns and last[0].lower() in _NOUNS)


def looks_like_name(text: str) -> bool:
    """Whether `text` is a person's name as signed: two to six capitalised words ("Nguyễn Văn A")."""
    text = re.sub(
        r"^(?:(?:Đại|Trung|Thiếu|Thượng)\s+(?:tá|tướng|úy)|(?:PGS|GS|TS|ThS|BS|CN|KS|CKI{1,2})[.,]?)\s*",
        "",
        text,
    )
    text = re.sub(r"^(?:(?:PGS|GS|TS|ThS|BS|CN|KS|CKI{1,2})[.,]\s*)+", "", text).strip()
    words = text.split()
    if not 2 <= len(words) <= 6 or _LABELLED.match(text):
        return False
    return all(re.fullmatch(r"[^\W\d_]+(?:['’-][^\W\d_]+)?\.?", word) and word[0].isupper() for word in words)
