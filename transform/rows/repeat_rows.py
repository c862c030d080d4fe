"""text_repeat: the same words in two places, over the reports in use."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from transform.campaign import Campaign
from transform.rows.content_rows import Content
from transform.similarity import Passage, Repeat, find_repeats


def repeat_rows(
    campaign: Campaign, stored: Sequence[Content], current: Collection[str]
) -> Iterator[dict[str, object]]:
    """Rows of all pairs among the current reports."""
    passages = [p for content in stored if content.entry.submission_id in current for p in _passages(content)]
    excluded = [campaign.title, *(item.title for item in campaign.outline)]
    for repeat in find_repeats(passages, excluded):
        yield _row(campaign.id, repeat)


def _passages(content: Content) -> Iterator[Passage]:
    cited: dict[int, list[tuple[int, int]]] = {}
    for citation in content.document.citations:
        if citation.where == "text" and citation.section_index is not None:
            end = max(citation.char_end, citation.full_end)
            cited.setdefault(citation.section_index, []).append((citation.char_start, end))
    for index, section in enumerate(content.document.sections):
        if section.text:
            yield Passage(
                str(content.section_id(index)),
                content.entry.submission_id,
                str(content.entry.assignment.code),
                section.text,
                section.page,
                tuple((int(start), int(page)) for start, page in section.page_starts),
                tuple(sorted(cited.get(index, ()))),
            )


def _row(campaign_id: str, repeat: Repeat) -> dict[str, object]:
    return {
        "pair_id": repeat.pair_id,
        "campaign_id": campaign_id,
        "kind": repeat.kind,
        "section_id_a": repeat.a.section_id,
        "section_id_b": repeat.b.section_id,
        "submission_id_a": repeat.a.submission_id,
        "submission_id_b": repeat.b.submission_id,
        "agency_code_a": repeat.a.agency_code,
        "agency_code_b": repeat.b.agency_code,
        "quote_a": repeat.quote_a,
        "quote_b": repeat.quote_b,
        "page_a": repeat.page_a,
        "page_b": repeat.page_b,
        "share": repeat.share,
        "words": repeat.words,
    }
