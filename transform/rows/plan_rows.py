"""plan_carries_out and plan_gap: what each plan carries out, and years for which no plan is named.

A gap is a remark, never a fault: the report says that plans are issued every year, names at least two
of its own by year, and for some years none is seen. It is not made where the report cannot be relied
upon for what it does not show (pages read by OCR).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from extract.model import Section
from transform.campaign import Campaign
from transform.entry import Standing
from transform.register import Register, carried_out, plan_gaps
from transform.register.plans import PLAN_TYPES, YEARLY, PlanGap
from transform.rows.content_rows import Content
from transform.rows.submission_rows import is_scan
from transform.text import page_at

Row = dict[str, Any]
_IN_USE = frozenset({"read", "annex"})
_FEWEST_PLANS = 2
_LONGEST_SPAN = 40

_CARRIES_OUT = re.compile(r"thực hiện|triển khai|quán triệt|thi hành|cụ thể h(?:óa|oá)", re.IGNORECASE)
_REVIEWS = re.compile(
    r"(?:sơ|tổng) kết|kiểm tra|giám sát|đánh giá|thanh tra|rà soát|kiểm điểm", re.IGNORECASE
)
_AMENDS = re.compile(r"sửa đổi|bổ sung|thay thế|bãi bỏ|điều chỉnh|đính chính", re.IGNORECASE)

_BODY_ABOVE = (
    r"(?:(?:UBND|HĐND|(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân) (?:tỉnh|thành phố)|tỉnh (?:ủy|uỷ)|cấp trên)"
)
_MADE = r"(?:ban hành|xây dựng|tham mưu|(?<!thành )\blập|đề ra)"
_ISSUES = re.compile(
    rf"{_MADE}\b(?:(?!\btheo\b|thực hiện)[^.;:]){{0,80}}?\b(?:kế hoạch|chương trình)"
    r"|\bcó (?:các )?(?:kế hoạch|chương trình)"
    r"|(?:kế hoạch|chương trình)\b[^.;:]{0,60}?\b(?:được|đã) (?:ban hành|xây dựng)",
    re.IGNORECASE,
)
"""Words that say a plan is made; a clause that only carries one out, or attends one, says nothing."""
_NO_CLAIM = re.compile(
    r"\b(?:chưa|không(?! (?:ngừng|chỉ|những)\b)|đề nghị|kiến nghị|đề xuất|sẽ|cần|phải|tiếp tục|phấn đấu)\b"
    rf"|\b(?:hằng|hàng) năm,?\s+{_BODY_ABOVE}\b|\b{_BODY_ABOVE}\s+(?:đã |đều )?ban hành\b"
    r"|\b(?:tham mưu|trình)\b[^.;,]{0,40}\btỉnh\b",
    re.IGNORECASE,
)
"""A denial, a wish, a duty, or the province's own plans: no word of the agency on plans of its own."""
_SPAN = re.compile(
    r"(?:từ|giai đoạn|trong)\s+(?:các năm\s+|năm\s+)?(?P<first>(?:19|20)\d\d)"
    r"(?:\s*(?:-|–|đến|tới)\s*(?:hết\s+)?(?:năm\s+)?(?P<last>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<![\d/.])((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?(?!\d)")


def carries_out_rows(
    campaign: Campaign, citations: Sequence[Row], register: Register, standings: Mapping[str, Standing]
) -> Iterator[Row]:
    """Rows of `plan_carries_out`: a plan, a document named in its subject, and the words between."""
    rows = {row["citation_id"]: row for row in citations if standings[row["submission_id"]].status in _IN_USE}
    types = {row["cited_document_id"]: row["type"] for row in register.documents}
    for plan, other, citation_id in carried_out(rows.values(), register.links):
        if types.get(plan) in PLAN_TYPES:
            inner = rows[citation_id]
            yield {
                "plan_document_id": plan,
                "carried_out_document_id": other,
                "campaign_id": campaign.id,
                "relation": relation(rows[inner["nested_in"]].get("subject"), inner),
                "citation_id": citation_id,
            }


def relation(subject: str | None, inner: Row) -> str:
    """How the subject names the inner document: `carries_out`, `reviews`, `amends` or `names`."""
    text = subject or ""
    marks = (inner.get("surface"), inner.get("number"))
    place = next((text.find(mark) for mark in marks if mark and mark in text), len(text))
    before = text[:place]
    for pattern, name in ((_AMENDS, "amends"), (_REVIEWS, "reviews"), (_CARRIES_OUT, "carries_out")):
        if pattern.search(before):
            return name
    return "names"


def gap_rows(
    campaign: Campaign, stored: Sequence[Content], register: Register, standings: Mapping[str, Standing]
) -> Iterator[Row]:
    """Rows of `plan_gap`, in order of file and section."""
    plans = _own_plans(register)
    unsure = {
        content.entry.assignment.code
        for content in stored
        if standings[content.entry.submission_id].status in _IN_USE and is_scan(content.document)
    }
    for content in stored:
        code = content.entry.assignment.code
        own = plans.get(code or "", [])
        current = standings[content.entry.submission_id].is_current
        if not current or code in unsure or len(own) < _FEWEST_PLANS:
            continue
        sections = {content.section_id(at): one for at, one in enumerate(content.document.sections)}
        for number, gap in enumerate(_gaps(campaign, content, own), start=1):
            gap_id = f"{content.entry.submission_id}-k{number:03d}"
            yield _row(campaign.id, gap_id, gap, sections[gap.section_id])


def _own_plans(register: Register) -> dict[str, list[Row]]:
    """Agency code -> its own plans that have a year."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in register.documents:
        if row["type"] in PLAN_TYPES and row["issuer_agency_code"] and row["year"]:
            found[row["issuer_agency_code"]].append(row)
    return found


def _gaps(campaign: Campaign, content: Content, own: Sequence[Row]) -> Iterator[PlanGap]:
    code = content.entry.assignment.code
    sections = [
        {**content.shared, "section_id": content.section_id(at), "agency_code": code, "text": one.text}
        for at, one in enumerate(content.document.sections)
    ]
    told = [row | {"year": year} for row in own for year in plan_years(row)]
    first, last = _whole_years(campaign, [row["year"] for row in told])
    for gap in plan_gaps(sections, told, first, last):
        clause = claim(gap.quote)
        if clause is not None:
            start, end = stated_span(clause)
            missing = tuple(y for y in gap.missing if (start or y) <= y <= (end or y))
            if missing:
                yield replace(gap, missing=missing)


def claim(sentence: str) -> str | None:
    """Return the clause that says the agency itself makes plans every year, if the sentence has one."""
    for clause in sentence.split(";"):
        if YEARLY.search(clause) and _ISSUES.search(clause) and not _NO_CLAIM.search(clause):
            return clause
    return None


def stated_span(clause: str) -> tuple[int | None, int | None]:
    """Years that the clause itself speaks of (`từ năm 2018 đến nay`): (first, last), None if unsaid."""
    match = _SPAN.search(clause)
    if match is None:
        return None, None
    return int(match["first"]), int(match["last"]) if match["last"] else None


def plan_years(plan: Row) -> list[int]:
    """Years that a plan speaks for: of its issue, and those its subject names (`giai đoạn 2016-2020`)."""
    years = {int(plan["year"])}
    for first, last in _YEARS.findall(plan.get("subject") or ""):
        end = int(last or first)
        if 0 <= end - int(first) < _LONGEST_SPAN:
            years.update(range(int(first), end + 1))
    return sorted(years)


def _whole_years(campaign: Campaign, years: Sequence[int]) -> tuple[int, int]:
    """First and last year asked about: those of which the period holds the months when plans are made.

    Without a period: from the first to the last year told.
    """
    start: date | None = campaign.period.start
    end: date | None = campaign.period.end
    first = min(years) if start is None else start.year + (start.month > 1)
    last = max(years) if end is None else end.year - (end.month < 7)
    return max(first, last - _LONGEST_SPAN), last


def _row(campaign_id: str, gap_id: str, gap: PlanGap, section: Section) -> Row:
    return {
        "gap_id": gap_id,
        "campaign_id": campaign_id,
        "agency_code": gap.agency_code,
        "submission_id": gap.submission_id,
        "section_id": gap.section_id,
        "page": page_at(gap.char_start, section.page, section.page_starts),
        "quote": gap.quote,
        "char_start": gap.char_start,
        "char_end": gap.char_end,
        "years_given": _listed(gap.years),
        "years_missing": _listed(gap.missing),
        "message": "Báo cáo nêu hằng năm có kế hoạch; chưa thấy viện dẫn kế hoạch của "
        f"{_named(gap.missing)}.",
    }


def _listed(years: Sequence[int]) -> str:
    return ", ".join(map(str, years))


def _named(years: Sequence[int]) -> str:
    return f"năm {years[0]}" if len(years) == 1 else f"các năm {_listed(years)}"
