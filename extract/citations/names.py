"""Where the name of a body ends: the longest run of words that may stand in it."""

from __future__ import annotations

import re

from extract.citations.doctypes import WORDS
from extract.citations.known_names import KNOWN
from extract.citations.name_ends import DISTINCT, TOKEN, ends_with_place, new_line_ends
from extract.citations.orgs import (
    AFTER_PLACE,
    CAPITAL_STOPS,
    DOTTED,
    GOES_ON,
    HEADS,
    LEVELS,
    LOWER_AFTER,
    LOWER_HEADS,
    LOWER_WORDS,
    NAMED_IN_LOWER_CASE,
    OPEN_HEADS,
    ORDINALS,
    PAIRED,
    PLACES,
    SINGLES,
    STOP_PAIRS,
    STOPS,
    THEME_COMMAS,
    THEME_STOPS,
    TITLES,
    UNFINISHED,
)
from extract.citations.wordlists import either

FOOTNOTE_CALL = re.compile(r"(?<=[a-zà-ỹđ]{2})(?<!km)\d{1,2}\Z")
"""A footnote's number run on to a word ("cơ quan1")."""
_TERM = re.compile(r"\s*\(\s*(?:khóa|khoá|Khóa|Khoá|nhiệm kỳ|lần thứ)\s[^()]{1,40}\)")
_WITHIN = re.compile(
    r"(?<=\w),\s+(?P<level>huyện|thị xã|thành phố|tỉnh|TP\.?)"
    r"(?:\s+(?!Ủy|Uỷ|UBND)[A-ZĐÂÁƯÔ][^\s,;:.()“”]*){1,4}"
)
_ANY_LEVEL = "|".join(sorted(LEVELS, key=len, reverse=True))
_LEVEL = re.compile(rf"\b(?:{_ANY_LEVEL})\b")
_AT_LEVEL = rf"\s+(?:{_ANY_LEVEL}|đặc khu|cấp|[Tt]rung ương|quốc gia)(?!\w)"
_NAMED_AFTER_TASK = re.compile(
    rf"(?:(?:Phó\s+)?Trưởng\s+(?:[Bb]an\s+)?|Chủ tịch\s+)?{OPEN_HEADS}(?!{_AT_LEVEL})"
    rf"(?:(?:\s+|,\s+(?={THEME_COMMAS}(?!\w)))(?!{THEME_STOPS}(?!\w))[^\W_]+){{1,16}}?(?={_AT_LEVEL}|\s+(?:của|về)\s)"
)
_IN_LOWER_CASE = re.compile(
    rf"{NAMED_IN_LOWER_CASE}(?=\s+[A-ZĐ]|\s*[,;.()]|\s+(?:về|tại|ngày|đã|ban hành)\s|\s*\Z)"
)
_GOES_ON = {word: re.compile(rf"\s+{either(phrases)}(?!\w)") for word, phrases in GOES_ON.items()}
_COMMA_NAME = re.compile(
    r",\s(?![Tt]rung tâm|[Ss]ở|[Bb]an\b|UBND|HĐND)"
    r"[A-ZĐÂÁ]\w*(?:\s[a-zà-ỹđ]\w*){0,2}(?:,\s[A-ZĐÂ]\w*(?:\s[a-zà-ỹđ]\w*){0,2})?\s+và\s+(?=[A-ZĐ])"
)
_AND_NAME = re.compile(r"\s+(?:và|&|-)\s+([A-ZĐÂÁƯỦỦÊÔ][^\s,;:.()]*)\s*([^\s,;:.()]*)")
_PAIR_ENDS = r"(?=\s*(?:[;.,)(“\n]|\Z|(?:về|ngày)\s))"
_WITH = re.compile(r"\s+với\s+(?=\S)")
_COMMA = re.compile(r"\s*,\s+(?=\S)")
_AFTER_NUMBER_WORDS = frozenset({"khóa", "khoá", "thứ", "ương", "kỳ", "số", "vực", "khu", "đạo"})
_ROMAN = re.compile(r"[IVX]+\Z")
_YEARS = re.compile(r"\d{4}\s?-\s?\d{4}\Z|\d{1,4}\Z")
_MAXTOKENS = 26


def read_name(text: str, start: int, limit: int, *, joint: bool = False) -> int | None:
    """End of the body's name that begins at `start`; None when no name begins there."""
    first = TOKEN.match(text, start, limit)
    if first is None or not (_may_begin(first[1]) or _IN_LOWER_CASE.match(text, first.start(1))):
        return None
    following = TOKEN.match(text, first.end(), limit)
    if following and (first[1], following[1]) in STOP_PAIRS:
        return None
    task = KNOWN.match(text, first.start(1), limit) or _NAMED_AFTER_TASK.match(text, first.start(1), limit)
    ends = [task.end() if task else first.end()]
    words = task.group().split() if task else [first[1]]
    while len(words) < _MAXTOKENS:
        step = _next_word(text, ends[-1], limit, words, joint)
        if step is None:
            break
        words.append(step[0])
        ends.append(step[1])
    if words[-1].lower() in {"khóa", "khoá", "lần", "thứ", "nhiệm", "và", "-"}:
        return None
    if words[-1] in UNFINISHED and len(ends) > 1:
        ends.pop()
    call = FOOTNOTE_CALL.search(text, max(first.start(1), ends[-1] - 4), ends[-1])
    if call:
        return call.start()
    return _additions(text, first.start(1), ends[-1], limit)


def _additions(text: str, start: int, end: int, limit: int) -> int:
    """End of the name with the higher place, the term or the second body that may be printed after it."""
    printed = text[start:end]
    second = PAIRED.get(" ".join(printed.split()))
    pair = re.compile(rf",\s+{second}{_PAIR_ENDS}").match(text, end, limit) if second else None
    end = pair.end() if pair else end
    within = _WITHIN.match(text, end, limit)
    if within:
        lower = [LEVELS[level] for level in _LEVEL.findall(printed)]
        higher = LEVELS[within["level"].rstrip(".")]
        end = within.end() if not lower or higher > lower[-1] else end
    term = _TERM.match(text, end, limit)
    return term.end() if term else end


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
    match = TOKEN.match(text, end, limit)
    if match is None:
        return _after_comma(text, end, limit, words, joint)
    if "\n" in text[end : match.start(1)] and new_line_ends(text, match, end, words):
        return None
    if match[1] in {"và", "-", "&", "với"}:
        return _connected(text, end, limit, words, joint)
    return _phrase(text, end, limit, words) or _single(text, match, words)


def _phrase(text: str, end: int, limit: int, words: list[str]) -> tuple[str, int] | None:
    goes_on = _GOES_ON.get(words[-1].lower())
    found = goes_on.match(text, end, limit) if goes_on else None
    return (found.group().split()[-1], found.end()) if found else None


def _single(text: str, match: re.Match[str], words: list[str]) -> tuple[str, int] | None:
    word = match[1]
    if not _belongs(word, words, text, match.end()):
        return None
    return word, match.end() + (word in DOTTED and text.startswith(". ", match.end()))


def _after_comma(text: str, end: int, limit: int, words: list[str], joint: bool) -> tuple[str, int] | None:
    """Go over a comma inside a title, between the ministries of "liên Bộ", between joint issuers."""
    comma = _COMMA.match(text, end, limit)
    following = TOKEN.match(text, comma.end(), limit) if comma else None
    if comma is None or following is None or not following[1][:1].isupper():
        return None
    title = TITLES.get(" ".join(words))
    among_ministries = words[0].lower() == "liên" and " ".join(words[:2]).lower() in ("liên bộ", "liên sở")
    among_issuers = joint and following[1].lower() in HEADS
    if among_ministries or among_issuers or (title and text.startswith(title, following.start(1))):
        return ",", comma.end()
    return None


def _connected(text: str, end: int, limit: int, words: list[str], joint: bool) -> tuple[str, int] | None:
    """Go over "và", "&" or "-" before a capital where neither a document nor a body of its own follows.

    Of joint issuers another body is one, and "với" connects them too.
    """
    other = _WITH.match(text, end, limit) if joint else None
    if other:
        return "với", other.end()
    match = _AND_NAME.match(text, end, limit)
    if match is None:
        return None
    pair = f"{match[1]} {match[2]}".lower()
    if pair in WORDS or match[1].lower() in WORDS or text.startswith("văn bản", match.start(1)):
        return None
    office = words[0].lower() == "văn" and words[-1].isupper()  # Văn phòng HĐND và UBND
    if not (joint or office) and (match[1].lower() in DISTINCT or match[1].isupper()):
        return None
    return "và", match.start(1)


def _belongs(word: str, words: list[str], text: str, word_end: int) -> bool:
    """Whether `word` goes on with the name made of `words`."""
    previous = words[-1].lower()
    if word[0].isdigit():
        return bool(_YEARS.match(word)) and previous in _AFTER_NUMBER_WORDS
    if _ROMAN.match(word):
        return previous in _AFTER_NUMBER_WORDS or words[-1].isupper()
    if not word[0].isalpha() or "/" in word:
        return False
    following = TOKEN.match(text, word_end)
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
        return word in AFTER_PLACE or not ends_with_place(words)
    if word in STOPS or previous in PLACES or previous in SINGLES:
        return False
    capitalised = words[-1][:1].isupper() and not (len(words[-1]) > 1 and words[-1].isupper())
    return capitalised and not (len(words) > 1 and words[-2].lower() in PLACES)


def _starts_no_body(phrase: str) -> bool:
    words = phrase.split()
    return " ".join(words[:2]).lower() not in WORDS and words[0].lower() not in DISTINCT
