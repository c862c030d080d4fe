"""`tong-hop.html`: one file that opens offline, every sentence opening onto its quotes."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb
from markupsafe import Markup

from report_templates.provincial.body import label_of
from report_templates.provincial.charts import Bar, horizontal, vertical
from report_templates.provincial.citing import reference
from report_templates.provincial.data import Part, Report
from report_templates.provincial.frame import DRAFT_NOTE
from report_templates.provincial.sentences import Sentence
from report_templates.shared.env import render
from report_templates.shared.format import local, moment_text, short_date
from report_templates.shared.query import rows

_SCRIPT = Path(__file__).with_name("tong-hop.js")
SYMBOLS = {
    "present": ("●", "có nội dung"),
    "merged": ("◉", "có, gộp trong mục khác"),
    "thin": ("◐", "có, còn ngắn"),
    "empty": ("○", "chỉ có tên mục"),
    "missing": ("–", "chưa thấy"),
}
UNSURE = ("?", "bản quét, chưa kết luận được")
_QUOTES = 40
"""Quotes that a sentence opens onto; the rest stand in the annex."""
_MATRIX_ROWS = 600
_DAYS = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the matrix: symbol and what it means."""

    symbol: str
    meaning: str


def render_page(con: duckdb.DuckDBPyConnection, report: Report, as_of: datetime) -> bytes:
    """Return the page as UTF-8; the same warehouse and `as_of` give the same bytes."""
    script = _SCRIPT.read_text("utf-8").strip()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return render(
        "provincial/tong-hop.html",
        report=report,
        parts=[part for part in report.parts if part.path or part.shown()],
        draft_note=DRAFT_NOTE,
        as_of=moment_text(as_of),
        moved_ids={one.statement_id for one in report.moved},
        labels=_labels,
        quotes=_quotes,
        matrix=_matrix(con, report),
        symbols=[*SYMBOLS.values(), UNSURE],
        timeline=_timeline(con, report),
        plans=_plans(con, report),
        themes=_themes(report),
        # The page allows this one script and no other; the hash is of the file shipped with us.
        script=Markup(script),  # noqa: S704 - our own file, no data in it
        script_hash=digest,
    )


def _labels(part: Part) -> list[tuple[str, list[Sentence]]]:
    """Sentences of a part under the labels that the Word draft prints, in order."""
    found: list[tuple[str, list[Sentence]]] = []
    for one in part.shown():
        label = label_of(part, one.kind, one.group)
        if not found or found[-1][0] != label:
            found.append((label, []))
        found[-1][1].append(one)
    return found


def _quotes(sentence: Sentence) -> tuple[list[tuple[str, str]], int]:
    """Return reference and quote of the first sources, and how many more there are."""
    shown = [(reference(source, with_number=True), source.quote) for source in sentence.sources[:_QUOTES]]
    return shown, max(0, len(sentence.sources) - _QUOTES)


def _matrix(con: duckdb.DuckDBPyConnection, report: Report) -> dict[str, object]:
    """Agencies that reported × leaf items; agencies beyond the limit are counted and left to the annex."""
    campaign = report.campaign.campaign_id
    leaves = [part for part in report.parts if part.path and part.is_leaf]
    read = {
        row["agency_code"]
        for row in rows(
            con,
            "SELECT agency_code FROM submission WHERE campaign_id = ? AND is_current AND status = 'read'",
            campaign,
        )
    }
    status: dict[tuple[str, str], str] = {
        (row["agency_code"], row["outline_path"]): row["status"]
        for row in rows(con, "SELECT * FROM coverage WHERE campaign_id = ?", campaign)
    }
    told = Counter(
        path
        for (code, path), state in status.items()
        if code in read and state in SYMBOLS and state not in ("missing", "empty")
    )
    listed = [agency for agency in report.agencies if agency.code in read]
    lines = [
        (agency.name, [_cell(status.get((agency.code, leaf.path))) for leaf in leaves])
        for agency in listed[:_MATRIX_ROWS]
    ]
    return {
        "leaves": leaves,
        "lines": lines,
        "totals": [f"{told[leaf.path]}/{len(listed)}" for leaf in leaves],
        "more": max(0, len(listed) - _MATRIX_ROWS),
    }


def _cell(status: str | None) -> Cell:
    return Cell(*SYMBOLS[status]) if status in SYMBOLS else Cell(*UNSURE)


def _timeline(con: duckdb.DuckDBPyConnection, report: Report) -> Markup:
    """Draw the reports received a day, those after the deadline hatched; long times are grouped by week."""
    sql = """SELECT agency_code, min(received_at) AS received_at, arg_min(is_late, received_at) AS is_late
    FROM submission WHERE campaign_id = ? AND status IN ('read', 'superseded') AND received_at IS NOT NULL
    GROUP BY agency_code"""
    by_day: dict[date, list[bool]] = defaultdict(list)
    for row in rows(con, sql, report.campaign.campaign_id):
        by_day[local(row["received_at"]).date()].append(row["is_late"] is True)
    if not by_day:
        return Markup("")
    first, last = min(by_day), max(by_day)
    step = max(1, -(-((last - first).days + 1) // _DAYS))
    bars: list[Bar] = []
    for start in range(0, (last - first).days + 1, step):
        days = [first + timedelta(days=start + offset) for offset in range(step)]
        late = [flag for day in days for flag in by_day.get(day, [])]
        bars.append(Bar(f"{days[0].day:02d}/{days[0].month}", len(late), sum(late)))
    unit = "mỗi ngày" if step == 1 else f"mỗi {step} ngày"
    return vertical(bars, f"Số báo cáo nhận được {unit}, từ {short_date(first)} đến {short_date(last)}")


def _plans(con: duckdb.DuckDBPyConnection, report: Report) -> Markup:
    """Documents issued by the agencies themselves, by year."""
    sql = """SELECT year, count(*) AS number FROM cited_document
    WHERE campaign_id = ? AND issuer_agency_code IS NOT NULL AND year IS NOT NULL
    GROUP BY year ORDER BY year"""
    bars = [Bar(str(row["year"]), row["number"]) for row in rows(con, sql, report.campaign.campaign_id)]
    return vertical(bars, "Văn bản của cơ quan, đơn vị theo năm ban hành")


def _themes(report: Report) -> Markup:
    """Show the points that most agencies share, over all items."""
    kinds = ("theme", "limit", "lesson", "proposal")
    found = [one for part in report.parts for one in part.shown(*kinds) if one.agencies > 1]
    found.sort(key=lambda one: (-one.agencies, one.text))
    bars = [Bar(_core(one), one.agencies) for one in found[:12]]
    return horizontal(bars, "Nội dung được nhiều cơ quan, đơn vị nêu nhất (số cơ quan, đơn vị)")


def _core(sentence: Sentence) -> str:
    """Return the point itself, without counts."""
    if sentence.text.startswith("Có ") and "“" in sentence.text:
        return sentence.text.split("“", 1)[1].split("”", 1)[0]
    return sentence.text.rsplit(" (", 1)[0]
