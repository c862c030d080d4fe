"""Figures in prose: a number with its unit, qualifier and period, exactly as printed.

A ratio `28/30 xã` is one figure of value 28 with `of` 30; a range `10-15 hộ` is one of value 10 with
`upper` 15. Durations in years ("10 năm qua") are periods, not figures. Dates, years, document
numbers, telephone numbers, ordinals and section numbers are no figures.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extract.citations import find
from extract.figures.numbers import NUMBER, value_of
from extract.figures.periods import read_periods
from extract.figures.units import COUNTED_NOT, QUALIFIERS, is_known, is_label, read_unit
from extract.model import Figure

__all__ = ["find_figures"]

_ANCHOR = re.compile(
    rf"(?P<first>{NUMBER})(?:(?P<range>\s?[-–—]\s?|\s+đến\s+)(?P<second>{NUMBER})(?![\d/])|/(?P<of>{NUMBER})(?![\d/]))?"
)
_DIGIT = re.compile(r"\d")
_DATE = re.compile(
    r"\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}|\d{1,2}\s*tháng\s*\d{1,2}|\d{1,2}/(?:19|20)\d\d"
)
_NOT_AFTER = re.compile(r"\s?[/\-–]\s?[A-ZĐ]{2}|[/:]\d|/[^\W\d_]|\.\d|[A-Za-zĐđ]\d|G\b|[A-Z]{1,2}(?!\w)")
_BEFORE = re.compile(r"([^\W\d_]+)[\s:]{0,3}\Z")
_MARKER = re.compile(r"(?:^|\n)[ \t]*(?:[IVXLC]+\.|[A-Z]\.)?(?:\d{1,2}\.)*\Z")
_LINE_START = re.compile(r"(?:\A|\n)\s*\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?;:\n])\s*\Z")
_YEARISH = re.compile(r"(?:19|20)\d\d\Z")
_YEAR_BEFORE = re.compile(r"(?:năm|đoạn|kỳ|từ|đến|-|–|—|/|và)\s*\Z", re.IGNORECASE)
_PHONE = re.compile(r"0\d{2,3}[.\s]?\d{3,4}[.\s]?\d{3,4}|\d{8,}")
_PHONE_WORDS = frozenset({"đt", "thoại", "sđt", "hotline", "fax", "tel", "zalo", "cccd"})


def find_figures(text: str, skip: Sequence[tuple[int, int]] | None = None) -> list[Figure]:
    """Figures of `text`, in order; `text[char_start:char_end] == figure.text`.

    `skip`: spans whose numbers and periods are another document's: the citations of `text` as
    (`char_start`, `full_end`); None finds them here.
    """
    if _DIGIT.search(text) is None:
        return []
    if skip is None:
        skip = [(citation.char_start, citation.full_end) for citation in find(text)]
    spans = sorted(skip)
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
        passed = periods.covers(match.start()) or _not_a_figure(text, match)
        if passed:
            at = max(at, passed)
            continue
        figure = _figure(text, match)
        if figure is not None and not _before_citation(text, match.end(), starts):
            figure.period = periods.at(figure.char_start, figure.char_end)
            found.append(figure)
            at = figure.char_end
    return found


def _number(text: str, at: int) -> re.Match[str] | None:
    """Return the first number at or after `at`; every number begins with a digit, every digit begins one."""
    digit = _DIGIT.search(text, at)
    return _ANCHOR.match(text, digit.start()) if digit else None


def _before_citation(text: str, end: int, starts: Sequence[int]) -> bool:
    """Whether a citation begins right after the number (a footnote's own number before its text)."""
    place = bisect_left(starts, end)
    return place < len(starts) and not text[end : starts[place]].strip()


def _not_a_figure(text: str, match: re.Match[str]) -> int:
    """End of a date, telephone number, section marker or code at `match`; 0 when it may be a figure."""
    start = match.start()
    for pattern in (_DATE, _PHONE):
        other = pattern.match(text, start)
        if other:
            return other.end()
    previous = text[start - 1 : start]
    if previous and (previous.isalnum() or previous in "/.-_–&#@"):
        return match.end("first")
    end = match.end("first")
    if text[end : end + 2] in (". ", ") ", ".\t", "/ ") and _MARKER.search(text, max(0, start - 12), start):
        return end
    if match["of"] is None and match["second"] is None and _NOT_AFTER.match(text, end):
        return end
    if _YEARISH.match(match["first"]) and (
        _YEAR_BEFORE.search(text, max(0, start - 8), start) or match["second"]
    ):
        return match.end()
    return 0


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    unit = read_unit(text, match.end())
    second, of = match["second"], match["of"]
    if unit is None and (second or of):
        unit, second, of = read_unit(text, match.end("first")), None, None
    if unit is None or not _counts(text, match, unit[0]):
        return None
    if unit[0][0].isupper() and _LINE_START.search(text, max(0, match.start() - 4), match.start()):
        return None
    if unit[0].lower().split()[0] == "năm" or (
        of is None and second is None and unit[0] == "tháng" and _is_date_part(text, unit[1])
    ):
        return None
    counted = unit[0].lower() not in COUNTED_NOT
    if second and value_of(second, counted=counted) <= value_of(match["first"], counted=counted):
        return None  # a day and a month, a score
    value = value_of(match["first"], counted=counted)
    whole = value_of(of, counted=counted) if of else None
    if whole is not None and value > whole:
        return None
    low = max(0, match.start() - 14)
    qualifier = QUALIFIERS.search(text, low, match.start())
    begin = qualifier.start() if qualifier else match.start()
    return Figure(
        value=value,
        unit=" ".join(unit[0].split()),
        text=text[begin : unit[1]],
        qualifier=qualifier[1].lower() if qualifier else None,
        char_start=begin,
        char_end=unit[1],
        of=whole,
        upper=value_of(second, counted=counted) if second else None,
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
