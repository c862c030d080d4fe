"""Periods printed in a sentence: "năm 2025", "giai đoạn 2015 - 2025", "trước năm 2015", "10 năm"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

_YEAR = r"(?:19|20)\d\d(?![\d/])"
_AND_YEAR = r"(?:\s?[-–—]\s?|\sđến\s(?:năm\s)?|\svà\s(?:năm\s)?|,\s)"
_POINT = (
    r"(?:(?:hết|cuối|đầu|giữa)\s+)?(?:(?:tháng \d{1,2}|quý (?:[IV]{1,3}|[1-4]))(?:/|,?\s+năm\s+)"
    rf"|năm\s+|ngày \d{{1,2}}[/.-]\d{{1,2}}[/.-]){_YEAR}"
)
_PERIOD = re.compile(
    # the first three letters of all that follows: most places are passed over without trying eight patterns
    r"(?=[\dscqgntđ][\d áhuiừăraếớo][\s\dtnuíýaimáư])(?:"
    rf"(?P<half>(?:\d{{1,2}}|sáu|chín) tháng (?:đầu |cuối )?năm {_YEAR})"
    rf"|(?P<quarter>quý (?:[IV]{{1,3}}|[1-4])(?:/|\s+năm\s+|,\s+năm\s+){_YEAR})"
    rf"|(?:giai đoạn|nhiệm kỳ)\s+(?:từ\s+)?(?:năm\s+)?(?P<range>{_YEAR}\s?(?:-|–|đến(?: năm)?)\s?{_YEAR})"
    rf"|từ (?:năm )?(?P<since>{_YEAR}\s?(?:-|–|đến(?: năm)?)\s?(?:{_YEAR}|nay))"
    rf"|(?<!tháng \d )(?<!tháng \d\d )(?<!đầu )(?<!cuối )năm (?P<year>{_YEAR}(?:{_AND_YEAR}{_YEAR}){{0,9}})"
    rf"|(?P<month>tháng \d{{1,2}}(?:/|\s+năm\s+){_YEAR})"
    r"|(?P<span>\d{1,2} năm)(?= (?:qua|thực hiện|triển khai)|[,.;]|\s*$)"
    rf"|(?P<bound>(?:trước|sau|đến|tới|từ)\s+(?:sau\s+)?{_POINT}"
    rf"(?:\s+(?:đến|tới)\s+(?:nay|{_POINT})|\s+(?:trở về trước|trở lại đây|trở đi|về trước))?)"
    rf"|(?P<compared>so với\s+(?:cùng kỳ\s+)?"
    rf"(?:(?:tháng \d{{1,2}}/?\s?|quý \w+\s+)?(?:năm\s+)?{_YEAR}|năm trước)))",
    re.IGNORECASE,
)
_FORWARD = re.compile(r",\s+(?:(?:riêng|còn|trong đó|nhất là|đến|sang)\s+){0,2}\Z")
"""Before a period that begins what is said next ("giảm 1%, riêng năm 2024 giảm 2%")."""
_END = re.compile(r"[;\n.!?](?:(?<=[;\n])|(?=\s|\Z))")


@dataclass(frozen=True, slots=True)
class Periods:
    """All periods of a text and the ends of its clauses, for look-up by offset."""

    spans: tuple[tuple[int, int, str], ...]
    ends: tuple[int, ...]
    bracketed: frozenset[int]
    forward: frozenset[int]

    def at(self, start: int, end: int) -> str | None:
        """Period of the figure at `[start, end)`: nearest before it in its clause, else the next after it.

        One right behind the figure, also in brackets, is its own ("85% (năm 2022) và 92% (năm 2025)").
        """
        place = bisect_left(self.ends, start)
        low = self.ends[place - 1] if place else 0
        high = self.ends[place] if place < len(self.ends) else 1 << 62
        index = bisect_left(self.spans, (end,))
        if index < len(self.spans) and self.spans[index][0] - end <= 1 + (
            self.spans[index][0] in self.bracketed
        ):
            return self.spans[index][2]
        index = bisect_right(self.spans, (start,)) - 1
        if index >= 0 and self.spans[index][0] >= low and self.spans[index][1] <= start:
            return self.spans[index][2]
        index = bisect_left(self.spans, (end,))
        if (
            index < len(self.spans)
            and self.spans[index][0] < high
            and self.spans[index][0] not in self.forward
        ):
            return self.spans[index][2]
        return None

    def covers(self, start: int) -> int:
        """End of the period that `start` lies in ("6" of "6 tháng đầu năm 2026"); 0 when in none."""
        index = bisect_right(self.spans, (start, 1 << 62)) - 1
        return self.spans[index][1] if index >= 0 and self.spans[index][1] > start else 0


def read_periods(text: str, skip: list[tuple[int, int]]) -> Periods:
    """Periods of `text` outside the `skip` spans (cited documents have periods of their own)."""
    starts = [span[0] for span in skip]
    spans: list[tuple[int, int, str]] = []
    for match in _PERIOD.finditer(text):
        place = bisect_right(starts, match.start()) - 1
        if place >= 0 and match.start() < skip[place][1]:
            continue
        name = str(match.lastgroup)  # every alternative is one named group
        if name == "compared":
            continue  # what a figure is measured against is not when it was counted
        spans.append((match.start(), match.end(), _canonical(match[name], name)))
    ends = tuple(match.start() for match in _END.finditer(text))
    bracketed = frozenset(start for start, _, _ in spans if text[start - 1 : start] == "(")
    forward = frozenset(start for start, end, _ in spans if _begins_next(text, start, end))
    return Periods(tuple(spans), ends, bracketed, forward)


def _begins_next(text: str, start: int, end: int) -> bool:
    """Whether a period belongs to what follows it: after a comma, with more of the clause behind it."""
    return text[end : end + 1] not in ("", ".", ";", "\n", ")") and bool(
        _FORWARD.search(text, max(0, start - 24), start)
    )


def _canonical(printed: str, name: str) -> str:
    if name == "bound":
        return printed[0].lower() + " ".join(printed[1:].split())
    if name == "year":
        years = [int(year) for year in re.findall(r"\d{4}", printed)]
        in_row = all(after == before + 1 for before, after in pairwise(years))
        run = len(years) > 1 and (in_row or not re.search(r"[,à]", printed))
        return f"{years[0]}-{years[-1]}" if run else " ".join(printed.split())
    if name in ("range", "since") and "nay" not in printed.lower():
        return "-".join(re.findall(r"\d{4}", printed))
    return " ".join(printed.split())
