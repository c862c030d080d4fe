"""The statements of the warehouse with their sources, one after another: a nation has a million of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import duckdb

from report_templates.shared.query import stream


@dataclass(frozen=True, slots=True)
class Source:
    """A quote behind a sentence, or (`quote` empty) a submission, or (both empty) an agency's silence."""

    agency: str
    agency_code: str
    submission_id: str
    document: str
    place: str
    page: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement as it stands in the report, or in the annex alone; `path`: its outline item."""

    id: str
    path: str
    kind: str
    text: str
    group: str
    agencies: int
    of_agencies: int
    in_report: bool
    sources: tuple[Source, ...]


_STATEMENTS = """
SELECT t.statement_id, t.outline_path, t.kind, t.text, t.group_key, t.agencies, t.of_agencies, t.in_report,
  s.seq, s.agency_code, s.submission_id, s.page, s.quote, c.path, c.title, d.number, m.file_name
FROM statement AS t
LEFT JOIN outline_item AS o ON o.campaign_id = t.campaign_id AND o.outline_path = t.outline_path
LEFT JOIN statement_source AS s ON s.campaign_id = t.campaign_id AND s.statement_id = t.statement_id
LEFT JOIN section AS c ON c.section_id = s.section_id
LEFT JOIN document AS d ON d.submission_id = s.submission_id
LEFT JOIN submission AS m ON m.submission_id = s.submission_id
WHERE t.campaign_id = ? AND (o.outline_path IS NOT NULL OR coalesce(t.outline_path, '') = '')
  {asked}
ORDER BY o.seq NULLS FIRST, o.outline_path, t.seq, t.statement_id, s.seq
"""


def read_sentences(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    names: Mapping[str, str],
    *,
    kinds: Collection[str] = (),
    in_report: bool = False,
) -> Iterator[Sentence]:
    """Yield the campaign's statements in the report's order, each with all of its sources.

    names: agencies by code. kinds: of these kinds only. in_report: only those of the draft.
    """
    asked = "AND t.in_report IS DISTINCT FROM false " if in_report else ""
    values = [campaign_id]
    if kinds:
        asked += f"AND t.kind IN ({', '.join('?' * len(kinds))})"
        values += kinds
    found = stream(con, _STATEMENTS.format(asked=asked), *values)
    for _, same in groupby(found, key=lambda row: row["statement_id"]):
        rows = list(same)
        yield _sentence(rows[0], tuple(_source(row, names) for row in rows if row["seq"] is not None))


def _sentence(row: Mapping[str, Any], sources: tuple[Source, ...]) -> Sentence:
    return Sentence(
        id=row["statement_id"],
        path=row["outline_path"] or "",
        kind=row["kind"],
        text=row["text"],
        group=row["group_key"] or "",
        agencies=row["agencies"] or 0,
        of_agencies=row["of_agencies"] or 0,
        in_report=row["in_report"] is not False,
        sources=sources,
    )


def _source(row: Mapping[str, Any], names: Mapping[str, str]) -> Source:
    code = row["agency_code"] or ""
    return Source(
        agency=names.get(code, row["file_name"] or code),
        agency_code=code,
        submission_id=row["submission_id"] or "",
        document=row["number"] or "",
        place=_place(row["path"], row["title"]),
        page=row["page"],
        quote=row["quote"] or "",
    )


def _place(path: str | None, title: str | None) -> str:
    """Where in the report: its own numbering when it has one, else the title."""
    if path:
        return f"mục {path}"
    return f"mục “{title}”" if title else ""
