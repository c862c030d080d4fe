"""Write the letters to agencies, the reminder, and the page of check results."""

from __future__ import annotations

from datetime import datetime

from flows.layout import Layout
from report_templates import feedback, quality, reminders
from transform.campaign import Campaign
from warehouse.store import connect


def write_letters(campaign: Campaign, layout: Layout, as_of: datetime, run_id: str) -> list[str]:
    """Write feedback/, reminders/ and quality/; return edited files that were kept."""
    with connect(layout.staging) as con:
        written = feedback.write_all(con, campaign.id, layout.feedback, as_of)
        written += reminders.write(con, campaign.id, layout.reminders, as_of)
        quality.write(con, run_id, layout.quality, as_of)
    return [str(path) for path in written if "(bản mới" in path.name]
