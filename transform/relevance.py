"""Whether a document is a report of the campaign, an annex of one, or about something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.encoding import match_key, search_key
from extract.model import Document
from transform.campaign import Campaign
from transform.inbox import InboxFile
from transform.matching import Match, TitleModel
from transform.matching.tokens import token_set

ENOUGH_COVERAGE = 0.6
SOME_COVERAGE = 0.3
LETTER_COVERAGE = 0.5
LIKE_SUBJECT = 0.45
_MANY_ITEMS = 8
_OPENING = 1500

_NUMBER = re.compile(r"\d+[a-zđ]?(?:/\d{4})?[-/][^\W\d][\w&-]*(?:[-/][^\W\d][\w&-]*)*")
# what every report's subject says; it tells no campaign from another
_REPORT_WORDS = token_set("sơ kết, kết quả, tình hình, công tác, thực hiện, triển khai, năm")
_REPORT_TYPES = ("báo cáo", "bản báo cáo", "công văn")
_ANNEX_START = re.compile(r"^\W*(?:phu luc|bieu(?: so| mau)?|danh sach|bang tong hop|\(?kem theo)\b")
_ANNEX_WITH = re.compile(r"\bkem theo (?:bao cao|cong van)\b")
_ANNEX_NAME = re.compile(r"(?:^|\W)(?:phu luc|pl ?\d{0,2}|bieu|bieu mau|danh sach|kem theo)(?:$|\W)")
_PERIODS = tuple(
    re.compile(rf"\b{pattern}\b")
    for pattern in (
        match_key("quý") + r" (?:[ivx]+|\d)",
        r"\d+ tháng (?:đầu|cuối)",
        r"tháng \d+",
        r"năm \d{4}",
        r"0*(\d+) năm(?! \d)",
    )
)


@dataclass(frozen=True, slots=True)
class Relevance:
    """`kind`: report | annex | other; `reason` (Vietnamese) when it is no report. `coverage`: 0..1."""

    kind: str
    coverage: float
    reason: str | None = None


def covered_share(campaign: Campaign, matches: Iterable[Match]) -> float:
    """Share of the outline's last-level items that some section answers."""
    leaves = {item.path for item in campaign.outline if item.is_leaf}
    return len(leaves & {match.outline_path for match in matches if match.kind != "child"}) / len(leaves)


def judge(
    campaign: Campaign, model: TitleModel, file: InboxFile, document: Document, matches: Sequence[Match]
) -> Relevance:
    """Judge one document that was read."""
    share = covered_share(campaign, matches)
    if share < SOME_COVERAGE and _is_annex(file, document):
        return Relevance("annex", share, "Là phụ lục gửi thành tệp riêng của báo cáo.")
    ties = _ties(campaign, document)
    likeness = _likeness(campaign.title, document.meta.subject or "", model)
    doc_type = match_key(document.meta.doc_type or "")
    if doc_type and not doc_type.startswith(_REPORT_TYPES) and share < LETTER_COVERAGE:
        return Relevance(
            "other", share, f"Văn bản là «{document.meta.doc_type}», không phải báo cáo theo đề cương."
        )
    if "request" not in ties and (other := _other_period(campaign, document)):
        return Relevance("other", share, other)
    strong = bool(ties & {"request", "subject"}) or likeness >= LIKE_SUBJECT
    weak = "opening" in ties and (not document.meta.subject or share >= LETTER_COVERAGE)
    return Relevance("report", share) if strong or weak else _untied(campaign, document, share)


def _untied(campaign: Campaign, document: Document, share: float) -> Relevance:
    """Nothing in subject or opening names the campaign: the outline alone must speak for it."""
    leaves = sum(item.is_leaf for item in campaign.outline)
    subject = document.meta.subject
    enough = ENOUGH_COVERAGE if subject else SOME_COVERAGE
    if share >= enough and (leaves >= _MANY_ITEMS or not subject):
        return Relevance("report", share)
    if subject:
        return Relevance("other", share, f"Trích yếu là «{_short(subject)}», không thuộc đợt báo cáo này.")
    if any(section.scan for section in document.sections) or document.file.format == "scan":
        return Relevance("report", share)
    return Relevance("other", share, "Không thấy trích yếu, viện dẫn hoặc đề mục nào thuộc đợt báo cáo này.")


def _ties(campaign: Campaign, document: Document) -> frozenset[str]:
    """Where the campaign is named: `request` (its letter is cited), `subject`, `opening` (its documents are).

    A yearly report of the same field cites the same documents in its opening: that alone is weak.
    """
    asked = {match_key(found) for found in _NUMBER.findall(match_key(campaign.title))}
    subject = match_key(document.meta.subject or "")
    opening = match_key(" ".join([document.preamble[:_OPENING], *(s.title for s in document.sections[:5])]))
    letter = match_key(campaign.request.full_number or "")
    in_subject, in_opening = set(_NUMBER.findall(subject)), set(_NUMBER.findall(opening))
    found = {
        "request": bool(letter) and letter in in_subject | in_opening,
        "subject": bool(asked & in_subject),
        "opening": bool(asked & in_opening),
    }
    return frozenset(name for name, present in found.items() if present)


def _likeness(title: str, subject: str, model: TitleModel) -> float:
    """Mean of both shares of common weight (0..1): a subject is often the title cut short."""
    one, two = token_set(title) - _REPORT_WORDS, token_set(subject) - _REPORT_WORDS
    both, weights = model.weight(one & two), (model.weight(one), model.weight(two))
    return sum(both / weight for weight in weights) / 2 if all(weights) else 0.0


def _other_period(campaign: Campaign, document: Document) -> str | None:
    """Name the other period of a periodic report of the same subject (quý I for quý II, 05 for 10 năm)."""
    asked, given = match_key(campaign.title), match_key(document.meta.subject or "")
    for pattern in _PERIODS:
        ours, theirs = set(pattern.findall(asked)), set(pattern.findall(given))
        if len(ours) == 1 and len(theirs) == 1 and ours != theirs:
            return f"Trích yếu ghi kỳ báo cáo khác ({theirs.pop()}; đợt này: {ours.pop()})."
    return None


def _is_annex(file: InboxFile, document: Document) -> bool:
    doc_type = search_key(document.meta.doc_type or "")
    if doc_type.startswith("bao cao"):
        return False
    starts = [doc_type, search_key(document.meta.subject or ""), search_key(document.preamble[:200].strip())]
    starts += [search_key(section.title) for section in document.sections[:1]]
    starts += [search_key(" ".join(document.letterhead.left))]
    if any(_ANNEX_START.match(text) for text in starts if text):
        return True
    opening = search_key(document.preamble[:400])
    if _ANNEX_WITH.search(opening) and not document.meta.number:
        return True
    return (
        bool(_ANNEX_NAME.search(re.sub(r"[_.\-]+", " ", search_key(file.stem)))) and not document.meta.number
    )


def _short(text: str) -> str:
    return text if len(text) <= 140 else text[:137].rstrip() + "…"
