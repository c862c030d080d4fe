"""The mail server as the environment names it.

TONGHOP_SMTP_HOST, _PORT, _SENDER, _USER, _PASSWORD, _STARTTLS (1 or 0), _CA_FILE.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from flows import errors

if TYPE_CHECKING:
    from report_templates.mail import SmtpSettings

PREFIX = "TONGHOP_SMTP_"
_IMPLICIT_TLS = 465
_YES = frozenset({"1", "true", "yes", "co", "có"})
_NO = frozenset({"0", "false", "no", "khong", "không"})


class MailNotConfiguredError(errors.RunError):
    """`--send` without a mail server, or with settings that do not hold."""

    exit_code = errors.EXIT_BAD_CAMPAIGN

    def __init__(self, detail: str) -> None:
        super().__init__(
            f"Chưa gửi thư: {detail}. Đề nghị đặt các biến môi trường {PREFIX}HOST, {PREFIX}PORT, "
            f"{PREFIX}SENDER, {PREFIX}USER, {PREFIX}PASSWORD, {PREFIX}STARTTLS (1 hoặc 0)."
        )


def read_settings(environ: Mapping[str, str], named: str | None = None) -> SmtpSettings:
    """Read the mail server's settings; STARTTLS is on unless switched off. `named`: the campaign's sender.

    With STARTTLS off, port 465 means TLS from the first byte; any other port means no TLS, which is
    allowed to a relay on this machine only. Raises `MailNotConfiguredError`.
    """
    from pydantic import SecretStr, ValidationError

    from report_templates.mail import SmtpSettings

    given = {key: environ.get(PREFIX + key, "").strip() for key in ("HOST", "PORT", "USER", "STARTTLS")}
    address = sender(environ) or named
    if not given["HOST"]:
        raise MailNotConfiguredError("chưa biết máy chủ thư")
    if not address:
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
            sender=address,
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


def sender(environ: Mapping[str, str]) -> str:
    """Return the address letters come from: named, else the account when it is an address."""
    from report_templates.mail.message import addresses

    for key in ("SENDER", "USER"):
        found = addresses(environ.get(PREFIX + key, ""))
        if found:
            return found[0]
    return ""
