"""Each file of the inbox judged alone: result, agency, time, matches. The whole inbox is judged after."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from extract.encoding import match_key
from extract.errors import ReadError
from extract.model import Document
from transform.annexes import adopt
from transform.assign import NameIndex, assign
from transform.campaign import Campaign, OverrideKind
from transform.campaign.model import clean_marker
from transform.entry import Entry
from transform.inbox import InboxFile, received
from transform.matching import TitleModel, match_sections
from transform.relevance import judge
from transform.text import short_hash

Results = Mapping[Path, Document | ReadError]


def entries(
    campaign: Campaign, files: Sequence[InboxFile], results: Results, model: TitleModel
) -> list[Entry]:
    """Entries of all files that are documents or may be (system litter is left out), in order of name."""
    index = NameIndex.of(campaign)
    documents = [file for file in files if file.ignored is None]
    return adopt([_entry(campaign, file, results.get(file.path), model, index) for file in documents])


def submission_id(campaign_id: str, file: InboxFile, inbox: Path) -> str:
    """Identify one file of one campaign: the same place and the same bytes give the same id."""
    place = (
        os.fsencode(file.path.relative_to(inbox).as_posix()) if file.path.is_relative_to(inbox) else file.name
    )
    return "s" + short_hash(campaign_id, place, file.sha256)


def _entry(
    campaign: Campaign,
    file: InboxFile,
    result: Document | ReadError | None,
    model: TitleModel,
    index: NameIndex,
) -> Entry:
    document = result if isinstance(result, Document) else None
    identity = submission_id(campaign.id, file, campaign.inbox)
    moment, source = received(file, document)
    # a marked document names its sender by folder, register or file name only: its text is not used
    open_document = None if document is None or document.meta.secrecy else document
    assignment = assign(campaign, file, open_document, index)
    if open_document is None:
        error = result if isinstance(result, ReadError) else None
        return Entry(identity, file, assignment, moment, source, document, error)
    forced = forced_sections(campaign, file, open_document)
    matches = match_sections(model, open_document.sections, forced)
    relevance = judge(campaign, model, file, open_document, matches)
    return Entry(
        identity,
        file,
        assignment,
        moment,
        source,
        open_document,
        relevance=relevance,
        matches=tuple(matches),
        forced=frozenset(forced),
    )


def forced_sections(campaign: Campaign, file: InboxFile, document: Document) -> dict[int, str]:
    """Section index -> outline item, by the officer's overrides; a section that is not found once is left."""
    forced: dict[int, str] = {}
    for override in campaign.overrides:
        if override.kind is OverrideKind.OUTLINE and override.file == file.name:
            found = find_sections(document, override.section or "")
            if len(found) == 1 and override.outline_path:
                forced[found[0]] = override.outline_path
    return forced


def find_sections(document: Document, wanted: str) -> list[int]:
    """Sections of that path (`A.II.3`) or else of that title."""
    path = [clean_marker(part) for part in wanted.split(".") if part.strip()]
    by_path = [i for i, s in enumerate(document.sections) if [clean_marker(part) for part in s.path] == path]
    key = match_key(wanted)
    return by_path or [i for i, s in enumerate(document.sections) if s.title and match_key(s.title) == key]
