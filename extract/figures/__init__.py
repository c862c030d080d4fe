"""Figures in prose: a number with its unit, qualifier and period, exactly as printed.

A ratio `28/30 xã` is one figure of value 28 with `of` 30; a range `10-15 hộ` is one of value 10 with
`upper` 15. Durations in years ("10 năm qua") are periods, not figures. Dates, years, document
numbers, telephone numbers, ordinals and section numbers are no figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from math import isfinite

from extract.citations import find
from extract.figures.nouns import AGES, SCALED, TIMES
from extract.figures.numbers import NUMBER, value_of
from extract.figures.periods import read_periods
from extract.figures.spans import before_span, merged
from extract.figures.spelt import spelt_numbers
from extract.figures.units import COUNTED_NOT, LABELS, is_known, is_label, qualifier_before, read_unit
from extract.model import Figure

__all__ = ["find_figures"]

_ANCHOR = re.compile(
    rf"(?P<first>{NUMBER})(?:(?P<range>\s?[-–—]\s?|\s+đến\s+)(?P<second>{NUMBER})(?![\d/])|\s?/\s?(?P<of>{NUMBER})(?![\d/]))?"
)
_DIGIT = re.compile(r"\d")
_DATE = re.compile(
    r"\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}|\d{1,2}\s*tháng\s*\d{1,2}|\d{1,2}/(?:19|20)\d\d"
)
_NOT_AFTER = re.compile(
    r"\s?[/\-–]\s?[A-ZĐ]{2}|[/:]\d|/[^\W\d_]|\.\d|(?!k?m[23](?!\w))[A-Za-zĐđ]\d|G\b|(?!MW|GB|TB)[A-Z]{1,2}(?!\w)"
)
_CLOCK = re.compile(
    r"\d{1,2}\s?(?:giờ|h|g)\s?\d{1,2}(?:\s?(?:phút|'))?(?!\d)|\d{1,2}\s?giờ,?\s(?=ngày\s\d)|24/24(?:\s?(?:giờ|h))?|24/7|0?7/7(?:\s?ngày)?"
)
"""Times of the day, and "round the clock"."""
_COMPOUND = re.compile(
    rf"(?P<great>{NUMBER})\s(?P<scale>tỷ|tỉ|triệu)\s(?:đồng\s)?(?P<small>\d{{1,3}}(?:,\d+)?)\s"
    r"(?P<unit>(?:triệu|nghìn|ngàn)(?:\s(?:đồng|người|lượt))?)(?!\w)"
)
"""An amount in two scales ("12 tỷ 350 triệu đồng")."""
_NUMBERED = re.compile(r"\s+[IVXLC]+(?!\w)")
"""A part of a document with its number ("mục 3 phần II")."""
_PARTED = re.compile(r"(?<![\w.,/])\d{1,3}[ \u00a0]\Z")
"""The first part of a number that a space parts: it may also be a number of its own ("1 234 hộ")."""
_QUOTE = re.compile(r"(?:(?<![^\s(])(?=\")|(?=[“«]))([“«\"])[^“”«»\"]*\Z")
_CLOSING = {"“": "”", "«": "»"}
_LONGEST_NAME = 80
_BEFORE = re.compile(r"([^\W\d_]+)[\s:]{0,3}\Z")
_MARKER = re.compile(r"(?:^|\n)[ \t]*(?:[IVXLC]+\.|[A-Z]\.)?(?:\d{1,2}\.)*\Z")
_LINE_START = re.compile(r"(?:\A|\n)\s*\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?;:\n])\s*\Z")
_YEARISH = re.compile(r"(?:19|20)\d\d\Z")
_YEAR_BEFORE = re.compile(r"(?:năm|đoạn|kỳ|từ|đến|-|–|—|/|và)\s*\Z", re.IGNORECASE)
_PHONE = re.compile(
    r"0\d{2,3}[.\s]?\d{3,4}[.\s]?\d{3,4}|\d{8,}(?!\s?(?:đồng|vnđ|usd|đ(?!\w)))", re.IGNORECASE
)
_PHONE_WORDS = frozenset({"đt", "thoại", "sđt", "hotline", "fax", "tel", "zalo", "cccd"})


def find_figures(text: str, skip: Sequence[tuple[int, int]] | None = None) -> list[Figure]:
    """Figures of `text`, in order; `text[char_start:char_end] == figure.text`.

    `skip`: spans whose numbers and periods are another document's: the citations of `text` as
    (`char_start`, `full_end`); None finds them here.
    """
    spelt = list(spelt_numbers(text))
    if not spelt and _DIGIT.search(text) is None:
        return []
    if skip is None:
        skip = [(citation.char_start, citation.full_end) for citation in find(text)]
    spans = merged(skip)
    starts = [span[0] for span in spans]
    periods = read_periods(text, spans)
    found: list[Figure] = []
    at = 0
    while (match := _number(text, at)) is not None:
        at = max(match.end("first"), at + 1)
        place = bisect_right(starts, match.start()) - 1
        if place >= 0 and match.start() < spans[place][1]:
            at = max(at, spans[place][1])
            continue
        last = found[-1].char_end if found else -1
        passed = periods.covers(match.start()) or _not_a_figure(text, match, last)
        if passed:
            at = max(at, passed)
            continue
        figure = _figure(text, match)
        if figure is not None and not before_span(text, match.end(), starts):
            figure.period = periods.at(figure.char_start, figure.char_end)
            found.append(figure)
            at = figure.char_end
    for start, end, value in spelt:
        place = bisect_right(starts, start) - 1
        figure = None if place >= 0 and start < spans[place][1] else _spelt_figure(text, start, end, value)
        if figure is not None:
            figure.period = periods.at(figure.char_start, figure.char_end)
            found.append(figure)
    return sorted(found, key=lambda figure: figure.char_start) if spelt else found


def _spelt_figure(text: str, start: int, end: int, value: float) -> Figure | None:
    """Figure of a number in words: before a known thing, and not where it only says digits again."""
    unit = read_unit(text, end)
    if unit is None or text[start - 1 : start] == "(" or not is_known(unit[0]) or unit[0].lower() in TIMES:
        return None
    before = _BEFORE.search(text, max(0, start - 16), start)
    if before is not None and before[1].lower() in LABELS:
        return None
    return _made(text, start, unit[1], value, unit[0])


def _number(text: str, at: int) -> re.Match[str] | None:
    """Return the first number at or after `at`; every number begins with a digit, every digit begins one."""
    digit = _DIGIT.search(text, at)
    return _ANCHOR.match(text, digit.start()) if digit else None


def _not_a_figure(text: str, match: re.Match[str], last: int) -> int:
    """End of a date, telephone number, section marker or code at `match`; 0 when it may be a figure.

    last: end of the figure before, which a slash may join to this one ("10 lớp/500 học viên").
    """
    start, end = match.start(), match.end("first")
    for pattern in (_DATE, _PHONE, _CLOCK):
        other = pattern.match(text, start)
        if other:
            return other.end()
    previous = text[start - 1 : start]
    if previous and (previous.isalnum() or previous in ".-_–&#@" or (previous == "/" and start - 1 != last)):
        return end
    if _is_part_or_marker(text, start, end):
        return end
    if match["of"] is None and match["second"] is None and _NOT_AFTER.match(text, end):
        return end
    years = _YEARISH.match(match["first"]) and (
        _YEAR_BEFORE.search(text, max(0, start - 8), start) or match["second"]
    )
    return match.end() if years else 0


def _is_part_or_marker(text: str, start: int, end: int) -> bool:
    """Whether the digits are the last part of a number with spaces, or mark a section."""
    if end - start == len("000") and _PARTED.search(text, max(0, start - 5), start):
        return True
    marks = text[end : end + 2] in (". ", ") ", ".\t", "/ ")
    return marks and bool(_MARKER.search(text, max(0, start - 12), start))


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    compound = _COMPOUND.match(text, match.start())
    if compound and compound["unit"].split()[0] in SCALED[compound["scale"]]:
        value = value_of(compound["great"]) * 1000 + value_of(compound["small"])
        return _made(text, match.start(), compound.end(), value, compound["unit"])
    unit = read_unit(text, match.end())
    second, of = match["second"], match["of"]
    if unit is None and (second or of):
        unit, second, of = read_unit(text, match.end("first")), None, None
    if unit is None or not _counts(text, match, unit[0]) or _orders(text, match, *unit):
        return None
    counted = unit[0].lower() not in COUNTED_NOT
    value = value_of(match["first"], counted=counted)
    upper = value_of(second, counted=counted) if second else None
    whole = value_of(of, counted=counted) if of else None
    if (upper is not None and upper <= value) or (whole is not None and value > whole):
        return None  # a day and a month, a score
    if not all(map(isfinite, (value, upper or 0.0, whole or 0.0))):
        return None  # hundreds of digits: no amount
    made = _made(text, match.start(), unit[1], value, unit[0])
    made.of, made.upper = whole, upper
    return made


def _orders(text: str, match: re.Match[str], unit: str, end: int) -> bool:
    """Whether a unit shows that nothing is counted: a heading's word, years, ages, dates, "3 phần II"."""
    first = unit.lower().split()[0]
    alone = match["of"] is None and match["second"] is None
    return (
        first == "năm"
        or (first in AGES and "," not in match["first"])
        or (first in LABELS and bool(_NUMBERED.match(text, end)))
        or (unit == "tháng" and alone and _is_date_part(text, end))
        or (unit[0].isupper() and bool(_LINE_START.search(text, max(0, match.start() - 4), match.start())))
        or _in_a_name(text, match.start())
    )


def _in_a_name(text: str, start: int) -> bool:
    """Whether the number stands in a short quotation: the name of a movement ("5 không, 3 sạch")."""
    low = max(0, start - _LONGEST_NAME)
    near = text[low:start]
    if not ('"' in near or "“" in near or "«" in near):
        return False
    before = _QUOTE.search(text, low, start)
    if before is None:
        return False
    closing = text.find(_CLOSING.get(before[1], '"'), start, before.start() + _LONGEST_NAME)
    return closing >= 0 and (before[1] in _CLOSING or not text[before.end() : before.end() + 1].isspace())


def _made(text: str, start: int, end: int, value: float, unit: str) -> Figure:
    """Figure of the number at `start` with its unit up to `end`; a qualifier before it is taken in."""
    qualifier = qualifier_before(text, start)
    begin = qualifier.start() if qualifier else start
    return Figure(
        value=value,
        unit=" ".join(unit.split()),
        text=text[begin:end],
        qualifier=qualifier[1].lower() if qualifier else None,
        char_start=begin,
        char_end=end,
    )


def _is_date_part(text: str, end: int) -> bool:
    return text[end : end + 3].lstrip()[:1].isdigit()


def _counts(text: str, match: re.Match[str], unit: str) -> bool:
    """Whether a number counts something: not right after a label such as Điều, năm, số."""
    low, start = max(0, match.start() - 16), match.start()
    before = _BEFORE.search(text, low, start)
    if before is None:
        return True
    if before[1].lower() in _PHONE_WORDS:
        return False
    if (
        before[1][0].isupper()
        and not is_known(unit)
        and not _SENTENCE_START.search(text, low, before.start(1))
    ):
        return False  # a name with its number ("Galaxy 3"), not a count
    earlier = _BEFORE.search(text, low, before.start(1))
    return not is_label(before[1], earlier[1] if earlier else "", unit, match["first"])
