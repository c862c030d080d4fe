"""One measured run in a process of its own; prints JSON on its last line."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import psutil

from benchmarks.memory import peak
from flows.consolidate import run
from flows.engine import without_prefect
from flows.job import make_job
from flows.progress import Silent

AS_OF = datetime.fromisoformat("2026-02-05T08:00:00+07:00")
_LOOK_SECONDS = 0.5


class Meter(Silent):
    """Processor seconds by step (own and of ended children) and the highest resident memory, in bytes."""

    def __init__(self) -> None:
        self.marks: list[float] = []
        self.peaks: list[int] = []
        self.peak_all = 0
        self._over = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def step(self, name: str) -> None:
        """Note the processor time at the start of a step; the steps' names come with the summary."""
        del name
        self.mark()

    def mark(self) -> None:
        """Note the processor time used until now, and the highest memory since the last mark."""
        used = os.times()
        self.marks.append(used.user + used.system + used.children_user + used.children_system)
        self.peaks.append(peak())
        print(len(self.marks), round(self.marks[-1]), file=sys.stderr, flush=True)

    def _watch(self) -> None:
        own = psutil.Process()
        while not self._over.wait(_LOOK_SECONDS):
            main = own.memory_info().rss
            others = 0
            for child in own.children(recursive=True):
                try:
                    others += child.memory_info().rss
                except psutil.Error:
                    continue
            self.peak_all = max(self.peak_all, main + others)

    def stop(self) -> None:
        """Look no more."""
        self._over.set()


def measured(folder: Path, out: Path, runner: str) -> dict[str, Any]:
    """Run the job over `folder` and return what it cost."""
    job = make_job(folder, out, AS_OF, 2, None, runner="dask" if runner == "dask" else "processes")
    job.layout.prepare()
    meter = Meter()
    start = time.monotonic()
    with without_prefect():
        summary = run(job, meter)
    wall = time.monotonic() - start
    meter.mark()
    meter.stop()
    return {
        "wall": wall,
        "steps": dict(summary.seconds),
        "cpu": [b - a for a, b in zip(meter.marks, meter.marks[1:], strict=False)],
        "peaks": meter.peaks[1:],
        "peak_main": max(meter.peaks),
        "peak_all": meter.peak_all,
        "counts": summary.counts,
        "bytes": {
            name: _size(job.layout.out / name)
            for name in (
                "warehouse.duckdb",
                "export",
                "feedback",
                ".tonghop",
                "report/tong-hop.html",
                "report/tong-hop.docx",
                "report/phu-luc.xlsx",
                "quality/index.html",
            )
        },
        **_content(job.layout.warehouse),
    }


def _size(path: Path) -> int:
    return (
        path.stat().st_size
        if path.is_file()
        else sum(one.stat().st_size for one in path.rglob("*") if one.is_file())
    )


def _content(warehouse: Path) -> dict[str, int]:
    """Words in all, and words and pages of the PDFs: DOCX files have no pages of their own."""
    asked = (
        "SELECT sum(s.words), sum(s.words) FILTER (d.format = 'pdf'), "
        "(SELECT sum(pages) FROM document WHERE format = 'pdf') "
        "FROM section AS s JOIN document AS d USING (submission_id)"
    )
    with duckdb.connect(str(warehouse), read_only=True) as con:
        row = con.execute(asked).fetchone() or (0, 0, 0)
    words, pdf_words, pdf_pages = (int(value or 0) for value in row)
    return {"words": words, "pages": round(words * pdf_pages / pdf_words) if pdf_words else 0}


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])))
