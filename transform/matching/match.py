"""`match_sections`: which outline item each section of a report answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.model import Section
from transform.campaign import OutlineItem
from transform.matching.anchors import LIKELY_TITLE
from transform.matching.evidence import Evidence
from transform.matching.merged import find_merges
from transform.matching.pairs import Pairs
from transform.matching.solve import solve
from transform.matching.titles import EXACT, TitleModel
from transform.matching.tree import Node, build


@dataclass(frozen=True, slots=True)
class Match:
    """Section `section` (index) answers `outline_path`.

    kind: exact | title | renamed | merged | child | override (see the `section` table); score 0..1.
    `primary`: the item shown beside the section (a merged section has more than one).
    """

    section: int
    outline_path: str
    score: float
    kind: str
    primary: bool = True


def match_sections(
    model: TitleModel, sections: Sequence[Section], forced: Mapping[int, str] | None = None
) -> list[Match]:
    """Match one report's sections; `forced` (section index -> outline path) is the officer's word."""
    nodes = build(sections)
    pairs = Pairs(model, nodes, Evidence(model, nodes))
    for section, path in sorted((forced or {}).items()):
        pairs.pair(section, pairs.index_of[path], 1.0)
    solve(pairs)
    own = _own_matches(pairs, frozenset(forced or ()))
    merged = _merged_matches(pairs, own)
    again = _repeated(pairs, own, {match.section for match in merged})
    found = [*own.values(), *merged, *again]
    found += _inherited(nodes, {match.section: match for match in found if match.primary})
    return sorted(found, key=lambda match: (match.section, not match.primary, match.outline_path))


def _own_matches(pairs: Pairs, forced: frozenset[int]) -> dict[int, Match]:
    matches = {}
    for section, item in pairs.by_section.items():
        wanted, score = pairs.items[item], pairs.score[section]
        if section in forced:
            kind = "override"
        elif score >= EXACT:
            kind = "exact" if pairs.nodes[section].marker == wanted.marker else "title"
        else:
            kind = "renamed"
        matches[section] = Match(section, wanted.path, round(score, 4), kind)
    return matches


def _merged_matches(pairs: Pairs, own: dict[int, Match]) -> list[Match]:
    """Rows of items answered inside another section; a title that joins two makes both merged."""
    result: list[Match] = []
    for merge in find_merges(pairs):
        path, holder = pairs.items[merge.item].path, own.get(merge.section)
        primary = holder is None and not any(match.section == merge.section for match in result)
        result.append(Match(merge.section, path, round(merge.score, 4), "merged", primary))
        if holder and merge.joined and holder.kind in {"renamed", "title"}:
            own[merge.section] = Match(holder.section, holder.outline_path, holder.score, "merged")
    return result


def _repeated(pairs: Pairs, own: dict[int, Match], merged: set[int]) -> list[Match]:
    """Free sections that answer, once more or in part, an item a neighbour under the same parent answers."""
    result = []
    for node in pairs.nodes:
        if node.index in own or node.index in merged or not node.titled:
            continue
        siblings = pairs.nodes[node.parent].children if node.parent is not None else _roots(pairs.nodes)
        options = [
            (pairs.title(node.index, pairs.by_section[other]), -abs(other - node.index), other)
            for other in siblings
            if other in pairs.by_section and other in own
        ]
        likeness, _, other = max(options, default=(0.0, 0, -1))
        if likeness >= LIKELY_TITLE:
            path = pairs.items[pairs.by_section[other]].path
            kind = "exact" if node.marker == own[other].outline_path.rsplit(".", 1)[-1] else "title"
            result.append(
                Match(node.index, path, round(likeness, 4), kind if likeness >= EXACT else "renamed")
            )
    return result


def _roots(nodes: Sequence[Node]) -> list[int]:
    return [node.index for node in nodes if node.parent is None]


def _inherited(nodes: Sequence[Node], primary: dict[int, Match]) -> list[Match]:
    """Sections without an item of their own belong to the nearest section above that has one."""
    result = []
    for node in nodes:
        above = node.parent
        while node.index not in primary and above is not None:
            if above in primary:
                holder = primary[above]
                result.append(Match(node.index, holder.outline_path, holder.score, "child"))
                break
            above = nodes[above].parent
    return result


def outline_model(items: Sequence[OutlineItem]) -> TitleModel:
    """Model of a campaign's outline, made once and used for all its reports."""
    return TitleModel.of(items)
