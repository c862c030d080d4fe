"""`tonghop mail`: the letters already written become e-mail messages; sent only when asked and configured."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from flows import errors
from flows.layout import campaign_folder

if TYPE_CHECKING:
    from flows.layout import Layout
    from report_templates.mail import Outcome, Prepared, SmtpSettings

PREFIX = "TONGHOP_SMTP_"
_IMPLICIT_TLS = 465
_YES = frozenset({"1", "true", "yes", "co", "có"})
_NO = frozenset({"0", "false", "no", "khong", "không"})
_STATES = {
    "sent": "đã gửi",
    "would_send": "sẽ gửi (chạy thử, chưa gửi)",
    "already_sent": "đã gửi từ trước, không gửi lại",
    "no_address": "chưa có địa chỉ thư điện tử",
    "uncertain": "chưa rõ đã đi hay chưa, đề nghị kiểm tra",
    "failed": "chưa gửi được",
}


class MailNotConfiguredError(errors.RunError):
    """`--send` without a mail server, or with settings that do not hold."""

    exit_code = errors.EXIT_BAD_CAMPAIGN

    def __init__(self, detail: str) -> None:
        super().__init__(
            f"Chưa gửi thư: {detail}. Đề nghị đặt các biến môi trường {PREFIX}HOST, {PREFIX}PORT, "
            f"{PREFIX}SENDER, {PREFIX}USER, {PREFIX}PASSWORD, {PREFIX}STARTTLS (1 hoặc 0)."
        )


@click.command(
    help="Soạn thư điện tử (.eml) vào OUT/outbox từ thư phản hồi và nhắc gửi báo cáo của lần chạy gần nhất. "
    f"Chỉ gửi khi có --send; máy chủ thư đặt bằng các biến môi trường {PREFIX}HOST, PORT, SENDER, USER, "
    "PASSWORD, STARTTLS."
)
@click.argument("campaign", metavar="ĐỢT", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Nơi đã ghi kết quả (mặc định ĐỢT/out).")
@click.option("--send", "sending", is_flag=True, help="Gửi các thư chưa gửi; không thư nào gửi hai lần.")
@click.option("--dry-run", is_flag=True, help="Cho biết thư nào sẽ gửi, không gửi.")
def command(campaign: Path, *, out: Path | None, sending: bool, dry_run: bool) -> int:
    """Write the outbox, tell who has no address, and send when asked."""
    import filelock

    from flows.layout import Layout
    from transform.campaign import load_campaign

    folder = campaign_folder(campaign)
    loaded = load_campaign(folder)
    layout = Layout(out or folder / "out")
    if not layout.warehouse.exists():
        raise errors.NotYetRunError(layout.out)
    settings = read_settings(os.environ) if sending and not dry_run else None
    try:
        # A run would change the letters under our hands; a second `mail` would send them twice.
        with filelock.FileLock(layout.lock, timeout=0):
            prepared = _prepare(loaded.id, layout, os.environ)
            _tell_prepared(prepared, layout)
            if not (sending or dry_run):
                return errors.EXIT_OK
            return _send(prepared, settings)
    except filelock.Timeout as error:
        raise errors.AnotherRunError(layout.out) from error


def read_settings(environ: Mapping[str, str]) -> SmtpSettings:
    """Read the mail server's settings; STARTTLS is on unless switched off.

    With STARTTLS off, port 465 means TLS from the first byte; any other port means no TLS, which is
    allowed to a relay on this machine only. Raises `MailNotConfiguredError`.
    """
    from pydantic import SecretStr, ValidationError

    from report_templates.mail import SmtpSettings

    given = {key: environ.get(PREFIX + key, "").strip() for key in ("HOST", "PORT", "USER", "STARTTLS")}
    sender = _sender(environ)
    if not given["HOST"]:
        raise MailNotConfiguredError("chưa biết máy chủ thư")
    if not sender:
        raise MailNotConfiguredError(f"chưa biết địa chỉ người gửi ({PREFIX}SENDER)")
    if given["PORT"] and not given["PORT"].isdecimal():
        raise MailNotConfiguredError(f"{PREFIX}PORT cần là số")
    port = int(given["PORT"] or 587)
    password = environ.get(PREFIX + "PASSWORD")
    try:
        return SmtpSettings(
            host=given["HOST"],
            port=port,
            security=_security(given["STARTTLS"], port),
            sender=sender,
            user=given["USER"] or None,
            password=SecretStr(password) if password else None,
            ca_file=Path(environ[PREFIX + "CA_FILE"]) if environ.get(PREFIX + "CA_FILE") else None,
        )
    except ValidationError as error:
        names = ", ".join(sorted({str(fault["loc"][0]) for fault in error.errors()}))
        raise MailNotConfiguredError(f"giá trị chưa hợp lệ ({names})") from None


def _security(starttls: str, port: int) -> Literal["starttls", "tls", "none"]:
    word = starttls.casefold()
    if word and word not in _YES | _NO:
        raise MailNotConfiguredError(f"{PREFIX}STARTTLS cần là 1 hoặc 0")
    if word in _NO:
        return "tls" if port == _IMPLICIT_TLS else "none"
    return "starttls"


def _sender(environ: Mapping[str, str]) -> str:
    """Return the address letters come from: named, else the account when it is an address."""
    from report_templates.mail.message import addresses

    for key in ("SENDER", "USER"):
        found = addresses(environ.get(PREFIX + key, ""))
        if found:
            return found[0]
    return ""


def _prepare(campaign_id: str, layout: Layout, environ: Mapping[str, str]) -> Prepared:
    """Write the outbox as of the last run: what letters say must be what they were written from."""
    from report_templates.mail import Prepared, prepare_feedback, prepare_reminders
    from report_templates.mail.outbox import NO_SENDER
    from warehouse.store import connect

    sender = _sender(environ) or NO_SENDER
    with connect(layout.warehouse, read_only=True) as con:
        as_of = _last_run(con.execute("SELECT campaign_id, as_of FROM run").fetchall(), campaign_id)
        if as_of is None:
            raise errors.NotYetRunError(layout.out)
        feedback = prepare_feedback(con, campaign_id, layout.feedback, layout.outbox, as_of, sender=sender)
        reminders = prepare_reminders(con, campaign_id, layout.outbox, as_of, sender=sender)
    return Prepared(
        [*feedback.files, *reminders.files], [*feedback.without_address, *reminders.without_address]
    )


def _last_run(runs: list[tuple[str, datetime]], campaign_id: str) -> datetime | None:
    return max((as_of for owner, as_of in runs if owner == campaign_id), default=None)


def _tell_prepared(prepared: Prepared, layout: Layout) -> None:
    from flows.text import printable

    click.echo(f"Đã soạn {len(prepared.files)} thư tại {layout.outbox}")
    if prepared.without_address:
        click.echo(
            f"{len(prepared.without_address)} cơ quan, đơn vị chưa có địa chỉ thư điện tử (cột email của "
            "danh sách cơ quan); thư đã soạn, để trống nơi nhận:"
        )
        for name in prepared.without_address:
            click.echo(f"  - {printable(name)}")
    current = {file.name for file in prepared.files}
    stale = sorted(path.name for path in layout.outbox.glob("*.eml") if path.name not in current)
    if stale:
        click.echo(f"{len(stale)} thư của lần trước vẫn ở đó, không thuộc lần này: {', '.join(stale)}")
    kept = sorted(layout.feedback.glob("*/phan-hoi (bản mới*"))
    if kept:
        codes = sorted({path.parent.name for path in kept})
        click.echo(
            "Thư phản hồi đã được sửa tay, có bản mới bên cạnh; đề nghị xem trước khi gửi: "
            + printable(", ".join(codes))
        )


def _send(prepared: Prepared, settings: SmtpSettings | None) -> int:
    """Send, or with no settings only tell what would be sent; returns the exit code."""
    from report_templates.mail import SmtpSettings, send
    from report_templates.mail.outbox import NO_SENDER
    from report_templates.mail.send import PlainTransportError

    rehearsal = settings is None
    try:
        outcomes = send(
            prepared.files, settings or SmtpSettings(host="localhost", sender=NO_SENDER), dry_run=rehearsal
        )
    except PlainTransportError as error:
        raise MailNotConfiguredError(str(error).rstrip(".")) from error
    _tell_outcomes(outcomes)
    return (
        errors.EXIT_FAILURE if any(o.state in ("failed", "uncertain") for o in outcomes) else errors.EXIT_OK
    )


def _tell_outcomes(outcomes: list[Outcome]) -> None:
    counts: Counter[str] = Counter(outcome.state for outcome in outcomes)
    for state, words in _STATES.items():
        if counts[state]:
            click.echo(f"{counts[state]} thư: {words}")
    for outcome in outcomes:
        if outcome.state in ("failed", "uncertain") or (outcome.state == "sent" and outcome.reason):
            click.echo(f"  - {outcome.file.name}: {outcome.reason}")
