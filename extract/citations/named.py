"""Documents cited by name: laws and ordinances, the Constitution, resolutions of Party congresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.citations.dates import read_date
from extract.citations.laws import BY_FIRST
from extract.citations.mention import Mention
from extract.citations.orgs import STOPS

_ANCHOR = re.compile(
    r"(?P<law>Bộ luật|BỘ LUẬT|Luật|LUẬT|Pháp lệnh|PHÁP LỆNH)\s+|(?P<constitution>Hiến pháp|HIẾN PHÁP)(?=\s)"
    r"|(?P<party>Trung ương \d|TRUNG ƯƠNG \d|TW \d|Đại hội|ĐẠI HỘI|Hội nghị|HỘI NGHỊ)"
)
_LITERALS = (
    "Bộ luật", "BỘ LUẬT", "Luật", "LUẬT", "Pháp lệnh", "PHÁP LỆNH", "Hiến pháp", "HIẾN PHÁP",
    "Trung ương ", "TRUNG ƯƠNG ", "TW ", "Đại hội", "ĐẠI HỘI", "Hội nghị", "HỘI NGHỊ",
)  # fmt: skip
"""What `_ANCHOR` begins with: plain search for each is four times as fast as one pattern of all."""
_NOT_BEFORE = re.compile(
    r"(?:[Pp]háp|[Kk]ỷ|PHÁP|KỶ|Hội|Đoàn|Đại học|Khoa|Viện|Trường|[Nn]gành|Tạp chí|[Dd]ự thảo|[Dd]ự án)\s+\Z"
)
_AMENDING = re.compile(r"sửa đổi", re.IGNORECASE)
_HARD_STOP = re.compile(
    r"[;.:()“”\"]|\s(?:đã|được|trên địa bàn|cho|theo|nhằm|trong)\s|\n(?=\s*(?:\n|[-+•A-ZĐ]))"
)
_AMENDING_STOP = re.compile(r"[;.\n()“”]|\s(?:năm|ngày|số)\s+\d")
_DATED = re.compile(r"\s(?:năm\s+(?:19|20)\d\d|ngày\s+\d|số\s*:?\s*\d|(?:19|20)\d\d(?![\d/]))")
_SHORTEST_AMENDING = 8
_AMENDED = re.compile(r"\s*\(\s*(?:sửa đổi|sửa đổi, bổ sung)\s*\)")
_BARE_YEAR = re.compile(r"\s+(?:năm\s+)?((?:19|20)\d\d)(?![\d/]|\s?-\s?\d)")
_OF_THE_NATION = re.compile(
    r"\s+(?:của\s+)?nước\s+(?:Cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa|CHXHCN)\s+Việt\s+Nam|\s+Việt\s+Nam"
)
_NUMBER_FOLLOWS = re.compile(r"\s*,?\s*\(?(?:số\s*:?\s*)?\d{1,3}/(?:19|20)\d\d")
_WORD = re.compile(r"\s*([^\s,;:.()“”\"]+)")
_COMMA_WORD = re.compile(r"\s*,\s+([a-zà-ỹđ][^\s,;:.()“”\"]*)")
_HALF_NAME = 2
"""Words of an unknown name after which a comma goes on with it ("Bảo vệ, chăm sóc trẻ em")."""
_RESOLUTION = re.compile(
    r"(?P<type>nghị quyết|kết luận)\s+(?:số\s+)?(?P<mid>(?:của\s+)?(?:hội nghị\s+)?(?:lần thứ \w+\s+)?)\Z",
    re.IGNORECASE,
)
_ORDINAL = r"(?:\d{1,2}|[IVX]{1,6}|nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười(?: \w+)?)"
_ERA = r"\s*,?\s*\(?\s*(?:khóa|khoá|nhiệm kỳ)\s+(?:[IVX]{1,6}|\d{4}\s?-\s?\d{4}|\d{1,2})\)?"
_PARTY = re.compile(
    rf"(?:trung ương|tw)\s+\d{{1,2}}(?!\d|[-/])(?:{_ERA})?"
    rf"|đại hội\s+(?:đảng\s+)?(?:[XIV]{{1,6}})(?![\w])"
    r"(?:\s+của đảng|(?:\s+của)?\s+đảng bộ\s+(?:tỉnh|thành phố|huyện|xã|phường))?"
    rf"|đại hội\s+(?:đại biểu\s+)?(?:toàn quốc\s+)?(?:đảng bộ\s+[^,;.()\d]{{2,40}}?\s+|đảng\s+toàn quốc\s+)?"
    rf"lần thứ\s+{_ORDINAL}(?!\w)(?:\s+của đảng)?(?:{_ERA})?"
    rf"|hội nghị\s+(?:lần thứ\s+{_ORDINAL},?\s+)?(?:ban chấp hành|bch)\s+trung ương(?:\s+đảng)?"
    rf"(?:\s+lần thứ\s+{_ORDINAL})?(?:{_ERA})?"
    rf"|hội nghị\s+(?:trung ương|tw)\s+(?:lần thứ\s+)?{_ORDINAL}(?!\w)(?:{_ERA})?",
    re.IGNORECASE,
)
_MAX_NAME = 260
_MAX_WORDS = 14


def scan_named(text: str) -> list[Mention]:
    """All documents cited by name, in order."""
    found: list[Mention] = []
    taken = 0
    for anchor in _anchors(text):
        if anchor.start() < taken:
            continue
        mention = _named(text, anchor, taken)
        if mention is not None:
            found.append(mention)
            taken = mention.right
    return found


def _anchors(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for start in sorted(at for literal in _LITERALS for at in _places(text, literal)):
        anchor = _ANCHOR.match(text, start) if start >= end else None
        if anchor is not None:
            end = anchor.end()
            yield anchor


def _places(text: str, literal: str) -> Iterator[int]:
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)


def _named(text: str, anchor: re.Match[str], floor: int) -> Mention | None:
    if anchor["party"]:
        return _resolution(text, anchor.start(), floor)
    before = text[max(0, anchor.start() - 10) : anchor.start()]
    if _NOT_BEFORE.search(before) or before[-1:].isalnum():
        return None
    if anchor["constitution"]:
        nation = _OF_THE_NATION.match(text, anchor.end())
        year = _BARE_YEAR.match(text, nation.end() if nation else anchor.end())
        if year is None:
            return None
        return Mention(
            "named", anchor.start(), year.end(), year.end(), "Hiến pháp", "word", year=int(year[1])
        )
    return _law(text, anchor)


def _law(text: str, anchor: re.Match[str]) -> Mention | None:
    start, name_start = anchor.start(), anchor.end()
    first = anchor["law"].capitalize()
    amending = bool(_AMENDING.match(text, name_start))
    if not amending and not text[name_start : name_start + 1].isupper():
        known = _known_name(text, name_start)
        if known is None or not (
            " " in text[name_start:known]
            or _NUMBER_FOLLOWS.match(text, known)
            or _BARE_YEAR.match(text, known)
        ):
            return None
    limit = min(len(text), name_start + _MAX_NAME)
    name_end = _amending_end(text, name_start, limit) if amending else _name_end(text, name_start, limit)
    if name_end is None:
        return None
    mention = Mention("named", start, name_end, name_end, first, "word", subject_span=(name_start, name_end))
    mention.own_subject = True
    if _NUMBER_FOLLOWS.match(text, name_end, limit):
        return mention
    after = _AMENDED.match(text, name_end, limit)
    at = after.end() if after else name_end
    year = _BARE_YEAR.match(text, at)
    if year:
        mention.year, mention.end = int(year[1]), year.end()
    else:
        date = read_date(text, at, limit)
        if date:
            mention.date, mention.year, mention.end = date.iso, date.year if not date.iso else None, date.end
            mention.warnings += [date.warning] if date.warning else []
            mention.own_date = True
        elif after:
            mention.end = after.end()
    mention.right = mention.end
    return mention


def _amending_end(text: str, start: int, limit: int) -> int | None:
    """Go over commas and other laws' names, up to the amending law's date, number or sentence end."""
    stop = _AMENDING_STOP.search(text, start, limit)
    end = stop.start() if stop else limit
    while end > start and text[end - 1] in " \n,":
        end -= 1
    return end if end - start > _SHORTEST_AMENDING else None


def _name_end(text: str, start: int, limit: int) -> int | None:
    """End of a law's name: before its year, date or number; a known name; else the noun phrase's end."""
    known = _known_name(text, start)
    stop = _HARD_STOP.search(text, start, limit)
    region = stop.start() if stop else limit
    marker = _DATED.search(text, start, region + 12)
    dated = marker.start() if marker and marker.start() <= region else None
    if known is not None and (dated is None or known == dated or _ends_before(text, known, dated)):
        return known
    if (
        dated is not None
        and len(text[start:dated].split()) <= _MAX_WORDS
        and not _holds_break(text[start:dated])
    ):
        return dated
    return known if known is not None else _phrase_end(text, start, region)


def _ends_before(text: str, known: int, dated: int) -> bool:
    """Whether a known name ends before the next date, which then belongs to something else."""
    return text[known : known + 1] in ",;.)\n" or not text[known:dated].strip().islower()


def _holds_break(name: str) -> bool:
    return (
        "Luật" in name or "Pháp lệnh" in name or (", " in name and " và " not in name and name.count(",") > 1)
    )


def _known_name(text: str, start: int) -> int | None:
    first = _WORD.match(text, start)
    for name in BY_FIRST.get(first[1].lower(), ()) if first else ():
        match = _name_pattern(name).match(text, start)
        if match is not None and not text[match.end() : match.end() + 1].isalnum():
            return match.end()
    return None


@lru_cache(maxsize=512)
def _name_pattern(name: str) -> re.Pattern[str]:
    """Match a law's name as it may be wrapped over lines."""
    return re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)


def _phrase_end(text: str, start: int, region: int) -> int | None:
    """End an unknown name at punctuation or at a word that begins something else; one word is no name."""
    at, words = start, 0
    while words < _MAX_WORDS:
        match = _WORD.match(text, at, region)
        if match is None and words == _HALF_NAME:
            match = _COMMA_WORD.match(text, at, region)
        if match is None or (words and match[1] in STOPS) or (words and match[1] == "và"):
            break
        if words and match[1][:1].isupper() and text[at : match.start(1)] and match[1] in {"Luật", "Nghị"}:
            break
        words, at = words + 1, match.end()
    if words < 2 or words >= _MAX_WORDS or text[at : at + 1].isalnum():
        return None
    return at


def _resolution(text: str, anchor: int, floor: int) -> Mention | None:
    low = max(floor, anchor - 60)
    before = _RESOLUTION.search(text[low:anchor])
    match = _PARTY.match(text, anchor)
    if before is None or match is None:
        return None
    start = low + before.start()
    issuer_start = low + before.start("mid")
    if text[issuer_start : issuer_start + 4].lower() == "của ":
        issuer_start += 4
    mention = Mention("named", start, match.end(), match.end(), before["type"].capitalize(), "word")
    mention.issuer = " ".join(text[issuer_start : match.end()].split())
    mention.own_issuer = True
    return mention
