"""Write the provincial report without ever overwriting an edited draft."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import duckdb

from report_templates.ooxml import docx_bytes
from report_templates.provincial.body import BodyWriter, Sources
from report_templates.provincial.data import Change, Report, load
from report_templates.provincial.frame import opened, remove
from report_templates.provincial.page import render_page
from report_templates.shared.output import Placed, place

DOCX_NAME, HTML_NAME = "tong-hop.docx", "tong-hop.html"


def write(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    folder: Path,
    as_of: datetime,
    sources: Sources = "footnotes",
    *,
    moved: Sequence[Change] = (),
    template: Path | None = None,
) -> list[Path]:
    """Write both files into `folder`; return where they lie (another name = the usual one was edited).

    `moved` are the changes since the last run (`load_changes`); `template` a frame edited by the Sở.
    Raises `UnknownCampaignError`, and `ValueError` for a template without the body's place.
    """
    placed = place_report(con, campaign_id, folder, as_of, sources, moved=moved, template=template)
    return [one.path for one in placed]


def place_report(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    folder: Path,
    as_of: datetime,
    sources: Sources = "footnotes",
    *,
    moved: Sequence[Change] = (),
    template: Path | None = None,
) -> list[Placed]:
    """Like `write`, and say of each file whether it is new, the same, replaced or beside an edited one."""
    report = load(con, campaign_id, moved)
    data = docx(report, as_of, sources, template)
    return [
        place(folder / DOCX_NAME, data, as_of),
        place(folder / HTML_NAME, render_page(con, report, as_of), as_of),
    ]


def docx(
    report: Report, as_of: datetime, sources: Sources = "footnotes", template: Path | None = None
) -> bytes:
    """Build the Word draft; bytes depend on the report, `as_of`, `sources` and the template alone."""
    document, place_of_body = opened(report, as_of, template)
    changed = frozenset(one.statement_id for one in report.moved if one.statement_id)
    BodyWriter(document, place_of_body, sources, as_of, changed).write(report)
    remove(place_of_body)
    return docx_bytes(document, as_of)
