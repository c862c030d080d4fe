"""The letters of the last run as messages in OUT/outbox, ready to be opened or sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flows import errors
from flows.mail_settings import sender

if TYPE_CHECKING:
    from flows.layout import Layout
    from report_templates.mail import Prepared
    from transform.campaign import Campaign


def prepare_outbox(campaign: Campaign, layout: Layout, environ: Mapping[str, str]) -> Prepared:
    """Write the outbox as of the last run: what letters say must be what they were written from.

    The sender is the environment's, else the campaign's `mail.sender`. Raises NotYetRunError.
    """
    from report_templates.mail import Prepared, prepare_feedback, prepare_reminders
    from report_templates.mail.outbox import NO_SENDER, Origin
    from warehouse.past import last_run
    from warehouse.publish import resolve
    from warehouse.store import connect

    mail = campaign.mail
    origin = Origin(sender(environ) or mail.sender or NO_SENDER, mail.reply_to, mail.cc)
    with connect(resolve(layout.warehouse), read_only=True) as con:
        run = last_run(con, campaign.id)
        if run is None:
            raise errors.NotYetRunError(layout.out)
        feedback = prepare_feedback(
            con, campaign.id, layout.feedback, layout.outbox, run.as_of, origin=origin
        )
        reminders = prepare_reminders(con, campaign.id, layout.outbox, run.as_of, origin=origin)
    return Prepared(
        [*feedback.files, *reminders.files], [*feedback.without_address, *reminders.without_address]
    )
