"""Write the message beside the letters and, when asked, send it: once for a run, once a day for a cause."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Mapping
from pathlib import Path

import filelock

from flows.layout import Layout
from flows.mail_settings import MailNotConfiguredError, read_settings, sender
from flows.notify.message import Failure, letter
from flows.notify.settings import how, recipient
from flows.prefect_local import state_folder

_TOLD = "su-co.json"
_LOCK_SECONDS = 30
_log = logging.getLogger(__name__)


def tell(failure: Failure, layout: Layout, environ: Mapping[str, str] = os.environ) -> Path | None:
    """Write the message and send it when TONGHOP_NOTIFY is `send`; return its file, None when not due.

    A cause that was told today is not told again until a run went well (`forget`): a share that is away
    for a night fails every look at the inbox.
    """
    way = how(environ)
    if way == "off":
        return None
    from report_templates.mail.message import build
    from report_templates.mail.outbox import NO_SENDER

    whom = recipient(Path(failure.folder), environ)
    told = letter(failure, whom.campaign, whom.to)
    message = build(told, sender(environ) or NO_SENDER, "Phần mềm tổng hợp báo cáo", failure.began)
    name = f"{failure.began:%Y%m%d-%H%M}-{hashlib.sha256(failure.run.encode()).hexdigest()[:8]}.eml"
    for folder in (layout.alerts, state_folder() / "su-co"):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with filelock.FileLock(folder / ".lock", timeout=_LOCK_SECONDS):  # two runs may fail at once
                if _told_already(folder, failure):
                    return None
            file = folder / name
            file.write_bytes(message.as_bytes())
        except (OSError, filelock.Timeout):  # the output folder itself may be what failed
            continue
        if way == "send":
            _send(file, environ)
        return file
    return None


def forget(layout: Layout) -> None:
    """Note that a run went well: the next failure is told, whatever its cause."""
    for folder in (layout.alerts, state_folder() / "su-co"):
        (folder / _TOLD).unlink(missing_ok=True)


def _told_already(folder: Path, failure: Failure) -> bool:
    """Whether this cause was told today; if not, note that it is told now."""
    known = {"cause": failure.cause, "folder": failure.folder, "day": f"{failure.began:%Y-%m-%d}"}
    record = folder / _TOLD
    try:
        if json.loads(record.read_text(encoding="utf-8")) == known:
            return True
    except (OSError, ValueError):
        pass
    record.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    return False


def _send(file: Path, environ: Mapping[str, str]) -> None:
    """Hand the message to the mail server; what cannot be sent stays in the outbox and is logged."""
    from report_templates.mail import send
    from report_templates.mail.send import PlainTransportError

    try:
        (outcome,) = send([file], read_settings(environ))
        _log.warning("%s: %s %s", file.name, outcome.state, outcome.reason)
    except (MailNotConfiguredError, PlainTransportError) as error:
        _log.warning("%s", error)
