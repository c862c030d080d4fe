"""The grammar of heading markers, as data: which printed labels exist and what they may mean.

A label can have several readings ("C." is a letter or the roman 100; "i)" is a letter or roman 1);
all are kept, and the reading of the whole document decides (`reading.py`). Nghị định 30/2020,
Phụ lục I gives Phần, Chương, Mục, Tiểu mục, Điều, khoản, điểm; practice adds A., I-, 1/, (a), 1.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.structure.letters import UPPER
from extract.structure.numerals import Reading, numeral_readings, roman_value, word_values
from extract.structure.series import MAX_NUMBER, OCR_LOOKALIKES, OCR_WORDS, VIET_LETTERS, WORDS
from extract.structure.wording import is_caps


@dataclass(frozen=True, slots=True)
class Marker:
    """A label at the start of a line. `end` is the offset at which the label and its space end."""

    shown: str
    end: int
    readings: tuple[Reading, ...]
    label: str
    """Path component: the label without punctuation ("II", "1.1", "a", "Điều 5")."""
    spaced: bool = True

    def without_ocr(self) -> Marker | None:
        """Return the marker with the readings that hold for typed text, or None when none is left."""
        kept = tuple(reading for reading in self.readings if not reading.ocr)
        if len(kept) == len(self.readings):
            return self
        return Marker(self.shown, self.end, kept, self.label, self.spaced) if kept else None


_DATE = re.compile(r"\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{4}|\d{1,2}\s*[./-]\s*(?:19|20)\d\d\b")
_WORD = re.compile(
    r"(?P<word>phần|chương|tiểu mục|mục|tiết|điều|khoản|phụ lục|biểu mẫu|biểu số|mẫu số)"
    r"(?:\s+số)?\s*(?P<num>thứ\s+\w+|[IVXLCl]{1,6}|\d{1,3}[a-zđ]?|[A-ZĐ])"
    r"(?P<delim>\s*[.:\-–—)]|(?=\s*$)|(?=\s))(?P<space>\s*)",
    re.IGNORECASE,
)
_MISREAD = re.compile(
    rf"(?P<word>{'|'.join(OCR_WORDS)})(?P<rest>\s+(?P<num>[IVXLC1l|!HUN]{{1,5}}|\d{{1,3}}|[A-Z])(?=[\s.:)-]|$))",
    re.IGNORECASE,
)
_TITLE_REACH = 160
"""A longer line after "Phần I" is a sentence."""
_CITED = re.compile(
    r"(?:Luật|Bộ luật|Nghị|Quyết|Thông tư|Quy |Kế hoạch|Đề án|Báo cáo)\b|(?:Phụ lục|Mục|Điều)\s+[\dIVX]"
)
_BARE_ANNEX = re.compile(r"phụ lục(?:\s+kèm theo)?\s*:?\s*$", re.IGNORECASE)
_TITLED_ANNEX = re.compile(rf"PHỤ\s+LỤC(?:\s*[:.–-])?\s+(?=[“\"]?[{UPPER}]{{2}})")
_UNSIGNED = re.compile(rf"(?P<num>[1-9]\d?)\s+(?=[{UPPER}])")
_DECIMAL = re.compile(
    r"(?P<num>\d{1,2}(?:\s?\.\s?\d{1,2}){1,3})(?P<delim>\s?[.):/]|\s?[-–—](?=\s)|(?=\s|$))(?P<space>\s*)"
)
_MIXED = re.compile(
    r"(?P<head>[IVX]{1,5}|[A-ZĐ])\s?\.\s?(?P<num>\d{1,2}(?:\.\d{1,2})?)(?P<delim>\s?[.):/]|\s?[-–—](?=\s)|(?=\s))"
    r"(?P<space>\s*)"
)
_SYMBOL = re.compile(
    r"(?P<open>\(?)(?P<num>[IVXLCDMl1|!]{1,7}|[IVXLJTÍÌỈỊÏHUNMƯY1l|!]{1,5}(?=\s?[.)-])|[0-9OolI|]{1,3}|[A-ZĐa-zđ]|[ivx]{1,5}|[Ⅰ-Ⅻ]{1,3})"
    rf"(?P<delim>\s?\.\s?[-–—](?=\s)|\s?[.)/]|\s?[-–—](?!\d)|(?::(?=\s|$|[{UPPER}]))|(?=\s))(?P<space>\s*)"
)

_SYLLABLE = re.compile(
    r"(?:VI (?:PHẠM|SINH|TÍNH|MÔ|RÚT|KHUẨN|MẠCH|BẰNG|PHÂN)|XI MĂNG|DI (?:DÂN|CHUYỂN|SẢN|TÍCH|DỜI))\b"
)
"""Words whose first syllable looks like a roman numeral: "VI PHẠM HÀNH CHÍNH"."""


@lru_cache(maxsize=4096)
def parse_label(label: str) -> Marker | None:
    """Parse an automatic number ("I.", "a)", "Điều 5.") as Word shows it; None for a bullet."""
    marker = parse(label.strip() + " ")
    if marker is None or marker.end < len(label.strip()):
        marker = _bare_number(label.strip())
    return marker


def _bare_number(label: str) -> Marker | None:
    readings = numeral_readings(label, "")
    return Marker(label, len(label), tuple(readings), label) if readings else None


def parse(text: str) -> Marker | None:
    """Return the marker at the start of a line with every reading it allows, or None.

    Dates, quantities, abbreviations ("V.I. Lênin") and citations ("Điều 5 của Luật") are no markers.
    """
    first = text[:1]
    if not first or not (first.isalnum() or first in "(|!"):
        return None
    if first.isdigit() and _DATE.match(text):
        return None
    return (
        _word(text)
        or _titled_annex(text)
        or _misread_word(text)
        or _mixed(text)
        or _decimal(text)
        or _symbol(text)
    )


def _word(text: str) -> Marker | None:
    match = _WORD.match(text)
    if match is None:
        bare = _BARE_ANNEX.match(text)
        if bare is None or not text[0].isupper():
            return None
        shown = text.strip()
        return Marker(shown, len(text), (Reading("annex", (0,), ""),), shown.rstrip(" :"))
    if not text[0].isupper():
        return None
    word = re.sub(r"\s+", " ", match["word"].lower())
    kind = WORDS[word]
    num = match["num"]
    delim = match["delim"].strip()
    rest = text[match.end() :]
    if rest and not delim and not _stands_alone(kind, text, rest):
        return None
    values = word_values(num)
    if not values:
        return None
    shown = text[: match.end("delim")].rstrip()
    label = text[: match.end("num")].strip()
    readings = tuple(Reading(kind, (value,), delim or " ", repaired) for value, repaired in values)
    return Marker(shown, match.end(), readings, label)


def _titled_annex(text: str) -> Marker | None:
    """Read "PHỤ LỤC DANH MỤC VĂN BẢN": an annex without a number, its title on the same line."""
    match = _TITLED_ANNEX.match(text)
    if match is None or not is_caps(text) or text.rstrip()[-1] in ".;,":
        return None
    shown = match[0].strip()
    return Marker(shown, match.end(), (Reading("annex", (0,), ""),), shown.rstrip(" :.–-"))


def unsigned(text: str) -> Marker | None:
    """Read a number without any sign ("1 Công tác chỉ đạo"): a label only beside others of its kind."""
    match = _UNSIGNED.match(text)
    if match is None or not 0 < int(match["num"]) <= MAX_NUMBER or text.rstrip()[-1] in ".;,:":
        return None
    return Marker(match["num"], match.end(), (Reading("number", (int(match["num"]),), ""),), match["num"])


def _misread_word(text: str) -> Marker | None:
    """Read "PHẢN IH." as recognition shows "PHẦN III."; the label is given as it was printed."""
    match = _MISREAD.match(text)
    if match is None or not text[0].isupper():
        return None
    right = OCR_WORDS[match["word"].lower()]
    word = right.upper() if match["word"].isupper() else right.capitalize()
    num = match["num"]
    if not num.isdecimal() and roman_value(num) is None and len(num) > 1:
        num = "".join(OCR_LOOKALIKES.get(char, char) for char in num)
    marker = _word(word + text[match.end("word") : match.start("num")] + num + text[match.end("num") :])
    if marker is None:
        return None
    readings = tuple(replace(reading, ocr=True) for reading in marker.readings)
    end = marker.end + len(match["num"]) - len(num)
    return Marker(marker.shown, end, readings, marker.label, marker.spaced)


def _stands_alone(kind: str, text: str, rest: str) -> bool:
    """Accept a word marker without punctuation before a title: in capitals, or short and no sentence."""
    letters = [c for c in rest if c.isalpha()]
    if kind == "article" or len(letters) <= 3:
        return False
    if sum(c.isupper() for c in letters) > 0.8 * len(letters):
        return True
    short = len(rest) <= _TITLE_REACH and rest.rstrip()[-1:] not in ".;,"
    return kind in ("part", "chapter") and short and letters[0].isupper() and not _CITED.match(rest)


def _mixed(text: str) -> Marker | None:
    match = _MIXED.match(text)
    if match is None:
        return None
    glued = match["delim"] and text[match.end() : match.end() + 1].isupper()
    if not (match["space"] or glued or match.end() == len(text)):
        return None
    head = match["head"]
    first = roman_value(head) or (VIET_LETTERS.find(head.lower()) + 1)
    parts = tuple(int(p) for p in match["num"].split("."))
    value = (first, *parts)
    shown = text[: match.end("delim")].rstrip()
    return Marker(shown, match.end(), (Reading(f"dec{len(value)}", value, "."),), f"{head}.{match['num']}")


def _decimal(text: str) -> Marker | None:
    match = _DECIMAL.match(text)
    if match is None or (match.end() < len(text) and not match["space"] and not text[match.end()].isupper()):
        return None
    value = tuple(int(p) for p in match["num"].split("."))
    if value[0] > MAX_NUMBER or 0 in value:
        return None
    shown = text[: match.end("delim")].rstrip()
    label = re.sub(r"\s", "", match["num"])
    return Marker(
        shown, match.end(), (Reading(f"dec{len(value)}", value, match["delim"].strip() or " "),), label
    )


def _symbol(text: str) -> Marker | None:
    match = _SYMBOL.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    num, opened = match["num"], bool(match["open"])
    delim = re.sub(r"\s", "", match["delim"]).replace("–", "-").replace("—", "-")
    if not _delimiter_fits(num, opened, delim, match["space"], rest):
        return None
    readings = numeral_readings(num, "(" if opened else delim)
    if not readings:
        return None
    shown = text[: match.end("delim")].rstrip()
    return Marker(shown, match.end(), tuple(readings), num, spaced=bool(match["space"]) or not rest)


def _delimiter_fits(num: str, opened: bool, delim: str, space: str, rest: str) -> bool:  # noqa: PLR0911
    if opened:
        return delim == ")"
    if not delim:  # "II KẾT QUẢ": only a roman numeral before capitals
        capitals = len(rest) > 3 and rest == rest.upper() and rest[0].isalpha()
        return roman_value(num) is not None and capitals and not _SYLLABLE.match(f"{num} {rest}")
    if not rest:
        return True
    if not space:
        follows = rest[0]
        if delim in ".-/" and (follows.isdigit() or (num.isalpha() and re.match(r"\w{1,3}\.", rest))):
            return False
        if delim == "-" and num.isalpha() and roman_value(num) is None:
            return False
        if delim == "/" and not num.isdigit():
            return False
        return follows.isalpha() or follows in '“"('
    return not (rest[0].isdigit() and delim in "-/")


_GRAMMARS = (_word, _titled_annex, _misread_word, _mixed, _decimal, _symbol)
"""Kinds of labels in the order in which they are looked for."""
