"""`tonghop mail`: the letters already written become e-mail messages; sent only when asked and configured."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows import errors
from flows.mail_settings import PREFIX, MailNotConfiguredError, read_settings
from flows.outbox import prepare_outbox

if TYPE_CHECKING:
    from flows.layout import Layout
    from report_templates.mail import Outcome, Prepared, SmtpSettings

_STATES = {
    "sent": "đã gửi",
    "would_send": "sẽ gửi (chạy thử, chưa gửi)",
    "already_sent": "đã gửi từ trước, không gửi lại",
    "no_address": "chưa có địa chỉ thư điện tử",
    "uncertain": "chưa rõ đã đi hay chưa, đề nghị kiểm tra",
    "failed": "chưa gửi được",
}


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

    from flows.opened import opened
    from flows.snapshot import snapshot

    loaded, layout = opened(campaign, out)
    snapshot(layout, loaded.id)
    settings = read_settings(os.environ, loaded.mail.sender) if sending and not dry_run else None
    try:
        # A run would change the letters under our hands; a second `mail` would send them twice.
        with filelock.FileLock(layout.lock, timeout=0):
            prepared = prepare_outbox(loaded, layout, os.environ)
            _tell_prepared(prepared, layout)
            if not (sending or dry_run):
                return errors.EXIT_OK
            return _send(prepared, settings)
    except filelock.Timeout as error:
        raise errors.AnotherRunError(layout.out) from error


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
