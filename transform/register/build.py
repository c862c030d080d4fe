"""The register of cited documents: which mentions are one document, and what stays undecided."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from transform.register.bodies import Agency, make_bodies
from transform.register.fields import (
    conflict_json,
    count_agencies,
    dates_of,
    most_common_number,
    vote,
    vote_text,
)
from transform.register.keys import Base, Mentioned, Row, read_mention


@dataclass(frozen=True, slots=True)
class Register:
    """`documents`: rows of `cited_document`, by id; `links`: citation_id -> cited_document_id."""

    documents: list[dict[str, Any]]
    links: dict[str, str]


@dataclass(slots=True)
class _Group:
    id: str
    base: Base
    year: int | None
    mentions: list[Mentioned] = field(default_factory=list)
    candidates: tuple[str, ...] = ()


def build_register(
    citations: Iterable[Row],
    agencies: Iterable[Agency],
    campaign_id: str,
    current: Collection[str] | None = None,
) -> Register:
    """Resolve citation rows (columns as in the warehouse's `citation`) to documents.

    Key: type, number, symbol, issuing body, year. Central and provincial documents are one over all
    reports; a body that every commune has (UBND, ĐU …) is one only inside its agency, unless a printed
    issuer names it. A mention without a year takes the only year in its own report, else the only one
    in all reports where its body is known; otherwise it stays `undecided` with its candidates.

    `current`: submissions whose word counts for fields, counts and conflicts (None: all do).
    """
    bodies = make_bodies(agencies)
    mentions = [read_mention(row, bodies) for row in citations]
    groups = _dated(mentions, campaign_id)
    _doubt_own(groups)
    _place_open(mentions, groups, campaign_id)
    links = {str(m.row["citation_id"]): group.id for group in groups.values() for m in group.mentions}
    rivals = _rivals(groups.values())
    documents = [
        _document(group, campaign_id, rivals.get(group.id, ()), current) for group in groups.values()
    ]
    return Register(sorted(documents, key=lambda row: str(row["cited_document_id"])), links)


def _dated(mentions: Sequence[Mentioned], campaign_id: str) -> dict[tuple[Base, int | None, str], _Group]:
    """Group the mentions whose year and body are known."""
    groups: dict[tuple[Base, int | None, str], _Group] = {}
    for mention in mentions:
        if mention.year is not None and mention.base.scope != "open" and mention.complete:
            _add(groups, (mention.base, mention.year, ""), mention, campaign_id)
    return groups


def _add(
    groups: dict[tuple[Base, int | None, str], _Group],
    key: tuple[Base, int | None, str],
    mention: Mentioned,
    campaign_id: str,
    candidates: tuple[str, ...] = (),
) -> None:
    if key not in groups:
        groups[key] = _Group(_id(campaign_id, key), key[0], key[1], candidates=candidates)
    groups[key].mentions.append(mention)


def _id(campaign_id: str, key: tuple[Base, int | None, str]) -> str:
    base, year, extra = key
    text = "\x1f".join((campaign_id, base.type, base.num, base.symbol, base.scope, str(year or ""), extra))
    return f"vb-{hashlib.blake2s(text.encode(), digest_size=8).hexdigest()}"


def _doubt_own(groups: dict[tuple[Base, int | None, str], _Group]) -> None:
    """Leave undecided a commune's plan without a printed issuer that has the day of the province's own."""
    provincial = {
        (group.base.type, group.base.num, group.base.symbol, day): group.id
        for group in groups.values()
        if group.base.scope == "tinh"
        for day in dates_of(group.mentions)
    }
    for group in groups.values():
        if not group.base.scope.startswith("agency:") or any(m.row.get("issuer") for m in group.mentions):
            continue
        base = group.base
        found = {provincial.get((base.type, base.num, base.symbol, day)) for day in dates_of(group.mentions)}
        group.candidates = tuple(sorted(candidate for candidate in found if candidate))


def _place_open(
    mentions: Sequence[Mentioned], groups: dict[tuple[Base, int | None, str], _Group], campaign_id: str
) -> None:
    """Place mentions without a year, without a symbol or without a known body."""
    index: dict[tuple[str, str], list[_Group]] = defaultdict(list)
    for group in groups.values():
        index[group.base.type, group.base.num].append(group)
    dated = set(groups)
    for mention in mentions:
        if mention.year is not None and mention.base.scope != "open" and mention.complete:
            continue
        fitting = [g for g in index.get((mention.base.type, mention.base.num), ()) if _fits(mention, g)]
        here = [g for g in fitting if any(m.submission == mention.submission for m in g.mentions if m.year)]
        chosen = here if here else fitting
        # with neither year nor body, another report's document is a candidate and no more
        if len(chosen) == 1 and (here or mention.year is not None or mention.base.scope != "open"):
            chosen[0].mentions.append(mention)
            continue
        candidates = tuple(sorted(g.id for g in chosen))
        extra = mention.submission if candidates else ""
        key = (mention.base, mention.year, extra)
        _add(groups, key, mention, campaign_id, candidates)
    assert dated <= set(groups)  # noqa: S101


def _fits(mention: Mentioned, group: _Group) -> bool:
    base, other = mention.base, group.base
    if mention.year is not None and mention.year != group.year:
        return False
    if mention.complete and base.symbol != other.symbol:
        return False
    if not mention.base.num and base.symbol != other.symbol:
        return False
    if base.scope == "open":
        return other.scope == "tinh"
    if not mention.complete:
        return other.scope in ("", "tinh", base.scope)
    return base.scope == other.scope


def _rivals(groups: Iterable[_Group]) -> dict[str, tuple[_Group, ...]]:
    """Find groups of one key in two years whose day and month agree: one of the years may be a slip."""
    by_base: dict[Base, list[_Group]] = defaultdict(list)
    for group in groups:
        if group.year is not None and not group.candidates:
            by_base[group.base].append(group)
    found: dict[str, tuple[_Group, ...]] = {}
    for same in by_base.values():
        for group in same:
            days = {day[5:] for day in dates_of(group.mentions)}
            others = [o for o in same if o is not group and days & {d[5:] for d in dates_of(o.mentions)}]
            if others:
                found[group.id] = tuple(sorted(others, key=lambda other: other.id))
    return found


def _document(
    group: _Group, campaign_id: str, rivals: Sequence[_Group], current: Collection[str] | None
) -> dict[str, Any]:
    counted = [m for m in group.mentions if current is None or m.submission in current]
    heard = counted or group.mentions
    day, date_source = vote(heard, "date")
    issuer, issuer_source = vote_text(heard, "issuer")
    subject, subject_source = vote_text(heard, "subject")
    number = most_common_number(group.mentions)
    owners = sorted({m.owner for m in group.mentions if m.owner})
    return {
        "cited_document_id": group.id,
        "campaign_id": campaign_id,
        "type": group.base.type or None,
        "number": number,
        "symbol": vote(group.mentions, "symbol")[0],
        "year": group.year,
        "date": day,
        "issuer": issuer,
        "subject": subject,
        "level": _level(group),
        "issuer_agency_code": owners[0] if len(owners) == 1 else None,
        "resolution": "resolved" if _is_resolved(group) else "undecided",
        "candidates": ";".join(group.candidates) or None,
        "date_source": date_source,
        "issuer_source": issuer_source,
        "subject_source": subject_source,
        "mentions": len(counted),
        "agencies": count_agencies(counted),
        "conflicts": _conflicts(heard, rivals),
    }


def _is_resolved(group: _Group) -> bool:
    """Tell whether a year and a body, or a law's name, make it one document; a bare number does not."""
    if not group.base.num:
        return True
    return not group.candidates and group.year is not None and group.base.scope != "open"


def _level(group: _Group) -> str:
    levels = {mention.level for mention in group.mentions}
    return next((level for level in ("don_vi", "tinh", "trung_uong") if level in levels), "khac")


def _conflicts(mentions: Sequence[Mentioned], rivals: Sequence[_Group]) -> str | None:
    dates = dates_of(mentions)
    sides: list[tuple[str, Sequence[str], str | None]] = [(day, by, None) for day, by in dates.items()]
    for rival in rivals:
        sides += [(day, by, rival.id) for day, by in dates_of(rival.mentions).items()]
    return conflict_json(sides) if len(sides) > 1 else None
