"""How specific a sentence is: facts that a reader can use, against praise that every report carries.

The score depends on the sentence alone, never on the other reports: a late report can take a place
in the draft, it cannot reorder what others said.
"""

from __future__ import annotations

import re
import zlib

from transform.statements.lexicon import CONNECTIVES, LOWER, SET_PHRASES, UPPER
from transform.statements.remember import remembered

_DATE = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\b(?:năm|tháng|quý)\s+\d{1,4}\b|\b\d{4}\s*[-–]\s*\d{4}\b"
)
_NUMBER = re.compile(r"(?<![\w/.-])\d[\d.,]*(?![\w/-])")
_SYMBOL = re.compile(r"\b\d{1,5}[/-](?:\d{4}/)?[A-ZĐ][\w&.\-/]+")
_QUOTED = re.compile(r"[“\"][^”\"]{4,80}[”\"]")
_NAME = re.compile(rf"(?<=[{LOWER},] )(?:[{UPPER}][{LOWER}']+ ?){{1,4}}")
_COMMON_NAMES = (
    "Nhân dân", "Nhà nước", "Đảng", "Trung ương", "Mặt trận", "Tổ quốc", "Việt Nam", "Kết luận", "Chỉ thị",
    "Hồ Chí Minh",
    "Nghị quyết", "Ban Bí", "Văn phòng", "Ủy ban", "Trung tâm", "Kế hoạch", "Quyết định", "Công văn",
    "Internet",
)  # fmt: skip
_WHO_IT_IS = re.compile(
    r"\blà (?:cơ quan|đơn vị|tổ chức|xã|phường)\b[^.;]{0,80}\b(?:chức năng|thuộc|tham mưu|giúp)\b",
    re.IGNORECASE,
)
"""An agency presenting itself: no example of anything it did."""
_DANGLING = re.compile(
    r"\b(?:chúng tôi|nêu trên|nói trên|kể trên|như trên|trên đây|dưới đây|sau đây|các \w+(?: \w+)? trên"
    r"|(?:vấn đề|việc|nội dung|mô hình|kết quả|công tác|văn bản|đợt|đơn vị|địa phương) (?:này|đó|trên))\b"
    r"(?! địa bàn)",
    re.IGNORECASE,
)
"""Words that point at something a reader of one sentence does not see."""
_SELF = re.compile(
    r"(?:\b(?:[Cc]húng tôi|[Cc]ơ quan (?:tôi|mình))\b"
    r"|\b(?:[Cc]ủa|[Tt]ại|[Tt]rên địa bàn|[Tt]oàn|[Cc]ông an|[Tt]rong)\s"
    r"(?:xã|phường|đặc khu|Sở|Văn phòng|cơ quan|đơn vị|ngành|Ban)\b"
    r"|^(?:Sở|UBND|Xã|Phường|Văn phòng|Đơn vị|Cơ quan)\b)"
    r"(?!\s(?:nhà nước|hành chính|sự nghiệp|liên quan|chức năng|có thẩm quyền|Thanh tra|cấp))"
)

_NOTHING = re.compile(
    r"(?:không|chưa) (?:có (?:nội dung|vụ việc|trường hợp|phát sinh)|phát sinh|thuộc (?:chức năng|"
    r"thẩm quyền|phạm vi|lĩnh vực))"
    r"|^\W*(?:[^.;:]{0,40}\s)?(?:không|chưa) có (?:kiến nghị|đề xuất|đề nghị|ý kiến)"
    r"|^\W*(?:[^.;:]{0,40}\s)?không (?:kiến nghị|đề xuất|đề nghị)(?: gì| nào| thêm| khác)*\W*$"
    r"|^\W*không có (?:khó khăn|vướng mắc|hạn chế|tồn tại)|^\W*không(?: có)?\W*$",
    re.IGNORECASE,
)
_NOTHING_WORDS = 22


def nothing_to_tell(text: str) -> bool:
    """Whether a short text says only that there is nothing to report."""
    return 0 < len(text.split()) <= _NOTHING_WORDS and bool(_NOTHING.search(text))


@remembered(1 << 15)
def specificity(text: str) -> float:
    """Facts in a sentence (numbers, documents, quoted and proper names) minus formulas and bad shape."""
    low = text.lower()
    bare = _SYMBOL.sub(" ", _DATE.sub(" ", text))
    score = 1.2 * min(3, len(_NUMBER.findall(bare)))
    documents = len(_SYMBOL.findall(text))
    # A string of cited documents is the register's matter, not an example.
    score += 0.5 * min(2, documents) - 0.8 * max(0, documents - 2)
    score += 0.8 * min(2, len(_QUOTED.findall(text)))
    names = [name for name in _NAME.findall(text) if not name.startswith(_COMMON_NAMES)]
    score += 0.5 * min(3, len(names))
    score -= 0.7 * sum(phrase in low for phrase in SET_PHRASES)
    score -= 3.0 * bool(_WHO_IT_IS.search(text))
    return score + shape(text)


@remembered(1 << 15)
def shape(text: str) -> float:
    """Penalty (at most 0) of a sentence that reads badly alone: leaning opening, too short, too long."""
    low = text.lower()
    words = len(low.split())
    penalty = 0.0
    if low.startswith(CONNECTIVES):
        penalty -= 1.5
    if words < 9:
        penalty -= 1.5
    elif words > 60:
        penalty -= 0.02 * (words - 60)
    if text[:1].islower():
        penalty -= 1.0
    if text.count("(") != text.count(")"):
        penalty -= 1.0
    if dangles(text):
        penalty -= 2.0
    return penalty


def dangles(text: str) -> bool:
    """Whether the words point at something outside the sentence ("chúng tôi", "các mô hình trên")."""
    return bool(_DANGLING.search(text))


def says_something(text: str) -> bool:
    """Whether the sentence is more than a formula: no leaning opening, and not made of set phrases."""
    low = text.lower()
    formulas = sum(len(phrase.split()) for phrase in SET_PHRASES if phrase in low)
    return not low.startswith(CONNECTIVES) and formulas < 0.25 * len(low.split())


@remembered(1 << 15)
def speaks_of_itself(text: str) -> bool:
    """Whether the words only make sense with the agency's name beside them ("trên địa bàn xã", "của Sở")."""
    return bool(_SELF.search(text))


def rotation(agency_code: str, path: str) -> float:
    """Return a fixed preference (0..1) that differs from item to item: examples rotate over agencies."""
    return (zlib.crc32(f"{path}|{agency_code}".encode()) & 0xFFFF) / 0xFFFF
