"""Page furniture: page numbers and running headers or footers, taken out of the pages.

A line is furniture by place and by repetition over pages, never by wording alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from extract.pdf.lines import Line
from extract.pdf.page import Page

_ZONE: Final = 0.1
"""Share of the page's longer side, from its top and bottom, in which furniture stands."""
_ROWS: Final = 3
_MIN_PAGES: Final = 3
_FEW_PAGES: Final = 8
"""Documents of so few pages: two pages with the same line at the same height are enough."""
_MIN_SHARE: Final = 0.2
_SAME_HEIGHT: Final = 2.0
_JITTER: Final = 12.0
"""Points by which a header's height differs from page to page of a scan."""
_PITCH: Final = 1.5
"""Times its size by which lines follow one another, on a page too short to tell."""
_APART: Final = 1.25
"""Times its size by which a page's first line stands off when it is a running header seen only once."""
_OWN_NAME: Final = re.compile(r"(?:phụ lục|mẫu|biểu|bảng|danh sách|danh mục)\b", re.I)
"""Titles that annexes repeat with another number: they are text, though each stands at the top of a page."""
_NUMBER: Final = re.compile(
    r"[-–—|.\s]*(?:(?:trang|page)\s*)?(\d{1,4}|[ivxIVX]{1,5})(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—|.\s]*", re.I
)
_DIGITS: Final = re.compile(r"\d+")
_FULL_LINE: Final = 0.6
"""Share of the page's width from which a line of text is full."""
_ORNAMENT: Final = re.compile(r"[_\-–—=]{3,}")
"""A rule drawn with characters under a letterhead or above a footnote."""

Row = list[Line]


def remove_furniture(pages: Sequence[Page]) -> list[str]:
    """Take furniture rows out of `pages`; returns their texts in page order."""
    removed: list[str] = []
    repeated = _repeated(pages)
    numbers = _number_offsets(pages)
    for page in pages:
        furniture = {
            index
            for index, row in _zone(page)
            if _key(row) in repeated
            or _is_page_number(page, index, numbers)
            or _is_repeated_part(row, repeated)
            or _is_numbered_header(page, index)
        }
        removed += [_text(row) for index, row in enumerate(page.rows) if index in furniture]
        page.rows = [row for index, row in enumerate(page.rows) if index not in furniture]
    return removed


def remove_ornaments(page: Page) -> None:
    """Take rules drawn with characters ("_______") out of a page's rows."""
    rows = ([line for line in row if not _ORNAMENT.fullmatch(line.text)] for row in page.rows)
    page.rows = [row for row in rows if row]


def _text(row: Row) -> str:
    return " ".join(line.text for line in row)


def _key(row: Row) -> str:
    """Row with its numbers blanked and its words sorted: the same on odd and even pages."""
    words = _DIGITS.sub("0", _text(row)).split()
    return " ".join(sorted(word for word in words if word != "0"))


def _reach(page: Page) -> float:
    """Points from its edges within which a page has furniture: as far on a page laid across as on others."""
    return _ZONE * max(page.width, page.height)


def _zone(page: Page) -> list[tuple[int, Row]]:
    """First and last rows that stand in the top or bottom zone of a page, each after its place in it."""
    rows, last = page.rows, len(page.rows) - _ROWS
    ends = sorted({*range(len(rows))[:_ROWS], *range(len(rows))[-_ROWS:]})
    zone = _reach(page)
    top, bottom = zone, page.height - zone
    return [
        (index, rows[index])
        for index in ends
        if (index < _ROWS and rows[index][0].base < top) or (index >= last and rows[index][0].base > bottom)
    ]


def _repeated(pages: Sequence[Page]) -> set[str]:
    """Keys of rows with letters that recur at the same height on enough pages."""
    seen: defaultdict[str, set[int]] = defaultdict(set)
    heights: defaultdict[str, list[float]] = defaultdict(list)
    figures: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        for _, row in _zone(page):
            key = _key(row)
            if any(letter.isalpha() for letter in key):
                seen[key].add(page.number)
                heights[key].append(round(row[0].base))
                figures[key].add(" ".join(_DIGITS.findall(_text(row))))
    needed = max(_MIN_PAGES, _MIN_SHARE * len(pages))
    result = set()
    for key, numbers in seen.items():
        height, steady = Counter(heights[key]).most_common(1)[0]
        near = sum(abs(one - height) <= _JITTER for one in heights[key])
        places = [_place(page, key) for page in pages if page.number in numbers]
        titles = len(figures[key]) > 1 and _OWN_NAME.match(_text(places[0][0].rows[places[0][1]]))
        enough = near >= needed
        if not enough and len(numbers) == 2 and len(pages) <= _FEW_PAGES:
            enough = steady == 2 and all(_stands_apart(*place) for place in places)
        if not enough or titles or steady < 0.5 * len(numbers):
            continue
        if not _is_text(pages, numbers, height, seen):
            result.add(key)
    return result


def _is_text(pages: Sequence[Page], own: set[int], height: float, seen: Mapping[str, set[int]]) -> bool:
    """Whether a row that recurs is a sentence that happened to begin, or end, several pages (`own`).

    Then as many pages have words of their own at its height, as close to their next line as text is.
    """
    others = [page for page in pages if page.number not in own and _has_text_at(page, height, seen)]
    return len(others) >= len(own)


def _has_text_at(page: Page, height: float, seen: Mapping[str, set[int]]) -> bool:
    return any(
        abs(row[0].base - height) < _SAME_HEIGHT
        and len(seen.get(_key(row), ())) == 1
        and not _stands_apart(page, index)
        for index, row in _zone(page)
    )


def _place(page: Page, key: str) -> tuple[Page, int]:
    return page, next(index for index, row in _zone(page) if _key(row) == key)


def _stands_apart(page: Page, index: int) -> bool:
    """Whether a row is the first or last of its page and farther from the text than lines usually are."""
    rows = page.rows
    if index not in (0, len(rows) - 1) or len(rows) < _ROWS:
        return False
    pitches = sorted(rows[k + 1][0].base - rows[k][0].base for k in range(1, len(rows) - 2))
    gap = rows[1][0].base - rows[0][0].base if index == 0 else rows[-1][0].base - rows[-2][0].base
    usual = pitches[len(pitches) // 2] if pitches else _PITCH * rows[index][0].size
    return gap > 1.3 * usual


def _is_repeated_part(row: Row, repeated: set[str]) -> bool:
    """Whether a piece of the row is a running header (the rest is a number)."""
    return any(_key([line]) in repeated for line in row) and all(
        _key([line]) in repeated or _NUMBER.fullmatch(line.text) for line in row
    )


def _is_numbered_header(page: Page, index: int) -> bool:
    """Whether a page's first row is a header beside this page's own number, apart from the text below."""
    row = page.rows[index]
    if index > 0 or page.number < 2 or len(row) != 2 or row[0].base > _reach(page):
        return False
    own = [line for line in row if _number([line]) == page.number]
    below = page.rows[1] if len(page.rows) > 1 else None
    return bool(own) and (below is None or below[0].base - row[0].base > 2 * _APART * below[0].size)


def _number(row: Row) -> int | None:
    if len(row) != 1:
        return None
    found = _NUMBER.fullmatch(row[0].text)
    return int(found[1]) if found and found[1].isdecimal() else None


def _number_offsets(pages: Sequence[Page]) -> set[int]:
    """Differences between printed and real page numbers that hold on at least two pages."""
    votes: Counter[int] = Counter()
    for page in pages:
        for _, row in _zone(page):
            number = _number(row)
            if number is not None:
                votes[number - page.number] += 1
    return {offset for offset, count in votes.items() if count >= 2} | {0}


def _ends_paragraph(page: Page, index: int) -> bool:
    """Whether a number stands under a full line, at the edge and as near as text does ("… ngày" "10/10.")."""
    line = page.rows[index][0]
    if index == 0 or len(page.rows[index - 1]) != 1:
        return False
    above = page.rows[index - 1][0]
    full = above.x1 - above.x0 > _FULL_LINE * page.width and line.x0 <= above.x0 + line.size
    return full and line.base - above.base < 1.25 * _PITCH * line.size


def _is_page_number(page: Page, index: int, offsets: set[int]) -> bool:
    """Digits alone, centred or outside, apart from the text or in step with the other pages."""
    row = page.rows[index]
    if len(row) != 1 or not _NUMBER.fullmatch(row[0].text):
        return False
    line = row[0]
    number = _number(row)
    if number is not None and number - page.number in offsets:
        return not _ends_paragraph(page, index)
    middle = (line.x0 + line.x1) / 2
    placed = abs(middle - page.width / 2) < 0.08 * page.width or line.x0 > 0.7 * page.width
    if not placed:
        return False
    neighbour = page.rows[index + 1] if line.base < page.height / 2 and index + 1 < len(page.rows) else None
    if neighbour is None and index > 0 and line.base > page.height / 2:
        neighbour = page.rows[index - 1]
    return neighbour is None or abs(neighbour[0].base - line.base) > 1.25 * line.size
