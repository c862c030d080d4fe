"""To whom and how a failed run is told.

`mail.officer` of campaign.yaml names the officer, else TONGHOP_OFFICER. TONGHOP_NOTIFY: `outbox` (default)
writes a message that anybody may open and send; `send` also hands it to the mail server of TONGHOP_SMTP_…;
`off` does neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from transform.campaign import CampaignError, load_campaign

How = Literal["outbox", "send", "off"]
_HOW = ("outbox", "send", "off")


@dataclass(frozen=True, slots=True)
class Recipient:
    """The officer's addresses (may be empty) and what the campaign is called."""

    to: tuple[str, ...]
    campaign: str


def how(environ: Mapping[str, str]) -> How:
    """Return what TONGHOP_NOTIFY says; a word that is none of the three counts as `outbox`."""
    word = environ.get("TONGHOP_NOTIFY", "").strip().lower()
    return cast(How, word) if word in _HOW else "outbox"


def recipient(folder: Path, environ: Mapping[str, str]) -> Recipient:
    """Whom to tell. A campaign that cannot be read may be the failure itself: then the environment alone."""
    from report_templates.mail.message import addresses

    named, title = None, folder.name
    try:
        campaign = load_campaign(folder)
        named, title = campaign.mail.officer, campaign.title
    except (CampaignError, OSError):
        pass
    return Recipient(addresses(named or environ.get("TONGHOP_OFFICER", "")), title)
