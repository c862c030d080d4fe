"""Letters by e-mail: one ready `.eml` per agency in an outbox; sent by SMTP only when configured.

`prepare_feedback` and `prepare_reminders` write the outbox; `send` sends what was not yet sent.
Nothing is sent unless `send` is called with settings that name a server.
"""

from report_templates.mail.message import Letter as Letter
from report_templates.mail.message import message_id as message_id
from report_templates.mail.outbox import (
    Prepared as Prepared,
)
from report_templates.mail.outbox import (
    prepare_feedback as prepare_feedback,
)
from report_templates.mail.outbox import (
    prepare_reminders as prepare_reminders,
)
from report_templates.mail.send import Outcome as Outcome
from report_templates.mail.send import SmtpSettings as SmtpSettings
from report_templates.mail.send import send as send
