"""An agency's own file returned with the findings at the places they speak of.

`annotate_docx` adds Word comments, `annotate_pdf` notes and highlights. The original is only read;
everything of it that is not the comments stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from report_templates.shared.findings import Finding, without_place
from report_templates.shared.rules import SEVERITY_LABEL

AUTHOR = "tonghop"


class AnnotateError(ValueError):
    """The original cannot be annotated (not the right format, damaged, too large); the message says why."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """The copy, how many findings stand at their own place, and how many at the document's start."""

    path: Path
    placed: int
    at_start: int


def shown(findings: Iterable[Any]) -> list[Finding]:
    """Return the findings an agency sees, first what to do first, repeats once.

    Findings of `warehouse.judge` are taken too, but only `shared.findings` knows their headings
    (`from_judged`): without it they are placed by their quotes alone.
    """
    known = [f if isinstance(f, Finding) else without_place(f) for f in findings]
    unique: dict[tuple[object, ...], Finding] = {}
    for finding in sorted(known, key=lambda f: f.order):
        if finding.owner != "officer":
            unique.setdefault((*finding.key, finding.message, finding.evidence, finding.page), finding)
    return list(unique.values())


def lines(finding: Finding) -> list[str]:
    """Word one finding for a comment: what was seen, then what is asked."""
    label = SEVERITY_LABEL.get(finding.severity, SEVERITY_LABEL["warning"])
    return [line for line in (f"{label}: {finding.message}", finding.advice) if line]


def annotate_docx(
    original: Path,
    findings: Sequence[Any],
    out: Path,
    *,
    as_of: datetime | None = None,
    author: str = AUTHOR,
) -> Annotated:
    """Write to `out` the DOCX `original` with one Word comment a finding.

    A missing section's comment stands on the heading it should follow; what has no place in the
    text stands on the document's title. Raises `AnnotateError`; `out` is then not written.
    """
    from report_templates.comments.word import annotate

    return annotate(original, shown(findings), out, as_of, author)


def annotate_pdf(
    original: Path,
    findings: Sequence[Any],
    out: Path,
    *,
    as_of: datetime | None = None,
    author: str = AUTHOR,
) -> Annotated:
    """Write to `out` the PDF `original` with a highlight where the words are found, else a note.

    A signature in the original stays in the copy but no longer covers all of it: the copy is for
    reading only. Raises `AnnotateError`; `out` is then not written.
    """
    from report_templates.comments.pdf import annotate

    return annotate(original, shown(findings), out, as_of, author)
