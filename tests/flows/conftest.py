"""A made-up province, run once for the tests that look at its results."""

from __future__ import annotations

import pickle
import shutil
import socket
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
import filelock
import pytest
from aiosmtpd.controller import Controller

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
def province(tmp_path_factory, worker_id) -> Ran:
    """Run once, for all worker processes; tests must not change it (see `province_copy`)."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "tinh"
    shared.mkdir(exist_ok=True)
    kept, folder = shared / "ran.pickle", shared / "đợt báo cáo"
    with filelock.FileLock(shared / "lock"):
        if not kept.exists():
            gold = make_province(folder)
            summary = _run_directly(folder)
            kept.write_bytes(pickle.dumps((gold, summary)))
    gold, summary = pickle.loads(kept.read_bytes())  # noqa: S301 - written a moment ago by this test run
    return Ran(folder, gold, summary)


@pytest.fixture(autouse=True)
def no_pdf(monkeypatch):
    """Leave out LibreOffice where a test runs the flow again: `province` has its PDF; it takes seconds."""
    monkeypatch.setattr("flows.steps.consolidation.write_pdf", lambda _layout: None)


@pytest.fixture
def province_copy(province, tmp_path) -> Ran:
    """Give a copy that a test may change."""
    folder = tmp_path / "dot"
    shutil.copytree(province.folder, folder)
    return Ran(folder, province.gold, province.summary)


@pytest.fixture(scope="session")
def run_directly():
    return _run_directly


SENDER = "vanthu@so.example"


@pytest.fixture
def serve():
    """Start a mail server on the loopback around a handler; gives the variables that point to it."""
    running = []

    def start(box):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        controller = Controller(box, hostname="127.0.0.1", port=port)
        controller.start()
        running.append(controller)
        return {
            "TONGHOP_SMTP_HOST": "127.0.0.1",
            "TONGHOP_SMTP_PORT": str(port),
            "TONGHOP_SMTP_SENDER": SENDER,
            "TONGHOP_SMTP_STARTTLS": "0",
        }

    yield start
    for controller in running:
        controller.stop(no_assert=True)
