"""Reads the subject (trích yếu) of a cited document, to its true end.

Commas do not end it. A semicolon, a full stop, a closing bracket, the next citation of the same rank
and the start of the sentence's main clause do. Quotes are kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.citations.mention import Mention
from extract.citations.symbols import organ

_INTRO = re.compile(r"\s*,?\s*(?:(?:v/v|về\s+việc|về)[:\s]\s*)(?=\S)", re.IGNORECASE)
_QUOTE = re.compile(r"\s*,?\s*(?=[“\"«])")
_VERB = re.compile(
    r"\s+(?=(?:ban hành|quy định|phê duyệt|sửa đổi|bổ sung|thành lập|kiện toàn|công bố|thông qua|hướng dẫn|"
    r"triển khai|thực hiện|tổng kết|sơ kết|điều chỉnh|tăng cường|đẩy mạnh|tổ chức|bãi bỏ|thay thế|giao|công nhận|chỉ đạo|"
    r"yêu cầu|đề nghị|Ban hành|Quy định|Phê duyệt|Sửa đổi|Hướng dẫn|Thành lập|Kiện toàn|Triển khai|Tổng kết)\s)"
)
_STOP = re.compile(
    r"[;.\n()“”\"«»:,]|\s(?:đã|cho thấy|nhưng|tuy nhiên)\s|\svà các (?:văn|Văn) bản|\svà (?:văn|Văn) bản|\svà (?:tiến hành|phân công|cử|bố trí|yêu cầu|gửi)\s"
)
_ASIDE = re.compile(
    r"\(\s*(?:sau đây|gửi kèm|kèm|gọi tắt|gọi chung|viết tắt|dưới đây|kèm theo|đính kèm|có |phụ lục|Phụ lục|chi tiết|nay là|"
    r"thay thế|được |đã |ban hành|[Kk]ế hoạch|[Cc]ông văn|số)"
)
_HEAD = (
    r"(?:Sở|UBND|Ủy ban|Uỷ ban|Văn phòng|Ban|Phòng|Đảng (?:ủy|uỷ|bộ)|Công an|Chi cục|Trung tâm|Hội|Đoàn|"
    r"Trường|Tỉnh|Huyện|Xã|Phường|HĐND|Hội đồng|Mặt trận|UBMTTQ|Chi bộ|Chủ tịch|Giám đốc|Lãnh đạo|Thường trực|"
    r"Tỉnh ủy|Thành phố|Cục|Kho bạc|Bảo hiểm|Thanh tra|Viện|Tòa án)"
)
_LOWER = (
    r"(?:đơn vị|cơ quan|địa phương|xã|phường|ngành|tỉnh|lãnh đạo|cấp ủy|cấp uỷ|công tác|việc|toàn tỉnh|"
    r"các (?:cơ quan|đơn vị|địa phương|sở|xã|phường|cấp)|chính quyền|tập thể|chi bộ|nhân dân|người dân)"
)
_VERBS = (
    r"(?:đã|ban hành|chỉ đạo|tổ chức|triển khai|tham mưu|xây dựng|tiếp tục|luôn|thường xuyên|báo cáo|yêu cầu|"
    r"đề nghị|xin|quán triệt|phối hợp|chủ động|thực hiện|kịp thời|kính|nhận|gửi|thành lập|cụ thể hóa|phân công)"
)
_MAIN = re.compile(
    rf",\s+(?:(?:hằng|hàng) năm\b|trong (?:những năm|thời gian|năm|giai đoạn|\d)|đến nay|từ đó|qua đó|trên cơ sở"
    r"|theo đó|đồng thời|thời gian qua|cụ thể|ngay sau|sau khi|từ năm|từ khi|nhìn chung|kết quả|bên cạnh"
    r"|hiện nay|sau \d+ năm|qua \d+ năm|trên địa bàn [^,;.]{2,40} đã|căn cứ|thực hiện chỉ đạo|với\s|nhằm\s|qua \w+"
    rf"|{_HEAD}\s[^,;.]{{0,60}}?\b{_VERBS}\b|{_LOWER}\s[^,;.]{{0,50}}?\b(?:đã|luôn)\b"
    r"|(?:đã|được|nay|vừa|chủ động|tích cực|góp phần|tạo)\s)"
)
_YEAR_BEFORE = re.compile(r"(?:năm |[-–] ?)(?:19|20)\d\d\Z")
_AFTER_YEAR = re.compile(
    r"\s*(?:\d|năm|và|định hướng|tầm nhìn|phương hướng|nhiệm vụ|giai đoạn|trên địa bàn|kế hoạch|tại|của|nhiệm kỳ|quý|"
    r"tháng|dự toán|triển khai nhiệm vụ|đề ra|những năm)"
)
_JOINED = re.compile(
    r"(?:[,;]\s*(?:và\s+)?|\s(?:và|hoặc|cùng|cùng với|kèm theo)\s+|\s&\s)(?:(?:các|những)\s+)?(?:bản\s+)?\Z",
    re.IGNORECASE,
)
_ABBREVIATIONS = frozenset(
    {"TP", "Tp", "GS", "TS", "PGS", "ThS", "BS", "KS", "CN", "tr", "TT", "Q", "P", "H", "T"}
)
_LAST_WORD = re.compile(r"\w+\Z")
_CLOSING = {"“": "”", '"': '"', "«": "»"}
_MAX = 1200
_MAX_QUOTE = 600
_TRIM = " \n\t,;:.-¹²³⁴⁵⁶⁷⁸⁹⁰"


def subject_start(text: str, at: int, limit: int, *, after_issuer: bool) -> int | None:
    """Where the subject begins after `at`; a bare verb introduces it only after an issuer or a date."""
    match = _INTRO.match(text, at, limit)
    if match:
        return match.end()
    if after_issuer:
        match = _VERB.match(text, at, limit) or _QUOTE.match(text, at, limit)
        if match:
            return match.end()
    return None


def subject_end(text: str, start: int, limit: int, outer: Mention, following: Sequence[Mention]) -> int:
    """End of the subject that begins at `start`; `following` are the mentions after `outer`, in order."""
    last = min(limit, start + _MAX)
    end = _sentence_end(text, start, last)
    nested: Mention | None = None
    for mention in following:
        if mention.start >= end:
            break
        joined = _JOINED.search(text, max(start, mention.start - 24), mention.start)
        if joined and _is_sibling(mention, outer, nested):
            end = joined.start()
            break
        nested = mention
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return end


def _is_sibling(mention: Mention, outer: Mention, nested: Mention | None) -> bool:
    """Whether a mention after "," or "và" stands beside `outer` rather than inside its subject."""
    if nested is None:
        return True
    if mention.type in (None, nested.type) and (
        not mention.key or organ(mention.groups) == organ(nested.groups)
    ):
        return False
    same_body = bool(outer.key and mention.key) and (
        organ(outer.groups).split("-")[0] == organ(mention.groups).split("-")[0]
    )
    return mention.type == outer.type or same_body


def _sentence_end(text: str, start: int, last: int) -> int:
    at, depth = start, 0
    while True:
        stop = _STOP.search(text, at, last)
        if stop is None:
            return last
        sign, at = stop.group(), stop.end()
        if sign in _CLOSING:
            close = text.find(_CLOSING[sign], at, min(at + _MAX_QUOTE, last))
            if close < 0:
                continue
            at = close + 1
            if stop.start() == start and _quote_is_all(text, at, last):
                return at
        elif sign == "(":
            if _ASIDE.match(text, stop.start()):
                return stop.start()
            depth += 1
        elif sign == ")":
            if depth == 0:
                return stop.start()
            depth -= 1
        elif _ends(text, stop, last):
            return stop.start()


def _quote_is_all(text: str, at: int, last: int) -> bool:
    return at >= last or text[at] in ";.,)\n:" or not text[at:last].strip()


def _ends(text: str, stop: re.Match[str], last: int) -> bool:
    sign, at = stop.group(), stop.end()
    if sign == ";" or sign.strip()[:1].isalpha():
        return True
    if sign == ",":
        if _YEAR_BEFORE.search(text, max(0, stop.start() - 9), stop.start()):
            return not _AFTER_YEAR.match(text, at)
        return bool(_MAIN.match(text, stop.start(), min(last + 80, len(text))))
    following = text[at : at + 1]
    if sign == ".":
        if following and not following.isspace() and following not in '”")/':
            return False
        word = _LAST_WORD.search(text, max(0, stop.start() - 6), stop.start())
        return not (word and word.group() in _ABBREVIATIONS and following == " ")
    if sign == "\n":
        rest = text[at : at + 40].lstrip(" ")
        return not rest or rest[0] in "\n-+*•" or rest[0].isupper() or bool(re.match(r"\w{1,4}[.)/]\s", rest))
    if sign == ":":
        return not following or following.isspace()
    return False
