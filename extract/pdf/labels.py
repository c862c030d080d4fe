"""Labels and words at the start of a line: what they say of the line above."""

from __future__ import annotations

import re
from typing import Final

MARKER: Final = re.compile(
    r"[-–+•*▪➢✓❖➔]\s*(?=\S)"
    r"|(?i:phần|chương|mục|điều|phụ lục)\s+(?:thứ\s+\w+|[IVXLC]+|\d+|[A-ZĐ])\b"
    r"|(?:[IVXLC]{1,7}|\d{1,2}(?:\.\d{1,2}){0,4}|[A-ZĐ])\s?[.)](?=\s|[^\W\d])"
    r"|(?:[IVXLC]{1,7}|\d{1,2}(?:\.\d{1,2}){0,4}|[A-ZĐ])\s?[/–-](?=\s)"
    r"|\d{1,2}(?:\.\d{1,2}){1,4}(?=\s)"
    r"|(?:[IVXLC]{1,7}|[A-ZĐ])(?:\.\d{1,2}){1,3}[.)/]?(?=\s)"
    r"|\((?:\d{1,2}|[a-zđ]|[ivx]{2,4})\)(?=\s)"
    r"|(?:[ivx]{3,5}|[a-zđ]{1,2}\.?\d?)\s?\)|[a-zđ](?:[./]|\s[-–])(?=\s)"
)
_SECTION: Final = re.compile(
    r"(?:[IVXLC]{1,7}|[A-ZĐ]|(?:\d{1,2}|[IVX]{1,4}|[A-ZĐ])(?:\.\d{1,2}){1,3})\s?[.)]\s+(?=\S)"
    r"|(?:Phần|Chương|Mục|PHẦN|CHƯƠNG|MỤC)\s+(?:[IVXLC]+|\d{1,2})\s?[.:]\s+(?=\S)"
)
POINTS: Final = re.compile(
    r"(?:[,;(/-]|\b(?:mục|điểm|khoản|điều|phần|chương|lục|bảng|biểu|số|tại|theo|và|của|nhóm|loại|hạng|thứ))\s*$"
)
"""What a line ends with when the label below it is a reference ("quy định tại mục | II. …")."""
FORMULA: Final = re.compile(r"Trên đây là\b|Nơi nhận\s*:")
"""How the closing sentence and the list of recipients begin: never within a paragraph, after a full stop."""
_DASHES: Final = "-–+•*▪➢✓❖➔"
_NAMES: Final = re.compile(
    r"(?:Văn phòng|Chi (?:bộ|cục)|Mặt trận|Quân đội|Nhà nước|Quốc hội|Chính phủ|Nhân dân|Thủ (?:tướng|trưởng)"
    r"|Trung (?:ương|tâm)|Bí thư|Bộ trưởng|Chủ (?:tịch|nhiệm)|Giám đốc|Kết luận|Chỉ thị|Kế hoạch|Chương trình"
    r"|Đề án|Dự án|Phụ lục|\w+ (?:[ủu]y|uỷ)|[ỦU][yỷ] ban"
    r"|(?:Phó|Thường|Liên|Đoàn|Đại|Đảng|Hội|Ban|Tổ|Phòng|Nghị|Quyết|Luật|Thông|Công|Quy|Điều|Tây) \w+)\b"
)
"""How names begin that have a small second word: a line may go on with one."""
_SENTENCE: Final = re.compile(
    r"[^\W\d_]+\s+([^\W\d_]+)|(?:Trong|Từ|Đến|Qua|Sau|Có|Toàn|Hơn|Trên|Với|Tại)\s+\d"
)
_RANGE: Final = re.compile(r"[-–]\s*(?:\d{4}\b|\d{1,2}/\d)")


def opens_item(text: str, text_before: str) -> bool:
    """Whether a line starts with a label; "- 2025" under "… 2021" is the rest of a range of years."""
    return MARKER.match(text) is not None and not cuts_range(text_before, text)


def cuts_range(text_before: str, text: str) -> bool:
    """Whether a line is the rest of a range that the line above it began ("2021" | "- 2025")."""
    return _RANGE.match(text) is not None and text_before.rstrip()[-1:].isdigit()


def opens_section(text: str, text_before: str) -> bool:
    """Whether a label is one that only sections have, before a capital, and nothing above points to it."""
    label = _SECTION.match(text)
    return label is not None and text[label.end()].isupper() and not POINTS.search(text_before.lower())


def opens_point(text: str, text_before: str) -> bool:
    """Whether a label stands before a capital and nothing above points to it ("điểm | a) Nghị định …")."""
    label = MARKER.match(text)
    if label is None or text[:1] in _DASHES:
        return False
    return text[label.end() :].lstrip()[:1].isupper() and not POINTS.search(text_before.lower())


def begins_sentence(text: str) -> bool:
    """Whether a line begins with a capital that no name explains: "Trong năm", not "Ủy ban", "Gia Lai"."""
    words = _SENTENCE.match(text)
    if words is None or not text[0].isupper() or _NAMES.match(text):
        return False
    return words[1] is None or words[1].islower()
