"""One message, with the same bytes and the same Message-ID for the same content."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from report_templates.ooxml import clean
from report_templates.shared.format import local

DOMAIN = "tonghop.invalid"
"""Right-hand side of Message-IDs: reserved, so it can never be another host's."""
_TYPES = {
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".html": ("text", "html"),
    ".json": ("application", "json"),
    ".pdf": ("application", "pdf"),
}
_ADDRESS = re.compile(r"[^@\s<>,;:\"()\[\]\\]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Letter:
    """What one agency is sent. `fingerprint` stands for the content: the same fingerprint is sent once."""

    campaign_id: str
    agency_code: str
    agency_name: str
    to: tuple[str, ...]
    subject: str
    text: str
    fingerprint: str
    attachments: tuple[Path, ...] = field(default=())
    reply_to: str | None = None
    cc: tuple[str, ...] = ()


def addresses(printed: str) -> tuple[str, ...]:
    """Return the well-formed addresses of a list's cell (separated by `;`, `,` or spaces), in order."""
    parts = re.split(r"[;,\s]+", printed.strip())
    return tuple(dict.fromkeys(part for part in parts if _ADDRESS.fullmatch(part) and part.isascii()))


def message_id(letter: Letter) -> str:
    """Return the Message-ID: made of campaign, agency and content, never of time or chance."""
    joined = "\0".join((letter.campaign_id, letter.agency_code, letter.fingerprint))
    return f"<{hashlib.sha256(joined.encode()).hexdigest()[:40]}@{DOMAIN}>"


def build(letter: Letter, sender: str, sender_name: str, as_of: datetime) -> EmailMessage:
    """Make the message; header text is one line each, so that no name can add a header."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(_line(sender_name), addr_spec=sender)
    message["To"] = [Address(_line(letter.agency_name), addr_spec=address) for address in letter.to]
    if letter.cc:
        message["Cc"] = [Address("", addr_spec=address) for address in letter.cc]
    if letter.reply_to:
        message["Reply-To"] = Address("", addr_spec=letter.reply_to)
    message["Subject"] = _line(letter.subject)
    message["Date"] = format_datetime(local(as_of).replace(microsecond=0))
    message["Message-ID"] = message_id(letter)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(clean(letter.text), cte="base64")
    for file in letter.attachments:
        main, sub = _TYPES.get(file.suffix.lower(), ("application", "octet-stream"))
        message.add_attachment(file.read_bytes(), maintype=main, subtype=sub, filename=file.name)
    if message.is_multipart():
        # The library would draw a random boundary.
        message.set_boundary(f"=_{message_id(letter)[1:33]}_=")
    return message


def _line(text: str) -> str:
    return " ".join(clean(text).split())
