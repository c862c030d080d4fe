"""A made-up province, run once for the tests that look at its results."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from flows.consolidate import run
from flows.demo.province import Gold, make_province
from flows.engine import without_prefect
from flows.job import Job, Summary
from flows.layout import Layout
from flows.progress import Silent

AS_OF = datetime.fromisoformat("2026-02-05T08:00:00+07:00")


def _run_directly(folder: Path, out: Path | None = None, **options) -> Summary:
    """Run the whole flow without Prefect."""
    job = Job(folder=folder, out=out or folder / "out", as_of=options.pop("as_of", AS_OF), **options)
    job.layout.prepare()
    with without_prefect():
        return run(job, Silent())


@dataclass
class Ran:
    folder: Path
    gold: Gold
    summary: Summary

    @property
    def layout(self) -> Layout:
        return Layout(self.folder / "out")

    def query(self, sql: str, *values):
        with duckdb.connect(str(self.layout.warehouse), read_only=True) as con:
            return con.execute(sql, list(values)).fetchall()


@pytest.fixture(scope="session")
def province(tmp_path_factory) -> Ran:
    """Run once; tests must not change it (see `province_copy`)."""
    folder = tmp_path_factory.mktemp("tinh") / "đợt báo cáo"
    gold = make_province(folder)
    return Ran(folder, gold, _run_directly(folder))


@pytest.fixture
def province_copy(province, tmp_path) -> Ran:
    """Give a copy that a test may change."""
    folder = tmp_path / "dot"
    shutil.copytree(province.folder, folder)
    return Ran(folder, province.gold, province.summary)


@pytest.fixture(scope="session")
def run_directly():
    return _run_directly
