"""Write one `.eml` per agency, ready to be opened and sent by hand or by `send`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace as replace_fields
from datetime import datetime
from pathlib import Path

import duckdb

from report_templates import reminders
from report_templates.mail.message import Letter, addresses, build
from report_templates.shared.campaign import Agency, Campaign, read_agencies, read_campaign
from report_templates.shared.output import replace, safe_name

NO_SENDER = "nguoi-gui@chua-dat.invalid"
"""Stands in the outbox until the Sở sets its own address; `.invalid` can never be delivered from."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whom letters come from, where answers go, and who gets a copy of each."""

    sender: str = NO_SENDER
    reply_to: str | None = None
    cc: tuple[str, ...] = ()


_NOBODY = Origin()


@dataclass(frozen=True, slots=True)
class Prepared:
    """Messages written, and the names of agencies without a usable e-mail address."""

    files: list[Path]
    without_address: list[str]


def prepare_feedback(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    feedback_folder: Path,
    outbox: Path,
    as_of: datetime,
    *,
    origin: Origin = _NOBODY,
) -> Prepared:
    """Write a message for every agency with a letter in `feedback_folder/<code>/`."""
    campaign = read_campaign(con, campaign_id)
    letters = []
    for agency in read_agencies(con, campaign_id):
        folder = feedback_folder / safe_name(agency.code)
        attachments = tuple(p for p in (folder / "phan-hoi.docx", folder / "phan-hoi.html") if p.is_file())
        if attachments:
            letters.append(_feedback(campaign, agency, attachments, folder / "findings.json"))
    return _write(letters, campaign, outbox, as_of, origin)


def _feedback(campaign: Campaign, agency: Agency, attachments: tuple[Path, ...], findings: Path) -> Letter:
    about = campaign.request_short or campaign.title
    return Letter(
        campaign_id=campaign.campaign_id,
        agency_code=agency.code,
        agency_name=agency.name,
        to=addresses(agency.email),
        subject=f"Phản hồi báo cáo theo {about}",
        text=(
            f"Kính gửi {agency.name},\n\n{campaign.consolidator} xin gửi phản hồi đối với báo cáo của "
            f"{agency.name} theo {about} (tệp kèm theo).\n\nTrân trọng./.\n{campaign.consolidator}\n"
        ),
        fingerprint=_fingerprint(findings),
        attachments=attachments,
    )


def _fingerprint(findings: Path) -> str:
    """Identify the content by what is said, not by when: the time of the run is left out."""
    content = json.loads(findings.read_text("utf-8"))
    content.pop("as_of", None)
    stable = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return f"feedback:{hashlib.sha256(stable.encode()).hexdigest()}"


def prepare_reminders(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    outbox: Path,
    as_of: datetime,
    *,
    kind: reminders.Kind | None = None,
    attachments: Iterable[Path] = (),
    origin: Origin = _NOBODY,
) -> Prepared:
    """Write a reminder to every agency that sent nothing; one of each kind per deadline is ever sent."""
    silent = reminders.read_silent(con, campaign_id)
    chosen = kind or reminders.kind_at(silent.campaign.deadline, as_of)
    about = silent.campaign.request_short or silent.campaign.title
    letters = [
        Letter(
            campaign_id=campaign_id,
            agency_code=agency.code,
            agency_name=agency.name,
            to=addresses(agency.email),
            subject=f"{_capital(reminders.subject_line(chosen))} theo {about}",
            text=reminders.message(silent, agency, chosen),
            fingerprint=f"reminder:{chosen}:{agency.deadline or silent.campaign.deadline}",
            attachments=tuple(attachments),
        )
        for agency in silent.agencies
    ]
    return _write(letters, silent.campaign, outbox, as_of, origin, suffix=f"-nhac-{chosen}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _write(
    letters: list[Letter],
    campaign: Campaign,
    outbox: Path,
    as_of: datetime,
    origin: Origin,
    *,
    suffix: str = "-phan-hoi",
) -> Prepared:
    files, without = [], []
    for letter in letters:
        if not letter.to:
            without.append(letter.agency_name)
        addressed = replace_fields(letter, reply_to=origin.reply_to, cc=origin.cc)
        message = build(addressed, origin.sender, campaign.consolidator, as_of)
        files.append(replace(outbox / f"{safe_name(letter.agency_code)}{suffix}.eml", message.as_bytes()))
    return Prepared(files, without)
