"""Deployments: when a look leads to a run, what is scheduled, what is said in Prefect."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from importlib import import_module
from pathlib import Path

import click
import duckdb
import httpx
import pytest
import yaml
from dateutil.rrule import rrulestr
from mail_server import Box

from flows.commands.deploy import parse_every
from flows.demo.province import make_province
from flows.deployments.listing import last_listing, listing, remember
from flows.deployments.notes import markdown
from flows.deployments.plan import closing, deadlines, deployments
from flows.layout import Layout
from flows.steps.moment import inputs_digest
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


def _rule(inbox):
    (inbox.parent / "rules").mkdir()
    (inbox.parent / "rules" / "a.sql").write_text("SELECT 1", encoding="utf-8")


@pytest.mark.parametrize("change", [_new_file, _longer, _touched, _gone, _below, _register, _rule])
def test_a_change_is_seen(campaign, change):
    now = campaign.deadline - timedelta(days=1)
    before = listing(campaign, now)
    assert listing(campaign, now) == before
    change(campaign.folder / "inbox")
    assert listing(campaign, now) != before


def test_a_new_frame_of_the_report_is_a_change(campaign):
    frame = campaign.folder / "khung.docx"
    frame.write_bytes(b"1")
    own = campaign.model_copy(update={"report": campaign.report.model_copy(update={"template": frame.name})})
    before = listing(own, own.deadline), inputs_digest(own, (), "code")
    frame.write_bytes(b"22")
    after = listing(own, own.deadline), inputs_digest(own, (), "code")
    assert all(one != other for one, other in zip(before, after, strict=True))


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


@pytest.fixture
def box():
    return Box()


@pytest.fixture
def served(tmp_path, serve, box):
    """Serve a small campaign, one of whose reports has not come yet."""
    folder = tmp_path / "dot"
    make_province(folder, 2)
    (folder / "inbox" / "stc.docx").rename(tmp_path / "stc.docx")
    (folder / "register.csv").unlink()  # it names the report that has not come
    environment = {
        **os.environ,
        "TONGHOP_STATE": str(tmp_path / "state"),
        "PREFECT_API_URL": "",
        "TONGHOP_OFFICER": "phu-trach@so.example",
        "TONGHOP_NOTIFY": "send",
        **serve(box),
    }
    command = [sys.executable, "-m", "flows.cli", "deploy", str(folder), "--every", "3s"]
    log = tmp_path / "log"
    with log.open("w") as stream:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=stream, stderr=stream)

    def wait_for(found, seconds=250):
        limit = time.monotonic() + seconds
        while not found() and process.poll() is None and time.monotonic() < limit:
            time.sleep(0.2)
        assert found(), log.read_text()

    yield folder, wait_for, log
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=60)
    finally:
        process.kill()  # one that did not end in time outlives no test


def _notes(log):
    url = re.search(r"http://127\.0\.0\.1:\d+", log.read_text())[0]
    answer = httpx.post(f"{url}/api/artifacts/filter", json={}, timeout=30)
    return [(note["key"], note["data"]) for note in answer.json() if note["key"]]


@pytest.mark.slow
@pytest.mark.prefect
@pytest.mark.timeout(600)
def test_a_file_that_arrives_is_answered_and_a_failure_is_told(served, tmp_path, box):
    """End to end on a local server: letter, outbox, note for a new file; one e-mail for a broken campaign."""
    folder, wait_for, log = served
    layout = Layout(folder / "out")
    record = layout.state / "theo-doi.json"
    wait_for(record.exists)
    assert not (layout.feedback / "stc").exists()
    first = record.read_text()

    (tmp_path / "stc.docx").rename(folder / "inbox" / "stc.docx")
    came = time.monotonic()
    wait_for(lambda: record.read_text() != first)
    seconds = time.monotonic() - came
    assert seconds < 60 or os.getloadavg()[0] > 2 * os.cpu_count()  # within a minute on a machine of its own
    assert (layout.feedback / "stc" / "phan-hoi.docx").stat().st_size > 0
    assert (layout.outbox / "stc-phan-hoi.eml").stat().st_size > 0
    with duckdb.connect(str(layout.warehouse), read_only=True) as con:
        status = con.execute("SELECT status FROM submission WHERE file_name = 'stc.docx'").fetchall()
    assert status == [("read",)]
    notes = [data for key, data in _notes(log) if key.startswith("tinh-trang-")]
    assert any("Đã báo cáo: 2/2" in note for note in notes)

    assert box.taken == []  # letters wait in the outbox for the officer
    with (folder / "campaign.yaml").open("a", encoding="utf-8") as stream:
        stream.write("khong_co: 1\n")
    wait_for(lambda: box.taken)
    time.sleep(8)  # more looks fail for the same cause
    (message,) = box.taken
    assert message.to == ["phu-trach@so.example"]
    told = message_from_bytes(message.content, policy=default).get_content()
    assert "khong_co" in told
    assert "theo dõi hộp nhận" in told
