"""Reads the issuing body printed after a number or a date, to its true end."""

from __future__ import annotations

import re

from extract.citations.doctypes import WORDS, bare
from extract.citations.orgs import (
    CAPITAL_STOPS,
    DOTTED,
    HEADS,
    INTRODUCED_WITHOUT_OF,
    ISSUER_OF_BODY,
    LOWER_AFTER,
    LOWER_HEADS,
    LOWER_WORDS,
    ORDINALS,
    PLACES,
    SINGLES,
    STOP_PAIRS,
    STOPS,
)

_OF = re.compile(r"(?:\s*[.'_~*|](?=\s+[cd]))?\s*,?\s*(?P<word>[cC][uủùúũ][aả]|CỦA|do|giữa)\s+")
_ISSUED = re.compile(r"\s+ban\s+hành")
_SPACE = re.compile(r"\s*,?\s*")
_TOKEN = re.compile(r"\s*([^\s,;:.()\[\]“”\"«»¹²³⁰-⁹]+)")
_TERM = re.compile(r"\s*\(\s*(?:khóa|khoá|Khóa|Khoá|nhiệm kỳ|lần thứ)\s[^()]{1,40}\)")
_WITHIN = re.compile(
    r"(?<=\w),\s+(?:huyện|thị xã|thành phố|tỉnh|TP\.?)(?:\s+(?!Ủy|Uỷ|UBND)[A-ZĐÂÁƯÔ][^\s,;:.()“”]*){1,4}"
)
_ALIAS = re.compile(
    r"(?:\s*\((?:sau đây |gọi tắt |viết tắt )?[^()]{2,40}\)"
    r"|,\s+(?:nhiệm kỳ\s+\d{4}\s?-\s?\d{4}|kỳ họp\s+(?:lần\s+)?thứ\s+\w+|(?:khóa|khoá)\s+[IVX]+))"
    r"(?=,?\s+(?:về|ban hành|V/v|phê duyệt|quy định)\s)"
)
_COMMA_NAME = re.compile(
    r",\s(?![Tt]rung tâm|[Ss]ở|[Bb]an\b|UBND|HĐND)"
    r"[A-ZĐÂÁ]\w*(?:\s[a-zà-ỹđ]\w*){0,2}(?:,\s[A-ZĐÂ]\w*(?:\s[a-zà-ỹđ]\w*){0,2})?\s+và\s+(?=[A-ZĐ])"
)
_AND_NAME = re.compile(r"\s+(?:và|&|-)\s+([A-ZĐÂÁƯỦỦÊÔ][^\s,;:.()]*)\s*([^\s,;:.()]*)")
_WITH = re.compile(r"\s+(?:và|với|,)\s+(?=\S)")
_AFTER_NUMBER_WORDS = frozenset({"khóa", "khoá", "thứ", "ương", "kỳ", "số", "vực", "khu", "đạo"})
_ROMAN = re.compile(r"[IVX]+\Z")
_YEARS = re.compile(r"\d{4}\s?-\s?\d{4}\Z|\d{1,4}\Z")
_MAX_TOKENS = 26
_DISTINCT = frozenset({"ubnd", "hđnd", "sở", "bộ", "ubmttq", "tỉnh", "thủ", "chính", "văn", "thường", "đảng"})


def read_issuer(text: str, at: int, limit: int, *, joint: bool = False) -> tuple[int, int, int] | None:
    """(start, end, where reading goes on) of the issuer after "của", "do … ban hành" or "giữa … với".

    `joint`: the document is a joint one, so "A và B" are both its issuers.
    """
    match = _OF.match(text, at, limit)
    if match is None:
        return _without_of(text, at, limit)
    between = match["word"] == "giữa"
    start = match.end()
    end = read_name(text, start, limit, joint=joint or between)
    if end is None:
        return None
    if match["word"] == "do":
        issued = _ISSUED.match(text, end, limit)
        return (start, end, issued.end()) if issued else None
    alias = _ALIAS.match(text, end, limit)
    return start, end, alias.end() if alias else end


def _without_of(text: str, at: int, limit: int) -> tuple[int, int, int] | None:
    space = _SPACE.match(text, at, limit)
    start = space.end() if space else at
    if start == at or not text.startswith(INTRODUCED_WITHOUT_OF, start, limit):
        return None
    end = read_name(text, start, limit)
    return None if end is None else (start, end, end)


def read_name(text: str, start: int, limit: int, *, joint: bool = False) -> int | None:
    """End of the body's name that begins at `start`; None when no name begins there."""
    first = _TOKEN.match(text, start, limit)
    if first is None or not _may_begin(first[1]):
        return None
    end = first.end()
    words = [first[1]]
    while len(words) < _MAX_TOKENS:
        step = _next_word(text, end, limit, words, joint)
        if step is None:
            break
        words.append(step[0])
        end = step[1]
    if words[-1].lower() in {"khóa", "khoá", "lần", "thứ", "nhiệm", "và", "-"}:
        return None
    for pattern in (_WITHIN, _TERM):
        match = pattern.match(text, end, limit)
        end = match.end() if match else end
    return end


def _may_begin(word: str) -> bool:
    lower = word.lower()
    if word[:1].islower():
        return lower in LOWER_HEADS
    return lower in HEADS or len(word) > 1


def _next_word(text: str, end: int, limit: int, words: list[str], joint: bool) -> tuple[str, int] | None:
    """Return the next word of the name with its end, None when the name ends here."""
    comma = _COMMA_NAME.match(text, end, limit)
    if comma and words[-1].islower() and _starts_no_body(comma.group()[2:]):
        return "và", comma.end() - 1
    match = _TOKEN.match(text, end, limit)
    if match is None:
        return _joint_comma(text, end, limit) if joint else None
    if "\n" in text[end : match.start(1)] and _new_line_ends(text, match.start(1), end):
        return None
    word = match[1]
    if word in {"và", "-", "&", "với"}:
        return _connective(text, end, limit, word, joint)
    if not _belongs(word, words, text, match.end()):
        return None
    return word, match.end() + (word in DOTTED and text.startswith(". ", match.end()))


def _new_line_ends(text: str, word_start: int, end: int) -> bool:
    return text.count("\n", end, word_start) > 1 or text[word_start] in "-+*•"


def _joint_comma(text: str, end: int, limit: int) -> tuple[str, int] | None:
    match = _WITH.match(text, end, limit)
    following = _TOKEN.match(text, match.end(), limit) if match else None
    if match and following and following[1][:1].isupper() and following[1].lower() in HEADS:
        return ",", match.end()
    return None


def _connective(text: str, end: int, limit: int, word: str, joint: bool) -> tuple[str, int] | None:
    match = _AND_NAME.match(text, end, limit) if word != "với" or joint else None
    if word == "với":
        follow = _WITH.match(text, end, limit) if joint else None
        return ("với", follow.end()) if follow else None
    if match is None:
        return None
    pair = f"{match[1]} {match[2]}".lower()
    if pair in WORDS or match[1].lower() in WORDS or text.startswith("văn bản", match.start(1)):
        return None
    if not joint and (match[1].lower() in _DISTINCT or match[1].isupper()):
        return None
    return word, match.start(1)


def _belongs(word: str, words: list[str], text: str, word_end: int) -> bool:
    """Whether `word` goes on with the name made of `words`."""
    previous = words[-1].lower()
    if word[0].isdigit():
        return bool(_YEARS.match(word)) and previous in _AFTER_NUMBER_WORDS
    if _ROMAN.match(word):
        return previous in _AFTER_NUMBER_WORDS or words[-1].isupper()
    if not word[0].isalpha() or "/" in word:
        return False
    following = _TOKEN.match(text, word_end)
    pair = (word.lower(), following[1] if following else "")
    return _capital_belongs(word, words, pair) if word[0].isupper() else _lower_belongs(word, words, pair)


def _capital_belongs(word: str, words: list[str], pair: tuple[str, str]) -> bool:
    if len(word) == 1:
        return True
    if word.isupper() and words[0].isupper() and pair[0] in STOPS:
        return False
    return pair not in CAPITAL_STOPS and " ".join(pair).lower() not in WORDS


def _lower_belongs(word: str, words: list[str], pair: tuple[str, str]) -> bool:
    previous = words[-1].lower()
    if (previous == "thứ" and word in ORDINALS) or previous in LOWER_AFTER.get(word, ()):
        return True
    if word in LOWER_AFTER or (pair in STOP_PAIRS and previous != "chấp"):
        return False
    if word in LOWER_WORDS:
        return True
    if word in STOPS or previous in PLACES or previous in SINGLES:
        return False
    capitalised = words[-1][:1].isupper() and not (len(words[-1]) > 1 and words[-1].isupper())
    return capitalised and not (len(words) > 1 and words[-2].lower() in PLACES)


def _starts_no_body(phrase: str) -> bool:
    words = phrase.split()
    return " ".join(words[:2]).lower() not in WORDS and words[0].lower() not in _DISTINCT


def contradicts(issuer: str, body: str) -> bool:
    """Whether `issuer` cannot be the body named in the symbol (it then belongs to another noun)."""
    needed = _NEEDED.get(body)
    return needed is not None and not any(part in bare(issuer) for part in needed)


_NEEDED = {body: tuple(bare(part) for part in parts) for body, parts in ISSUER_OF_BODY.items()}
"""Without marks: OCR loses them."""
