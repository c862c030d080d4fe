"""Reads the unit after a number: a scale or measure, a counted thing, a classifier with its noun."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from extract.citations.wordlists import either, word_set
from extract.figures.nouns import AFTER_SCALE, CLASSIFIERS, HALVES, MEASURES, NO_UNITS, NOUNS, RATES, SCALES

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
tầng phố đạo lệnh ql tl đt hotline thoại fax tel zalo tuần qđ nq kl ct kh lô thửa bậc lúc
""")
"""A number right after one of these (lower case) names or orders a thing; it counts nothing."""

WEAK_LABELS = word_set("""
thôn lớp cấp mức độ đoạn phiên khối án định hoạch điểm phần kỳ tầng phố đạo lô bậc mẫu bảng
luận thị mục lần
""")
"""Labels that also end ordinary words ("quy định 12 khoản"): in lower case before a known unit they count."""

_COMPARED = "".join(f"(?<!{word} )" for word in ("cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "sớm"))
_QUALIFIERS = (
    "trên", "hơn", "gần", "khoảng", "dưới", "ít nhất", "tối thiểu", "tối đa", "không quá", "không dưới",
    "xấp xỉ", "ước khoảng", "ước đạt", "ước", "bình quân", "trung bình", "lên đến",
)  # fmt: skip
_QUALIFIER = re.compile(
    rf"(?<![^\W\d_])({'|'.join(_QUALIFIERS).replace('|hơn', f'|{_COMPARED}hơn')})\s+\Z", re.IGNORECASE
)
_REACH = 14
COUNTED_NOT = frozenset(
    ["%", "ha", "km", "km2", "km²", "tấn", "tỷ đồng", "triệu đồng", "m", "kg", "tỷ", "triệu", "lít"]
)

_SCALE_STARTS = frozenset(scale.split()[0] for scale in SCALES)
_LONGEST = 7
_WORD = re.compile(r"[ \u00a0]*([^\W\d_]+[²³\d]?|%|‰)")


_RATE = re.compile(rf"(?:/{either(RATES)}(?![^\W_])){{1,2}}")
_ATTACHED = word_set("đ ha km kg m tr km2 km² m2 m² m3 m³ cm mm kw kwh mw gb tb lít tấn")
"""Units that may be printed right behind the number, without a space."""
_FREE_SO = frozenset({"tổng", "dân", "một", "trong", "có", "con", "chỉ", "đa", "mức", "thiểu"})
_EACH = frozenset({"mỗi", "hằng", "hàng", "từng", "một"})
_SPELT_OUT = r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|ngàn|linh|lẻ)"
_IN_WORDS = re.compile(rf"\s?\({_SPELT_OUT}(?:\s{_SPELT_OUT}){{0,6}}\)(?=\s)", re.IGNORECASE)
"""A number said again in words ("05 (năm) lớp")."""


def qualifier_before(text: str, start: int) -> re.Match[str] | None:
    """Qualifier right before the number at `start` ("trên", "ít nhất"), in group 1."""
    low = max(0, start - _REACH)
    # nearly every number has none: the pattern would be tried at each of the letters before it
    if not text[low:start].rstrip().lower().endswith(_QUALIFIERS):
        return None
    return _QUALIFIER.search(text, low, start)


def is_label(word: str, before: str, unit: str, printed: str) -> bool:
    """Whether `word`, right before a number, names it ("Điều 5") instead of being counted by it.

    `before`: the word before `word`; `unit`, `printed`: the unit and number that follow.
    """
    low = word.lower()
    if low == "số":
        return before.lower() not in _FREE_SO
    if low in ("xếp", "đứng"):  # a rank, but not "sắp xếp 5 đơn vị"
        return before.lower() != "sắp"
    if low not in LABELS or before.lower() in _EACH:
        return False
    counted = low in WEAK_LABELS and (word.islower() or low == "cấp")
    return not counted or not ("." in printed or is_known(unit))


def is_known(unit: str) -> bool:
    """Whether a unit as printed is in the tables (with its scale or rate)."""
    low = " ".join(unit.lower().split("/")[0].split())
    return low in NOUNS or low in MEASURES or low.split()[0] in CLASSIFIERS or low.startswith(SCALES)


def read_unit(text: str, at: int) -> tuple[str, int] | None:
    """Return (unit as printed, its end) right after a number that ends at `at`; None without a unit."""
    if text[at : at + 1] in ("%", "‰") or text[at : at + 2] in (" %", " ‰"):
        start = at + (0 if text[at] in "%‰" else 1)
        rate = _RATE.match(text, start + 1)
        end = rate.end() if rate else start + 1
        return text[start:end], end
    said_again = _IN_WORDS.match(text, at)
    words = _words(text, said_again.end() if said_again else at)
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
            not found and match.start(1) == at and match[1].lower() not in _ATTACHED and match[1] not in "%‰"
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
    return words[0][2] if first in CLASSIFIERS and first not in HALVES else None


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
    second = f"{first} {words[1][0]}".lower() if words[1:] else ""
    if first.lower() in NO_UNITS or second in NO_UNITS:
        return None
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
