"""What neighbours in a list share: type and symbol, issuer, date, subject. Every shared field is named."""

from __future__ import annotations

import re

from extract.citations.doctypes import CODES, code_fits
from extract.citations.mention import Mention
from extract.citations.symbols import organ

JOIN = re.compile(
    r"\s*(?:(?P<hard>;)|,|(?=\sv))\s*(?:và\s+|và\s*(?=số))?(?:(?:các|những|cùng|cùng với)\s+)?\Z"
    r"|\s*(?:và|hoặc|cùng|cùng với|đến|&)\s+(?:(?:các|những)\s+)?\Z",
    re.IGNORECASE,
)
_CENTRAL = "TW"


def joined(text: str, left_end: int, right_start: int) -> str | None:
    """How two mentions are joined: "soft" (comma, và), "hard" (semicolon), None when they are not."""
    if not 0 <= right_start - left_end <= 30:
        return None
    match = JOIN.match(text, left_end, right_start)
    if match is None or match.end() != right_start:
        return None
    return "hard" if match["hard"] else "soft"


def share_type(before: Mention, after: Mention) -> bool:
    """Give `after` the type of `before` where it has none; False when its code speaks against it."""
    if after.type_from in ("word", "list") or before.type is None:
        return after.type is not None
    if len(after.groups) > 1 and not _may_share(before, after.groups[0]):
        return False
    after.type, after.type_from = before.type, "list"
    if "type" not in after.inherited:
        after.inherited.append("type")
    return True


def share_day(before: Mention, after: Mention) -> None:
    """Give `after`, printed with "cùng ngày", the day of the document before it."""
    if before.date and after.date is None:
        after.date = before.date
        _mark(after, "date")


def _may_share(before: Mention, code: str) -> bool:
    """Refuse another type's code, and a number without a code beside one that has its own."""
    if before.type is None or not code_fits(before.type, code):
        return False
    return code in CODES or not (before.groups and before.groups[0] in CODES)


def share_backwards(before: Mention, after: Mention, how: str) -> None:
    """Give `before` what only `after` prints: issuer, and within one noun phrase date and subject."""
    elided = after.type_from == "list"
    if before.parent != after.parent or before.subject_span or not (before.groups or elided):
        return
    same_type = before.type == after.type
    same_body = organ(before.groups) == organ(after.groups)
    central = organ(after.groups) == _CENTRAL
    shares_issuer = same_body and (same_type or (how == "soft" and not central))
    if before.issuer is None and after.issuer and shares_issuer and not _crosses(before, how):
        before.issuer = after.issuer
        _mark(before, "issuer")
    if how != "soft" or not (same_type and same_body):
        return
    consecutive = _next_number(before, after)
    undated = not before.own_date and before.date is None and before.year is None
    if undated and after.date and (elided or consecutive):
        before.date = after.date
        _mark(before, "date")
    if before.subject is None and after.subject and not _names(after.subject, before):
        before.subject = after.subject
        _mark(before, "subject")


def _crosses(before: Mention, how: str) -> bool:
    """Say whether a semicolon parts them: it does not between items that print at least a date."""
    return how == "hard" and before.date is None


def _names(subject: str, mention: Mention) -> bool:
    """Whether `subject` cites `mention`: one that amends its neighbour has a subject of its own."""
    return mention.key is not None and mention.key.number in subject


def _next_number(before: Mention, after: Mention) -> bool:
    left, right = before.num or "", after.num or ""
    return left.isdigit() and right.isdigit() and int(right) == int(left) + 1


def _mark(mention: Mention, field: str) -> None:
    if field not in mention.inherited:
        mention.inherited.append(field)
