"""Send the outbox over SMTP: with TLS, with retry, never the same message twice.

The ledger `da-gui.jsonl` in the outbox gets a line before a message is handed to the server and one
after it was accepted. A message with the first line only (the program was killed in between) may
have left: it is not sent again but reported, for the officer to decide. No content is logged.
"""

from __future__ import annotations

import contextlib
import json
import logging
import smtplib
import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr

LEDGER = "da-gui.jsonl"
State = Literal["sent", "already_sent", "uncertain", "no_address", "would_send", "failed"]
_log = logging.getLogger(__name__)


class SmtpSettings(BaseModel):
    """The Sở's mail server. `security`: `starttls`, `tls`, or `none` for a relay on this machine only."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    sender: str
    user: str | None = None
    password: SecretStr | None = None
    ca_file: Path | None = None
    timeout: float = Field(default=30, gt=0, le=300)
    attempts: int = Field(default=3, ge=1, le=10)
    wait: float = Field(default=5, ge=0, le=600)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one message; `reason` is Vietnamese and holds no content of it."""

    file: Path
    state: State
    reason: str = ""


class PlainTransportError(ValueError):
    """`security: none` was asked for with a server that is not this machine."""


def send(
    files: Iterable[Path],
    settings: SmtpSettings,
    *,
    dry_run: bool = False,
    sleep: Callable[[float], None] = time.sleep,
) -> list[Outcome]:
    """Send the given `.eml` files; returns one outcome each. Raises `PlainTransportError`.

    A refusal by the server (5xx) is not retried; a broken connection or a 4xx is, `attempts` times.
    """
    if settings.security == "none" and settings.host not in ("127.0.0.1", "::1", "localhost"):
        raise PlainTransportError("Gửi thư không mã hóa chỉ được phép tới máy chủ trên chính máy này.")
    outcomes = []
    for file in files:
        outcome = _one(file, settings, dry_run=dry_run, sleep=sleep)
        _log.info("%s: %s %s", file.name, outcome.state, outcome.reason)
        outcomes.append(outcome)
    return outcomes


def _one(file: Path, settings: SmtpSettings, *, dry_run: bool, sleep: Callable[[float], None]) -> Outcome:
    message = message_from_bytes(file.read_bytes(), _class=EmailMessage, policy=SMTP)
    known = _state(file.parent / LEDGER, str(message["Message-ID"]))
    if known == "sent":
        return Outcome(file, "already_sent", "đã gửi trước đây")
    if known == "sending":
        return Outcome(
            file, "uncertain", "lần gửi trước bị ngắt giữa chừng; đề nghị kiểm tra trước khi gửi lại"
        )
    if not message["To"] or not message["To"].addresses:
        return Outcome(file, "no_address", "chưa có địa chỉ thư điện tử")
    if dry_run:
        return Outcome(file, "would_send", "chạy thử, không gửi")
    del message["From"]
    message["From"] = Address("", addr_spec=settings.sender)
    return _deliver(file, message, settings, sleep)


def _deliver(
    file: Path, message: EmailMessage, settings: SmtpSettings, sleep: Callable[[float], None]
) -> Outcome:
    reason = ""
    for attempt in range(settings.attempts):
        if attempt:
            sleep(settings.wait * 2 ** (attempt - 1))
        try:
            server = _connect(settings)
        except (smtplib.SMTPException, OSError) as fault:
            reason = _reason(fault)
            if _final(fault):
                break
            continue
        outcome, again = _hand_over(server, file, message)
        if not again:
            return outcome
        reason = outcome.reason
    return Outcome(file, "failed", reason)


def _hand_over(server: smtplib.SMTP, file: Path, message: EmailMessage) -> tuple[Outcome, bool]:
    """Give the message to the server; the flag says whether another attempt makes sense."""
    ledger, identity = file.parent / LEDGER, str(message["Message-ID"])
    _record(ledger, identity, file.name, "sending")
    try:
        refused = server.send_message(message)
    except (smtplib.SMTPServerDisconnected, OSError) as fault:
        if not isinstance(fault, smtplib.SMTPException) or isinstance(fault, smtplib.SMTPServerDisconnected):
            # The data may have been taken before the connection broke: only a person can tell.
            return Outcome(
                file, "uncertain", "mất kết nối khi đang gửi; đề nghị kiểm tra trước khi gửi lại"
            ), False
        _record(ledger, identity, file.name, "failed")
        return Outcome(file, "failed", _reason(fault)), not _final(fault)
    finally:
        with contextlib.suppress(smtplib.SMTPException, OSError):
            server.quit()
    _record(ledger, identity, file.name, "sent")
    return Outcome(file, "sent", "một số địa chỉ bị từ chối" if refused else ""), False


def _connect(settings: SmtpSettings) -> smtplib.SMTP:
    context = ssl.create_default_context(cafile=str(settings.ca_file) if settings.ca_file else None)
    if settings.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            settings.host, settings.port, timeout=settings.timeout, context=context
        )
    else:
        server = smtplib.SMTP(settings.host, settings.port, timeout=settings.timeout)
    try:
        if settings.security == "starttls":
            server.starttls(context=context)
        if settings.user and settings.password:
            server.login(settings.user, settings.password.get_secret_value())
    except BaseException:
        server.close()
        raise
    return server


def _final(fault: Exception) -> bool:
    """Tell whether trying again cannot help: a 5xx, a refused login, a certificate that does not hold."""
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in fault.recipients.values())
    if isinstance(fault, smtplib.SMTPResponseException):
        return int(fault.smtp_code) >= 500
    return isinstance(fault, ssl.SSLCertVerificationError | smtplib.SMTPNotSupportedError)


def _reason(fault: Exception) -> str:
    if isinstance(fault, smtplib.SMTPResponseException):
        return f"máy chủ thư trả lời {fault.smtp_code}"
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        return "máy chủ thư từ chối địa chỉ nhận"
    if isinstance(fault, ssl.SSLError):
        return "không xác thực được máy chủ thư (chứng thư TLS)"
    return f"không kết nối được máy chủ thư ({type(fault).__name__})"


def _state(ledger: Path, identity: str) -> str | None:
    """Return the last recorded state of a message; a torn last line counts as its "sending"."""
    if not ledger.exists():
        return None
    state = None
    for line in ledger.read_text("utf-8").splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if isinstance(entry, dict) and entry.get("message_id") == identity:
            state = str(entry.get("state"))
    return state


def _record(ledger: Path, identity: str, name: str, state: str) -> None:
    entry = json.dumps({"message_id": identity, "file": name, "state": state}, ensure_ascii=False)
    with ledger.open("a", encoding="utf-8") as out:
        out.write(f"{entry}\n")
        out.flush()
