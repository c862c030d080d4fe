"""Units of figures: scales and measures, counted things by their full noun, classifiers with their nouns."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from extract.citations.wordlists import phrase_set, word_set

MEASURES = phrase_set("""
%; ‰; phần trăm; đồng; VNĐ; VND; USD; đ; ha; héc ta; hecta; km; km2; km²; m; m2; m²; m3; m³; kg; tấn; tạ
lít; kWh; MW; điểm phần trăm; giờ; phút; ngày; tháng; tuần; điểm; triệu; tỷ; tỉ; nghìn; ngàn; mm; cm; GB
TB; kW
""")
SCALES = ("nghìn tỷ", "ngàn tỷ", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "vạn")
AFTER_SCALE = phrase_set("""
đồng; USD; lượt; người; lượt người; hộ; m2; m²; m3; tấn; ha; cây; lượt truy cập; hồ sơ; lao động; dân
cổ phiếu; kWh; lượt xem; lượt tiếp cận; lượt khách; bản; tài khoản
""")

NOUNS = phrase_set("""
lần; nước; phần; trận; bức; chiếc; vòng; dòng; khóa; bước; cái; ông; bà; em; cháu; cụ; vị; nền; xe; tàu; máy
cổng; kênh; tập; trang; cặp; đôi; nghề; ngành; giống; loại; khâu; quận; huyện; tỉnh; nhà máy; cửa hàng
mô hình; công trình; phần việc; dự án; đề án; kế hoạch; văn bản; báo cáo; quyết định; nghị quyết
chỉ thị; công văn; thông báo; hướng dẫn; tờ trình; hồ sơ; thủ tục hành chính; thủ tục; TTHC
dịch vụ công; dịch vụ công trực tuyến; đơn; đơn thư; khiếu nại; tố cáo; kiến nghị; phản ánh; ý kiến
câu hỏi; phiếu; phiếu khảo sát; vụ việc; vụ; nội dung; nhiệm vụ; chỉ tiêu; tiêu chí; giải pháp
đoàn viên, hội viên; hội viên, đoàn viên; băng rôn, khẩu hiệu; pa nô, áp phích; cán bộ, đảng viên
cán bộ, hội viên; cán bộ; công chức; viên chức; người lao động; cán bộ, công chức
cán bộ, công chức, viên chức; công chức, viên chức; cán bộ, công chức, viên chức, người lao động
đảng viên; đoàn viên; hội viên; người; người dân; công dân; nhân khẩu; lao động; học sinh; sinh viên
giáo viên; đại biểu; thành viên; hòa giải viên; hoà giải viên; báo cáo viên; tuyên truyền viên; già làng
người có uy tín; trẻ em; phụ nữ; thanh niên; cựu chiến binh; nông dân; hộ; hộ dân; hộ gia đình; hộ nghèo
hộ cận nghèo; gia đình; gia đình chính sách; tổ chức; cá nhân; tập thể; tập thể, cá nhân; doanh nghiệp
hợp tác xã; HTX; tổ hợp tác; cơ sở; cơ quan; đơn vị; cơ quan, đơn vị; địa phương; xã; phường; xã, phường
thôn; làng; thôn, làng; tổ dân phố; thôn, tổ dân phố; khu phố; buôn; bản; chi bộ; đảng bộ; chi hội
chi đoàn; tổ; đội; nhóm; câu lạc bộ; ban; phòng; trung tâm; trường; trường học; trường hợp; trạm y tế
tổ hòa giải; tổ hoà giải; tổ công nghệ số cộng đồng; tổ tiết kiệm; ban thanh tra nhân dân; ban giám sát; nhà
căn nhà; ngôi nhà; nhà tình nghĩa; nhà văn hóa; nhà ở; cây cầu; cầu; ngày làm việc; đồng chí; chủ tịch
phó chủ tịch; thư ký; ủy viên; uỷ viên; giám đốc; phó giám đốc; trưởng phòng; phó trưởng phòng; thẻ
thẻ bhyt; thẻ bảo hiểm y tế; tuyến đường; con đường; suất quà; phần quà; suất học bổng; học bổng
bằng khen; giấy khen; lượt; chương trình; phong trào; hội thi; cuộc thi; giải; sáng kiến; đề tài
tin, bài; tin bài; tin; bài; bài viết; chuyên mục; chuyên đề; phóng sự; chuyên trang; tờ rơi; tờ gấp
băng rôn; pa nô; pano; khẩu hiệu; cuốn; quyển; bộ; bộ tài liệu; tài liệu; tài khoản; nhóm Zalo
trang Facebook; máy tính; thiết bị; camera; hạng mục; gói thầu; sản phẩm; sản phẩm OCOP; cây xanh; cây
con; con bò; ngày công; điển hình; gương; gương điển hình; tiến sĩ; thạc sĩ; biên chế; chức danh
vị trí việc làm; lĩnh vực; dân tộc; tôn giáo; cơ sở tôn giáo
""")

CLASSIFIERS: dict[str, frozenset[str]] = {
    "cuộc": phrase_set("""
kiểm tra; giám sát; họp; đối thoại; tiếp xúc; tiếp xúc cử tri; thanh tra; hội nghị; thi; vận động
tuyên truyền; hòa giải; hoà giải; tọa đàm; toạ đàm; mít tinh; khảo sát; làm việc; điều tra; gặp mặt
sinh hoạt; phản biện; kiểm tra, giám sát; họp dân; giao ban; lấy ý kiến
"""),
    "buổi": phrase_set("""
tuyên truyền; sinh hoạt; họp; làm việc; tiếp công dân; đối thoại; tập huấn; nói chuyện; tọa đàm; toạ đàm
phát thanh; lao động; lễ; phổ biến
"""),
    "hội": phrase_set("nghị; thi; thảo; viên; diễn; nghị chuyên đề; nghị tập huấn; nghị tuyên truyền"),
    "lớp": phrase_set("tập huấn; bồi dưỡng; đào tạo; học; đào tạo nghề; tuyên truyền; xóa mù chữ"),
    "lượt": phrase_set("""
người; công dân; người dân; hộ; khách; tin; truy cập; xe; cán bộ; cán bộ, công chức; học sinh; đơn vị
hồ sơ; tổ chức; xem; cán bộ, công chức, viên chức; hội viên; đoàn viên; đảng viên; tiếp cận; hộ gia đình
ý kiến; phương tiện
"""),
    "đợt": phrase_set(
        "kiểm tra; giám sát; tuyên truyền; ra quân; thi đua; cao điểm; vận động; sinh hoạt; công tác"
    ),
    "vụ": phrase_set("""
việc; hòa giải; hoà giải; án; tranh chấp; khiếu nại; vi phạm; mâu thuẫn; khiếu kiện; cháy; tai nạn
tai nạn giao thông; tai nạn lao động; bạo lực gia đình
"""),
    "đoàn": phrase_set("kiểm tra; giám sát; công tác; thanh tra; viên; khảo sát"),
    "tổ": phrase_set("kiểm tra; công tác; giám sát; dân vận; tự quản"),
    "phiên": phrase_set("họp; tiếp công dân; giải trình; chợ"),
    "kỳ": phrase_set("họp; tiếp công dân; sinh hoạt"),
    "chuyên": phrase_set("đề; mục; trang; gia"),
    "ý": phrase_set("kiến; kiến góp ý; kiến đóng góp; kiến phản ánh; kiến, kiến nghị"),
}
"""First syllable -> what may follow it inside the unit; without any of these it is the unit alone."""

STOPS = word_set("""
và với của cho để trong tại trên theo được đã là có từ đến về do bị gồm nhằm khi so cùng như hoặc
này đó kia nêu qua mỗi các những thì mà ở vào ra bằng đạt tham thuộc đối gắn giúp góp tăng giảm còn
cũng ngay hứa công phải trở ghi nên nói tiếp thực triển số nhưng sau trước hơn không chưa đang sẽ
""")
"""Words that end an unknown unit."""

CAPITALS = word_set("""
phó trưởng ủy uỷ bí chủ giám huân huy bằng giấy cờ kỷ danh mẹ nghệ anh chiến nhà đảng chi hội phòng
ban tổ đội
""")
"""First syllables of units printed with a capital and not in the tables (05 Phó Giám đốc, 03 Huân chương)."""

LABELS = word_set("""
số điều khoản điểm mục chương phần thứ khóa khoá tháng năm ngày quý kỷ thôn lớp cấp mức độ đoạn
phiên khối lộ án luận thị định hoạch lần tiểu tcvn qcvn iso covid lục bảng biểu mẫu trang kỳ hạng
tầng phố đạo lệnh ql tl đt hotline thoại fax tel zalo tuần qđ nq kl ct kh lô thửa bậc
""")
"""A number right after one of these (lower case) names or orders a thing; it counts nothing."""

WEAK_LABELS = word_set("""
thôn lớp cấp mức độ đoạn phiên khối án định hoạch điểm phần kỳ hạng tầng phố đạo lô bậc mẫu bảng
luận thị mục lần
""")
"""Labels that also end ordinary words ("quy định 12 khoản"): in lower case before a known unit they count."""

QUALIFIERS = re.compile(
    r"(?<![^\W\d_])(trên|hơn|gần|khoảng|dưới|ít nhất|tối thiểu|tối đa|không quá|không dưới|xấp xỉ|"
    r"ước khoảng|ước đạt|ước|bình quân|trung bình|lên đến)\s+\Z",
    re.IGNORECASE,
)
COUNTED_NOT = frozenset(
    ["%", "ha", "km", "km2", "km²", "tấn", "tỷ đồng", "triệu đồng", "m", "kg", "tỷ", "triệu", "lít"]
)

_SCALE_STARTS = frozenset(scale.split()[0] for scale in SCALES)
_LONGEST = 7
_WORD = re.compile(r"[ \u00a0]*([^\W\d_]+[²³\d]?|%|‰)")


_RATE = re.compile(r"/(?:tháng|năm|ngày|tuần|quý|người|hộ|xã|thôn|lượt|ha|đơn vị|lớp|buổi)(?![^\W\d_])")
_FREE_SO = frozenset({"tổng", "dân", "một", "trong", "có", "con", "chỉ", "đa", "mức"})


def is_label(word: str, before: str, unit: str, printed: str) -> bool:
    """Whether `word`, right before a number, names it ("Điều 5") instead of being counted by it.

    `before`: the word before `word`; `unit`, `printed`: the unit and number that follow.
    """
    low = word.lower()
    if low == "số":
        return before.lower() not in _FREE_SO
    if low not in LABELS:
        return False
    return low not in WEAK_LABELS or not word.islower() or not ("." in printed or is_known(unit))


def is_known(unit: str) -> bool:
    """Whether a unit as printed is in the tables (with its scale or rate)."""
    low = " ".join(unit.lower().split("/")[0].split())
    return low in NOUNS or low in MEASURES or low.split()[0] in CLASSIFIERS or low.startswith(SCALES)


def read_unit(text: str, at: int) -> tuple[str, int] | None:
    """Return (unit as printed, its end) right after a number that ends at `at`; None without a unit."""
    if text[at : at + 1] in ("%", "‰") or text[at : at + 2] in (" %", " ‰"):
        end = at + (1 if text[at] in "%‰" else 2)
        return text[end - 1], end
    words = _words(text, at)
    if not words:
        return None
    known = _known(text, words)
    stop = known if known is not None else _unknown(words)
    if stop is None:
        return None
    rate = _RATE.match(text, stop)
    end = rate.end() if rate else stop
    return text[words[0][1] : end], end


def _words(text: str, at: int) -> list[tuple[str, int, int]]:
    """Up to seven words in a row; a comma is kept with the word before (`cán bộ, công chức`)."""
    found: list[tuple[str, int, int]] = []
    while len(found) < _LONGEST:
        match = _WORD.match(text, at)
        if match is None or (
            not found and match.start(1) == at and match[1] not in ("đ", "ha", "km", "kg", "m", "tr")
        ):
            break
        found.append((match[1], match.start(1), match.end(1)))
        at = match.end(1)
        if text[at : at + 2] == ", ":
            at += 1
    return found


def _known(text: str, words: list[tuple[str, int, int]]) -> int | None:
    scale = _scale(words)
    if scale:
        rest = words[scale:]
        for count in range(min(3, len(rest)), 0, -1):
            if _phrase(text, rest, count) in AFTER_SCALE and text[words[scale - 1][2]] == " ":
                return rest[count - 1][2]
        return words[scale - 1][2]
    first = words[0][0].lower()
    for count in _lengths().get(first, ()):
        if count > len(words):
            continue
        phrase = _phrase(text, words, count)
        if phrase in NOUNS or phrase in MEASURES:
            return words[count - 1][2]
        tail = phrase[len(first) + 1 :]
        if first in CLASSIFIERS and (tail in CLASSIFIERS[first]):
            return words[count - 1][2]
    return words[0][2] if first in CLASSIFIERS else None


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """First word → how many words the units of the tables have that begin with it, the most first."""
    found: dict[str, set[int]] = defaultdict(set)
    tails = (f"{first} {tail}" for first, known in CLASSIFIERS.items() for tail in known)
    for unit in (*NOUNS, *MEASURES, *tails):
        words = _words(f" {unit}", 0)
        if words:  # % and ‰ may stand right after the number and are read before words are
            found[words[0][0].lower()].add(len(words))
    return {first: tuple(sorted(counts, reverse=True)) for first, counts in found.items()}


def _scale(words: list[tuple[str, int, int]]) -> int:
    if words[0][0].lower() not in _SCALE_STARTS:
        return 0
    for scale in SCALES:
        parts = scale.split()
        if [word.lower() for word, _, _ in words[: len(parts)]] == parts:
            return len(parts)
    return 0


def _phrase(text: str, words: list[tuple[str, int, int]], count: int) -> str:
    return " ".join(text[words[0][1] : words[count - 1][2]].split()).lower() if count else ""


def _unknown(words: list[tuple[str, int, int]]) -> int | None:
    """Bound a unit not in the tables: a capitalised name whole, else its first one or two syllables."""
    first = words[0][0]
    if first.lower() in STOPS:
        return None
    end = words[0][2]
    if first[0].isupper():
        return _capitalised(words) if first.lower() in CAPITALS else None
    for word, start, stop in words[1:2]:
        if word.lower() in STOPS or start != end + 1 or word[0].isupper():
            break
        end = stop
    return end


def _capitalised(words: list[tuple[str, int, int]]) -> int:
    """`Phó Chánh Văn phòng`: capitalised words and the lower-case syllable that completes the last."""
    end, single = words[0][2], False
    for word, start, stop in words[1:]:
        if start != end + 1:
            break
        if word[0].isupper():
            single = False
        elif single or word.lower() in STOPS:
            break
        else:
            single = True
        end = stop
    return end
