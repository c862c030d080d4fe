"""What stands left of a number: the word số, the type with its modifiers, an issuer in between."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.citations.doctypes import (
    ABBREVIATIONS,
    BARE_WORDS,
    CODES,
    GENERIC_WORDS,
    LONG_FORMS,
    WORDS,
    bare,
    code_fits,
)
from extract.citations.wordlists import word_set

_WINDOW = 110
_SO = re.compile(
    r"(?<![^\W\d_])(?:[sS][oôốồổỗộóòỏõọ]|S[OỐÔỒÓ])\s{0,2}[:.]?\s{0,3}\Z|(?<=[^\W\d_])(?:số|Số|SỐ)\Z"
)
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[,;:.()\[\]“”\"«»!?]|\n\s*\n|\d")
_MAX_MODIFIERS = 4
_MAX_TITLE = 7
_MAX_BETWEEN = 11
_NO_MODIFIER = word_set("""
của các và theo tại về trong là được đã cho đến có thực số hoặc năm ngày những
""")
_PREVIOUS_WORD = re.compile(r"([^\W\d_]+)\s{0,3}[:.]?\s{0,3}\Z")
"""The word right before, with its sign."""
_NOT_DOCUMENTS = word_set("""
mẫu biểu lục thửa đất nhà tổ đường biển sơ đơn seri hiệu phòng khoản thoại phép lô ngõ hẻm phố sim máy thẻ vé
án việc bảng
""")
_FORMS = frozenset({"mẫu", "biểu", "bảng", "lục"})
_APPROVING = frozenset({"phê duyệt", "ban hành", "công bố"})
"""Between a document and what it puts in force ("Quyết định phê duyệt Đề án số 300/QĐ-TTg")."""
_ANNOUNCING = frozenset({"sau", "gồm", "như", "là", "đó"})


@dataclass(frozen=True, slots=True)
class Left:
    """`start` is where the mention begins; `so` where the word số begins (None without it).

    issuer: span printed between type and số ("Nghị quyết của Bộ Chính trị số …").
    announced: the type named before a colon or a bracket ("các Quyết định: số 1/QĐ-UBND, …").
    """

    start: int
    type: str | None
    so: int | None
    issuer: tuple[int, int] | None = None
    generic: bool = False
    announced: str | None = None


def read_left(text: str, number_start: int, floor: int, code: str = "") -> Left:
    """Read leftwards from a number; never past `floor` (the end of the mention before).

    `code`: first group of the symbol; of two type words in a row ("Thông báo kết luận số 8-TB/TU") it
    says which one names the document.
    """
    low = max(floor, number_start - _WINDOW)
    window = text[low:number_start]
    so_match = _SO.search(window[-10:])
    so = number_start - (len(window[-10:]) - so_match.start()) if so_match else None
    before = window[: so - low] if so is not None else window
    words, cut = _last_words(before, low)
    if not words and before[cut - 1 : cut] in (":", "("):
        return Left(number_start if so is None else so, None, so, announced=_announced(before[: cut - 1]))
    found = _type_at(words, len(words))
    if found is None and so is not None:
        return _type_further_left(text, words, so, code)
    found = found or _long_form(words, len(words))
    if found is None or (so is None and not _adjacent(text, words[-1][2], number_start)):
        return Left(number_start if so is None else so, None, so)
    return _left(words, _of_two(words, found, code), so)


def _of_two(words: list[tuple[str, int, int]], found: tuple[int, str], code: str) -> tuple[int, str]:
    """Of two types in a row the one that fits the code; "hướng dẫn" after a type only says what it does."""
    guiding = found[1] == "Hướng dẫn" and code not in CODES
    if not guiding and (not code or code_fits(found[1], code)):
        return found
    at = found[0]
    if " ".join(word.lower() for word, _, _ in words[max(0, at - 2) : at]) in _APPROVING:
        at -= 2
    earlier = _type_at(words, at)
    return earlier if earlier and code_fits(earlier[1], code) else found


def _last_words(before: str, low: int) -> tuple[list[tuple[str, int, int]], int]:
    """(words after the last break, with their places in the text; where the break ends in `before`)."""
    cut = 0
    for stop in _BREAK.finditer(before):
        cut = stop.end()
    return [
        (m.group(), low + cut + m.start(), low + cut + m.end()) for m in _WORD.finditer(before[cut:])
    ], cut


def _announced(before: str) -> str | None:
    """Type that stands at the end of `before`, with its issuer or a word like "sau" after it."""
    words, _ = _last_words(before, 0)
    while words and words[-1][0].lower() in _ANNOUNCING:
        words.pop()
    found = _type_at(words, len(words))
    for at in range(len(words) - 1, max(0, len(words) - _MAX_BETWEEN) - 1, -1):
        if found is None and words[at][0].lower() == "của":
            found = _type_at(words, at)
    return found[1] if found else None


def _adjacent(text: str, word_end: int, number_start: int) -> bool:
    return not text[word_end:number_start].strip(" \n:-")


def _left(
    words: list[tuple[str, int, int]],
    found: tuple[int, str],
    so: int | None,
    issuer: tuple[int, int] | None = None,
) -> Left:
    first, name = found
    generic = words[first][0].lower() in GENERIC_WORDS or (
        " ".join(word.lower() for word, _, _ in words[first : first + 2]) in GENERIC_WORDS
    )
    return Left(words[first][1], name, so, issuer, generic)


def _type_further_left(text: str, words: list[tuple[str, int, int]], so: int, code: str) -> Left:
    """Look for the type before modifiers ("Báo cáo thẩm định số") or before "của" and its issuer."""
    found = _modified_type(words, code)
    if found is not None:
        return Left(so, None, so) if _crosses_line(text, words[found[0]][1], so) else _left(words, found, so)
    for at in range(len(words) - 1, max(0, len(words) - _MAX_BETWEEN) - 1, -1):
        if words[at][0].lower() == "của":
            found = _type_at(words, at) or _long_form(words, at)
            if found is not None and at + 1 < len(words):
                return _left(words, found, so, (words[at + 1][1], words[-1][2]))
            break
    return Left(so, None, so)


def _modified_type(words: list[tuple[str, int, int]], code: str) -> tuple[int, str] | None:
    """Type before modifiers; many of them, or one with a capital, only where the code names the type too."""
    certain = True
    for skipped in range(1, min(_MAX_TITLE, len(words) - 1) + 1):
        word = words[-skipped][0]
        certain = certain and skipped <= _MAX_MODIFIERS and (word.islower() or word.isupper())
        if word.lower() in _NO_MODIFIER or not (certain or code in CODES):
            return None
        found = _type_at(words, len(words) - skipped)
        if found is not None:
            return found if certain or found[1] in CODES[code] else None
    return None


def _crosses_line(text: str, start: int, so: int) -> bool:
    """Over a line end modifiers go on in lower case; capitals there are another line of a title block."""
    between = text[start:so]
    return "\n" in between and (between.count("\n") > 1 or between.rsplit("\n", 1)[1].lstrip()[:1].isupper())


def _long_form(words: list[tuple[str, int, int]], end: int) -> tuple[int, str] | None:
    """Type before a usual addition ("Chương trình hành động") that ends at `words[end - 1]`."""
    if " ".join(word.lower() for word, _, _ in words[max(0, end - 2) : end]) not in LONG_FORMS:
        return None
    return _type_at(words, end - 2)


def _type_at(words: list[tuple[str, int, int]], end: int) -> tuple[int, str] | None:
    """(index of its first word, type name) of the type whose last word is `words[end - 1]`."""
    if end <= 0:
        return None
    last = words[end - 1][0]
    if last in ABBREVIATIONS:
        return end - 1, ABBREVIATIONS[last]
    for count in (4, 3, 2, 1):
        if count <= end:
            phrase = " ".join(word.lower() for word, _, _ in words[end - count : end])
            if phrase in WORDS:
                return end - count, WORDS[phrase]
    for count in (4, 3, 2):
        if count <= end:
            phrase = " ".join(bare(word) for word, _, _ in words[end - count : end])
            if phrase in BARE_WORDS:
                return end - count, BARE_WORDS[phrase]
    return None


def word_before(text: str, at: int, floor: int = 0) -> str:
    """Small letters of the word right before `at` and not before `floor`; "" when no word stands there."""
    word = _PREVIOUS_WORD.search(text, max(floor, at - 10), at)
    return word[1].lower() if word else ""


def numbers_something_else(text: str, so: int) -> bool:
    """Whether the word before "số" at `so` has numbers of its own (mẫu số, thửa đất số, điện thoại số)."""
    return word_before(text, so) in _NOT_DOCUMENTS


def is_form(text: str, number_start: int) -> bool:
    """Whether a form or a table bears the number ("Mẫu 02/BC-KNTC")."""
    return word_before(text, number_start) in _FORMS
