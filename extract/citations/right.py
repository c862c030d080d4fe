"""Reads what follows a number: date, issuer, subject, in any order the writer chose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.citations.dates import PrintedDate, read_date
from extract.citations.folding import Folded
from extract.citations.issuers import contradicts, read_issuer
from extract.citations.mention import Mention
from extract.citations.names import read_name
from extract.citations.orgs import INTRODUCED_WITHOUT_OF
from extract.citations.subjects import subject_end, subject_start
from extract.citations.symbols import of_province, organ

_CALL = re.compile(r"[¹²³⁰⁴-⁹]+|\d{1,2}(?=[\s,;.)])")
_LEADING = re.compile(r"(?:về\s+việc|về)\s+", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\((?=[^\W\d_])")
_ALIAS = re.compile(r"\s*\([^()]{2,40}\)(?=,?\s+(?:của|ngày|về)\s)")
_ASIDE = re.compile(r"\s*\([^()]{10,200}\)(?=,?\s+(?:của|ngày|về|V/v|quy định|ban hành)\s)")
_JOINT = frozenset({"Thông tư liên tịch", "Nghị quyết liên tịch"})
_DAY_ONLY = re.compile(
    r"\s*,?\s*(?:(?:ban\s+hành\s+)?(?P<same>cùng\s+ngày)(?![\w/]|\s+\d)|"
    r"ngày\s*\d{1,2}(?:\s?/\s?\d{1,2}(?![\d/.-])|\s+tháng\s+\d{1,2}(?!\s*(?:[\d/]|năm))))"
)
"""A day without its year, or the day of the document before."""
_MAX_AHEAD = 1400


def read_right(folded: Folded, mention: Mention, following: Sequence[Mention], bound: int) -> None:
    """Fill `mention` from the text right of it, up to `bound` (its parent's end, or the text's)."""
    text = folded.text
    nearest = following[0].start if following else len(text)
    limit = min(bound, nearest, mention.end + _MAX_AHEAD)
    at = _skip_call(text, mention.end)
    at = _read_bracket(folded, mention, at, limit)
    at = _read_date(text, mention, at, limit)
    aside = _aside_with_citations(text, at, following, bound)
    if aside:
        at, following = aside
        nearest = following[0].start if following else len(text)
        limit = min(bound, nearest, mention.end + _MAX_AHEAD)
        at = _read_date(text, mention, at, limit)
    at = _read_bracket(folded, mention, at, limit)
    at = _skip_alias(text, at, limit)
    at = _read_issuer(folded, mention, at, limit)
    at = _read_date(text, mention, at, limit)
    at = _read_issuer(folded, mention, at, limit)
    mention.right = max(mention.right, at if at > _skip_call(text, mention.end) else mention.end)
    if mention.subject_span is not None and mention.own_subject:
        return
    begin = subject_start(
        text,
        at,
        min(bound, mention.end + _MAX_AHEAD),
        after_issuer=mention.own_issuer or mention.own_date,
        whole=mention.article is None and mention.key is not None,
    )
    if begin is None or (begin >= nearest and not text[at:begin].strip()):
        return
    end = subject_end(text, begin, bound, mention, following)
    if end - begin < 3:
        return
    mention.subject_span, mention.right, mention.own_subject = (begin, end), max(end, mention.right), True
    mention.subject = _unquoted(folded.printed(begin, end))


def _skip_call(text: str, at: int) -> int:
    call = _CALL.match(text, at)
    return call.end() if call else at


def _read_bracket(folded: Folded, mention: Mention, at: int, limit: int) -> int:
    """Read "(Bộ Chính trị, 27/9/2019)" or "(Hội nghị Trung ương 4 khóa XII)": an issuer in brackets."""
    opening = _BRACKET.match(folded.text, at, limit)
    if opening is None or mention.own_issuer:
        return at
    text, start = folded.text, opening.end()
    end = read_name(text, start, limit)
    if end is None:
        return at
    date = read_date(text, end, limit)
    close = date.end if date else end
    if text[close : close + 1] != ")" or not (date or text.startswith(INTRODUCED_WITHOUT_OF, start)):
        return at
    mention.issuer, mention.own_issuer = folded.printed(start, end), True
    if date:
        _take_date(mention, date)
    return close + 1


def _skip_alias(text: str, at: int, limit: int) -> int:
    """Go past a name in brackets between the number and what follows ("… (Đề án 06) của Thủ tướng")."""
    alias = _ALIAS.match(text, at, limit)
    return alias.end() if alias else at


def _aside_with_citations(
    text: str, at: int, following: Sequence[Mention], bound: int
) -> tuple[int, Sequence[Mention]] | None:
    """Go past a remark in brackets that cites others ("(được sửa đổi bởi Nghị định số …) của Chính phủ").

    Returns where it ends and the mentions after it; None where none stands or nothing more is said behind it.
    """
    aside = _ASIDE.match(text, at, bound)
    if aside is None or not following or following[0].start >= aside.end():
        return None
    return aside.end(), [mention for mention in following if mention.start >= aside.end()]


def _read_date(text: str, mention: Mention, at: int, limit: int) -> int:
    if mention.own_date or (mention.kind == "named" and mention.year):
        return at
    found = read_date(text, at, limit)
    if found is not None:
        _take_date(mention, found)
        return found.end
    partly = _DAY_ONLY.match(text, at, limit)
    if partly is None:
        return at
    mention.same_day, mention.own_date = partly["same"] is not None, True
    return partly.end()


def _take_date(mention: Mention, found: PrintedDate) -> None:
    mention.own_date = True
    if found.iso:
        mention.date = found.iso
    elif found.year:
        mention.year = found.year
    if found.warning:
        mention.warnings.append(found.warning)


def _read_issuer(folded: Folded, mention: Mention, at: int, limit: int) -> int:
    if mention.own_issuer or (mention.type in ("Luật", "Bộ luật", "Hiến pháp") and mention.key is None):
        return at
    groups = mention.groups
    joint = mention.type in _JOINT or (len(groups) > 2 and mention.type != "Công văn") or "QCPH" in groups
    found = read_issuer(folded.text, at, limit, joint=joint)
    if found is None:
        return at
    start, end, resume = found
    issuer = folded.printed(start, end)
    if groups and contradicts(issuer, organ(groups)):
        if (
            mention.key is None
            or "TƯ" not in folded.text[mention.start : mention.end]
            or contradicts(issuer, "TU")
        ):
            return at
        mention.key = of_province(mention.key)
    mention.issuer, mention.own_issuer = issuer, True
    return resume


def _unquoted(subject: str) -> str:
    """Take the quotes off a subject that is printed wholly in them."""
    for opening, closing in (("“", "”"), ('"', '"'), ("«", "»")):
        inner = subject[1:-1]
        if (
            subject.startswith(opening)
            and subject.endswith(closing)
            and opening not in inner
            and closing not in inner
        ):
            return (
                _LEADING.sub("", inner.strip(), count=1) if _LEADING.match(inner.strip()) else inner.strip()
            )
    return subject
