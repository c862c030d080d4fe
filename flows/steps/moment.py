"""The moment of a run: given, or the clock's; kept from the last run while nothing has changed.

Running twice must change nothing, so a run over the same files and the same code, with no deadline
passed in between, keeps the moment of the run before it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from transform.campaign import Campaign
from transform.campaign.times import in_vietnam
from transform.inbox import InboxFile, received


def inputs_digest(campaign: Campaign, files: Sequence[InboxFile], code: str) -> str:
    """Hash of everything a run depends on except its moment."""
    digest = hashlib.sha256(code.encode())
    for path in campaign.files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    for file in files:
        moment, source = received(file, None)
        digest.update(f"{file.name}\0{file.sha256}\0{moment}\0{source}\n".encode())
    return digest.hexdigest()


def moment_of_run(
    campaign: Campaign, given: datetime | None, now: datetime, digest: str, last_summary: Path
) -> datetime:
    """Return `given`, or the last run's moment when it would say the same, or `now` to the minute."""
    if given is not None:
        return in_vietnam(given)
    last = _last(last_summary, digest)
    passed = _deadlines_passed(campaign, now)
    if last is not None and _deadlines_passed(campaign, last) == passed:
        return in_vietnam(last)
    return in_vietnam(now).replace(second=0, microsecond=0)


def _last(summary: Path, digest: str) -> datetime | None:
    try:
        kept = json.loads(summary.read_text(encoding="utf-8"))
        return datetime.fromisoformat(kept["as_of"]) if kept["inputs"] == digest else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _deadlines_passed(campaign: Campaign, moment: datetime) -> frozenset[datetime]:
    return frozenset(deadline for deadline in campaign.deadlines if deadline <= moment)
