"""DOCX to full Document JSON beside plain python-docx loops, and one worker process beside two.

`python benchmarks/reading/docx_reading.py [--write]`; alternating, median of 5, processor time for the
loops, wall time for the workers. `--write` keeps the figures in DOCX_RESULTS.md.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document as open_docx  # noqa: N813 - python-docx's own name
from timing import in_turn, keep, with_processes

from extract.document import read
from extract.model import to_json
from flows.demo.compose import compose
from flows.demo.names import bodies
from flows.demo.write_docx import write_docx

ROUNDS = 5
COPIES = (40, 160)
"""A district's reports and a province's: the start of the workers is part of the time."""


def _long_report(path: Path) -> None:
    """About 12 pages: the demo report's parts, each said several times with its own numbering."""
    report = compose(bodies(12)[0])
    for part in report.parts:
        part.paragraphs *= 7 if part.paragraphs else 1
    write_docx(report, path, "bold", datetime(2026, 1, 20, tzinfo=UTC))


def _paragraphs(path: Path) -> int:
    return sum(len(p.text) for p in open_docx(path).paragraphs)


def _and_tables(path: Path) -> int:
    document = open_docx(path)
    return sum(len(p.text) for p in document.paragraphs) + _cells(document)


def _and_styles(path: Path) -> int:
    """All that python-docx gives as text (it has no notes and no text boxes), and each paragraph's style."""
    document = open_docx(path)
    total = sum(len(p.text) + len(p.style.name or "") for p in document.paragraphs) + _cells(document)
    for section in document.sections:
        for part in (section.header, section.footer):
            total += sum(len(p.text) for p in part.paragraphs)
    return total


def _everything(path: Path) -> int:
    """Text with what a heading finder needs: styles, runs, bold, and the tables."""
    document = open_docx(path)
    total = 0
    for paragraph in document.paragraphs:
        total += len(paragraph.style.name or "") + sum(len(r.text) + bool(r.bold) for r in paragraph.runs)
    return total + _cells(document)


def _cells(document: Any) -> int:
    return sum(len(c.text) for t in document.tables for r in t.rows for c in r.cells)


def _ours(path: Path) -> int:
    return len(to_json(read(path)))


def main() -> None:
    loops = {
        "python-docx, text of the paragraphs alone": _paragraphs,
        "python-docx, and of the cells": _and_tables,
        "python-docx, and headers, footers, the style of each paragraph": _and_styles,
        "python-docx, styles, runs with bold, cells": _everything,
        "tonghop, full Document JSON": _ours,
    }
    lines = ["| reader | ms a file (processor) | files/s |", "|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bao-cao.docx"
        _long_report(path)
        for function in loops.values():
            function(path)  # imports are no part of the figures
        for name, (_, seconds) in in_turn(loops, path, ROUNDS).items():
            lines.append(f"| {name} | {1000 * seconds:.1f} | {1 / seconds:.0f} |")
        lines += ["", "| files | one worker, s (wall) | two workers | faster |", "|---|---|---|---|"]
        for copies in COPIES:
            one, two = (with_processes(path, copies, workers) for workers in (1, 2))
            lines.append(f"| {copies} | {one:.2f} | {two:.2f} | {one / two:.2f} × |")
    keep(Path(__file__).with_name("DOCX_RESULTS.md"), lines, write="--write" in sys.argv)


if __name__ == "__main__":
    main()
