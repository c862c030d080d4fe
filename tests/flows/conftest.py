"""Made-up campaigns, run once for the tests that look at their results."""

from __future__ import annotations

import pickle
import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb
import filelock
import pytest
from direct_run import consolidated
from mail_server import SENDER, mail_servers

from flows.demo.province import Gold, make_province
from flows.job import Summary
from flows.layout import Layout


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
def run_once(tmp_path_factory, worker_id):
    """Give a function that makes a campaign and runs it, once for all worker processes."""
    base = tmp_path_factory.getbasetemp()

    def run(name: str, *demo, **options) -> Ran:
        shared = (base if worker_id == "master" else base.parent) / name
        shared.mkdir(exist_ok=True)
        kept, folder = shared / "ran.pickle", shared / "đợt báo cáo"
        with filelock.FileLock(shared / "lock"):
            if not kept.exists():
                gold = make_province(folder, *demo)
                kept.write_bytes(pickle.dumps((gold, consolidated(folder, **options))))
        gold, summary = pickle.loads(kept.read_bytes())  # noqa: S301 - written a moment ago by this test run
        return Ran(folder, gold, summary)

    return run


@pytest.fixture(scope="session")
def province(run_once) -> Ran:
    """Every kind of report, with the PDF; tests must not change it (see `province_copy`)."""
    return run_once("tinh", pdf=True)


@pytest.fixture(scope="session")
def pair(run_once) -> Ran:
    """Two agencies, both of which answered; tests must not change it."""
    return run_once("hai", 2)


@pytest.fixture(autouse=True)
def no_pdf(monkeypatch):
    """Leave out LibreOffice where a test runs a command: `province` has its PDF; it takes seconds."""
    monkeypatch.setattr("flows.steps.consolidation.write_pdf", lambda _layout: None)


@pytest.fixture
def province_copy(province, tmp_path) -> Ran:
    """Give a copy that a test may change."""
    folder = tmp_path / "dot"
    shutil.copytree(province.folder, folder)
    return Ran(folder, province.gold, province.summary)


@pytest.fixture
def serve():
    """Start a mail server around a box; gives the variables that point to it."""
    with mail_servers() as start:
        yield lambda box: {
            "TONGHOP_SMTP_HOST": "127.0.0.1",
            "TONGHOP_SMTP_PORT": str(start(box)),
            "TONGHOP_SMTP_SENDER": SENDER,
            "TONGHOP_SMTP_STARTTLS": "0",
        }
