"""Sentences that must not be quoted: telephone and identity numbers, mail addresses, petitioners' names.

To leave a sentence out costs little, to print a petitioner's name costs trust: in doubt it is private.
"""

from __future__ import annotations

import re
import unicodedata

from transform.statements.lexicon import LOWER, PETITION_CONTEXT, UPPER, syllable_set

_PHONE = re.compile(
    r"(?<![\d/.,])(?:\+?84|0)(?:[ .\-()]{0,2}\d){8,}+(?![\d/])(?! ?(?:đồng|triệu|tỷ|VNĐ))"
    r"|\(0\d{2,3}\)[ .]?\d{3,4}[ .]?\d{3,4}"
)
_IDENTITY = re.compile(
    r"(?<![\d/.,\-])(?:\d{12}|\d{9})(?![\d/\-])|(?<![\d.,/])\d{3}(?: \d{3}){3}(?! ?(?:\d|đồng|triệu|tỷ))"
)
_IDENTITY_WORD = re.compile(
    r"\b(?:CCCD|CMND|CMT|căn cước|chứng minh nhân dân|chứng minh thư|hộ chiếu|định danh|số tài khoản|"
    r"thẻ bảo hiểm)\b[^.]{0,40}\d",
    re.IGNORECASE,
)
_SHORTEST_NUMBER = 9
"""Digits of the shortest telephone or identity number."""
_MAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+\.\w+")
_WORD = rf"[{UPPER}][{LOWER}']*\.?"
_TITLE = (
    r"[Ôô]ng(?:\s?[/(]\s?[Bb]à\)?)?|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Cc]hú|[Cc]ô|[Ee]m|[Cc]háu|[Hh]ộ|[Cc]hủ hộ|"
    r"[Gg]ia đình|[Vv]ợ chồng|[Cc]ông dân|[Nn]guyên đơn|[Bb]ị đơn|[Đđ]ương sự|[Bb]ị hại|[Nn]ạn nhân|"
    r"[Nn]gười (?:khiếu nại|tố cáo|kiến nghị|phản ánh|đứng đơn|bị hại|dân)"
)
_PERSON = re.compile(
    rf"(?<!\w)(?:{_TITLE})(?:\s+(?:là|tên|ông|bà|anh|chị|gồm))*:?\s+"
    rf"(?!(?:Chủ|Bí|Phó|Trưởng|Giám|Nhân|Việt|Văn hóa)\b)(?!Bà Rịa|Nà |Na ){_WORD}"
)
_SURNAMES = sorted(
    syllable_set("""
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Mai Cao Lương Tạ Hà
    Châu Phùng Trịnh Đào Vương Lưu Thái Tô Tống Hứa Siu Rơ Rah Kpă Ksor Nay Rcom Rmah Kpuih Puih Ama
""")
)
_NO_PERSON = (
    r"(?:Hồ Chí Minh|Hà (?:Nội|Giang|Nam|Tĩnh)|Cao Bằng|Thái (?:Bình|Nguyên|Lan)|Lý Do|Hồ Sơ|Đào Tạo)\b"
)
_NAMED = re.compile(
    rf"(?<!\w)(?!{_NO_PERSON})(?:{'|'.join(_SURNAMES)}|{'|'.join(name.upper() for name in _SURNAMES)})"
    rf"(?:\s+[{UPPER}][{LOWER}{UPPER}']*){{1,4}}"
)
_PLACE = re.compile(
    r"(?:phường|xã|đường|phố|trường|thôn|tổ|khu|cầu|chợ|THCS|THPT|tiểu học|mầm non|UBND|bệnh viện|"
    r"trung tâm|quảng trường|hẻm|công viên|đồng chí|đ/c|lễ|giải|quỹ|di tích|đền)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_PETITION = ("khiếu nại", "tố cáo", "đơn thư", "tranh chấp", "khởi kiện", "vụ việc", "bồi thường", "đền bù")
"""Words in the title or text of a section by which every person named in it may be a petitioner."""


def is_private(sentence: str, *around: str) -> bool:
    """Whether the sentence carries a telephone or identity number, or names a person in a petition.

    `around` is the section it stands in, title and text: a list of petitioners says so only above it.
    """
    plain = " ".join(unicodedata.normalize("NFKC", sentence).split())
    digits = sum(character.isdigit() for character in plain)
    if digits >= _SHORTEST_NUMBER and (_PHONE.search(plain) or _IDENTITY.search(plain)):
        return True
    if digits and _IDENTITY_WORD.search(plain):
        return True
    if "@" in plain and _MAIL.search(plain):
        return True
    if not names_a_person(plain):
        return False
    low = plain.lower()
    if any(word in low for word in PETITION_CONTEXT):
        return True
    return any(word in above for above in map(str.lower, around) for word in _PETITION)


def names_a_person(text: str) -> bool:
    """Whether a person is named: after a title, or by a surname that is no part of a place's name."""
    if _PERSON.search(text):
        return True
    return any(
        not _PLACE.search(text, max(0, found.start() - 24), found.start()) for found in _NAMED.finditer(text)
    )
