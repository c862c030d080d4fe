"""`tonghop mail` against a real SMTP server on loopback: written, sent once, counted, never by accident."""

from __future__ import annotations

import json
from email import message_from_bytes
from email.policy import default

import duckdb
import pytest
from click.testing import CliRunner
from mail_server import SENDER, Box

from flows import errors
from flows.commands import purge
from flows.commands.mail import MailNotConfiguredError, command, read_settings


@pytest.fixture
def ran(province_copy):
    """Give every agency but the first two silent or answering ones an address."""
    with duckdb.connect(str(province_copy.layout.warehouse)) as con:
        con.execute("UPDATE agency SET email = 'cq' || seq || '@xa.example'")
        con.execute("UPDATE agency SET email = NULL WHERE seq <= 2")
    return province_copy


def mail(ran, *options, env=None):
    clean = dict.fromkeys(
        f"TONGHOP_SMTP_{key}" for key in ("HOST", "PORT", "SENDER", "USER", "PASSWORD", "STARTTLS")
    )
    return CliRunner().invoke(
        command, [str(ran.folder), *options], env={**clean, **(env or {})}, standalone_mode=False
    )


def eml(ran):
    return {path.name: message_from_bytes(path.read_bytes(), policy=default)
            for path in sorted(ran.layout.outbox.glob("*.eml"))}  # fmt: skip


def expected(ran):
    letters = {f"{folder.name}-phan-hoi.eml" for folder in ran.layout.feedback.iterdir() if folder.is_dir()}
    return letters, {
        code for (code,) in ran.query("SELECT agency_code FROM finding WHERE rule = 'not_submitted'")
    }


def test_one_message_an_agency_letters_and_reminders(ran):
    result = mail(ran)
    assert result.return_value == 0, result.output
    letters, silent = expected(ran)
    written = eml(ran)
    assert {name for name in written if name.endswith("-phan-hoi.eml")} == letters
    assert {name.partition("-nhac-")[0] for name in written if "-nhac-" in name} == silent
    assert letters
    assert silent
    assert f"Đã soạn {len(letters) + len(silent)} thư" in result.output


def test_who_has_no_address_is_counted_and_named(ran):
    result = mail(ran)
    without = [name for name, message in eml(ran).items() if not message["To"].addresses]
    assert without
    assert f"{len(without)} cơ quan, đơn vị chưa có địa chỉ thư điện tử" in result.output
    for (name,) in ran.query("SELECT name FROM agency WHERE seq <= 2"):
        assert f"  - {name}" in result.output


def test_nothing_is_sent_unless_asked(ran, serve):
    box = Box()
    env = serve(box)
    assert mail(ran, env=env).return_value == 0
    rehearsal = mail(ran, "--send", "--dry-run", env=env)
    assert rehearsal.return_value == 0
    assert "sẽ gửi (chạy thử, chưa gửi)" in rehearsal.output
    assert mail(ran, "--dry-run").return_value == 0  # needs no server
    assert box.taken == []
    assert not (ran.layout.outbox / "da-gui.jsonl").exists()


def test_sent_once_and_never_again(ran, serve):
    box = Box()
    env = serve(box)
    first = mail(ran, "--send", env=env)
    assert first.return_value == 0, first.output
    addressed = [m["To"].addresses[0].addr_spec for m in eml(ran).values() if m["To"].addresses]
    assert sorted(to for message in box.taken for to in message.to) == sorted(addressed)
    assert f"{len(addressed)} thư: đã gửi" in first.output
    for taken in box.taken:
        assert message_from_bytes(taken.content, policy=default)["From"].addresses[0].addr_spec == SENDER
    second = mail(ran, "--send", env=env)
    assert second.return_value == 0
    assert f"{len(addressed)} thư: đã gửi từ trước" in second.output
    assert len(box.taken) == len(addressed)


def test_ledger_and_output_hold_no_content(ran, serve, caplog):
    caplog.set_level("DEBUG")
    result = mail(ran, "--send", env=serve(Box()))
    ledger = (ran.layout.outbox / "da-gui.jsonl").read_text("utf-8")
    own = "\n".join(
        r.getMessage() for r in caplog.records if r.name.startswith(("flows", "report_templates"))
    )
    for shown in (ledger, own, result.output):
        assert "Kính gửi" not in shown
        assert "@xa.example" not in shown
    assert {json.loads(line)["state"] for line in ledger.splitlines()} == {"sending", "sent"}


def test_a_refusal_is_told_and_ends_in_an_error(ran, serve):
    result = mail(ran, "--send", env=serve(Box("554 no")))
    assert result.return_value == errors.EXIT_FAILURE
    assert "1 thư: chưa gửi được" in result.output
    assert "máy chủ thư trả lời 554" in result.output


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({}, "chưa biết máy chủ thư"),
        ({"HOST": "mail.example"}, "chưa biết địa chỉ người gửi"),
        ({"HOST": "mail.example", "SENDER": "không phải địa chỉ"}, "chưa biết địa chỉ người gửi"),
        ({"HOST": "mail.example", "SENDER": SENDER, "PORT": "x"}, "cần là số"),
        ({"HOST": "mail.example", "SENDER": SENDER, "PORT": "70000"}, "chưa hợp lệ (port)"),
        ({"HOST": "mail.example", "SENDER": SENDER, "STARTTLS": "có lẽ"}, "cần là 1 hoặc 0"),
    ],
)
def test_settings_that_do_not_hold(environ, says):
    with pytest.raises(MailNotConfiguredError, match="Chưa gửi thư") as fault:
        read_settings({f"TONGHOP_SMTP_{key}": value for key, value in environ.items()})
    assert says in str(fault.value)


@pytest.mark.parametrize(
    ("environ", "security", "port"),
    [
        ({}, "starttls", 587),
        ({"STARTTLS": "1", "PORT": "25"}, "starttls", 25),
        ({"STARTTLS": "0", "PORT": "465"}, "tls", 465),
        ({"STARTTLS": "0", "PORT": "25"}, "none", 25),
    ],
)
def test_transport(environ, security, port):
    named = {"HOST": "mail.example", "USER": SENDER, "PASSWORD": "thu", **environ}
    settings = read_settings({f"TONGHOP_SMTP_{key}": value for key, value in named.items()})
    assert (settings.security, settings.port, settings.sender) == (security, port, SENDER)
    assert "thu" not in repr(settings).replace("vanthu", "")


def test_no_plain_transport_to_another_machine(ran):
    env = {"TONGHOP_SMTP_HOST": "mail.example", "TONGHOP_SMTP_SENDER": SENDER, "TONGHOP_SMTP_STARTTLS": "0"}
    result = mail(ran, "--send", env=env)
    assert isinstance(result.exception, MailNotConfiguredError)


def test_before_the_first_run(province_copy):
    result = mail(province_copy, "--out", str(province_copy.folder / "khac"))
    assert isinstance(result.exception, errors.NotYetRunError)
    assert not (province_copy.folder / "khac").exists()


def test_a_letter_that_is_no_longer_due_is_named(ran):
    mail(ran)
    (ran.layout.outbox / "cu-nhac-before.eml").write_bytes(b"x")
    assert "1 thư của lần trước vẫn ở đó, không thuộc lần này: cu-nhac-before.eml" in mail(ran).output


def test_purge_takes_the_outbox_too(ran):
    mail(ran)
    assert list(ran.layout.outbox.glob("*.eml"))
    result = CliRunner().invoke(purge.command, [str(ran.folder), "--yes"], standalone_mode=False)
    assert result.return_value == 0, result.output
    assert not ran.layout.outbox.exists()
