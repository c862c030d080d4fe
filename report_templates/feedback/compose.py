"""From findings to the words of a letter: merge, order, say what was put right. No files here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from report_templates.shared.findings import Finding
from report_templates.shared.format import count, shorten
from report_templates.shared.rules import (
    GROUP_TITLE,
    SEVERITY_CLASS,
    SEVERITY_LABEL,
    severity_rank,
    wording,
)

LINES_SHOWN = 6
QUOTE_LENGTH = 220
_GROUPS = ("section", "document", "citation")


@dataclass(slots=True)
class Entry:
    """One row of the letter's table: an outline item, or one kind of remark on the whole report."""

    item: str
    severity: str
    remains: bool = False
    status: list[str] = field(default_factory=list)
    advice: list[str] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def label(self) -> str:
        """What the severity means for the agency."""
        return SEVERITY_LABEL.get(self.severity, SEVERITY_LABEL["warning"])

    @property
    def css(self) -> str:
        """Colour class of the label."""
        return SEVERITY_CLASS.get(self.severity, "warn")

    @property
    def few_quotes(self) -> list[str]:
        """The quotes a letter has room for, and how many more the page shows."""
        return _few(self.quotes)

    @property
    def few_status(self) -> list[str]:
        """The sentences a letter has room for, and how many more the page shows."""
        return _few(self.status)


def _few(lines: list[str]) -> list[str]:
    more = len(lines) - LINES_SHOWN
    if more <= 0:
        return lines
    return [*lines[:LINES_SHOWN], f"(và {count(more)} chỗ khác, xem tệp phan-hoi.html)"]


def item_name(path: str | None, title: str | None) -> str:
    """Name an outline item as letters do: `A.III.2. Tuyên truyền`."""
    if not path:
        return ""
    return f"{path}. {title}" if title else f"Mục {path}"


def quote_line(finding: Finding) -> str:
    """Quote and page, as far as they are known: `“…” (trang 3)`; of a missing item, where it would stand."""
    after = finding.place if finding.place and finding.place.relation == "after" else None
    if after and not finding.evidence and finding.page is None:
        page = f" (trang {after.page})" if after.page else ""
        return f"Vị trí: sau mục “{f'{after.marker} {after.title or after.opening[:60]}'.strip()}”{page}"
    quote = f"“{shorten(finding.evidence, QUOTE_LENGTH)}”" if finding.evidence else ""
    if finding.page is None:
        return quote
    return f"{quote} (trang {finding.page})" if quote else f"Trang {finding.page}"


def entries(findings: Iterable[Finding], before: set[tuple[str, str, str]] | None = None) -> list[Entry]:
    """Merge findings into rows, what to do first first; `before` = keys already asked last time."""
    grouped: dict[tuple[str, str], list[Finding]] = {}
    for finding in sorted(findings, key=_first_to_do):
        grouped.setdefault(_group(finding), []).append(finding)
    return [_entry(group, before or set()) for group in grouped.values()]


def _first_to_do(finding: Finding) -> tuple[int, int, object]:
    """Order by severity, then what an item says before details of the documents it cites."""
    kind = wording(finding.rule).group
    return (severity_rank(finding.severity), _GROUPS.index(kind), finding.order)


def _group(finding: Finding) -> tuple[str, str]:
    kind = wording(finding.rule).group
    if kind == "section" and finding.outline_path:
        return ("section", finding.outline_path)
    return (kind, finding.rule)


def _entry(group: list[Finding], before: set[tuple[str, str, str]]) -> Entry:
    first = min(group, key=lambda f: severity_rank(f.severity))
    kind, _ = _group(first)
    name = item_name(first.outline_path, first.outline_title) if kind == "section" else ""
    entry = Entry(name or GROUP_TITLE[wording(first.rule).group] or GROUP_TITLE["document"], first.severity)
    entry.findings = group
    entry.remains = any(finding.key in before for finding in group)
    entry.status = _status(group, merged=kind != "section")
    entry.advice = _distinct(finding.advice for finding in group)
    entry.quotes = _distinct(quote_line(finding) for finding in group)
    return entry


def _status(group: list[Finding], *, merged: bool) -> list[str]:
    messages = _distinct(finding.message for finding in group)
    if merged and len(messages) > 1:
        return [f"{count(len(messages))} chỗ: {wording(group[0].rule).label}.", *messages]
    return messages


def _distinct(lines: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(line for line in lines if line))


def table_rows(findings: Iterable[Finding]) -> list[tuple[str, str, str, str, str]]:
    """Return (mức độ, mục của đề cương, tình trạng, đề nghị, trích dẫn và trang), in order of work."""
    return [
        (row.label, row.item, "\n".join(row.few_status), "\n".join(row.advice), "\n".join(row.few_quotes))
        for row in entries(findings)
    ]
