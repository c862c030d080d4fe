"""Compose the provincial report's statements, say what moved, and write the report and its annexes."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import duckdb
import polars as pl

from extract.office import find_soffice, run_soffice
from flows.errors import ReportTemplateError
from flows.job import Job
from flows.layout import Layout
from flows.memory import give_back
from report_templates.annex import place_annex
from report_templates.provincial import place_report, try_frame
from report_templates.shared.output import Placed, replace
from report_templates.shared.templates import TemplateFaultError
from transform.campaign import Campaign
from transform.statements import READS, compose, settings_for
from warehouse.changes import Change, record_changes
from warehouse.store import append, clear, connect, frugally

_PDF_SECONDS = 180


def compose_statements(campaign: Campaign, layout: Layout, run_id: str) -> list[Change]:
    """Write `statement`, `statement_source` and `change`; return what moved since the last run."""
    # the warehouse is closed meanwhile: what it buffers is as much as the rows
    composed = compose(campaign, _reports(campaign, layout), settings_for(campaign.report))
    with connect(layout.staging) as con:
        for name, frame in composed.items():
            clear(con, name, campaign.id)
            append(con, name, frame)
        return record_changes(con, layout.warehouse, campaign.id, run_id)


def write_report(campaign: Campaign, job: Job, as_of: datetime, moved: Sequence[Change]) -> list[str]:
    """Write report/ from the statements; return edited files that were kept."""
    name, layout, template = campaign.id, job.layout, campaign.template
    sources = job.sources or campaign.report.sources or "footnotes"
    with connect(layout.staging, read_only=True) as con:

        def place() -> list[Placed]:
            report = place_report(con, name, layout.report, as_of, sources, moved=moved, template=template)
            return [*report, place_annex(con, name, layout.report, as_of, moved=moved)]

        placed = frugally(con, place)
    write_pdf(layout)
    return kept_files(placed)


def try_template(campaign: Campaign) -> None:
    """Raise `ReportTemplateError` when the campaign's own frame of the report cannot be filled."""
    if campaign.template is None:
        return
    try:
        try_frame(campaign.template)
    except TemplateFaultError as fault:
        raise ReportTemplateError(str(fault)) from fault


def _reports(campaign: Campaign, layout: Layout) -> dict[str, pl.DataFrame]:
    """Rows that the composition reads, by table."""
    with connect(layout.staging, read_only=True) as con:
        found = frugally(con, lambda: {name: _frame(con, name, campaign.id) for name in READS})
    give_back()
    return found


def _frame(con: duckdb.DuckDBPyConnection, name: str, campaign_id: str) -> pl.DataFrame:
    wanted = ", ".join(f'"{column}"' for column in READS[name])
    return con.execute(f'SELECT {wanted} FROM "{name}" WHERE campaign_id = ?', [campaign_id]).pl()  # noqa: S608


def kept_files(placed: Sequence[Placed]) -> list[str]:
    """Say which edited files were kept and where the new ones lie."""
    return [str(one.path) for one in placed if one.state == "beside"]


def write_pdf(layout: Layout) -> Path | None:
    """Turn the draft into PDF where LibreOffice is present; its absence is no fault.

    Where none can be made one of an earlier run is removed: it would show another draft.
    """
    source, target = layout.report / "tong-hop.docx", layout.report / "tong-hop.pdf"
    office = find_soffice()
    data = _as_pdf(office, source) if office is not None and source.exists() else None
    if data is None:
        target.unlink(missing_ok=True)
        return None
    return replace(target, data)


def _as_pdf(office: Path, source: Path) -> bytes | None:
    with tempfile.TemporaryDirectory(prefix="tonghop-pdf-") as scratch:
        try:
            made = run_soffice(office, source, "pdf", Path(scratch), seconds=_PDF_SECONDS, home=True)
        except (subprocess.SubprocessError, OSError):
            return None
        return None if made is None else made.read_bytes()
