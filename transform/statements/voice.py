"""How agencies are named in a sentence: one agency's own words, or the agencies behind a shared point."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from transform.statements.context import Context
from transform.statements.corpus import Agency, Clause
from transform.statements.draft import Draft, Source
from transform.statements.lexicon import LOWER
from transform.statements.score import rotation
from transform.statements.selection import kind_group
from transform.statements.text import plain
from transform.statements.wording import UNITS, count, names, quoted, share, unleaning

_MOST = 0.6
"""Share of the reports from which names are left to the sources: nearly everybody says it."""


def own_words(
    context: Context, path: str, clause: Clause, kind: str, *, group: str = "", show: bool = True
) -> Draft:
    """One agency's own words, its name before them unless they begin with it."""
    anchor = f"{clause.agency.code}|{clause.text}"
    shown, span = quoted(unleaning(clause), context.settings.quote_chars)
    own = plain(clause.text).startswith(plain(clause.agency.name))
    text = f"{shown if own else f'{clause.agency.name}: {shown}'}{'' if shown.endswith('…”') else '.'}"
    return Draft(path, kind, text, anchor, (Source.of(clause, span),), context.read, group, show)


def backing(context: Context, agencies: Sequence[Agency], anchor: str) -> str:
    """`09/14 cơ quan, đơn vị, trong đó có …`: how many, and names as `counted` chooses them."""
    return "".join(counted(context, agencies, anchor))


def counted(context: Context, agencies: Sequence[Agency], anchor: str) -> tuple[str, str]:
    """How many agencies, and what follows to name them: all when few, a spread when many, none when most.

    In two parts, so that what they say can stand between.
    """
    shown = context.settings.names_shown
    many = f"{share(len(agencies), context.read)} {UNITS}"
    if len(agencies) <= shown:
        return many, f": {names(agencies, shown)}"
    if len(agencies) >= _MOST * context.read:
        return many, ""
    return many, f", trong đó có {names(spread(agencies, shown, anchor), shown)}"


def spread(agencies: Sequence[Agency], most: int, anchor: str) -> list[Agency]:
    """`most` agencies taken in turn from the kinds of agency, in list order; the turn differs by `anchor`."""
    kinds: dict[str, list[Agency]] = defaultdict(list)
    for agency in sorted(agencies, key=lambda agency: (rotation(agency.code, anchor), agency.rank)):
        kinds[kind_group(agency)].append(agency)
    taken: list[Agency] = []
    while len(taken) < min(most, len(agencies)):
        for name in sorted(kinds):
            if kinds[name] and len(taken) < most:
                taken.append(kinds[name].pop(0))
    return sorted(taken, key=lambda agency: (agency.rank, agency.code))


def absent(agencies: Sequence[Agency], shown: int) -> str:
    """Agencies that lack something: names when few, else their number."""
    return names(agencies, shown) if len(agencies) <= shown else f"{count(len(agencies))} {UNITS}"


_UNIT = re.compile(
    rf"(?<![{LOWER}] quan, )(?<!các )(?<!nhiều )"
    r"(?<!số )(?<!từng )(?<!mỗi )(?<!những )(?<!cơ quan )(?<!với )\b([Đđ])ơn vị\b"
    r"(?! (?:hành chính|sự nghiệp|trực thuộc|liên quan|bạn|chức năng|có liên quan|cấp|bầu cử|tính|này|khác"
    r"|cung ứng|dịch vụ|tư vấn|thi công|vận hành|chủ quản))"
)
_OF_A_KIND = re.compile(
    r"(?:(?<=^)|(?<=[,;] ))(xã|phường|đặc khu|Sở|Xã|Phường|Đặc khu)"
    r"(?= (?:đã|đang|sẽ|chưa|không|còn|cũng|có|luôn|thường xuyên|tổ chức|chủ động|tiếp tục|tập trung|bố trí"
    r"|ban hành|xây dựng|chỉ đạo|thực hiện|triển khai|phối hợp|được)\b)"
)
"""How one kind of agency speaks of itself at the head of a clause."""


def neutral(text: str, others: Sequence[str]) -> str:
    """Words shared by several kinds of agency: what one calls "phường" is "đơn vị" when another is a "xã"."""

    def one(found: re.Match[str]) -> str:
        if all(found[1].lower() in other.lower().split() for other in others):
            return found[1]
        return "Đơn vị" if found[1][0].isupper() and found.start() == 0 else "đơn vị"

    return _OF_A_KIND.sub(one, text)


def plural(text: str, ranged: bool) -> str:
    """Words said by many of themselves: "đơn vị" becomes "các đơn vị" ("mỗi đơn vị" beside a range)."""
    word = "mỗi" if ranged else "các"
    return _UNIT.sub(lambda found: f"{word.capitalize() if found[1] == 'Đ' else word} đơn vị", text)
