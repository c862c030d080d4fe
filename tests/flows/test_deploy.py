"""Deployments: when a look leads to a run, what is scheduled, what is said in Prefect."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import click
import duckdb
import pytest
import yaml
from dateutil.rrule import rrulestr

from flows.commands.deploy import parse_every
from flows.deployments.listing import last_listing, listing, remember
from flows.deployments.notes import markdown
from flows.deployments.plan import closing, deadlines, deployments
from transform.campaign import load_campaign

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("text", "seconds"), [("30s", 30), ("5m", 300), ("1H", 3600), ("45", 45), (" 10 s", 10)]
)
def test_intervals(text, seconds):
    assert parse_every(None, None, text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "0s", "-5s", "5 phút", "1.5h", "9999999s"])
def test_what_is_no_interval_is_refused(text):
    with pytest.raises(click.BadParameter, match="30s"):
        parse_every(None, None, text)


@pytest.fixture
def campaign(province, tmp_path):
    folder = tmp_path / "dot"
    shutil.copytree(province.folder, folder, ignore=shutil.ignore_patterns("out"))
    return load_campaign(folder)


def _new_file(inbox):
    (inbox / "mới về.docx").write_bytes(b"x")


def _longer(inbox):
    with next(inbox.glob("*.pdf")).open("ab") as stream:
        stream.write(b" ")


def _touched(inbox):
    os.utime(next(inbox.glob("*.docx")))


def _gone(inbox):
    next(inbox.glob("*.docx")).unlink()


def _below(inbox):
    (inbox / "stc").mkdir()
    (inbox / "stc" / "a.pdf").write_bytes(b"x")


def _register(inbox):
    with (inbox.parent / "register.csv").open("a", encoding="utf-8") as stream:
        stream.write("\n")


@pytest.mark.parametrize("change", [_new_file, _longer, _touched, _gone, _below, _register])
def test_a_change_is_seen(campaign, change):
    now = campaign.deadline - timedelta(days=1)
    before = listing(campaign, now)
    assert listing(campaign, now) == before
    change(campaign.folder / "inbox")
    assert listing(campaign, now) != before


def test_a_deadline_that_passes_is_a_change_and_a_night_is_none(campaign):
    day, moment = timedelta(days=1), campaign.deadline
    assert listing(campaign, moment - 2 * day) == listing(campaign, moment - day)
    assert listing(campaign, moment - day) != listing(campaign, moment + day)


def test_a_damaged_record_means_a_run(tmp_path):
    remember(tmp_path, "abc")
    assert last_listing(tmp_path) == "abc"
    (tmp_path / "theo-doi.json").write_bytes(b"\xff{")
    assert last_listing(tmp_path) is None


def test_the_deadline_leads_to_one_run_a_minute_later(campaign):
    (moment,) = deadlines(campaign)
    schedule = closing(moment)
    assert schedule.timezone == "Asia/Ho_Chi_Minh"
    (at,) = list(rrulestr(schedule.rrule))
    assert at == moment.replace(tzinfo=None) + timedelta(minutes=1)


def test_prefect_yaml_names_the_same_deployments(campaign):
    written = {
        d["name"]: d for d in yaml.safe_load((ROOT / "prefect.yaml").read_text("utf-8"))["deployments"]
    }
    made = {d.name.split(" ")[0]: d for d in deployments(campaign, None, timedelta(seconds=30))}
    assert written.keys() == made.keys() == {"theo-doi", "hang-dem", "chot-han"}
    for name, deployment in made.items():
        path, function = written[name]["entrypoint"].split(":")
        assert (ROOT / path).is_file()
        module = path.removesuffix(".py").replace("/", ".")
        assert deployment.entrypoint == f"{module}.{function}"
        assert callable(getattr(import_module(module), function))
        assert written[name]["description"] == deployment.description
        assert deployment.parameters["campaign"] == str(campaign.folder.resolve())


def test_the_note_says_who_and_where_and_nothing_of_a_report(province):
    note = markdown(province.layout, province.summary)
    assert str(province.layout.report / "tong-hop.docx") in note.replace("\\", "")
    for (name,) in province.query("SELECT name FROM agency"):
        assert name in note
    texts = province.query("SELECT text FROM section WHERE words > 8")
    assert texts
    assert [text for (text,) in texts if text[:40] in note] == []


@pytest.mark.slow
@pytest.mark.prefect
@pytest.mark.timeout(400)
def test_a_file_that_arrives_is_answered(province_copy, tmp_path):
    """Serve the deployments on a local server: the watch finds the new file and runs the job."""
    shutil.copy(province_copy.folder / "inbox" / "stc.docx", province_copy.folder / "inbox" / "bản sao.docx")
    environment = {**os.environ, "TONGHOP_STATE": str(tmp_path / "state"), "PREFECT_API_URL": ""}
    command = [sys.executable, "-m", "flows.cli", "deploy", str(province_copy.folder), "--every", "3s"]
    log = tmp_path / "log"
    with log.open("w") as stream:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=stream, stderr=stream)
    record = province_copy.layout.state / "theo-doi.json"
    try:
        limit = time.monotonic() + 250
        while not record.exists() and process.poll() is None and time.monotonic() < limit:
            time.sleep(0.3)
        assert record.exists(), log.read_text()
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
    assert len(json.loads(record.read_text())["listing"]) == 64
    with duckdb.connect(str(province_copy.layout.warehouse), read_only=True) as con:
        status = con.execute("SELECT status FROM submission WHERE file_name = 'bản sao.docx'").fetchall()
    assert status == [("duplicate",)]
