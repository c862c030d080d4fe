"""The letter to one agency about its report: `phan-hoi.docx`, `phan-hoi.html`, `findings.json`.

`write` does one agency, `write_all` every agency that sent something; `table_rows` words findings
for a terminal. Nothing heavy is imported until a letter is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from report_templates.feedback.compose import table_rows as table_rows
from report_templates.shared.findings import read_findings as read_findings

if TYPE_CHECKING:
    import duckdb


def write(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    agency_code: str,
    folder: Path,
    as_of: datetime,
    *,
    template: Path | None = None,
) -> list[Path]:
    """Write the three files of one agency into `folder` and return their paths.

    `template` is the Sở's own `phan-hoi.docx`, else the one shipped. Raises
    `UnknownCampaignError`, and `TemplateError` when the template cannot be filled.
    """
    from report_templates.feedback.files import write_agency

    return write_agency(con, campaign_id, agency_code, folder, as_of, template=template)


def write_all(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    folder: Path,
    as_of: datetime,
    *,
    template: Path | None = None,
    only: Iterable[str] | None = None,
) -> list[Path]:
    """Write `folder/<code>/` for every agency that sent a file (or those of `only`)."""
    from report_templates.feedback.data import senders
    from report_templates.shared.output import safe_name

    codes = senders(con, campaign_id)
    wanted = codes if only is None else [code for code in codes if code in set(only)]
    written: list[Path] = []
    for code in wanted:
        written += write(con, campaign_id, code, folder / safe_name(code), as_of, template=template)
    return written
