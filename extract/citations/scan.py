"""Finds where citations begin: number-symbol cores, numbers without symbol, laws merged with their number."""

from __future__ import annotations

import re

from extract.citations.bodies import KNOWN_BODIES
from extract.citations.cores import Core, number_spans, read_core
from extract.citations.doctypes import (
    AMBIGUOUS_ABBREVIATIONS,
    BY_CODE,
    BY_NAME,
    CODES,
    LAST_SYLLABLES,
    code_fits,
)
from extract.citations.left import Left, read_left
from extract.citations.lists import joined
from extract.citations.mention import Mention
from extract.citations.repairs import repair_number
from extract.citations.symbols import make_key
from extract.citations.wordlists import word_set

_PREVIOUS = re.compile(r"([^\W\d_]+)\s{0,3}[:.]?\s{0,3}\Z")
_LIST_BEFORE = re.compile(r"(?:\d[a-zđ]?|[A-ZĐƯ\d]|\))\s*(?:,|;|và|đến|,\s*và)\s*(?:các\s+)?(?:số\s*)?\Z")
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
_NOT_DOCUMENTS = word_set("""
mẫu biểu lục thửa đất nhà tổ đường biển sơ đơn seri hiệu phòng khoản thoại phép lô ngõ hẻm phố sim máy thẻ vé
""")
_SO_WORDS = frozenset({"số", "sô", "só", "sồ", "sổ", "so"})
_MAX_DIGITS = 5
_YEARED = frozenset({"Nghị định", "Thông tư", "Thông tư liên tịch", "Nghị quyết", "Quyết định", "Luật"})


def scan_numbers(text: str, named: list[Mention]) -> list[Mention]:
    """All mentions in order; `named` are those found by name (a law may take its number from here)."""
    laws = {mention.end: mention for mention in named if mention.type != "Nghị quyết"}
    spans = [(mention.start, mention.end) for mention in named]
    found: list[Mention] = []
    taken = at = 0
    for start, digits_end in number_spans(text):
        if start < taken:
            continue
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at < len(spans) and spans[at][0] <= start:
            continue
        core = read_core(text, start, digits_end)
        if core is not None and core.start >= taken:
            mention = _core_mention(text, core, taken, laws)
        else:
            mention = _number_mention(text, start, digits_end, taken, found)
        if mention is not None:
            found.append(mention)
            taken = mention.end
    merged = {id(mention) for mention in found}
    return sorted(
        [*found, *(mention for mention in named if id(mention) not in merged)],
        key=lambda m: (m.start, -m.end),
    )


def _core_mention(text: str, core: Core, floor: int, laws: dict[int, Mention]) -> Mention | None:
    left = read_left(text, core.start, floor, core.parts[0][1])
    law = _law_before(text, left, core, laws)
    if law is not None:
        return _with_number(law, core)
    if not _accept(text, core, left):
        return None
    name = _type_of(core, left)
    key = make_key(core.num, core.separator, core.year, list(core.parts), name)
    mention = Mention("core", left.start, core.end, core.end, num=key.num, key=key)
    _set_type(mention, left, name)
    mention.warnings.extend(key.warnings)
    if left.issuer:
        mention.issuer, mention.own_issuer = " ".join(text[slice(*left.issuer)].split()), True
    return mention


def _type_of(core: Core, left: Left) -> str | None:
    """Take the printed word's type; a word that names none ("Văn bản số") leaves it to the code."""
    if left.generic and len(core.parts) > 1:
        return BY_CODE.get(core.parts[0][1], left.type)
    return left.type


def _set_type(mention: Mention, left: Left, name: str | None) -> None:
    if name is not None:
        mention.type, mention.type_from = name, "word"
        return
    code = BY_CODE.get(mention.groups[0]) if mention.groups else None
    if left.announced and (not mention.groups or code_fits(left.announced, mention.groups[0])):
        mention.type, mention.type_from = left.announced, "list"
        mention.inherited.append("type")
        return
    if mention.groups[:1] == ("TT",) and mention.year_in_number:
        code = "Thông tư"
    if code is not None:
        mention.type, mention.type_from = code, "code"


def _accept(text: str, core: Core, left: Left) -> bool:
    """Whether a core is a citation, by what stands before it."""
    several = len(core.parts) > 1
    if left.type is not None:
        if left.so is None and not several and not BY_NAME[left.type].numbered:
            return False
        return core.separator != "" or several or left.so is not None or not core.spaced
    if left.so is not None:
        return _accept_numbered(text, core, left)
    previous = text[core.start - 1 : core.start]
    if previous and (previous.isalnum() or previous in ":./-&_#"):
        return False
    if not core.separator:
        return several and core.parts[0][1] in CODES and _in_list(text, core.start)
    return core.strong or (several and (core.parts[0][1] in KNOWN_BODIES or _in_list(text, core.start)))


def _accept_numbered(text: str, core: Core, left: Left) -> bool:
    """After số without a type: not where the number names something else (mẫu số, hồ sơ số)."""
    several = len(core.parts) > 1
    if not core.separator:
        return several and core.parts[0][1] in CODES
    word = _PREVIOUS.search(text, max(0, (left.so or 0) - 10), left.so or 0)
    if word and word[1].lower() in _NOT_DOCUMENTS:
        return False
    return core.strong or several or bool(core.year) or _in_list(text, left.start)


def _in_list(text: str, start: int) -> bool:
    return bool(_LIST_BEFORE.search(text, max(0, start - 16), start))


def _law_before(text: str, left: Left, core: Core, laws: dict[int, Mention]) -> Mention | None:
    at = left.so if left.so is not None else core.start
    while at and text[at - 1] in " ,\n":
        at -= 1
    law = laws.get(at)
    return law if law is not None and law.key is None and core.year else None


def _with_number(law: Mention, core: Core) -> Mention:
    law.key = make_key(core.num, core.separator, core.year, list(core.parts), law.type)
    law.num, law.kind = law.key.num, "core"
    law.end = law.right = core.end
    law.warnings.extend(law.key.warnings)
    return law


def _number_mention(
    text: str, start: int, digits_end: int, floor: int, found: list[Mention]
) -> Mention | None:
    """Read a number without a symbol: "Kết luận 114", "văn bản số 3520", "Nghị định 30/2020"."""
    previous = _PREVIOUS.search(text, max(floor, start - 10), start)
    word = previous[1].lower() if previous else ""
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
    year_like = len(number) == 4 and number[:2] in ("19", "20") and not _DATED.match(text, match.end())
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
    if left.so is None or not _LIST_AHEAD.match(text, match.end()):
        return None
    word = _PREVIOUS.search(text, max(0, left.so - 10), left.so)
    if word and word[1].lower() in _NOT_DOCUMENTS:
        return None
    return Mention("number", left.so, match.end(), match.end(), num=match["num"])
