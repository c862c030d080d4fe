"""Letters to those who have sent nothing: `don-doc.docx` with the list, before or after the deadline."""

from report_templates.reminders.letter import write
from report_templates.reminders.silent import Kind, Silent, kind_at, read_silent
from report_templates.reminders.wording import message, subject_line

__all__ = ["Kind", "Silent", "kind_at", "message", "read_silent", "subject_line", "write"]
