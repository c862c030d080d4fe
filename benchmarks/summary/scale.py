"""From stored documents to the finished DOCX, HTML and XLSX: seconds and peak memory of every step.

Usage: python benchmarks/summary/scale.py REPORTS --folder DIR [--paragraphs N]
Makes (once) REPORTS documents of the made-up nation, stores them as the reader would (JSON), and runs
what follows the reading on them in this process. N paragraphs below each outline item: 4 makes a
report of about 12 pages. `--finish` starts from the staging warehouse of a run before (memory of the
composition and the writing alone). Figures kept by hand in SCALE.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import polars as pl

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1])]

from benchmarks.memory import peak  # noqa: E402
from benchmarks.scale.nation import agency  # noqa: E402
from benchmarks.scale.wording import WHAT, paragraphs  # noqa: E402
from extract.citations import find  # noqa: E402
from extract.figures import find_figures  # noqa: E402
from extract.model import Document, FileInfo, Meta, Section, from_json, to_json  # noqa: E402
from flows.demo.compose import compose as write_report_text  # noqa: E402
from flows.demo.province import write_lists  # noqa: E402
from flows.memory import give_back  # noqa: E402
from report_templates.annex import place_annex  # noqa: E402
from report_templates.provincial import place_report  # noqa: E402
from transform.campaign import load_campaign  # noqa: E402
from transform.inbox import scan  # noqa: E402
from transform.rows import build  # noqa: E402
from transform.statements import READS, compose, settings_for  # noqa: E402
from warehouse.loading import load  # noqa: E402
from warehouse.schema import create  # noqa: E402
from warehouse.store import append, clear, connect, frugally  # noqa: E402

WORDS_ON_A_PAGE = 350


def document(index: int, each: int) -> Document:
    """Return the n-th agency's report as a reader leaves it."""
    body = agency(index)
    report = write_report_text(body)
    dice = random.Random(f"summary-scale:{body.code}")
    sections, figures, citations = [], [], []
    page = 1
    for place, part in enumerate(report.parts):
        more = paragraphs(part.path, each, dice) if part.path in WHAT else []
        text = "\n".join([*part.paragraphs, *more])
        found = find(text)
        for one in found:
            one.section_index, one.page = place, page
        citations += found
        for figure in find_figures(text, [(one.char_start, one.full_end) for one in found]):
            figure.section_index, figure.page = place, page
            figures.append(figure)
        last = page + len(text.split()) // WORDS_ON_A_PAGE
        path = part.path.split(".")
        sections.append(
            Section(
                marker=part.marker, level=part.level, path=path, title=part.title, text=text,
                page=page, page_end=last, page_starts=[(0, page)],
            )
        )  # fmt: skip
        page = last
    name = f"{body.code}.docx"
    return Document(
        file=FileInfo(name, hashlib.sha256(name.encode()).hexdigest(), 1, "docx", page),
        meta=Meta(
            agency=body.letterhead[1], number=report.number, doc_type="BÁO CÁO", subject=report.subject
        ),
        preamble=report.preamble,
        sections=sections,
        closing=report.closing,
        citations=citations,
        figures=figures,
        reader="scale/1",
    )


def make(folder: Path, reports: int, each: int) -> None:
    """Write the campaign, an inbox of names only, and the stored documents."""
    (folder / "inbox").mkdir(parents=True, exist_ok=True)
    (folder / "stored").mkdir(exist_ok=True)
    register = []
    for index in range(reports):
        made = document(index, each)
        (folder / "inbox" / made.file.name).write_text(made.file.name, encoding="utf-8")
        (folder / "stored" / f"{made.file.name}.json").write_bytes(to_json(made))
        register.append(
            {
                "file": made.file.name,
                "received_at": "2026-01-28T09:00:00+07:00",
                "agency": agency(index).code,
                "arrival_number": str(index + 1),
                "note": "",
            }
        )
    write_lists(folder, [agency(index) for index in range(reports)], register)
    (folder / "made.json").write_text(json.dumps([reports, each]))


class Meter:
    """Seconds of each step by the processor's clock and the peak of resident memory within it, MiB."""

    def __init__(self) -> None:
        self.steps: dict[str, tuple[float, int]] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure a step."""
        peak()  # what went before is not this step's
        start, wall = time.process_time(), time.perf_counter()
        yield
        self.steps[name] = (time.process_time() - start, peak() >> 20)
        waited = time.perf_counter() - wall
        print(
            f"{name:10} {self.steps[name][0]:8.1f} s (wall {waited:.1f}) {self.steps[name][1]:6} MiB",
            flush=True,
        )


def prepare(folder: Path, meter: Meter) -> None:
    """Bring the stored documents into the staging warehouse."""
    campaign = load_campaign(folder)
    assert campaign.deadline is not None
    with meter.step("decode"):
        files = scan(campaign)
        results = {
            file.path: from_json((folder / "stored" / f"{file.path.name}.json").read_bytes())
            for file in files
        }
    with meter.step("transform"):
        frames = build(campaign, files, results, campaign.deadline)
    results.clear()
    give_back()
    (folder / "staging.duckdb").unlink(missing_ok=True)
    with meter.step("load"), connect(folder / "staging.duckdb") as con:
        create(con)
        frugally(con, partial(load, con, frames))
    del frames
    give_back()


def finish(folder: Path, meter: Meter) -> None:
    """Compose, and write the report and its annexes into `folder`/out."""
    campaign = load_campaign(folder)
    as_of = campaign.deadline
    assert as_of is not None
    with meter.step("compose"):
        composed = compose(campaign, _rows(folder), settings_for(campaign.report))
        with connect(folder / "staging.duckdb") as con:
            for name, frame in composed.items():
                clear(con, name, campaign.id)
                append(con, name, frame)
    del composed, frame
    give_back()
    with connect(folder / "staging.duckdb", read_only=True) as con:
        with meter.step("report"):
            place_report(con, campaign.id, folder / "out", as_of)
        with meter.step("annex"):
            frugally(con, lambda: place_annex(con, campaign.id, folder / "out", as_of))


def _rows(folder: Path) -> dict[str, pl.DataFrame]:
    def read() -> dict[str, pl.DataFrame]:
        return {name: con.table(name).project(", ".join(wanted)).pl() for name, wanted in READS.items()}

    with connect(folder / "staging.duckdb", read_only=True) as con:
        found = frugally(con, read)
    give_back()
    return found


def main() -> None:
    """Make what is missing, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=int)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--paragraphs", type=int, default=4)
    parser.add_argument("--finish", action="store_true", help="from the staging warehouse of a run before")
    asked = parser.parse_args()
    stamp = asked.folder / "made.json"
    if not stamp.exists() or json.loads(stamp.read_text()) != [asked.reports, asked.paragraphs]:
        make(asked.folder, asked.reports, asked.paragraphs)
    meter = Meter()
    if not (asked.finish and (asked.folder / "staging.duckdb").exists()):
        prepare(asked.folder, meter)
    finish(asked.folder, meter)


if __name__ == "__main__":
    main()
