"""E-mail: ready messages by default; sending against a real SMTP server on loopback."""

from __future__ import annotations

import json
import logging
import shutil
import ssl
import subprocess
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.smtp import AuthResult
from letters_factory import AS_OF, CAMPAIGN
from mail_server import SENDER, Box, mail_servers
from pydantic import ValidationError

from report_templates import feedback
from report_templates.mail import SmtpSettings, prepare_feedback, prepare_reminders, send
from report_templates.mail.message import addresses
from report_templates.mail.send import LEDGER, PlainTransportError

RIGHT, WRONG = "dung-thu", "sai-thu"


@pytest.fixture
def serve():
    """Start a mail server around a box; gives its port."""
    with mail_servers() as start:
        yield start


@pytest.fixture
def outbox(full, tmp_path):
    full.con.execute("UPDATE agency SET email = agency_code || '@xa.example' WHERE agency_code <> 'mat'")
    feedback.write_all(full.con, CAMPAIGN, tmp_path / "feedback", AS_OF)
    return prepare_feedback(full.con, CAMPAIGN, tmp_path / "feedback", tmp_path / "hop-thu-di", AS_OF)


def plain(port, **more):
    return SmtpSettings(host="127.0.0.1", port=port, security="none", sender=SENDER, wait=0, **more)


def test_one_message_an_agency_with_the_letters(outbox):
    assert [f.name for f in outbox.files] == [
        f"{code}-phan-hoi.eml" for code in ("stp", "hong-ha", "mttq", "scan", "hong-tep", "mat")
    ]
    assert outbox.without_address == ["Chi cục Kiểm định"]
    message = message_from_bytes(outbox.files[1].read_bytes(), policy=default)
    assert message["To"].addresses[0].addr_spec == "hong-ha@xa.example"
    assert message["To"].addresses[0].display_name == "UBND xã Hồng Hà"
    assert message["Subject"] == "Phản hồi báo cáo theo Công văn số 15/SNV-CCHC&VTLT"
    assert "Kính gửi UBND xã Hồng Hà" in message.get_body().get_content()
    assert [a.get_filename() for a in message.iter_attachments()] == ["phan-hoi.docx", "phan-hoi.html"]
    assert message["Date"].datetime == AS_OF


def test_the_same_letter_is_the_same_message(full, tmp_path, outbox):
    before = [f.read_bytes() for f in outbox.files]
    again = prepare_feedback(full.con, CAMPAIGN, tmp_path / "feedback", tmp_path / "hop-thu-di", AS_OF)
    assert [f.read_bytes() for f in again.files] == before


def ids(files):
    return {f.name: message_from_bytes(f.read_bytes())["Message-ID"] for f in files}


def test_the_identity_follows_the_content_not_the_time(full, tmp_path, outbox):
    before = ids(outbox.files)
    full.find("hong-ha", "no_models", outline_path="C", message="Mục C chưa nêu mô hình.")
    later = AS_OF.replace(hour=9)
    feedback.write_all(full.con, CAMPAIGN, tmp_path / "feedback", later)
    after = ids(
        prepare_feedback(full.con, CAMPAIGN, tmp_path / "feedback", tmp_path / "hop-thu-di", later).files
    )
    assert {name for name in before if before[name] != after[name]} == {"hong-ha-phan-hoi.eml"}
    assert len(set(before.values())) == len(before)


def test_sent_once_and_never_again(outbox, serve):
    box = Box()
    settings = plain(serve(box))
    first = {o.file.name: o.state for o in send(outbox.files, settings)}
    assert first.pop("mat-phan-hoi.eml") == "no_address"
    assert set(first.values()) == {"sent"}
    assert len(box.taken) == 5
    second = {o.state for o in send(outbox.files, settings)}
    assert second == {"already_sent", "no_address"}
    assert len(box.taken) == 5
    sender, to, content = box.taken[1]
    assert (sender, to) == (SENDER, ["hong-ha@xa.example"])
    received = message_from_bytes(content, policy=default)
    assert received["From"].addresses[0].addr_spec == SENDER
    assert [a.get_filename() for a in received.iter_attachments()] == ["phan-hoi.docx", "phan-hoi.html"]


def test_dry_run_sends_nothing_and_records_nothing(outbox, serve):
    box = Box()
    states = [o.state for o in send(outbox.files, plain(serve(box)), dry_run=True)]
    assert states.count("would_send") == 5
    assert box.attempts == 0
    assert not (outbox.files[0].parent / LEDGER).exists()


def test_a_temporary_refusal_is_tried_again(outbox, serve):
    box = Box("451 later", "451 later")
    waits = []
    settings = SmtpSettings(host="127.0.0.1", port=serve(box), security="none", sender=SENDER, wait=3)
    (outcome,) = send(outbox.files[:1], settings, sleep=waits.append)
    assert outcome.state == "sent"
    assert (box.attempts, waits) == (3, [3, 6])


def test_a_final_refusal_is_not(outbox, serve):
    box = Box("554 no")
    (outcome,) = send(outbox.files[:1], plain(serve(box)))
    assert (outcome.state, outcome.reason) == ("failed", "máy chủ thư trả lời 554")
    assert box.attempts == 1
    assert send(outbox.files[:1], plain(serve(Box())))[0].state == "sent"


def test_attempts_are_limited(outbox, serve):
    box = Box(*["451 later"] * 9)
    (outcome,) = send(outbox.files[:1], plain(serve(box), attempts=2))
    assert outcome.state == "failed"
    assert box.attempts == 2


def test_a_connection_lost_while_sending_is_left_to_a_person(outbox, serve):
    box = Box("drop")
    port = serve(box)
    (outcome,) = send(outbox.files[:1], plain(port))
    assert outcome.state == "uncertain"
    (again,) = send(outbox.files[:1], plain(port))
    assert again.state == "uncertain"
    assert box.attempts == 1


def test_killed_between_handing_over_and_noting_it(outbox, serve):
    box = Box()
    identity = message_from_bytes(outbox.files[0].read_bytes())["Message-ID"]
    entry = {"message_id": identity, "file": "x", "state": "sending"}
    (outbox.files[0].parent / LEDGER).write_text(f'{json.dumps(entry)}\n{{"message', "utf-8")
    assert send(outbox.files[:1], plain(serve(box)))[0].state == "uncertain"
    assert box.attempts == 0


def test_no_server(outbox):
    (outcome,) = send(outbox.files[:1], plain(1, attempts=2, timeout=1))
    assert outcome.state == "failed"
    assert "không kết nối được máy chủ thư" in outcome.reason


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the test's certificate")
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "k.pem", "-out", folder / "c.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder


def server_context(folder):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "c.pem", folder / "k.pem")
    return context


def login(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == (b"sonoivu", RIGHT.encode()), handled=False)


def tls(port, folder, **more):
    return SmtpSettings(
        host="127.0.0.1", port=port, sender=SENDER, wait=0, ca_file=folder and folder / "c.pem", **more
    )


def serve_with_login(serve, box, certificate):
    return serve(
        box,
        tls_context=server_context(certificate),
        require_starttls=True,
        auth_required=True,
        authenticator=login,
    )


def test_starttls_with_login(outbox, serve, certificate):
    box = Box()
    port = serve_with_login(serve, box, certificate)
    settings = tls(port, certificate, user="sonoivu", password=RIGHT)
    assert send(outbox.files[:1], settings)[0].state == "sent"
    assert len(box.taken) == 1


def test_a_refused_login_is_final_and_the_password_is_nowhere(outbox, serve, certificate, caplog):
    caplog.set_level(logging.DEBUG)
    port = serve_with_login(serve, Box(), certificate)
    settings = tls(port, certificate, user="sonoivu", password=WRONG)
    (outcome,) = send(outbox.files[:1], settings)
    assert (outcome.state, outcome.reason) == ("failed", "máy chủ thư trả lời 535")
    for shown in (own(caplog), outcome.reason, repr(settings)):
        assert WRONG not in shown


def test_a_certificate_that_is_not_known_is_refused(outbox, serve, certificate):
    box = Box()
    port = serve(box, tls_context=server_context(certificate), require_starttls=True)
    (outcome,) = send(outbox.files[:1], tls(port, None))
    assert outcome.state == "failed"
    assert "chứng thư TLS" in outcome.reason
    assert box.attempts == 0


def test_starttls_is_never_skipped(outbox, serve):
    box = Box()
    (outcome,) = send(outbox.files[:1], tls(serve(box), None))
    assert outcome.state == "failed"
    assert box.attempts == 0


def test_plain_transport_is_for_this_machine_only(outbox):
    with pytest.raises(PlainTransportError):
        send(outbox.files, SmtpSettings(host="mail.example", security="none", sender=SENDER))


def test_unknown_settings_are_refused():
    with pytest.raises(ValidationError):
        SmtpSettings(host="x", sender="y", tls=True)


def own(caplog):
    """Return what the program itself logged (the test's server logs in the same process)."""
    return "\n".join(r.getMessage() for r in caplog.records if r.name.startswith("report_templates"))


def test_logs_hold_no_content(outbox, serve, caplog):
    caplog.set_level(logging.DEBUG)
    send(outbox.files, plain(serve(Box())))
    ledger = (outbox.files[0].parent / LEDGER).read_text("utf-8")
    for shown in (own(caplog), ledger):
        assert "sent" in shown
        for content in ("Kính gửi", "UBND xã Hồng Hà", "@xa.example", "Chưa thấy"):
            assert content not in shown


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("a@b.vn", ("a@b.vn",)),
        ("a@b.vn; c@d.gov.vn, a@b.vn", ("a@b.vn", "c@d.gov.vn")),
        ("", ()),
        ("chưa có", ()),
        ("a@b", ()),
        ("a@b.vn\nBcc: x@y.vn", ("a@b.vn", "x@y.vn")),
        ("<a@b.vn>", ()),
        ("đồng@xã.vn", ()),
    ],
)
def test_addresses(cell, expected):
    assert addresses(cell) == expected


def test_names_cannot_add_headers(full, tmp_path):
    evil = 'Xã A\r\nBcc: ai@do.vn\r\n\r\n<b>x</b> "q"'
    full.con.execute("UPDATE agency SET name = ?, email = 'a@b.vn'", [evil])
    feedback.write_all(full.con, CAMPAIGN, tmp_path / "f", AS_OF)
    prepared = prepare_feedback(full.con, CAMPAIGN, tmp_path / "f", tmp_path / "out", AS_OF)
    for file in prepared.files:
        message = message_from_bytes(file.read_bytes(), policy=default)
        assert message["Bcc"] is None
        assert [a.addr_spec for a in message["To"].addresses] == ["a@b.vn"]


def test_reminders(full, tmp_path):
    full.con.execute("UPDATE agency SET email = agency_code || '@xa.example'")
    prepared = prepare_reminders(full.con, CAMPAIGN, tmp_path, AS_OF)
    assert [f.name for f in prepared.files] == ["chua-1-nhac-after.eml", "chua-2-nhac-after.eml"]
    message = message_from_bytes(prepared.files[1].read_bytes(), policy=default)
    assert message["Subject"] == "Đôn đốc gửi báo cáo theo Công văn số 15/SNV-CCHC&VTLT"
    body = message.get_content()
    assert "Thuế tỉnh phối hợp sớm hoàn thành" in body
    assert "Thời hạn gửi báo cáo: 17 giờ 00 phút, ngày 25/4/2026" in body
    later = prepare_reminders(full.con, CAMPAIGN, tmp_path, AS_OF.replace(day=29))
    assert ids(later.files) == ids(prepared.files)
    second = prepare_reminders(full.con, CAMPAIGN, tmp_path, AS_OF, kind="second")
    assert not set(ids(second.files).values()) & set(ids(prepared.files).values())
