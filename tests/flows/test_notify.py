"""A scheduled run that failed is told once, to the officer named, without anything of a report."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from types import SimpleNamespace

import pytest
from mail_server import Box
from prefect.exceptions import CrashedRun

from flows.demo.province import make_province
from flows.errors import DiskFullError, UnforeseenError
from flows.layout import Layout
from flows.notify.deliver import forget, tell
from flows.notify.hooks import tell_officer
from flows.notify.message import Failure, reason_of
from flows.notify.settings import how, recipient

BEGAN = datetime.fromisoformat("2026-02-05T08:30:00+07:00")
OFFICER = "phu-trach@so.example"


@pytest.fixture
def serve(serve):
    return lambda box: {"TONGHOP_NOTIFY": "send", **serve(box)}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("TONGHOP_STATE", str(tmp_path / "state"))
    make_province(tmp_path / "dot", 1)
    with (tmp_path / "dot" / "campaign.yaml").open("a", encoding="utf-8") as stream:
        stream.write(f"mail: {{officer: {OFFICER}}}\n")
    return tmp_path / "dot"


def _failure(folder, run="a1", reason="Hết chỗ trống trên đĩa.", began=BEGAN):
    return Failure(run, "theo-doi-hop-nhan", str(folder), began, f"DiskFullError: {reason}", reason)


def _read(file):
    return message_from_bytes(file.read_bytes(), policy=default)


def test_by_default_a_message_lies_in_the_outbox_and_nothing_is_sent(folder, serve):
    box = Box()
    environ = {key: value for key, value in serve(box).items() if key != "TONGHOP_NOTIFY"}
    file = tell(_failure(folder), Layout(folder / "out"), environ)
    assert file.parent == folder / "out" / "outbox" / "su-co"
    message = _read(file)
    assert [address.addr_spec for address in message["To"].addresses] == [OFFICER]
    assert "chưa hoàn thành" in message["Subject"]
    text = message.get_content()
    assert "theo dõi hộp nhận" in text
    assert "Hết chỗ trống trên đĩa." in text
    assert "08:30 ngày 05/02/2026" in text
    assert box.taken == []


def test_sent_once_for_a_run_and_once_a_day_for_a_cause(folder, serve):
    box, layout = Box(), Layout(folder / "out")
    environ = serve(box)
    assert tell(_failure(folder, "a1"), layout, environ) is not None
    assert tell(_failure(folder, "a1"), layout, environ) is None  # the same run
    assert tell(_failure(folder, "a2"), layout, environ) is None  # the same cause, the next look
    assert tell(_failure(folder, "a3", reason="Không ghi được."), layout, environ) is not None
    assert tell(_failure(folder, "a4", began=BEGAN.replace(day=6), reason="Không ghi được."), layout, environ)
    assert [message.to for message in box.taken] == [[OFFICER]] * 3
    forget(layout)  # a run went well
    assert tell(_failure(folder, "a5", began=BEGAN.replace(day=6), reason="Không ghi được."), layout, environ)
    assert len(box.taken) == 4
    assert len({_read_bytes(message.content)["Message-ID"] for message in box.taken}) == 4


def test_runs_that_fail_at_the_same_time_for_one_cause_are_told_once(folder):
    with ThreadPoolExecutor(4) as pool:
        told = pool.map(lambda n: tell(_failure(folder, f"a{n}"), Layout(folder / "out"), {}), range(4))
    assert len([file for file in told if file is not None]) == 1


def _read_bytes(content):
    return message_from_bytes(content, policy=default)


def test_a_server_that_refuses_leaves_the_message_and_harms_nothing(folder, serve):
    file = tell(_failure(folder), Layout(folder / "out"), serve(Box("554 no")))
    assert file.exists()
    assert '"failed"' in (file.parent / "da-gui.jsonl").read_text("utf-8")


@pytest.mark.parametrize("missing", ["TONGHOP_SMTP_HOST", "TONGHOP_SMTP_SENDER"])
def test_sending_without_a_server_leaves_the_message(folder, serve, missing):
    environ = serve(Box())
    del environ[missing]
    assert tell(_failure(folder), Layout(folder / "out"), environ).exists()


def test_an_output_folder_that_cannot_be_written_is_told_from_the_programs_own(folder, tmp_path):
    (tmp_path / "tệp").write_text("x")
    file = tell(_failure(folder), Layout(tmp_path / "tệp" / "out"), {})
    assert file.parent == tmp_path / "state" / "su-co"


def test_off_is_off(folder):
    assert tell(_failure(folder), Layout(folder / "out"), {"TONGHOP_NOTIFY": "off"}) is None
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    ("word", "meant"), [("", "outbox"), ("SEND", "send"), ("off", "off"), ("gửi", "outbox")]
)
def test_how(word, meant):
    assert how({"TONGHOP_NOTIFY": word}) == meant


def test_a_faulty_campaign_is_told_to_the_officer_of_the_environment(folder):
    (folder / "campaign.yaml").write_text("id: [", encoding="utf-8")
    assert recipient(folder, {"TONGHOP_OFFICER": "quan-tri@so.example"}).to == ("quan-tri@so.example",)
    assert recipient(folder, {}).to == ()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (DiskFullError("/x"), "Hết chỗ trống"),
        (UnforeseenError("Đọc", ValueError("câu của báo cáo")), "ValueError"),
        (ValueError("câu của báo cáo"), "ValueError"),
        (OSError(5, "Input/output error", "/mnt/x\x1b[31m"), "Input/output error"),
        (None, "dừng đột ngột"),
    ],
)
def test_reasons_are_our_own_words(error, said):
    reason = reason_of(error)
    assert said in reason
    assert "câu của báo cáo" not in reason
    assert "\x1b" not in reason


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (DiskFullError("/x"), "Hết chỗ trống"),
        (CrashedRun("Process exited with status code: -9"), "dừng đột ngột"),
        (None, "dừng đột ngột"),
    ],
)
def test_the_hook_tells_and_never_raises(folder, found, said, monkeypatch):
    monkeypatch.setenv("TONGHOP_NOTIFY", "outbox")

    def result(raise_on_failure):
        assert raise_on_failure is False
        if found is None:
            raise RuntimeError("gone")
        return found

    run = SimpleNamespace(id="7", start_time=BEGAN, parameters={"campaign": str(folder), "out": None})
    tell_officer(SimpleNamespace(name="chay-theo-lich"), run, SimpleNamespace(result=result))
    (file,) = (folder / "out" / "outbox" / "su-co").glob("*.eml")
    text = _read(file).get_content()
    assert said in text
    assert "chạy theo lịch" in text
    tell_officer(None, SimpleNamespace(parameters={}), None)  # what Prefect could not fill in
