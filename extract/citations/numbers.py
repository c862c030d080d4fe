"""Numbers without a symbol that cite: "Kết luận 114", "văn bản số 3520", "Nghị định 30/2020", list items."""

from __future__ import annotations

import re

from extract.citations.doctypes import AMBIGUOUS_ABBREVIATIONS, BY_NAME, LAST_SYLLABLES
from extract.citations.left import Left, numbers_something_else, read_left, word_before
from extract.citations.lists import joined
from extract.citations.mention import Mention
from extract.citations.repairs import repair_number

_NUMBER = re.compile(r"(?P<num>\d{1,5}(?:[a-cđ](?![^\W\d_]))?)(?P<year>/(?:19|20)\d\d(?![\d/\-]))?")
_NOT_AFTER = re.compile(r"[.,]\d| \d|\s?[%‰/]|\s?-\s?\d|\s?[xX×]\s?\d|[^\W\d_]|:\d")
_LIST_AHEAD = re.compile(r"(?:\s?(?:,|;|và|đến)\s?(?:số\s)?\d{1,5}){1,12}[a-cđ]?\s?[/-]\s?[A-ZĐ]{2}")
_UNITS = re.compile(
    r"\s+(?:năm(?!\s+(?:19|20)\d\d)|tháng|tuần|tuổi|ngày(?!\s*\d)|giờ|phút|người|nội|nhiệm|điểm|khâu|nhóm|chỉ\s+tiêu|lớp|cuộc|"
    r"tỷ|tỉ|triệu|nghìn|đồng|đợt|lượt|cơ|đơn|xã|phường|thôn|hộ|bước|mục\s+tiêu|giải|chương|phần|trường|dự|mô|loại|"
    r"cấp|bậc|không|trong\s+1|rõ|đúng|có|m2|ha|km|kg|luật)(?![^\W_])",
    re.IGNORECASE,
)
_DATED = re.compile(r",?\s+ngày\s*\d")
_CITED = re.compile(r"\s+(?:của|ngày|về|về việc)\s")
_SO_WORDS = frozenset({"số", "sô", "só", "sồ", "sổ", "so"})
_MAX_DIGITS = 5
_LAST_YEAR = "2050"
"""Plans look no further ahead; a number above it is no year ("Công văn 2057")."""
_YEARED = frozenset({"Nghị định", "Thông tư", "Thông tư liên tịch", "Nghị quyết", "Quyết định", "Luật"})


def read_number(text: str, start: int, digits_end: int, floor: int, found: list[Mention]) -> Mention | None:
    """Mention of the number at `start`..`digits_end`, None when it names no document.

    floor: end of the mention before; found: the mentions so far (a list may go on).
    """
    word = word_before(text, start, floor)
    in_list = not word or word == "và"
    if digits_end - start > _MAX_DIGITS or not (in_list or word in _SO_WORDS or word in LAST_SYLLABLES):
        return None
    match = _NUMBER.match(text, start)
    if match is None or (_NOT_AFTER.match(text, match.end()) and not _LIST_AHEAD.match(text, match.end())):
        return None
    if in_list:
        return _list_item(text, match, found)
    left = read_left(text, start, floor)
    if left.type is None:
        return _list_item(text, match, found, left.start) or _list_opening(text, match, left)
    return _short_form(match, left) if _number_fits(text, match, left) else None


def _short_form(match: re.Match[str], left: Left) -> Mention:
    mention = Mention("number", left.start, match.end(), match.end(), num=repair_number(match["num"]))
    mention.type, mention.type_from, mention.generic = left.type, "word", left.generic
    mention.year = int(match["year"][1:]) if match["year"] else None
    return mention


def _number_fits(text: str, match: re.Match[str], left: Left) -> bool:
    kind = BY_NAME[left.type or ""]
    if match["year"]:
        return kind.name in _YEARED
    if left.so is not None:
        return kind.numbered and not left.issuer
    word = text[left.start : match.start()].strip()
    number = match["num"]
    if not kind.bare or not word[:1].isupper() or _UNITS.match(text, match.end()):
        return False
    if (len(number) == 1 or word in AMBIGUOUS_ABBREVIATIONS) and not _CITED.match(text, match.end()):
        return False
    year_like = len(number) == 4 and "1900" <= number <= _LAST_YEAR and not _DATED.match(text, match.end())
    return not year_like and text[match.start() - 1] in " \n"


def _list_item(
    text: str, match: re.Match[str], found: list[Mention], start: int | None = None
) -> Mention | None:
    """Read a number that goes on a list begun by "Quyết định số 217, …"; its neighbours give the rest."""
    if not found or match["year"]:
        return None
    before = found[-1]
    begin = match.start() if start is None else start
    if before.key is not None or before.num is None or joined(text, before.end, begin) != "soft":
        return None
    if _UNITS.match(text, match.end()):
        return None
    return Mention("number", begin, match.end(), match.end(), num=match["num"])


def _list_opening(text: str, match: re.Match[str], left: Left) -> Mention | None:
    """Read a number without type that opens a list ("số 217, 218-QĐ/TW"); kept if the list explains it."""
    if left.so is None or not _LIST_AHEAD.match(text, match.end()) or numbers_something_else(text, left.so):
        return None
    return Mention("number", left.so, match.end(), match.end(), num=match["num"])
